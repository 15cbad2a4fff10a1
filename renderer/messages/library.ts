import type { CatalogueEntry, Equipment, Range, Verification } from '../../shared/exercises/catalogue.ts';
import type { View } from '../../shared/exercises/framing.ts';
import { eitherOf } from './equipment.ts';

/** The screen that shows everything Soleus coaches. */
export const libraryText = {
  title: 'Library',
  lead: 'Everything Soleus coaches: how it is done, how much of it, and who says so.',
  search: 'Search',
  searchHint: 'Name, purpose or source',
  clearSearch: 'Empty the search',
  filterSection: 'Section',
  filterVerification: 'How it is followed',
  filterSource: 'Source',
  onlyAtHand: 'Only with equipment I have',
  all: 'All',
  found: (n: number) => (n === 0 ? 'Nothing fits' : n === 1 ? '1 exercise' : `${n} exercises`),
  nothingHint: 'Try fewer letters or another filter.',
  showAll: 'Show everything',
  verification: { counted: 'Counted', held: 'Held', timed: 'Timed', guided: 'Guided' } satisfies Record<
    Verification,
    string
  >,
  verificationMeans: {
    counted: 'The camera counts and times each rep.',
    held: 'The camera checks the position and times the hold.',
    timed: 'A clock with cues. The camera makes no claim.',
    guided: 'Spoken steps. The camera makes no claim.',
  } satisfies Record<Verification, string>,
  view: { front: null, quarter: null, side: 'Side view', lying: 'Side view, lying' } satisfies Record<
    View,
    string | null
  >,
  equipment: eitherOf,
  missing: (group: readonly Equipment[]) => `Missing: ${eitherOf(group)}`,
  atHand: 'at hand',
  notAtHand: 'not in your equipment',
  nothingNeeded: 'Nothing but room to move.',

  back: 'All exercises',
  demonstration: (name: string) => `The demo athlete shows: ${name}`,
  pause: 'Pause',
  play: 'Play',
  setUp: 'Set-up',
  steps: 'How it is done',
  faults: 'Common faults',
  safety: 'Take care',
  dose: 'How much',
  doseSources: 'Where this comes from',
  needs: 'Equipment',
  followed: 'How it is followed',
  noCamera: 'No camera is needed.',
  ladder: 'Ladder',
  gate: 'Hops open on the ladder, one rung after the other: strength first, spring after.',
  doseOf,

  doItNow: 'Do it now',
  sets: 'Sets',
  setsEachSide: 'Sets a side',
  repsLabel: (verification: Verification) => (verification === 'held' ? 'Holds' : 'Reps'),
  seconds: 'Seconds',
  side: 'Working leg',
  eachSide: 'each in turn',
  inAll: (duration: string) => `Takes ${duration}, rests and all.`,
  start: 'Start',
  demo: 'Try it with the demo athlete',
  closed: 'This rung is still closed. It opens on the ladder when the rungs before it are earned.',
  seeLadder: 'See the ladder',
};

/** The dose in sentences: how much, how long to rest, how often. */
function doseOf({ dose, isOneSided, verification, section }: CatalogueEntry): string[] {
  const { sets, reps, goMs, restMs, perWeek } = dose;
  const unit = verification === 'held' ? 'hold' : 'rep';
  const once = goMs ? `${range(goMs, 1000)} seconds` : `${range(reps ?? [1, 1])} ${unit}${reps?.[1] === 1 ? '' : 's'}`;
  const isLimitTest = section === 'check' && verification === 'counted';
  const amount = isLimitTest
    ? `As many reps as keep the pace, ${reps?.[1]} at most`
    : sets[1] === 1
      ? once
      : goMs
        ? `${range(sets)} times ${once}`
        : `${range(sets)} sets of ${once}`;
  return [
    `${amount}${isOneSided ? ', each side' : ''}.`,
    ...(sets[1] > 1 ? [`Rest ${restMs / 1000} seconds between sets.`] : []),
    ...(perWeek
      ? [perWeek[1] === 7 ? `${perWeek[0]} times a week, up to daily.` : `${range(perWeek)} times a week.`]
      : []),
  ];
}

function range([least, most]: Range, unit = 1): string {
  return least === most ? `${least / unit}` : `${least / unit} to ${most / unit}`;
}
