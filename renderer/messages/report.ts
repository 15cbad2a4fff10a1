import type { BreakCounts } from '../../shared/breaks/statistics.ts';
import type { Side } from '../../shared/exercises/exerciseIds.ts';
import type { Feel } from '../../shared/history/records.ts';
import type { CheckKind } from '../../shared/progression/progress.ts';
import { NOISE_REPS } from '../../shared/progression/rungs.ts';
import type { Goal, Settings } from '../../shared/settings/settings.ts';
import { formatDayInYear } from './calendar.ts';
import { SIDE } from './exercises.ts';
import { formatDate, formatHours, formatPercent, formatYearDate } from './format.ts';
import { formatBodyHeight } from './units.ts';

const some = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`;

const SORE: Record<NonNullable<Settings['soreSide']>, string> = {
  none: 'no calf stiff or sore',
  left: 'left calf stiff or sore',
  right: 'right calf stiff or sore',
  both: 'both calves stiff or sore',
};

const GOAL: Record<Goal, string> = {
  'stiff-calves': 'stiff or sore calves',
  'desk-back': 'a back that sits all day',
  running: 'running',
};

const FEEL: Record<Feel, string> = { better: 'better', same: 'the same', worse: 'worse' };

/** Four weeks on one page, for somebody who treats the person. */
export const reportText = {
  title: 'Report for your physio',
  lead: 'Four weeks of training on one page, to print or to save as a PDF. It stays on this machine until you give it to someone.',
  end: 'Its last day',
  print: 'Print or save as PDF',
  back: 'Back to settings',
  open: 'Make the report',

  sheetTitle: 'Four weeks of calf training',
  span: (fromDay: number, toDay: number) => `${formatDayInYear(fromDay)} to ${formatDayInYear(toDay)}`,
  name: 'Name',
  person: ({ personHeightCm, birthYear, soreSide, goals }: Settings) =>
    [
      ...(birthYear !== null ? [`born ${birthYear}`] : []),
      ...(personHeightCm !== null ? [formatBodyHeight(personHeightCm)] : []),
      ...(soreSide !== null ? [SORE[soreSide]] : []),
      ...(goals.length > 0 ? [`aims: ${goals.map((goal) => GOAL[goal]).join(', ')}`] : []),
    ].join(' · '),
  made: (version: string, atMs: number) => `Soleus ${version}, ${formatYearDate(atMs)}`,

  sessions: 'Sessions',
  time: 'Time',
  sets: 'Sets',
  reps: 'Reps',
  worstPain: 'Worst pain',
  breaks: 'Desk breaks',
  byWeek: (weeks: readonly number[]) => `by week: ${weeks.join(' · ')}`,
  hours: formatHours,
  ofTen: (pain: number | null) => (pain === null ? 'not told' : `${pain} of 10`),
  breaksDone: ({ counted, held, reported }: BreakCounts) => String(counted + held + reported),
  breaksOffered: ({ offered }: BreakCounts) => `${offered} offered`,

  work: 'Exercises',
  exercise: 'Exercise',
  side: 'Side',
  sideOf: (side: Side) => SIDE[side],
  volume: 'Volume by week',
  best: 'Best set',
  range: 'Range',
  height: 'Height',
  lowers: 'Lowering',
  inCount: (ratio: number) => `${formatPercent(ratio)} in count`,
  leftRight: 'Left : right',
  indexOf: (percent: number | null, weaker: 'left' | 'right' | null) =>
    percent === null ? '–' : `${Math.round(percent)} %${weaker ? ` (${SIDE[weaker]})` : ''}`,
  more: (n: number) => `and ${some(n, 'more line')} with less work`,
  empty: 'No training before the camera in these four weeks.',

  pain: 'Pain in the sets, and how it felt the day after',
  painSentence: (days: number, worst: number, above: number, feels: Readonly<Record<Feel, number>>) =>
    days === 0
      ? 'Pain was not told in these weeks.'
      : `Pain was told on ${some(days, 'day')}, ${worst} of 10 at worst, above 5 on ${some(above, 'day')}. The day after: ${feels.better} better, ${feels.same} the same, ${feels.worse} worse.`,
  painLine: '5 of 10',
  feel: FEEL,

  ladder: 'On the ladder today',
  checks: 'Checks',
  check: 'Check',
  left: 'Left',
  right: 'Right',
  checkName: { 'knee-to-wall': 'Knee to wall', 'heel-rise': 'Heel rises', balance: 'Balance' } satisfies Record<
    CheckKind,
    string
  >,
  result: (value: string, atMs: number, before: string | null) =>
    `${value} (${formatDate(atMs)}${before === null ? '' : `, before: ${before}`})`,
  noChecks: 'None was done yet.',
  notes: 'Notes',
  noNotes: 'None were written.',

  footer: `Counted by webcam, with the person’s corrections. Volume: reps × range, in body lengths (shoulders to ankle). Heights are estimates, of a rep on average. In count: lowered in 4 to 6.5 s. Left : right compares the work of a set, the weaker side (named) as a share of the stronger; up to ${NOISE_REPS} reps are noise. Desk breaks are not in the exercises.`,
} as const;
