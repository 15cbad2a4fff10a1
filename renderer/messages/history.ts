import type { Side } from '../../shared/exercises/exerciseIds.ts';
import { EXERCISE_WORDS } from '../../shared/exercises/words.ts';
import type { BestKind } from '../../shared/history/bests.ts';
import type { CalendarDay } from '../../shared/history/calendar.ts';
import type { CheckIn, EndReason, Fatigue, FrameSource } from '../../shared/history/records.ts';
import type { SessionKind } from '../../shared/session/sessionPlan.ts';
import { formatDayAndWeekday, formatDayShort } from './calendar.ts';
import { SIDE } from './exercises.ts';
import { formatHours, formatList, formatPercent, formatSeconds, formatShortSeconds } from './format.ts';
import { formatAboutLength } from './units.ts';

const FATIGUE_WORDS: Record<Fatigue, string> = {
  none: 'no fatigue',
  some: 'some fatigue',
  'a-lot': 'a lot of fatigue',
};

const BEST: Record<BestKind, { readonly title: string; readonly value: (value: number) => string }> = {
  reps: { title: 'Most reps in a set', value: (n) => `${n}` },
  height: { title: 'Highest rise', value: formatAboutLength },
  hold: { title: 'Longest hold', value: formatSeconds },
  flight: { title: 'Longest in the air', value: formatShortSeconds },
  'five-count': { title: 'Count of five', value: formatPercent },
};

/** `1 session`, `3 sessions`. */
function many(n: number, one: string): string {
  return `${n} ${n === 1 ? one : `${one}s`}`;
}

