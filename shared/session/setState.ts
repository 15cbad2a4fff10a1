import type { ExerciseId, Side } from '../exercises/exerciseIds.ts';
import { motionOf } from '../exercises/motion.ts';
import type { EndReason } from '../history/records.ts';
import { type CounterState, initialCounter, type stepCounter } from '../motion/counter.ts';
import type { AttemptReason, Rep } from '../motion/events.ts';
import type { PoseFrame } from '../pose/landmarks.ts';
import type { Coaching } from '../settings/settings.ts';
import { type Instruction, initialSetup, type SetupReading, type SetupState } from '../setup/setupCheck.ts';
import type { ToneId } from './clips.ts';
import { type CoachState, INITIAL_COACH } from './coaching.ts';
import type { VoiceCue } from './cueQueue.ts';
import type { PaceState } from './pace.ts';

/**
 * One set from stepping into the picture to its last rep: (state, input) → [state, effects].
 *
 * All times are in ms on the clock of the camera frames. A rep is saved first and announced when that has succeeded, so
 * whatever the person has heard or seen counted is in the history.
 */
export interface SetPlan {
  readonly exercise: ExerciseId;
  readonly side: Side;
  readonly targetReps: number;
  readonly personHeightCm: number | null;
  readonly coaching: Coaching;
  /** The number of the last rep of this set in the history: it goes on after an interruption. */
  readonly alreadyDone: number;
  /** What has to be added to that number for the count in the history. */
  readonly alreadyCorrected: number;
}

export type SetPhase = 'setup' | 'count-in' | 'working' | 'away' | 'paused' | 'asking' | 'done';

/** What stops a set from outside. Each has its sentence. */
export type Trouble = 'camera-lost' | 'not-saved';

export interface SetRep {
  readonly n: number;
  readonly side: Side;
  /** In the history, and so announced. */
  readonly saved: boolean;
  /** Null while the heel is up. */
  readonly measured: Rep | null;
}

export interface SetAttempt {
  readonly afterRep: number;
  readonly reason: AttemptReason;
  /** How long a hold lasted that was let go too soon. */
  readonly heldMs: number | null;
}

export interface SetState {
  readonly plan: SetPlan;
  readonly phase: SetPhase;
  /** Where "go on" leads from a pause or a question. */
  readonly before: Exclude<SetPhase, 'paused' | 'asking' | 'done'>;
  readonly setup: SetupState;
  readonly aspect: number;
  readonly counter: CounterState;
  readonly counting: boolean;
  readonly started: boolean;
  readonly countInMs: number;
  readonly countInSaid: number;
  readonly reps: readonly SetRep[];
  readonly attempts: readonly SetAttempt[];
  /** The sum of the person's corrections that are in the history, and so announced. */
  readonly corrected: number;
  /** The sum of those that are still being saved. */
  readonly correcting: number;
  /** Since when the heel sinks, for the count of five. */
  readonly lowerStartMs: number | null;
  readonly lastReadingMs: number | null;
  /** When counting began. */
  readonly workingSinceMs: number | null;
  readonly awaySinceMs: number | null;
  readonly advice: Advice;
  readonly coach: CoachState;
  /** The beat, where the exercise has one and it sounds. */
  readonly pace: PaceState | null;
  readonly trouble: Trouble | null;
  readonly endReason: EndReason | null;
}

/** The instruction on the screen, and when it was last spoken. */
export interface Advice {
  readonly instruction: Instruction | null;
  readonly sinceMs: number;
  readonly spokenMs: number | null;
}

export type SetInput =
  | { readonly type: 'reading'; readonly reading: SetupReading }
  /** Time passes, whether frames come or not. */
  | { readonly type: 'clock'; readonly nowMs: number }
  | { readonly type: 'pause-or-go-on'; readonly nowMs: number }
  | { readonly type: 'correct'; readonly change: 1 | -1; readonly nowMs: number }
  | { readonly type: 'ask-to-end' }
  | { readonly type: 'end' }
  | { readonly type: 'go-on'; readonly nowMs: number }
  | SaveOutcome
  | { readonly type: 'trouble'; readonly trouble: Trouble }
  | { readonly type: 'trouble-over'; readonly nowMs: number };

/** What became of what was to be saved. What is refused can never be. */
export type SaveOutcome =
  | { readonly type: 'rep-saved' | 'rep-refused'; readonly n: number }
  | { readonly type: 'correction-saved' | 'correction-refused'; readonly change: 1 | -1 };

export type SetEffect =
  | { readonly type: 'say'; readonly cue: VoiceCue }
  /** At once, or at an exact moment of the frame clock. */
  | { readonly type: 'tone'; readonly tone: ToneId; readonly atMs: number | null }
  | { readonly type: 'cancel-tones' }
  | { readonly type: 'start-set' }
  | { readonly type: 'save-rep'; readonly n: number; readonly side: Side; readonly topMs: number }
  | { readonly type: 'save-measures'; readonly rep: Rep }
  | {
      readonly type: 'save-attempt';
      readonly topMs: number;
      readonly reason: AttemptReason;
      readonly heldMs: number | null;
    }
  | { readonly type: 'save-correction'; readonly change: 1 | -1 }
  | { readonly type: 'end-set'; readonly reason: EndReason }
  | { readonly type: 'retry-saves' }
  /** A new count begins: forget the frames recorded so far. */
  | { readonly type: 'trace-start' }
  | { readonly type: 'trace-frame'; readonly frame: PoseFrame };

export type Step = [SetState, SetEffect[]];

export function initialSet(plan: SetPlan): SetState {
  return {
    plan,
    phase: 'setup',
    before: 'setup',
    setup: initialSetup(),
    aspect: 4 / 3,
    counter: startingCounter(plan),
    counting: false,
    started: plan.alreadyDone > 0,
    countInMs: 0,
    countInSaid: 0,
    reps: [],
    attempts: [],
    corrected: plan.alreadyCorrected,
    correcting: 0,
    lowerStartMs: null,
    lastReadingMs: null,
    workingSinceMs: null,
    awaySinceMs: null,
    advice: { instruction: null, sinceMs: 0, spokenMs: null },
    coach: INITIAL_COACH,
    pace: null,
    trouble: null,
    endReason: null,
  };
}

export function startingCounter(plan: SetPlan): CounterState {
  return initialCounter(plan.alreadyDone);
}

/** The number on the screen: reps in the history and the person's corrections. */
export function countShown(state: SetState): number {
  const saved = state.reps.filter((rep) => rep.saved).length;
  return Math.max(0, state.plan.alreadyDone + saved + state.corrected);
}

export function counterSetup({ plan, aspect }: SetState): Parameters<typeof stepCounter>[0] {
  const { exercise, side, personHeightCm } = plan;
  return { exercise, side, aspect, ...(personHeightCm !== null && { personHeightCm }) };
}

export function hasTempo({ plan }: SetState): boolean {
  return motionOf(plan.exercise).lowerMs !== undefined;
}
