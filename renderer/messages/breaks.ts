import type { DONE_HOW, PAUSES, SKIP_REASONS } from '../../shared/breaks/breakState.ts';
import type { BreaksView, SignalName } from '../../shared/breaks/breaksView.ts';
import { BREAK_WORDS, momentWords, outlookWords, WAIT_WORDS } from '../../shared/breaks/breakWords.ts';
import type { DoseReason } from '../../shared/breaks/dose.ts';
import type { BreakCounts } from '../../shared/breaks/statistics.ts';
import { EXERCISE_WORDS } from '../../shared/exercises/words.ts';
import type { Block } from '../../shared/session/sessionPlan.ts';
import { formatClock, formatDate, formatHours, formatMinutes, formatWeekday } from './format.ts';
import { BLOCKS } from './programmes.ts';

type Pause = (typeof PAUSES)[number];
type SkipReason = (typeof SKIP_REASONS)[number];
type DoneHow = (typeof DONE_HOW)[number];

const MINUTE_MS = 60_000;
/** Nearer than this it is told in seconds. */
const SECONDS_FROM_MS = 2 * MINUTE_MS;
const TODAY_MS = 12 * 3_600_000;

const REASON: Record<DoseReason, string> = {
  'daily-target': 'One of your targets for today.',
  neglected: 'Its kind has waited the longest.',
  'stiff-calf': 'Good for your stiff calf.',
  'in-a-call': 'A call is on: this needs no camera and makes no sound.',
  smaller: 'A smaller dose.',
};

const HOW: Record<DoneHow, string> = {
  counted: 'Counted by the camera.',
  held: 'Held, as the camera saw.',
  reported: 'Kept on your word.',
};

const SIGNAL: Record<SignalName, string> = {
  'full-screen': 'full-screen programs',
  call: 'calls',
  'do-not-disturb': '“do not disturb”',
};
const EITHER = new Intl.ListFormat('en', { type: 'disjunction' });

const SKIP: Record<SkipReason, string> = {
  'in-the-middle': 'In the middle of something',
  'in-a-call': 'In a call or a talk',
  'not-well': 'Not well, or it hurts',
  'just-moved': 'Just moved anyway',
  other: 'Another reason',
};