/** Looking back: the overview. */
export const historyText = {
  title: 'History',
  tabs: { overview: 'Overview', trends: 'Trends', sessions: 'Sessions' },
  tabsLabel: 'Ways to look back',
  empty: 'Your sessions will be here, with every rep and its tempo.',
  emptyHint: 'Do a first set, or let the demo athlete do one.',

  calendar: 'Your days',
  calendarTable: 'Sessions and breaks, a column for each week',
  calendarWeek: (day: number) => `Week from ${formatDayShort(day)}`,
  calendarDays: 'Day',
  calendarSum: (trainingDays: number, breaks: number, weeks: number) =>
    trainingDays + breaks === 0
      ? `Nothing in these ${weeks} weeks.`
      : `In these ${weeks} weeks: ${many(trainingDays, 'day')} with training, ${many(breaks, 'desk break')}.`,
  calendarEmpty: 'Each day you train, and each desk break, will be marked here. Days without are rest.',
  calendarHint: 'The arrow keys go from day to day; Enter shows its sessions.',
  day: (day: number, counts: CalendarDay | null) => {
    const what = counts
      ? [
          counts.sessions > 0 && `${many(counts.sessions, 'session')}, ${formatHours(counts.activeMs)}`,
          counts.sets > 0 && many(counts.sets, 'set'),
          counts.reps > 0 && many(counts.reps, 'rep'),
          counts.breaks > 0 && many(counts.breaks, 'break'),
        ].filter((part) => typeof part === 'string')
      : [];
    return `${formatDayAndWeekday(day)}: ${what.length > 0 ? what.join(', ') : 'rest'}`;
  },
  earlier: 'Earlier',
  later: 'Later',
  legend: 'What the marks mean',
  legendSession: ['A session', 'from 10 minutes', 'from 20 minutes'],
  legendBreaks: ['A desk break', 'three or more'],

  goal: 'This week',
  goalDays: 'Days a week you aim for',
  goalDay: (weekday: string, state: 'trained' | 'rest' | 'ahead') =>
    `${weekday}: ${{ trained: 'trained', rest: 'rest', ahead: 'still to come' }[state]}`,
  goalOf: (done: number, goal: number) => (done > goal ? many(done, 'day') : `${done} of ${many(goal, 'day')}`),
  /** @param isFirst there was no week before */
  goalWords: (done: number, goal: number, daysLeft: number, isFirst: boolean) => {
    if (done > goal) return 'More than you aimed for. Leave room for rest: that is when legs grow stronger.';
    if (done === goal) return 'That is your week. Rest days are part of it.';
    if (goal - done > daysLeft && !isFirst) return 'Not every week has room for all of it. What you do still counts.';
    return done === 0 ? 'Any days will do, with rest between them.' : `${goal - done} to go, on any days you like.`;
  },
  goalPast: (reached: number, weeks: number, trainingDays: number) =>
    reached > 0
      ? `Reached in ${reached} of the ${weeks === 1 ? 'last week' : `last ${weeks} weeks`}.`
      : `${many(trainingDays, 'training day')} in the ${weeks === 1 ? 'last week' : `last ${weeks} weeks`}.`,

  bests: 'Personal bests',
  bestsEmpty: 'Your best sets will be here, each with its date.',
  bestColumns: { exercise: 'Exercise', left: 'Left', right: 'Right', both: 'Both legs' },
  best: (kind: BestKind) => BEST[kind].title,
  bestValue: (kind: BestKind, value: number) => BEST[kind].value(value),
  bestOpen: (value: string, day: number) => `${value}, ${formatDayAndWeekday(day)}: show the session`,
  bestNoise: 'Six reps more or less are noise. A new best is still nice to have.',
  moreBests: 'Show all bests',

  ladder: 'On the ladder',
  trends: 'Along the time',
  trendsHint: 'How much, how far, how evenly, and how it felt.',
  toTrends: 'See your trends',
  sessions: 'One by one',
  sessionsHint: 'Each session with its reps; to put right, to compare.',
  toSessions: 'All sessions',

  own: 'On record by you',
  ankle: (side: Side, figures: readonly string[]) =>
    `${EXERCISE_WORDS['knee-to-wall-test'].name}, ${SIDE[side]}: ${figures.join(', ')}`,
  moreOwn: (n: number) => `Show ${n} earlier`,

  kind: {
    recommended: 'Plan of the day',
    'before-run': 'Before a run',
    own: 'Own programme',
    free: 'Freely chosen',
    check: 'Check',
    break: 'Desk break',
  } satisfies Record<SessionKind, string>,
  kindUnknown: 'Session',
  source: { camera: 'Camera', athlete: 'Demo athlete', imported: 'From a video' } satisfies Record<FrameSource, string>,
  unfinished: 'not finished',
  ended: {
    stopped: 'ended early',
    'closed-later': 'cut off',
    restarted: 'begun again',
    skipped: 'skipped',
  } satisfies Record<Exclude<EndReason, 'finished'>, string>,
  attempts: (n: number) => (n === 1 ? '1 attempt not counted' : `${n} attempts not counted`),
  noReps: 'No reps.',
  byClock: (duration: string) => `of ${duration}, by the clock`,
  felt: {
    after: (feel: string) => `After: ${feel.toLowerCase()}`,
    'next-day': (feel: string) => `Next day: ${feel.toLowerCase()}`,
  },
  checkIn: ({ cramp, fatigue, pain }: Pick<CheckIn, 'cramp' | 'fatigue' | 'pain'>) =>
    [
      ...(cramp === null ? [] : [cramp ? 'cramp' : 'no cramp']),
      ...(fatigue === null ? [] : [FATIGUE_WORDS[fatigue]]),
      ...(pain === null ? [] : [`pain ${pain} of 10`]),
    ].join(', '),
  lowering: (duration: string) => `${duration} down on average`,
  setTitle: (name: string, side: Side) => (side === 'both' ? name : `${name}, ${SIDE[side]}`),
  setsOf: (name: string, sets: number, reps: number) =>
    `${name}: ${many(sets, 'set')}${reps > 0 ? `, ${many(reps, 'rep')}` : ''}`,
  list: formatList,
  minutes: formatHours,
  reps: (n: number) => many(n, 'rep'),
  pain: (pain: number) => `pain ${pain} of 10`,
};
