import { catalogueEntry } from '../../shared/exercises/catalogue.ts';
import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import type { OutOfRange, PlanField } from '../../shared/session/planEditing.ts';
import type { Block, BlockPart, Sides } from '../../shared/session/sessionPlan.ts';
import { PROGRAMMES_AT_MOST } from '../../shared/settings/settings.ts';
import { formatList } from './format.ts';

const FIELD: Record<PlanField, { readonly name: string; readonly unitMs?: number; readonly unit?: string }> = {
  blocks: { name: 'Exercises' },
  sets: { name: 'Sets' },
  reps: { name: 'Reps' },
  goMs: { name: 'Time', unitMs: 1000, unit: ' seconds' },
  restMs: { name: 'Rest', unitMs: 1000, unit: ' seconds' },
};

const PART: Record<BlockPart, string> = {
  check: 'Check',
  'warm-up': 'Warm-up',
  main: 'Main part',
  'cool-down': 'Cool-down',
};

type SidesKey = 'both' | 'left' | 'right' | 'left right' | 'right left';
const SIDES: Record<SidesKey, { readonly label: string; readonly inSummary: string }> = {
  both: { label: 'Both legs', inSummary: '' },
  'left right': { label: 'Left, then right', inSummary: 'left, then right' },
  'right left': { label: 'Right, then left', inSummary: 'right, then left' },
  left: { label: 'Left only', inSummary: 'left only' },
  right: { label: 'Right only', inSummary: 'right only' },
};

function sidesWords(sides: Sides): (typeof SIDES)[SidesKey] {
  return SIDES[sides.join(' ') as SidesKey];
}

/** Of the blocks of a session, wherever they are edited. */
export const BLOCKS = {
  list: 'Exercises, in order',
  part: 'Part of the session',
  parts: PART,
  exercise: 'Exercise',
  showAll: 'Show all exercises',
  add: 'Add an exercise',
  addPlaceholder: 'Search, or choose from the list',
  full: (most: number) => `A session holds ${most} exercises at most.`,
  sets: (sides: Sides) => (sides.length === 2 ? 'Sets for each leg' : 'Sets'),
  sides: 'Legs',
  sidesChoice: (sides: Sides) => sidesWords(sides).label,
  reps: 'Reps in a set',
  holds: 'Holds in a set',
  seconds: 'Seconds in a set',
  rest: 'Rest after a set, in seconds',
  outOfRange: ({ field, least, most }: OutOfRange) => {
    const { name, unitMs = 1, unit = '' } = FIELD[field];
    return `${name}: ${least / unitMs} to ${most / unitMs}${unit}.`;
  },
  /** `3 × 15 reps`, `10 reps`, `2 × 30 s`. */
  amount: ({ exercise, sets, target }: Block) => {
    const oneSet = 'goMs' in target ? `${target.goMs / 1000} s` : repsOf(exercise, target.reps);
    return sets > 1 ? `${sets} × ${oneSet}` : oneSet;
  },
  takingTurns: (sides: Sides) => sidesWords(sides).inSummary,
  restOf: (seconds: number) => (seconds === 0 ? 'no rest' : `${seconds} s rest`),
  closed: 'Still closed for you. The ladder shows what opens it.',
  needs: (pieces: string) => `Needs ${pieces}.`,
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  takeOut: 'Take it out',
  remove: (name: string) => `Take it out: ${name}`,
  lastOne: 'A session has at least one exercise. Change this one, or add another first.',
  movedTo: (name: string, place: number, of: number) => `${name} is now ${place} of ${of}.`,
  added: (name: string, place: number) => `${name} was added in place ${place}.`,
  removed: (name: string) => `${name} was taken out.`,
  start: 'Start',
  startOf: (name: string) => `Start ${name}`,
  demo: 'Try it with the demo athlete',
  demoOf: (name: string) => `Try it with the demo athlete: ${name}`,
  cannotStart: (names: readonly string[]) =>
    `This cannot start yet. Still closed for you: ${formatList(names)}. The ladder shows what opens them.`,
};

function repsOf(exercise: CatalogueId, n: number): string {
  const unit = catalogueEntry(exercise).verification === 'held' ? 'hold' : 'rep';
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
}

/** The person's own sequences. */
export const PROGRAMMES = {
  title: 'Your programmes',
  lead: 'Sessions of your own making, for the days when you know what you want.',
  empty: 'No programme yet.',
  emptyHint: 'Choose a first exercise, add others, and start it whenever you like.',
  create: 'New programme',
  createTitle: 'What does it begin with?',
  createHint: 'You can change everything afterwards.',
  cancel: 'Not now',
  roomFor: `There is room for ${PROGRAMMES_AT_MOST} programmes. Delete one to make another.`,
  newName: 'My programme',
  name: 'Name',
  nameHint: 'Every change is saved at once.',
  exercises: (n: number) => (n === 1 ? '1 exercise' : `${n} exercises`),
  takes: (about: string) => `Takes ${about}, with the rests.`,
  others: (n: number) => `and ${n} more`,
  edit: 'Change',
  editOf: (name: string) => `Change ${name}`,
  duplicate: 'Duplicate',
  duplicateOf: (name: string) => `Duplicate ${name}`,
  delete: 'Delete',
  deleteOf: (name: string) => `Delete ${name}`,
  deleteTitle: (name: string) => `Delete “${name}”?`,
  deleteHint: 'What you did with it stays in your history.',
  keep: 'Keep it',
  back: 'All programmes',
  needs: (pieces: string) => `You need ${pieces}.`,
  needsNothing: 'You need nothing but the floor.',
  notSaved: 'This could not be saved just now. It is kept here, and saved with your next change.',
  tryAgain: 'Try again',
};
