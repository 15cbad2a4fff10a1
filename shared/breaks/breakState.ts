import { z } from 'zod';
import type { BreakSettings } from './breakSettings.ts';

/**
 * When someone is called out of the chair, as a reducer: (rules, state, input) → [state, events].
 *
 * All moments are wall-clock ms. The state is plain data and only changes when there is something to keep, so whoever saves
 * it after every change can go on from it at any time.
 */

/** What the system tells of the person. */
export type Presence =
  /** There; for how long the hands have been still is not known. */
  | { readonly kind: 'active' }
  /** No keyboard or mouse for so long; 0 while typing. */
  | { readonly kind: 'idle'; readonly ms: number }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unknown' };

export type Signal = 'yes' | 'no' | 'unknown';

/** What the system tells at one moment. */
export interface Sense {
  readonly presence: Presence;
  readonly fullScreen: Signal;
  readonly call: Signal;
  readonly doNotDisturb: Signal;
}

/** The local clock of wherever the machine is now. */
export interface LocalTime {
  /** A number that grows by 1 from one calendar day to the next. */
  dayOf(ms: number): number;
  /** 0–1439. */
  minuteOfDay(ms: number): number;
  /** 0 is Monday. */
  weekday(ms: number): number;
}

export interface BreakRules {
  readonly settings: BreakSettings;
  readonly local: LocalTime;
}

/** A locked screen or a stopped clock counts as a break from here on: as long as the longest dose. */
export const BREAK_MS = 120_000;
/** How far `seenMs` may lag behind: every look at the clock would be a save. */
export const SEEN_STEP_MS = 20_000;
/** The clock is looked at once a minute at least; a gap of this and more hides a break's length in which nothing ran. */
export const GAP_MS = BREAK_MS + 60_000 + SEEN_STEP_MS;
/** After a call or the like someone needs a moment; and a signal that flickers must not make breaks flicker. */
export const GRACE_MS = 30_000;
/** Hands that rest for so long are between two sentences. */
export const TYPING_PAUSE_MS = 5_000;
/** An offer that nobody answers is over after this. */
export const OFFER_MS = 600_000;
/** A break that was begun and never said to be done is over after this. */
export const TAKING_MS = 900_000;
/** The longest rest or stretch of a plan is 15 min: a session of which nothing is heard for twice that is over. */
export const SESSION_SILENT_MS = 1_800_000;
/** Who is away for longer has ended a stretch of work, not taken a break. */
export const LONGEST_CREDIT_MS = 4 * 3_600_000;
/** "Until tomorrow", and today's targets, at night: a day ends at four. */
export const DAY_ENDS_MS = 4 * 3_600_000;

export const SNOOZE_MINUTES = [5, 10, 15] as const;
export const PAUSES = [30, 60, 120, 'tomorrow', 'resumed'] as const;
export const SKIP_REASONS = ['in-the-middle', 'in-a-call', 'not-well', 'just-moved', 'other'] as const;
export const DONE_HOW = ['counted', 'held', 'reported'] as const;
export const LAPSE_REASONS = ['unanswered', 'unfinished', 'hours-over', 'paused', 'unwatched'] as const;
export type LapseReason = (typeof LAPSE_REASONS)[number];
export const DOSE_SIZES = ['usual', 'small'] as const;
export type DoseSize = (typeof DOSE_SIZES)[number];

const ms = z.int();
/** The break that is at hand. `offers` and `snoozes`: how often it was offered and put off; `isStarted`: it was begun. */
const dueBreakSchema = z.strictObject({
  dueAtMs: ms,
  offers: z.int().min(0),
  snoozes: z.int().min(0),
  isStarted: z.boolean(),
  size: z.enum(DOSE_SIZES),
});
export type DueBreak = z.infer<typeof dueBreakSchema>;

const stageSchema = z.discriminatedUnion('name', [
  /** Outside the hours, or switched off. */
  z.strictObject({ name: z.literal('off') }),
  z.strictObject({ name: z.literal('sitting') }),
  z.strictObject({ name: z.literal('away'), fromMs: ms, due: dueBreakSchema.nullable() }),
  z.strictObject({ name: z.literal('warned'), atMs: ms }),
  /** Due, and something speaks against it: it was offered or put off before. */
  z.strictObject({ name: z.literal('held'), due: dueBreakSchema }),
  /** Due; waits for a pause in typing. */
  z.strictObject({ name: z.literal('ready'), fromMs: ms, due: dueBreakSchema }),
  z.strictObject({ name: z.literal('offered'), atMs: ms, due: dueBreakSchema }),
  z.strictObject({ name: z.literal('snoozed'), untilMs: ms, due: dueBreakSchema }),
  z.strictObject({ name: z.literal('taking'), atMs: ms, due: dueBreakSchema }),
]);
export type Stage = z.infer<typeof stageSchema>;
export const STAGES = stageSchema.def.options.map((option) => option.shape.name.value);

/** Ends at a moment, with a day, or when the person says so. */
const pauseSchema = z.union([
  z.strictObject({ untilMs: ms }),
  z.strictObject({ afterDay: z.int() }),
  z.strictObject({ untilResumed: z.literal(true) }),
]);
export type Pause = z.infer<typeof pauseSchema>;

