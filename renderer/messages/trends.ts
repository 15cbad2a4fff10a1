import type { Side } from '../../shared/exercises/exerciseIds.ts';
import type { Span } from '../../shared/history/trends.ts';
import { KNEE_TO_WALL_NOISE_CM } from '../../shared/progression/checks.ts';
import type { CheckKind } from '../../shared/progression/progress.ts';
import { GATE, NOISE_REPS } from '../../shared/progression/rungs.ts';
import { SIDE } from './exercises.ts';
import { formatList, formatPercent } from './format.ts';
import { formatLength } from './units.ts';

/** The charts of one exercise over time. */
export const TREND_KEYS = [
  'volume',
  'best',
  'range',
  'height',
  'lowering',
  'fiveCount',
  'lowers',
  'index',
  'tiringRange',
  'tiringLowers',
  'cadence',
  'flight',
  'hold',
  'sets',
  'pain',
  'dayAfter',
] as const;
export type TrendKey = (typeof TREND_KEYS)[number];

export type Step = 'week' | 'month';
export type Change = 'more' | 'less' | 'same';

export interface ChartWords {
  readonly title: string;
  /** Beside the y axis. */
  readonly y: string;
  readonly empty: string;
  readonly note?: string;
}

const CHART: Record<TrendKey, ChartWords> = {
  volume: {
    title: 'Work',
    y: 'Reps × how far each went, in body lengths',
    empty: 'How much you did will be here: your reps, times how far each of them went.',
    note: 'A body length is from the shoulders to the ankles. A small rep is little work, however many there are.',
  },
  best: {
    title: 'Best set',
    y: 'Reps in the best set',
    empty: 'The most reps you did in a set will be here, left and right.',
    note: `The bands reach ${NOISE_REPS} reps up and down: two tests of the same leg differ by so much for no reason (Hébert-Losier 2017).`,
  },
  range: {
    title: 'Range of motion',
    y: 'Share of a body length, on average',
    empty: 'How far your reps go will be here.',
  },
  height: {
    title: 'Rise',
    y: 'About how high, on average',
    empty: 'About how high you rise will be here. It needs your height: it is in the settings.',
    note: 'An estimate: it is reckoned from the picture and from your own height.',
  },
  lowering: {
    title: 'Time to lower',
    y: 'Seconds, on average',
    empty: 'How long you take on the way down will be here.',
  },
  fiveCount: {
    title: 'Count of five',
    y: 'Share of lowers that took 4 to 6.5 s',
    empty: 'How many of your slow lowers keep the count of five will be here.',
  },
  lowers: {
    title: 'How long your lowers take',
    y: 'Lowers',
    empty: 'Whether your lowers are even, and how long they take, will be here.',
  },
  index: {
    title: 'Left against right',
    y: 'The weaker leg, as a share of the stronger one',
    empty: 'Once both legs have done this in the same time, their difference will be here.',
    note: 'Reps alone can hide a difference, so rise and work are there too. Rise and work are estimates.',
  },
  tiringRange: {
    title: 'Tiring within a set: range',
    y: 'Share of a body length, on average',
    empty: 'Whether your reps grow smaller towards the end of a set will be here.',
    note: 'The late reps come from your long sets only.',
  },
  tiringLowers: {
    title: 'Tiring within a set: lowering',
    y: 'Seconds, on average',
    empty: 'Whether you lower faster towards the end of a set will be here.',
    note: 'The late reps come from your long sets only.',
  },
  cadence: {
    title: 'Pace of the hops',
    y: 'Hops a minute',
    empty: 'How quickly you hop will be here.',
  },
  flight: {
    title: 'Time in the air',
    y: 'Seconds, on average',
    empty: 'How long your hops are in the air will be here.',
  },
  hold: {
    title: 'Longest hold',
    y: 'Seconds',
    empty: 'Your longest hold will be here.',
  },
  sets: {
    title: 'How often',
    y: 'Sets',
    empty: 'How often you did this will be here.',
  },
  pain: {
    title: 'Pain during',
    y: 'The worst after a set, of 10',
    empty: 'What you say of pain after your sets will be here.',
  },
  dayAfter: {
    title: 'The day after',
    y: 'Answers',
    empty: 'How it felt on the day after will be here.',
    note: 'Of each session with this exercise, the answer of the next day.',
  },
};

const CHANGE: Record<Change, string> = {
  more: 'more than before',
  less: 'less than before',
  same: 'about as before',
};

