import type { ExerciseId } from '../exercises/exerciseIds.ts';
import { motionOf } from '../exercises/motion.ts';
import type { PoseFrame } from '../pose/landmarks.ts';
import { type BodySample, bodySignal } from './bodySignal.ts';
import type { MotionEvent, Rep } from './events.ts';
import { levelsOf } from './heelEvidence.ts';
import { abandonHeelRaise, elevation, initialHeelRaise, stepHeelRaise } from './heelRaise.ts';
import type { HeelRaiseState } from './heelRaiseRep.ts';
import type { Moment } from './moments.ts';
import { initialStance, type StanceState, stepStance } from './stance.ts';

/** What a counter has to know of the person and the picture; it never changes during a set. */
export interface CounterSetup {
  readonly exercise: ExerciseId;
  /** width ÷ height of the picture. */
  readonly aspect: number;
  /** Without it, reps carry no height. */
  readonly personHeightCm?: number;
}

/** All that is known at this moment. Plain data: keep it, compare it, throw it away. */
export interface CounterState {
  readonly stance: StanceState;
  readonly heelRaise: HeelRaiseState | null;
  /** The last samples, for the stillness from which the floor is measured. */
  readonly lastMs: number;
  readonly count: number;
  readonly rises: readonly number[];
  readonly recent: readonly BodySample[];
}

/** What a screen shows of the counter between its events. */
export interface CounterView {
  readonly armed: boolean;
  readonly phase: 'rest' | 'raise' | 'hold' | 'lower';
  /** 0 on the floor, 1 at the top. */
  readonly elevation: number;
  readonly count: number;
}

/**
 * Shoulder-to-ankle length as a share of a person's height. Anatomy gives 0.76–0.78 (shoulder joint at 0.81 of stature,
 * ankle at 0.04), the model sets its shoulders lower: 0.72–0.75 against the demo athlete (`bench:motion`).
 */
const BODY_LENGTH_TO_HEIGHT = 0.735;

export function initialCounter(): CounterState {
  return {
    stance: initialStance(),
    heelRaise: null,
    lastMs: Number.NEGATIVE_INFINITY,
    count: 0,
    rises: [],
    recent: [],
  };
}

/**
 * Takes one frame and says what happened. Frames may come at any rate and with gaps; one that does not advance in time,
 * or has no finite time, is ignored.
 */
export function stepCounter(setup: CounterSetup, state: CounterState, frame: PoseFrame): [CounterState, MotionEvent[]] {
  if (!Number.isFinite(frame.tMs) || frame.tMs <= state.lastMs) return [state, []];
  const thresholds = motionOf(setup.exercise);
  const sample = bodySignal(frame, setup.aspect);
  const { tMs } = sample;
  const [stance, change] = stepStance(state.stance, sample);
  const seen: CounterState = {
    ...state,
    stance,
    lastMs: tMs,
    recent: [...state.recent.filter((s) => tMs - s.tMs <= FLOOR_FROM_MS), sample],
  };

  if (change?.type === 'disarmed') {
    const events = endCounter(setup, state);
    return [{ ...seen, heelRaise: null }, [...events, { type: 'disarmed', tMs, reason: change.reason }]];
  }
  if (!stance.armed) return [seen, []];
  if (change?.type === 'armed') {
    const still = seen.recent.flatMap((s) => momentOf(s, stance.length) ?? []);
    return [{ ...seen, heelRaise: initialHeelRaise(still, state.count, state.rises) }, [{ type: 'armed', tMs }]];
  }
  const moment = momentOf(sample, stance.length);
  if (!moment || !state.heelRaise) return [seen, []];
  const [heelRaise, events] = stepHeelRaise(state.heelRaise, moment, thresholds);
  return [
    { ...seen, heelRaise, count: heelRaise.count, rises: heelRaise.rises },
    events.map((event) => finished(event, setup)),
  ];
}

/** The frames end here, or the person was lost: closes a rep under way with what is known of it. */
export function endCounter(setup: CounterSetup, state: CounterState): MotionEvent[] {
  if (!state.heelRaise) return [];
  const events = abandonHeelRaise(state.heelRaise, state.lastMs, motionOf(setup.exercise));
  return events.map((event) => finished(event, setup));
}

export function viewCounter(setup: CounterSetup, state: CounterState): CounterView {
  const { heelRaise, count } = state;
  if (!state.stance.armed || !heelRaise) return { armed: false, phase: 'rest', elevation: 0, count };
  const phase = heelRaise.phase === 'settle' ? 'rest' : heelRaise.phase;
  return { armed: true, phase, elevation: elevation(heelRaise, motionOf(setup.exercise)), count };
}

/** The stillness that armed the counter is this long; the floor is its mean. */
const FLOOR_FROM_MS = 600;

function momentOf(sample: BodySample, length: number): Moment | null {
  return sample.body && { tMs: sample.tMs, ...levelsOf(sample.body, length) };
}

/** Adds what only the set-up knows: the height in centimetres. */
function finished(event: MotionEvent, setup: CounterSetup): MotionEvent {
  const { personHeightCm } = setup;
  if (event.type !== 'rep' || personHeightCm === undefined) return event;
  const heightCm = event.rep.riseRatio * BODY_LENGTH_TO_HEIGHT * personHeightCm;
  const rep: Rep = { ...event.rep, heightCm };
  return { ...event, rep };
}
