import type { HopDirection, Side } from '../../shared/exercises/exerciseIds.ts';
import { type AthletePose, type Segments, STANDING } from './anatomy.ts';
import { phaseOf, type Segment, valueAt } from './timeline.ts';

/**
 * What the athlete does, and the truth of it: a score of tracks for the channels of the body, and the moments of every
 * rep as the architecture defines them.
 */

/** Lengths in metres, angles in degrees. Channels of the feet: the ankle's rise about the ball, the whole foot's lift. */
export type Channel =
  | 'ankleLeft'
  | 'ankleRight'
  | 'liftLeft'
  | 'liftRight'
  | 'backLeft'
  | 'backRight'
  | 'toesUp'
  | 'hipDrop'
  | 'shiftX'
  | 'shiftZ'
  | 'bow'
  | 'lean'
  | 'armsForward'
  | 'armsSide'
  | 'x'
  | 'z'
  | 'yaw'
  | 'steps';

/**
 * The truth of a rep, in ms from the start of the movement. Hops carry take-off and landing instead of the moments of a
 * raise.
 */
export interface TrueRep {
  readonly side: Side;
  readonly startMs?: number;
  /** The top of a raise, or of a hop's flight. */
  readonly topMs: number;
  readonly lowerStartMs?: number;
  readonly endMs?: number;
  readonly lowerMs?: number;
  /** How far the heel rose, or the body flew. */
  readonly heightCm?: number;
  readonly takeoffMs?: number;
  readonly landMs?: number;
  readonly flightMs?: number;
  readonly direction?: HopDirection;
  /** The hip's angle at the top of a bridge: 180 is straight. */
  readonly peakHipDeg?: number;
}

export interface Movement {
  readonly durationMs: number;
  readonly segments: readonly Segment<Channel>[];
  readonly reps: readonly TrueRep[];
}

/** How one raise is done. Times in ms, the height in metres. */
export interface RaiseTempo {
  readonly raiseMs: number;
  readonly holdMs: number;
  readonly lowerMs: number;
  readonly restMs: number;
  readonly heightM: number;
  readonly rampMs: number;
}

/** The body rises over the balls of the feet, so it moves forward by this share of its rise. */
const FORWARD_SHARE = 0.35;
/** On one leg the hips move over it by this much, and the other foot hangs behind. */
const OVER_ONE_LEG_M = 0.05;
const FOOT_BEHIND_M = 0.22;
const FOOT_LIFT_M = 0.12;
const SHIFT_MS = 700;

/** A movement under construction: each part begins where the one before has ended. */
export interface Score {
  nowMs: number;
  readonly segments: Segment<Channel>[];
  readonly reps: TrueRep[];
}

export function newScore(): Score {
  return { nowMs: 0, segments: [], reps: [] };
}

export function movementOf(score: Score): Movement {
  return { durationMs: score.nowMs, segments: score.segments, reps: score.reps };
}

export function wait(score: Score, ms: number): void {
  score.nowMs += ms;
}

/** Moves several channels together. */
export function move(
  score: Score,
  targets: Partial<Record<Channel, number>>,
  ms: number,
  rampMs = 250,
): Segment<Channel>[] {
  const added = Object.entries(targets).map(
    ([channel, to]): Segment<Channel> => ({
      channel: channel as Channel,
      fromMs: score.nowMs,
      toMs: score.nowMs + ms,
      to,
      rampMs,
    }),
  );
  score.segments.push(...added);
  score.nowMs += ms;
  return added;
}

/** Heels up and down on both feet. */
export function doubleRaise(score: Score, tempo: RaiseTempo): void {
  const up = { ankleLeft: tempo.heightM, ankleRight: tempo.heightM, shiftZ: FORWARD_SHARE * tempo.heightM };
  const down = { ankleLeft: 0, ankleRight: 0, shiftZ: 0 };
  raiseAndLower(score, tempo, 'both', up, down);
}

