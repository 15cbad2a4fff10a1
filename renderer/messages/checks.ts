import type { CheckSide, HeelRiseNorm, NormVerdict, SideIndex, Trend } from '../../shared/progression/checks.ts';
import { KNEE_TO_WALL_NOISE_CM, KNEE_TO_WALL_PASS_CM } from '../../shared/progression/checks.ts';
import type { CheckKind } from '../../shared/progression/progress.ts';
import { NOISE_REPS } from '../../shared/progression/rungs.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { SIDE } from './exercises.ts';
import { formatChange, formatDate, formatNumber } from './format.ts';
import { formatLength, type LengthScale } from './units.ts';

const UNIT: Record<CheckKind, (value: number) => string> = {
  'knee-to-wall': formatLength,
  'heel-rise': (reps) => (reps === 1 ? '1 rep' : `${reps} reps`),
  balance: (s) => `${formatNumber(s)} s`,
};

const NOISE: Record<CheckKind, () => string> = {
  'knee-to-wall': () => `A change under ${formatLength(KNEE_TO_WALL_NOISE_CM)} is noise.`,
  'heel-rise': () => `A difference of up to ${NOISE_REPS} reps is noise.`,
  balance: () => 'Nobody has measured yet how much of a change is noise.',
};

const PEOPLE: Record<NonNullable<Settings['sex']>, string> = { female: 'women', male: 'men' };

/** What is measured now and then: how it stands, how it changed, and what that means. */
export const checksText = {
  title: 'Checks',
  lead: 'Three short tests, every week or two. They show what changes, and where left and right differ.',
  about: {
    'knee-to-wall': () =>
      `How far your ankle bends. It is passed with the toes a fist’s width, about ${formatLength(KNEE_TO_WALL_PASS_CM)}, from the wall.`,
    'heel-rise': () => 'How often one calf lifts you, in the pace of a beat: up on one, down on the next.',
    balance: () => 'How long you stand on one leg without touching anything, thirty seconds at most.',
  } satisfies Record<CheckKind, () => string>,
  empty: {
    'knee-to-wall': 'Your distance from the wall will be here, left and right, and how it grows.',
    'heel-rise': 'Your reps will be here, left against right, beside what is usual at your age.',
    balance: 'Your seconds on each leg will be here.',
  } satisfies Record<CheckKind, string>,
  start: 'Start',
  startOf: (check: string) => `Start: ${check}`,
  enter: 'Enter a measurement',
  last: (atMs: number) => `Last done on ${formatDate(atMs)}`,
  side: (side: CheckSide) => SIDE[side],
  value: (kind: CheckKind, value: number) => UNIT[kind](value),
  none: 'not yet',
  passed: 'passed',
  notPassed: 'not passed yet',
  noise: (kind: CheckKind) => NOISE[kind](),
  trend: (kind: CheckKind, { change, verdict }: Trend) =>
    verdict === 'noise' || change === 0
      ? 'unchanged so far'
      : verdict === 'unknown'
        ? `${formatChange(change)} since the first`
        : `${verdict} by ${UNIT[kind](Math.abs(change))} since the first`,

  index: 'Left against right',
  indexOf: { reps: 'Reps', height: 'Height, about', work: 'Work, about' },
  indexValue: ({ percent, weaker, withinNoise }: SideIndex) =>
    weaker === null
      ? `${percent} %, both the same`
      : `${percent} %, less on the ${SIDE[weaker]}${withinNoise ? ' (within the noise)' : ''}`,
  indexHint:
    'The weaker leg as a share of the stronger one. Reps alone can hide a difference, so height and work are there too.',

  norm: ({ medianReps, decade, isNearest }: HeelRiseNorm, sex: NonNullable<Settings['sex']>) =>
    `Half of the ${PEOPLE[sex]} in their ${decade}s do more than ${medianReps}${isNearest ? ' (the nearest age that was measured)' : ''}.`,
  normVerdict: { above: 'above that', about: 'about that', below: 'below that' } satisfies Record<NormVerdict, string>,
  normSides: (words: readonly string[]) => `You: ${words.join(', ')}.`,
  normSource: 'Hébert-Losier 2017, 566 people',
  normMissing: 'With your year of birth and your sex, it shows what is usual. Both may be kept to yourself.',
  toSettings: 'Go to the settings',

  table: (check: string) => `${check}, every result`,
  columns: { date: 'Date', left: 'Left', right: 'Right' },
  older: (n: number) => `and ${n} earlier`,

  entryTitle: 'Knee to wall, measured by you',
  entryHint: 'Heel down, the knee just touches the wall: measure from the wall to the tip of your big toe.',
  entrySide: 'Which leg',
  entryDistance: (unit: LengthScale['unit']) => `Distance in ${unit}`,
  entrySave: 'Keep it',
  entryCancel: 'Not now',
};
