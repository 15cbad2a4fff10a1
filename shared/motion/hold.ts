import type { Side } from '../exercises/exerciseIds.ts';
import { type Body, type BodySample, jointAngleDeg, type LegSample } from './bodySignal.ts';
import type { Detector, Tally } from './detector.ts';
import type { MotionEvent, Rep } from './events.ts';
import { carryingSide } from './heelRaise.ts';
import type { StanceRules } from './stance.ts';

/**
 * Times positions that are held: (state, sample) → [state, events]. A hold that lasts as long as it should is a rep,
 * announced at that moment and measured when it is let go; a shorter one is an attempt.
 */
export interface HoldKind {
  /** How long it should last, in ms. */
  readonly holdMs: number;
  /** The side that is in position, or null. */
  positionOf(body: Body, length: number): Side | null;
}

export interface HoldState extends Tally {
  readonly lastMs: number;
  /** The hold under way. */
  readonly held: { readonly sinceMs: number; readonly lastMs: number; readonly side: Side } | null;
}

/** A position lost for less than this was only lost to the model, or wobbled. */
const WOBBLE_MS = 400;
/** A shorter touch of the position is no attempt at holding it. */
const LEAST_ATTEMPT_MS = 2500;

export function holdDetector(kind: HoldKind, stance: StanceRules): Detector<HoldState> {
  return {
    stance,
    begin: (still, _, tally) => ({ lastMs: still.at(-1)?.tMs ?? 0, held: null, ...tally }),
    step: (state, sample, length) => stepHold(state, sample, length, kind),
    abandon: (state, tMs) => (state.held ? letGo(state, tMs, kind)[1] : []),
    view: ({ held, lastMs }) => ({
      phase: held ? 'hold' : 'rest',
      elevation: held ? Math.min(1, (lastMs - held.sinceMs) / kind.holdMs) : 0,
    }),
  };
}

function stepHold(
  before: HoldState,
  { tMs, body }: BodySample,
  length: number,
  kind: HoldKind,
): [HoldState, MotionEvent[]] {
  const state: HoldState = { ...before, lastMs: tMs };
  const side = body && kind.positionOf(body, length);
  const { held } = state;
  if (!held) return [side ? { ...state, held: { sinceMs: tMs, lastMs: tMs, side } } : state, []];
  if (side !== held.side) return tMs - held.lastMs > WOBBLE_MS ? letGo(state, tMs, kind) : [state, []];
  const next: HoldState = { ...state, held: { ...held, lastMs: tMs } };
  const doneMs = held.sinceMs + kind.holdMs;
  if (held.lastMs >= doneMs || tMs < doneMs) return [next, []];
  const n = state.count + 1;
  return [{ ...next, count: n }, [{ type: 'rep-top', tMs, n, topMs: doneMs, side }]];
}

function letGo(state: HoldState, tMs: number, { holdMs }: HoldKind): [HoldState, MotionEvent[]] {
  const { held, count } = state;
  const after: HoldState = { ...state, held: null };
  if (!held) return [after, []];
  const lastedMs = held.lastMs - held.sinceMs;
  if (lastedMs < LEAST_ATTEMPT_MS) return [after, []];
  if (lastedMs < holdMs) return [after, [{ type: 'attempt', tMs, atMs: held.lastMs, reason: 'let-go' }]];
  const rep: Rep = {
    n: count,
    side: held.side,
    counted: true,
    startMs: held.sinceMs,
    topMs: held.sinceMs + holdMs,
    endMs: held.lastMs,
    holdMs: lastedMs,
    riseRatio: 0,
    faults: [],
  };
  return [after, [{ type: 'rep', tMs, rep }]];
}

/** Standing on one foot: that foot's side. */
export function balancingSide({ left, right }: Body, length: number): Side | null {
  const side = carryingSide({ leftAnkle: left.ankle.y / length, rightAnkle: right.ankle.y / length });
  return side === 'both' ? null : side;
}

/** One foot is this far (body lengths, 30 cm) behind the other … */
const LEAST_STRIDE = 0.23;
/** … its knee straight, its heel at most this far above its toes (a heel on the floor reads up to 0.05), and the front knee bent. */
const STRAIGHT_KNEE_DEG = 155;
const MOST_HEEL_UP = 0.07;
const BENT_KNEE_DEG = 165;

/** Stretching the calf of the leg behind against a wall, seen from the side: that leg's side. */
export function stretchingSide({ left, right }: Body, length: number): Side | null {
  const toesAt = (leg: LegSample): number => leg.toe.x - leg.heel.x;
  const forward = toesAt(left) + toesAt(right) >= 0 ? 1 : -1;
  const leftIsBehind = forward * (left.ankle.x - right.ankle.x) < 0;
  const [behind, front] = leftIsBehind ? [left, right] : [right, left];
  const stride = (forward * (front.ankle.x - behind.ankle.x)) / length;
  const stretched =
    stride >= LEAST_STRIDE &&
    kneeInPictureDeg(behind) >= STRAIGHT_KNEE_DEG &&
    kneeInPictureDeg(front) <= BENT_KNEE_DEG &&
    (behind.heel.y - behind.toe.y) / length <= MOST_HEEL_UP;
  return stretched ? (leftIsBehind ? 'left' : 'right') : null;
}

/** Seen from the side, the picture's own angle is steadier than the model's guess of depth. */
function kneeInPictureDeg({ hip, knee, ankle }: LegSample): number {
  return jointAngleDeg(hip, knee, ankle);
}
