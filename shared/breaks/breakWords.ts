import { EXERCISE_WORDS } from '../exercises/words.ts';
import type { PAUSES, SNOOZE_MINUTES } from './breakState.ts';
import type { BreaksView } from './breaksView.ts';
import type { OutlookReason } from './outlook.ts';

/** The words of the breaks that the tray and the notifications share with the page. In English. */
export const BREAK_WORDS = {
  startNow: 'Take a break now',
  smaller: 'Something smaller, now',
  snooze: (minutes: (typeof SNOOZE_MINUTES)[number]): string => `In ${minutes} minutes`,
  pause: 'Pause the breaks',
  pauseFor: {
    30: '30 minutes',
    60: '1 hour',
    120: '2 hours',
    tomorrow: 'Until tomorrow',
    resumed: 'Until I go on',
  } satisfies Record<(typeof PAUSES)[number], string>,
  resume: 'Go on with the breaks',
} as const;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const time = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long' });
const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'short' });

/** A moment of this week by the clock of the machine: `14:35`; on another day `Thursday 4:00`. */
export function momentWords(ms: number, nowMs: number): string {
  const isToday = date.format(ms) === date.format(nowMs);
  return isToday ? time.format(ms) : `${weekday.format(ms)} ${time.format(ms)}`;
}

/** How long it is until then: `12 min`, `about 3 h`, `about 2 days`. */
export function timeToWords(ms: number): string {
  const minutes = Math.ceil(ms / MINUTE_MS);
  if (minutes < 90) return `${Math.max(1, minutes)} min`;
  return ms < 36 * HOUR_MS ? `about ${Math.round(ms / HOUR_MS)} h` : `about ${Math.round(ms / (24 * HOUR_MS))} days`;
}

/** When the next break is, or what it waits for, in one sentence. */
export function outlookWords(view: BreaksView): string {
  return isWait(view.why) ? WAIT_WORDS[view.why] : OUTLOOK[view.why](view);
}

/** What is to be done: `Wall calf stretch`; and what it is good for. */
export function doseWords({ dose }: BreaksView): { readonly name: string; readonly purpose: string } {
  return EXERCISE_WORDS[dose.exercise];
}

const nextIn = ({ nextAtMs, nowMs }: BreaksView): string =>
  nextAtMs === null ? 'The next break waits.' : `Next break in ${timeToWords(nextAtMs - nowMs)}.`;

/** Why there is no break, or what it waits for as long as nobody can tell when that is over. */
export const WAIT_WORDS = {
  'switched-off': 'Breaks are switched off.',
  away: 'You seem to be away. Breaks go on when you are back.',
  typing: 'A break is due. It waits for a pause in your typing.',
  session: 'Your session is on. Breaks wait until it is over.',
  locked: 'The screen is locked. Breaks wait until you are back.',
  'presence-unknown': 'This computer does not tell whether you are there, so breaks wait.',
  'full-screen': 'A break is due. It waits until nothing fills the screen.',
  call: 'A break is due. It waits until your call is over.',
  'do-not-disturb': 'A break is due. It waits until “do not disturb” is off.',
} as const satisfies Partial<Record<OutlookReason, string>>;

const OUTLOOK: Record<Exclude<OutlookReason, keyof typeof WAIT_WORDS>, (view: BreaksView) => string> = {
  'outside-hours': ({ nextAtMs, nowMs }) =>
    nextAtMs === null
      ? 'There are no hours for breaks in your settings.'
      : `You are outside your hours. Next break: ${momentWords(nextAtMs, nowMs)}.`,
  interval: nextIn,
  warned: ({ nextAtMs, nowMs }) => `A break is coming up in ${secondsWords((nextAtMs ?? nowMs) - nowMs)}.`,
  offered: (view) => `Time to get up: ${doseWords(view).name}.`,
  snoozed: nextIn,
  taking: (view) => `Your break is on: ${doseWords(view).name}.`,
  paused: ({ pausedUntilMs, nowMs }) =>
    pausedUntilMs === null
      ? 'Breaks are paused until you go on with them.'
      : `Breaks are paused until ${momentWords(pausedUntilMs, nowMs)}.`,
};

function isWait(why: OutlookReason): why is keyof typeof WAIT_WORDS {
  return Object.hasOwn(WAIT_WORDS, why);
}

function secondsWords(ms: number): string {
  return ms <= 90_000 ? `${Math.max(1, Math.round(ms / 1000))} s` : timeToWords(ms);
}
