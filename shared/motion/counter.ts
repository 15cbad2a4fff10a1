import type { ExerciseId, Side } from '../exercises/exerciseIds.ts';
import { motionOf } from '../exercises/motion.ts';
import type { PoseFrame } from '../pose/landmarks.ts';
import { type BodySample, bodySignal } from './bodySignal.ts';
import type { PhaseView, Tally } from './detector.ts';
import type { MotionEvent } from './events.ts';
import { BODY_LENGTH_TO_HEIGHT, initialStance, type StanceState, stepStance } from './stance.ts';

/** What a counter has to know of the person and the picture; it never changes during a set. */
export interface CounterSetup {
  readonly exercise: ExerciseId;
  /** width ÷ height of the picture. */
  readonly aspect: number;
  /** What was asked of the person. Where the model cannot tell left from right it is taken for what was done. */
  readonly side?: Side;
  /** Without it, reps carry no height. */
  readonly personHeightCm?: number;
}

/** All that is known at this moment. Plain data: keep it, compare it, throw it away. */
export interface CounterState {
  readonly stance: StanceState;
  /** The state of the exercise's detector; null while nobody is in position. */
  readonly movement: Tally | null;
  readonly tally: Tally;
  readonly lastMs: number;
  /** The last samples, for the stillness from which the floor is measured. */
  readonly recent: readonly BodySample[];
}

/** What a screen shows of the counter between its events. */
export interface CounterView extends PhaseView {
  readonly armed: boolean;
  readonly count: number;
}

/** @param count reps that were counted before: a set goes on */
export function initialCounter(count = 0): CounterState {
  return {
    stance: initialStance(),
    movement: null,
    tally: { count, rises: [] },
    lastMs: Number.NEGATIVE_INFINITY,
    recent: [],
  };
}

/**
 * Takes one frame and says what happened. Frames may come at any rate and with gaps; one that does not advance in time,
 * or has no finite time, is ignored.
 */
export function stepCounter(setup: CounterSetup, state: CounterState, frame: PoseFrame): [CounterState, MotionEvent[]] {
  if (!Number.isFinite(frame.tMs) || frame.tMs <= state.lastMs) return [state, []];
  const { detector } = motionOf(setup.exercise);
  const sample = bodySignal(frame, setup.aspect);
  const { tMs } = sample;
  const [stance, change] = stepStance(state.stance, sample, detector.stance);
  const recent = [...state.recent.filter((s) => tMs - s.tMs <= FLOOR_FROM_MS), sample];
  const seen: CounterState = { ...state, stance, lastMs: tMs, recent };

  if (change?.type === 'disarmed') {
    const events = endCounter(setup, state);
    return [{ ...seen, movement: null }, [...events, { type: 'disarmed', tMs, reason: change.reason }]];
  }
  if (!stance.armed) return [seen, []];
  if (change?.type === 'armed') {
    return [
      { ...seen, movement: detector.begin(recent, stance.length, state.tally, setup.personHeightCm) },
      [{ type: 'armed', tMs }],
    ];
  }
  if (!state.movement) return [seen, []];
  const [movement, events] = detector.step(state.movement, sample, stance.length);
  const { count, rises } = movement;
  return [{ ...seen, movement, tally: { count, rises } }, events.map((event) => finished(event, setup, sample))];
}

/** The frames end here, or the person was lost: closes a rep under way with what is known of it. */
export function endCounter(setup: CounterSetup, state: CounterState): MotionEvent[] {
  if (!state.movement) return [];
  const events = motionOf(setup.exercise).detector.abandon(state.movement, state.lastMs);
  return events.map((event) => finished(event, setup, state.recent.at(-1)));
}

export function viewCounter(setup: CounterSetup, state: CounterState): CounterView {
  const { movement, stance, tally } = state;
  if (!stance.armed || !movement) return { armed: false, phase: 'rest', elevation: 0, count: tally.count };
  return { armed: true, count: tally.count, ...motionOf(setup.exercise).detector.view(movement) };
}

/** The cosine of the angle from facing the camera. */
const SIDES_TOLD = 0.57;

/** The stillness that armed the counter is this long; the floor is its mean. */
const FLOOR_FROM_MS = 600;

/** Adds what only the set-up knows: the height in centimetres, and the side where it cannot be seen. */
function finished(event: MotionEvent, setup: CounterSetup, sample: BodySample | undefined): MotionEvent {
  const { exercise, personHeightCm } = setup;
  const sideOf = (seen: Side): Side => {
    const isClear = seen !== 'both' && sample !== undefined && tellsSides(sample);
    return (setup.side === 'left' || setup.side === 'right') && !isClear ? setup.side : seen;
  };
  if (event.type === 'rep-top') return { ...event, side: sideOf(event.side) };
  if (event.type !== 'rep') return event;
  const rep = { ...event.rep, side: sideOf(event.rep.side) };
  if (personHeightCm === undefined || !motionOf(exercise).riseIsHeight) return { ...event, rep };
  return { ...event, rep: { ...rep, heightCm: rep.riseRatio * BODY_LENGTH_TO_HEIGHT * personHeightCm } };
}

/**
 * Whether the model can be trusted to tell the legs apart. Within 35° of side-on, and lying, it takes one for the other for
 * whole reps (`bench:motion`).
 */
function tellsSides({ body }: BodySample): boolean {
  return (
    body !== null && body.posture !== 'lying' && Math.abs(Math.cos((body.facingDeg * Math.PI) / 180)) >= SIDES_TOLD
  );
}