/** Heel up and down on one foot; the other must hang (`standOn`). */
export function singleRaise(score: Score, tempo: RaiseTempo, side: 'left' | 'right'): void {
  const ankle = side === 'left' ? 'ankleLeft' : 'ankleRight';
  raiseAndLower(
    score,
    tempo,
    side,
    { [ankle]: tempo.heightM, shiftZ: FORWARD_SHARE * tempo.heightM },
    { [ankle]: 0, shiftZ: 0 },
  );
}

/** Up on both feet, one foot off, down on the other alone, the foot back. The hold includes taking the foot off. */
export function eccentricRaise(score: Score, tempo: RaiseTempo, side: 'left' | 'right'): void {
  const h = tempo.heightM;
  const free = side === 'left' ? 'Right' : 'Left';
  const works = side === 'left' ? 'Left' : 'Right';
  const over = side === 'left' ? OVER_ONE_LEG_M : -OVER_ONE_LEG_M;
  const [up] = move(score, { ankleLeft: h, ankleRight: h, shiftZ: FORWARD_SHARE * h }, tempo.raiseMs, tempo.rampMs);
  move(
    score,
    { shiftX: over, [`lift${free}`]: FOOT_LIFT_M, [`back${free}`]: FOOT_BEHIND_M },
    tempo.holdMs,
    tempo.rampMs,
  );
  const [down] = move(score, { [`ankle${works}`]: 0, shiftZ: 0 }, tempo.lowerMs, tempo.rampMs);
  addRep(score, side, up, down, h);
  move(score, { shiftX: 0, [`lift${free}`]: 0, [`back${free}`]: 0, [`ankle${free}`]: 0 }, SHIFT_MS);
  wait(score, tempo.restMs);
}

/** Stands on one foot, the other lifted behind. */
export function standOn(score: Score, side: Side): void {
  const over = side === 'left' ? OVER_ONE_LEG_M : side === 'right' ? -OVER_ONE_LEG_M : 0;
  const free = (foot: 'left' | 'right'): number => (side === 'both' || side === foot ? 0 : 1);
  move(
    score,
    {
      shiftX: over,
      liftLeft: FOOT_LIFT_M * free('left'),
      backLeft: FOOT_BEHIND_M * free('left'),
      liftRight: FOOT_LIFT_M * free('right'),
      backRight: FOOT_BEHIND_M * free('right'),
    },
    SHIFT_MS,
  );
}

/** Down by `depthM` and up again. */
export function squat(score: Score, depthM: number, ms: number): void {
  move(score, { hipDrop: depthM, bow: 35 * (depthM / 0.4), shiftZ: -0.12 * (depthM / 0.4), armsForward: 70 }, ms / 2);
  wait(score, 250);
  move(score, { hipDrop: 0, bow: 0, shiftZ: 0, armsForward: 0 }, ms / 2);
}

/** Walks to a place on the floor (relative to the middle), two steps a second. */
export function walkTo(score: Score, from: { x: number; z: number }, to: { x: number; z: number }): void {
  const distance = Math.hypot(to.x - from.x, to.z - from.z);
  const steps = Math.max(2, Math.round(distance / 0.45));
  const facing = (Math.atan2(to.x - from.x, to.z - from.z) * 180) / Math.PI;
  move(score, { yaw: facing }, 400);
  const before = valueAt(score.segments, 'steps', score.nowMs);
  move(score, { x: to.x, z: to.z, steps: before + steps }, steps * 500, 300);
  move(score, { yaw: 0 }, 400);
}