const CHECK_TITLE: Record<CheckKind, ChartWords> = {
  'knee-to-wall': {
    title: 'Knee to wall',
    y: 'From the wall to the toes',
    empty: 'Your distances from the wall will be here.',
  },
  'heel-rise': {
    title: 'Heel rises in the pace of a beat',
    y: 'Reps',
    empty: 'Your heel rises will be here, left and right.',
    note: `The bands reach ${NOISE_REPS} reps up and down: a smaller difference is noise.`,
  },
  balance: {
    title: 'Balance on one leg',
    y: 'Seconds, thirty at most',
    empty: 'Your seconds on each leg will be here.',
    note: 'Nobody has measured yet how much of a change is noise.',
  },
};

export const trendsText = {
  title: 'Trends',
  exercise: 'Exercise',
  span: 'Over',
  spans: {
    '4-weeks': '4 weeks',
    '3-months': '3 months',
    '1-year': '1 year',
    all: 'All time',
  } satisfies Record<Span, string>,
  side: { left: 'Left', right: 'Right', both: 'Both legs' } satisfies Record<Side, string>,
  when: { week: 'Week from', month: 'Month' } satisfies Record<Step, string>,
  nothing: (span: Span) =>
    span === 'all'
      ? 'You have not done this one yet. What will be here stands below.'
      : 'Nothing of this exercise in this time. Choose a longer one, or another exercise.',
  checksTitle: 'Checks',
  chart: (key: TrendKey) => CHART[key],
  check: (kind: CheckKind): ChartWords =>
    kind === 'knee-to-wall'
      ? {
          ...CHECK_TITLE[kind],
          note: `The bands reach ${formatLength(KNEE_TO_WALL_NOISE_CM)} up and down: a smaller change is noise.`,
        }
      : CHECK_TITLE[kind],

  /** `In the week from 3 Nov 2026: left 2.4, right 2.2.` */
  latest: (step: Step, when: string, values: readonly string[]) =>
    `${step === 'week' ? `In the week from ${when}` : `In ${when}`}: ${values.join(', ')}.`,
  value: (name: string | null, value: string) => (name === null ? value : `${name.toLowerCase()} ${value}`),
  change: (name: string | null, change: Change) =>
    name === null ? `That is ${CHANGE[change]}.` : `${name}: ${CHANGE[change]}.`,
  changeAll: (change: Change) => `Both: ${CHANGE[change]}.`,

  fiveCountLevel: `${formatPercent(GATE.lowersInCountRatio)}: what hops ask for`,
  countOfFive: 'count of five',
  lowersSentence: (name: string | null, inCount: number, of: number) =>
    `${name === null ? '' : `${name}: `}${inCount} of ${of} lowers (${formatPercent(inCount / of)}) lie within the count of five.`,
  lowersUsual: (name: string | null, from: string, to: string) =>
    `${name === null ? 'Most' : `Most on the ${name.toLowerCase()}`} took ${from} to ${to}.`,
  seconds: 'Time',
  longer: 'and longer',

  repNumber: 'Rep',
  tiring: (name: string | null, change: number) => {
    const who = name === null ? 'From the first reps to the last' : `${name}, from the first reps to the last`;
    return Math.abs(change) < 0.05
      ? `${who}: hardly a change.`
      : `${who}: ${formatPercent(Math.abs(change))} ${change < 0 ? 'less' : 'more'}.`;
  },
  tooFewReps: 'Too few reps so far to say how you tire.',

  indexOf: { reps: 'Reps', height: 'Rise', work: 'Work' },
  indexSentence: (values: readonly string[], weaker: 'left' | 'right' | null) =>
    `Over the whole time, the weaker leg does ${formatList(values)} of the stronger one.${weaker === null ? '' : ` Less work on the ${SIDE[weaker]}.`}`,
  indexValue: (value: string, of: 'reps' | 'height' | 'work') =>
    `${value} ${{ reps: 'in reps', height: 'in rise', work: 'in work' }[of]}`,
  even: 'Both legs do the same.',

  painLevel: `${GATE.painSetback} of 10: the plan steps back`,
  painNever: (step: Step) => `In no ${step} ${GATE.painSetback} or more.`,
  painOften: (step: Step, n: number) =>
    `${GATE.painSetback} or more in ${n === 1 ? `one ${step}` : `${n} ${step}s`}: then the plan steps back. The settings say when to stop.`,
  painOf: (value: string) => `${value} of 10`,

  feels: { better: 'Better', same: 'The same', worse: 'Worse' },
  dayAfterSentence: (better: number, same: number, worse: number) => {
    const told = better + same + worse;
    return `Of ${told === 1 ? 'one answer' : `${told} answers`}: ${better} better, ${same} the same, ${worse} worse.`;
  },

  passLevel: (length: string) => `${length}: passed`,
  date: 'Date',
  checkLatest: (values: readonly string[]) => `Most recently: ${values.join(', ')}.`,
  checkTrend: (name: string, words: string) => `${name}: ${words}.`,
};