export const breakStateSchema = z.strictObject({
  stage: stageSchema,
  /** When the clock was last looked at, in steps of `SEEN_STEP_MS`: what is later than this by a gap was not lived through. */
  seenMs: ms,
  /** From here the interval counts. */
  sinceMs: ms,
  /** Since when the person sits; null while they do not. */
  satSinceMs: ms.nullable(),
  lockedSinceMs: ms.nullable(),
  /** Still hands count from here on at the earliest; null in calls, full-screen films and sessions, where they mean nothing. */
  stillFromMs: ms.nullable(),
  /** From here on nothing speaks against a break; null while something does. */
  freeFromMs: ms.nullable(),
  pause: pauseSchema.nullable(),
  /**
   * The exercise session that is on: when something of it was last heard, and whether it may count as a break; null as long as
   * nothing was done in it.
   */
  session: z.strictObject({ startedMs: ms, heardMs: ms, isReal: z.boolean().nullable() }).nullable(),
});
export type BreakState = z.infer<typeof breakStateSchema>;

export const breakActionSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('start-now') }),
  z.strictObject({ action: z.literal('smaller-dose') }),
  z.strictObject({ action: z.literal('snooze'), minutes: z.literal(SNOOZE_MINUTES) }),
  z.strictObject({ action: z.literal('skip'), reason: z.enum(SKIP_REASONS) }),
  z.strictObject({ action: z.literal('pause'), for: z.literal(PAUSES) }),
  z.strictObject({ action: z.literal('resume') }),
  /** `counted` and `held` name the session in which the camera saw it. */
  z.strictObject({
    action: z.literal('done'),
    how: z.enum(DONE_HOW),
    sessionId: z.uuidv7().optional(),
  }),
]);
export type BreakAction = z.infer<typeof breakActionSchema>;

export type BreakInput =
  /**
   * Time has passed. `isUnwatched`: nothing ran since `seenMs`, so nobody knows whether the person was away. `isCatchingUp`:
   * the person is just doing something, which comes next; it is no moment to call them.
   */
  | {
      readonly type: 'tick';
      readonly nowMs: number;
      readonly sense: Sense;
      readonly isUnwatched: boolean;
      readonly isCatchingUp: boolean;
    }
  /** The three below come right after such a tick. */
  | { readonly type: 'act'; readonly nowMs: number; readonly act: BreakAction }
  | { readonly type: 'session-heard'; readonly nowMs: number; readonly isReal: boolean | null }
  | { readonly type: 'session-ended'; readonly nowMs: number; readonly isFinished: boolean };

/** What happened, for the hosts and for the history. `dueAtMs` tells one break from another. */
export type BreakEvent =
  | { readonly kind: 'warned' | 'withdrawn' | 'started' | 'paused' | 'resumed'; readonly atMs: number }
  | { readonly kind: 'offered'; readonly atMs: number; readonly dueAtMs: number; readonly n: number }
  | { readonly kind: 'snoozed'; readonly atMs: number; readonly dueAtMs: number; readonly minutes: number }
  | {
      readonly kind: 'skipped';
      readonly atMs: number;
      readonly dueAtMs: number;
      readonly reason: (typeof SKIP_REASONS)[number];
    }
  | {
      readonly kind: 'done';
      readonly atMs: number;
      readonly dueAtMs: number | null;
      readonly how: (typeof DONE_HOW)[number];
      readonly sessionId: string | null;
    }
  /** The person was away, or did a session, for long enough. */
  | {
      readonly kind: 'credited';
      readonly atMs: number;
      readonly fromMs: number;
      readonly dueAtMs: number | null;
      readonly by: 'away' | 'session';
    }
  | { readonly kind: 'lapsed'; readonly atMs: number; readonly dueAtMs: number; readonly why: LapseReason }
  /** A stretch of sitting is over. */
  | { readonly kind: 'sat'; readonly atMs: number; readonly fromMs: number };

export type BreakStep = [BreakState, readonly BreakEvent[]];

export function initialBreaks(nowMs: number): BreakState {
  return {
    stage: { name: 'off' },
    seenMs: nowMs,
    sinceMs: nowMs,
    satSinceMs: null,
    lockedSinceMs: null,
    stillFromMs: nowMs,
    freeFromMs: nowMs,
    pause: null,
    session: null,
  };
}

/** The day that a moment belongs to for a person: what they do after midnight belongs to the day before. */
export function breakDay(local: Pick<LocalTime, 'dayOf'>, atMs: number): number {
  return local.dayOf(atMs - DAY_ENDS_MS);
}

/** The break at hand, in whatever stage. */
export function dueOf({ stage }: BreakState): DueBreak | null {
  return 'due' in stage ? stage.due : null;
}

/** Whether the person has heard of this break: then it must come to an end that is recorded. */
export function isKnown(due: DueBreak | null): due is DueBreak {
  return due !== null && (due.isStarted || due.offers + due.snoozes > 0);
}
