import type { CatalogueId, Side } from '../exercises/exerciseIds.ts';
import { isSeen } from '../exercises/exerciseIds.ts';
import type { EndReason, Fatigue, Feel } from '../history/records.ts';
import { initialRaisedHand, type RaisedHandState } from '../motion/raisedHand.ts';
import type { Profile } from '../progression/planContext.ts';
import type { Coaching } from '../settings/settings.ts';
import type { SetupReading } from '../setup/setupCheck.ts';
import type { GoState } from './go.ts';
import type { DoneSet, Resumption } from './resumption.ts';
import { type SessionPlan, type SetTask, tasksOf } from './sessionPlan.ts';
import type { SetEffect, SetInput, SetPhase, SetState } from './setState.ts';

/**
 * A session from its first exercise to the last question: (state, input) → [state, effects]. It leads from set to set and
 * hands each set its frames; a set is a reducer of its own (`liveSet.ts`), and so is a go by the clock (`go.ts`).
 */
export interface SessionState {
  readonly plan: SessionPlan;
  readonly tasks: readonly SetTask[];
  /** The task under way; in a rest, the one that was done last. */
  readonly at: number;
  readonly person: Person;
  readonly stage: Stage;
  /** Rises with each set that begins: whatever is saved of it carries its number. */
  readonly key: number;
  /** The set that was seen last, for its summary and late corrections, and its number. */
  readonly lastSet: SetState | null;
  readonly lastKey: number;
  readonly outcomes: readonly Outcome[];
  /** The task whose name and set-up were said in the rest before it. */
  readonly announced: number | null;
  /** Something of it is in the history: it must be ended there. */
  readonly isRecorded: boolean;
  /** The person has ended it before all was done. */
  readonly isCutShort: boolean;
  /** Something could not be written, and has not been tried again. */
  readonly hasUnsaved: boolean;
  /** A question is open, or the person pressed pause outside a set: no time passes. */
  readonly hold: 'paused' | 'menu' | null;
  readonly hand: RaisedHandState;
  readonly tickMs: number | null;
  readonly feel: Feel | null;
}

export interface Person {
  readonly heightCm: number | null;
  readonly coaching: Coaching;
  readonly handPauses: boolean;
  /** For what is added to a plan on the way. */
  readonly profile: Profile;
}

export type Stage =
  | { readonly name: 'set'; readonly set: SetState }
  | { readonly name: 'go'; readonly go: GoState }
  | { readonly name: 'rest'; readonly totalMs: number; readonly leftMs: number }
  /** Everything is done: how was it? */
  | { readonly name: 'end' }
  | { readonly name: 'left' };

/** What became of a set, and what the person said of it. */
export interface Outcome {
  readonly key: number;
  readonly exercise: CatalogueId;
  readonly side: Side;
  readonly reason: EndReason;
  readonly checkIn: CheckInAnswers;
  /** Of the ankle test: the person has said how it went. */
  readonly isMeasured: boolean;
}

export interface CheckInAnswers {
  readonly cramp: boolean | null;
  readonly fatigue: Fatigue | null;
  readonly pain: number | null;
}

export const UNANSWERED: CheckInAnswers = { cramp: null, fatigue: null, pain: null };
export const ALL_GOOD: CheckInAnswers = { cramp: false, fatigue: 'none', pain: 0 };

/** What the moment is on the page's clock, and on that of the frames; both in ms. */
export interface Moment {
  readonly nowMs: number;
  readonly frameMs: number;
}

export type SessionInput =
  | (Moment & { readonly type: 'clock' })
  | (Moment & { readonly type: 'reading'; readonly reading: SetupReading })
  /** For the set with this number; for the one that is shown, where none is said. A late correction or save goes to the last. */
  | { readonly type: 'set'; readonly input: SetInput; readonly key?: number }
  /** Pauses and goes on, whatever is under way. */
  | (Moment & { readonly type: 'pause-or-go-on' })
  /** Starts what is waiting: the go, or the next set. */
  | (Moment & { readonly type: 'next' })
  | { readonly type: 'more-rest' }
  | { readonly type: 'menu' }
  | (Moment & { readonly type: 'go-on' })
  | { readonly type: 'end-set' }
  | { readonly type: 'restart-set' }
  | { readonly type: 'skip-set' }
  | { readonly type: 'swap'; readonly exercise: CatalogueId }
  /** Another set like the last one, when all is done. */
  | { readonly type: 'one-more'; readonly side: Side }
  | { readonly type: 'end-session' }
  | { readonly type: 'check-in'; readonly key: number; readonly answers: Partial<CheckInAnswers> }
  | CheckResultSaid
  | { readonly type: 'feel'; readonly feel: Feel }
  | { readonly type: 'saves-failed' }
  | { readonly type: 'retry-saves' };