/** The posture at a moment, with the small sway of a standing body. */
export function poseAt(movement: Movement, s: Segments, tMs: number): AthletePose {
  const at = (channel: Channel): number => valueAt(movement.segments, channel, tMs);
  const steps = at('steps');
  const walking = steps % 1 !== 0;
  const swing = gait(steps, walking);
  // A lifted foot hangs from the body: it goes up with the heel of the other one.
  const hanging = (lift: number, carryingRise: number): number => lift + (lift > 0.02 ? carryingRise : 0);
  const t = tMs / 1000;
  const sway = 0.004 * Math.sin(0.9 * t) + 0.002 * Math.sin(2.3 * t + 1);
  return {
    ...STANDING,
    x: at('x'),
    z: at('z'),
    yawDeg: at('yaw'),
    hipDrop: at('hipDrop') + swing.drop,
    hipShiftX: at('shiftX') + sway,
    hipShiftZ: at('shiftZ') + 0.003 * Math.sin(0.7 * t + 2),
    bowDeg: at('bow') + 0.4 * Math.sin(1.1 * t) + swing.bowDeg,
    leanDeg: at('lean') + 0.3 * Math.sin(0.8 * t + 0.5),
    left: {
      ankleRise: at('ankleLeft') + swing.left.ankleRise,
      lift: hanging(at('liftLeft'), at('ankleRight')) + swing.left.lift,
      back: at('backLeft') + swing.left.back * s.height,
      toesUpDeg: at('toesUp'),
    },
    right: {
      ankleRise: at('ankleRight') + swing.right.ankleRise,
      lift: hanging(at('liftRight'), at('ankleLeft')) + swing.right.lift,
      back: at('backRight') + swing.right.back * s.height,
      toesUpDeg: at('toesUp'),
    },
    leftArm: { forwardDeg: 3 + at('armsForward') + swing.armDeg, sideDeg: 9 + at('armsSide'), elbowDeg: 12 },
    rightArm: { forwardDeg: 3 + at('armsForward') - swing.armDeg, sideDeg: 9 + at('armsSide'), elbowDeg: 12 },
  };
}

function raiseAndLower(
  score: Score,
  tempo: RaiseTempo,
  side: Side,
  up: Partial<Record<Channel, number>>,
  down: Partial<Record<Channel, number>>,
): void {
  const [first] = move(score, up, tempo.raiseMs, tempo.rampMs);
  wait(score, tempo.holdMs);
  const [last] = move(score, down, tempo.lowerMs, tempo.rampMs);
  addRep(score, side, first, last, tempo.heightM);
  wait(score, tempo.restMs);
}

function addRep(
  score: Score,
  side: Side,
  up: Segment<Channel> | undefined,
  down: Segment<Channel> | undefined,
  heightM: number,
): void {
  if (!up || !down) throw new Error('A raise needs a way up and a way down.');
  const raise = phaseOf(up);
  const lower = phaseOf(down);
  score.reps.push({
    side,
    startMs: raise.fromMs,
    topMs: raise.toMs,
    lowerStartMs: lower.fromMs,
    endMs: lower.toMs,
    lowerMs: lower.toMs - lower.fromMs,
    heightCm: 100 * heightM,
  });
}

interface Swing {
  readonly left: { readonly lift: number; readonly back: number; readonly ankleRise: number };
  readonly right: { readonly lift: number; readonly back: number; readonly ankleRise: number };
  readonly armDeg: number;
  readonly drop: number;
  readonly bowDeg: number;
}

/** Legs and arms of a walk: a whole number of steps is standing. Lengths of `back` in body heights. */
function gait(steps: number, walking: boolean): Swing {
  const still = { lift: 0, back: 0, ankleRise: 0 };
  if (!walking) return { left: still, right: still, armDeg: 0, drop: 0, bowDeg: 0 };
  const phase = steps % 2;
  const swinging = Math.sin(Math.PI * (steps % 1));
  const leftSwings = phase < 1;
  const stride = 0.11 * Math.cos(Math.PI * steps);
  const foot = (swings: boolean, sign: number): Swing['left'] => ({
    lift: swings ? 0.07 * swinging : 0,
    back: sign * stride,
    ankleRise: swings ? 0.03 * swinging : 0,
  });
  return {
    left: foot(leftSwings, 1),
    right: foot(!leftSwings, -1),
    armDeg: -18 * Math.cos(Math.PI * steps),
    drop: 0.02 * (1 - swinging),
    bowDeg: 3,
  };
}