/** The desk breaks: when, what, and what became of them. */
export const breaksText = {
  title: 'Desk breaks',
  lead: 'Out of the chair now and then, for two minutes at most. Done when the reps are done.',
  failed: 'How it stands with the breaks cannot be asked just now. It is tried again.',

  next: 'Next break',
  /** In one line. */
  nextIs: (view: BreaksView) => nextWords(view),
  countdown: (view: BreaksView) => countdownWords(view),
  when: (view: BreaksView) => whenWords(view),
  why: WAIT_WORDS,
  willBe: 'What it will be',
  what: (block: Block) => `${EXERCISE_WORDS[block.exercise].name}, ${BLOCKS.amount(block)}${sidesWords(block)}`,
  reason: (reason: DoseReason) => REASON[reason],
  demonstration: (name: string) => `The demo athlete shows: ${name}`,
  steps: 'How it goes',
  startNow: 'Do it now',
  toBreaks: 'See the breaks',
  toSettings: 'Change when and how',

  pauseFor: BREAK_WORDS.pause,
  pause: (pause: Pause) => BREAK_WORDS.pauseFor[pause],
  resume: BREAK_WORDS.resume,

  called: {
    warned: (seconds: number) => `A break in ${seconds} seconds`,
    warnedSoon: 'A break in a moment',
    offered: 'Time to get up',
    taking: 'Your break',
  },
  camera: 'Start with the camera',
  clock: 'Start by the clock',
  done: 'Done, I did it',
  hint: {
    camera: 'The camera counts. Without it, your word is kept.',
    clock: 'Voice and clock lead you; the camera stays off.',
    silent: 'No camera and no sound: just do it, and say so.',
  },
  later: 'Later',
  skip: 'Skip it',
  back: 'Back',
  laterTitle: 'When would it suit you?',
  snooze: BREAK_WORDS.snooze,
  smaller: BREAK_WORDS.smaller,
  snoozesLeft: (n: number) =>
    n === 0
      ? 'It cannot be put off any more.'
      : n === 1
        ? 'It can be put off once more.'
        : `It can be put off ${n} more times.`,
  skipTitle: 'Why not now?',
  skipReason: (reason: SkipReason) => SKIP[reason],

  settling: 'One moment …',
  thanks: 'Well done',
  how: (how: DoneHow) => HOW[how],
  close: 'Close',
  unfinishedTitle: 'Not all of it, and that is fine',
  unfinished: (left: readonly string[]) => `Still open: ${left.join('; ')}.`,
  goOn: 'Go on with it',
  countIt: 'Count it as done',
  leaveIt: 'Leave it',
  over: 'This break is over. You can close this window.',

  notice: {
    title: 'Notices',
    ask: 'Soleus can tell you of a break when another window is in front. Your browser asks you first.',
    allow: 'Allow notices',
    granted: 'You are told of a break when another window is in front.',
    denied:
      'Your browser shows no notices of Soleus. A break is then only seen and heard in this tab. The sign beside the address bar changes it.',
    missing: 'This browser knows no notices. A break is only seen and heard in this tab.',
  },

  knows: {
    title: 'What Soleus can know here',
    present: 'It notices when you leave the desk, and counts that as a break.',
    unknown: {
      remind:
        'It cannot tell whether you are at your desk. So breaks come by the clock, and a walk of your own is not counted unless you say so.',
      wait: 'It cannot tell whether you are at your desk. You chose to wait then, so no break comes by itself.',
    },
    holds: {
      none: 'It notices full-screen programs, calls and “do not disturb”.',
      some: (names: readonly SignalName[]) =>
        `It may not notice ${EITHER.format(names.map((name) => SIGNAL[name]))}: pause the breaks for those.`,
    },
    browser: 'A browser tells little. The desktop app knows more.',
  },

  today: 'Today so far',
  empty: 'Nothing yet today.',
  emptyHint: (minutes: number) => `The first break comes after ${minutes} minutes. What becomes of it will be here.`,
  figures: (counts: BreakCounts): [string, number][] => [
    ['Counted', counts.counted],
    ['Held', counts.held],
    ['On your word', counts.reported],
    ['Put off', counts.snoozed],
    ['Skipped', counts.skipped],
    ['Moved anyway', counts.credited],
    ['Not answered', counts.lapsed],
  ],
  doneTotal: 'done',
  offeredTotal: (n: number) => (n === 1 ? 'offered once' : `offered ${n} times`),
  sitting: 'Sitting',
  stretches: (n: number) => (n === 1 ? '1 stretch' : `${n} stretches`),
  satFor: (totalMs: number, longestMs: number) =>
    `about ${formatHours(totalMs)} in all, ${formatHours(longestMs)} the longest`,
  noSitting: 'A stretch stands here once it is over.',

  weeks: 'Week by week',
  weeksEmpty: 'Your weeks will be here.',
  columns: {
    week: 'Week from',
    offered: 'Offered',
    done: 'Done',
    snoozed: 'Put off',
    skipped: 'Skipped',
    credited: 'Moved anyway',
    sat: 'Sitting, about',
  },
  week: (date: string) => formatDate(new Date(`${date}T12:00`).getTime()),
  doneHow: ({ counted, held, reported }: BreakCounts) =>
    [counted > 0 && `${counted} counted`, held > 0 && `${held} held`, reported > 0 && `${reported} on your word`]
      .filter(Boolean)
      .join(', '),
  hours: formatHours,
};

function sidesWords({ sides }: Block): string {
  const turns = BLOCKS.takingTurns(sides);
  return turns && `, ${turns}`;
}

/** The large words: how long still, or that it waits. */
function countdownWords({ why, nextAtMs, nowMs }: BreaksView): string {
  if (why === 'paused') return 'Paused';
  if (why === 'switched-off') return 'Off';
  if (why === 'offered' || why === 'taking') return 'Now';
  if (nextAtMs === null) return why === 'outside-hours' ? 'None' : 'Waiting';
  const leftMs = nextAtMs - nowMs;
  if (leftMs <= 0) return 'In a moment';
  if (leftMs < SECONDS_FROM_MS) return formatClock(leftMs);
  return leftMs > TODAY_MS ? formatWeekday(nextAtMs) : formatMinutes(leftMs);
}

function nextWords(view: BreaksView): string {
  const { why, nextAtMs, nowMs } = view;
  const isPlain = why === 'interval' && nextAtMs !== null && nextAtMs > nowMs;
  return isPlain ? `in ${countdownWords(view)}, at ${momentWords(nextAtMs, nowMs)}` : whenWords(view);
}

/** Beside the large words, which say how long still and what. */
function whenWords(view: BreaksView): string {
  const { why, nextAtMs, nowMs } = view;
  const at = nextAtMs === null ? '' : momentWords(nextAtMs, nowMs);
  switch (why) {
    case 'snoozed':
      return `You put it off until ${at}.`;
    case 'interval':
      return `At ${at}.`;
    case 'warned':
      return 'It comes in a moment.';
    case 'offered':
      return 'It is time.';
    case 'taking':
      return 'You are in it.';
    default:
      return outlookWords(view);
  }
}