/** Inputs as the person gives them: the moment is added where the clocks are. */
export type PersonInput = SessionInput extends infer Input
  ? Input extends { readonly type: 'clock' | 'reading' }
    ? never
    : Input extends Moment
      ? Omit<Input, keyof Moment>
      : Input
  : never;

/** What only the person can tell of the knee-to-wall test: whether the knee touched, and how far the toes were. */
export interface CheckResultSaid {
  readonly type: 'check-result';
  readonly key: number;
  readonly side: 'left' | 'right';
  readonly passed: boolean;
  readonly cm: number | null;
}

export type SessionEffect =
  | Exclude<SetEffect, { readonly type: 'save-correction' }>
  /** Of the set with this number, which may be over. */
  | (Extract<SetEffect, { readonly type: 'save-correction' }> & { readonly key: number })
  /** The records that follow belong to a new set, with this number. */
  | { readonly type: 'begin-set'; readonly key: number; readonly at: number; readonly task: SetTask }
  | { readonly type: 'save-plan'; readonly plan: SessionPlan; readonly startAt: number }
  | ({
      readonly type: 'save-check-in';
      readonly key: number;
    } & CheckInAnswers)
  | CheckResultSaid
  | { readonly type: 'save-feel'; readonly feel: Feel }
  /** What is still to be said belongs to what is over. */
  | { readonly type: 'hush' };

export type SessionStep = [SessionState, SessionEffect[]];

type Resumed = Pick<Resumption, 'startAt' | 'done'>;

/** The number of a set that was done before the session was cut off: below those of the new ones, which count from 1. */
export function keyBefore(place: number): number {
  return -1 - place;
}

function outcomeBefore({ exercise, side, reason, checkIn }: DoneSet, place: number): Outcome {
  return { key: keyBefore(place), exercise, side, reason, checkIn: checkIn ?? UNANSWERED, isMeasured: false };
}

/** A session before its first task begins; with `resume`, one that is gone on with. */
export function initialSession(plan: SessionPlan, person: Person, resume: Resumed | null = null): SessionState {
  return {
    plan,
    tasks: tasksOf(plan),
    at: (resume?.startAt ?? 0) - 1,
    person,
    stage: { name: 'rest', totalMs: 0, leftMs: 0 },
    key: 0,
    lastSet: null,
    lastKey: 0,
    outcomes: (resume?.done ?? []).map(outcomeBefore),
    announced: null,
    isRecorded: resume !== null,
    isCutShort: false,
    hasUnsaved: false,
    hold: null,
    hand: initialRaisedHand(),
    tickMs: null,
    feel: null,
  };
}

export function taskAt({ tasks, at }: SessionState): SetTask | null {
  return tasks[at] ?? null;
}

export function nextTask({ tasks, at }: SessionState): SetTask | null {
  return tasks[at + 1] ?? null;
}

/** Whether the camera is to look now: until the last set that it sees, or in those sets alone where the person wants that. */
export function wantsCamera({ stage, tasks, at }: SessionState, isOffBetweenSets: boolean): boolean {
  if (stage.name === 'set') return true;
  if (stage.name !== 'go' && stage.name !== 'rest') return false;
  return !isOffBetweenSets && tasks.slice(at + 1).some(({ exercise }) => isSeen(exercise));
}

/** Whether movements count now: between sets, while somebody gets into place, and in a pause, they do not. */
export function isCounting({ stage }: SessionState): boolean {
  return stage.name === 'set' && COUNTING.includes(stage.set.phase);
}

const COUNTING: readonly SetPhase[] = ['count-in', 'working', 'away'];

/** The set that the screen shows: the one under way, or the last. */
export function shownSet({ stage, lastSet }: SessionState): SetState | null {
  return stage.name === 'set' ? stage.set : lastSet;
}

/** Its number. */
export function shownKey({ stage, key, lastKey }: SessionState): number {
  return stage.name === 'set' ? key : lastKey;
}

/** Whether all was done that was planned. */
export function isWhole(state: SessionState): boolean {
  return !state.isCutShort && nextTask(state) === null;
}
