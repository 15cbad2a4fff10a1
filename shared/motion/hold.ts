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
  /** Seen from the side the model takes one leg for the other: a change of sides is none then. */
  readonly isSeenSideOn?: boolean;
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
/** A shorter touch of the position is no attempt at holding it, nor one of less than a third of the hold. */
const LEAST_ATTEMPT_MS = 2500;
const LEAST_ATTEMPT_SHARE = 1 / 3;

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
  if (!side || (side !== held.side && !kind.isSeenSideOn))
    return tMs - held.lastMs > WOBBLE_MS ? letGo(state, tMs, kind) : [state, []];
  const next: HoldState = { ...state, held: { ...held, lastMs: tMs } };
  const doneMs = held.sinceMs + kind.holdMs;
  if (held.lastMs >= doneMs || tMs < doneMs) return [next, []];
  const n = state.count + 1;
  return [{ ...next, count: n }, [{ type: 'rep-top', tMs, n, topMs: doneMs, side: held.side }]];
}

function letGo(state: HoldState, tMs: number, { holdMs }: HoldKind): [HoldState, MotionEvent[]] {
  const { held, count } = state;
  const after: HoldState = { ...state, held: null };
  if (!held) return [after, []];
  const lastedMs = held.lastMs - held.sinceMs;
  if (lastedMs < Math.min(LEAST_ATTEMPT_MS, LEAST_ATTEMPT_SHARE * holdMs)) return [after, []];
  if (lastedMs < holdMs)
    return [after, [{ type: 'attempt', tMs, atMs: held.lastMs, reason: 'let-go', heldMs: lastedMs }]];
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
  const forward = forwardOf(left, right);
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

/** Side-on to within 45°. */
const SIDE_ON = 0.7;
/**
 * One foot is in front (body lengths), and one knee is hardly bent: with both feet side by side, and sitting down, both knees go
 * forward. The model often takes the one leg for the other, and reads 0.05–0.27 and 112–148°.
 */
const LEAST_SPLIT = 0.03;
const LEAST_KNEE_DEG = 105;
/**
 * The front knee is beyond the tip of its toes, by this much (body lengths, 3 cm): at a wall a fist's width before the toes the
 * joint is 4–7 cm beyond them, and the model reads 0.05–0.18.
 */
const LEAST_BEYOND_TOES = 0.025;
/**
 * The shank leans far over the foot, in degrees, less so many for each body length that the heel is above the toes: a heel that comes
 * up takes the ankle along. Each alone is read too vaguely – a heel on the floor up to 0.09 above the toes, one that is up by
 * 5 cm from 0.043 on – but together the model reads 19–28 with the heel down and 5–16 with the heel up (`bench:motion`).
 */
const LEAST_BEND_DEG = 18.5;
const DEG_PER_HEEL_UP = 240;

/** The front knee at a wall beyond its toes, the front heel down, seen from the side: the front leg's side. */
export function kneeAtWallSide({ left, right, facingDeg }: Body, length: number): Side | null {
  const forward = forwardOf(left, right);
  const leftInFront = forward * (left.toe.x - right.toe.x) >= 0;
  const front = leftInFront ? left : right;
  const heelUp = (front.heel.y - front.toe.y) / length;
  const isThere =
    Math.abs(Math.sin((facingDeg * Math.PI) / 180)) >= SIDE_ON &&
    Math.abs(left.toe.x - right.toe.x) / length >= LEAST_SPLIT &&
    Math.max(left.kneeDeg, right.kneeDeg) >= LEAST_KNEE_DEG &&
    (forward * (front.knee.x - front.toe.x)) / length >= LEAST_BEYOND_TOES &&
    front.shankDeg - DEG_PER_HEEL_UP * heelUp >= LEAST_BEND_DEG;
  return isThere ? (leftInFront ? 'left' : 'right') : null;
}

/** Which way the feet point in the picture: 1 to the right, −1 to the left. */
function forwardOf(left: LegSample, right: LegSample): 1 | -1 {
  return left.toe.x - left.heel.x + right.toe.x - right.heel.x >= 0 ? 1 : -1;
}

/** Seen from the side, the picture's own angle is steadier than the model's guess of depth. */
function kneeInPictureDeg({ hip, knee, ankle }: LegSample): number {
  return jointAngleDeg(hip, knee, ankle);
}
