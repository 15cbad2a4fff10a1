import type { HopDirection, Side } from '../../shared/exercises/exerciseIds.ts';
import { type ArmPose, type AthletePose, type FootPose, type LyingPose, type Segments, STANDING } from './anatomy.ts';
import { type FootSwing, gait } from './gait.ts';
import { phaseOf, type Segment, type Shape, valueAt } from './timeline.ts';

/**
 * What the athlete does, and the truth of it: a score of tracks for the channels of the body, and the moments of every
 * rep as the architecture defines them.
 */

/**
 * Lengths in metres, angles in degrees. Channels of the feet: the ankle's rise about the ball, the whole foot's lift, the
 * knee pushed over the toes, the toes of both or of one. Of the arms: both forward and up, or one. What is no length and
 * no angle is 0 or 1: `onKnees`, `ribsLeft` and `ribsRight` for hands that rest there, `lying`, and `sitting`, which is −1
 * with the right calf on the roller. `breath` goes from 0 to 1.
 */
export type Channel =
  | 'ankleLeft'
  | 'ankleRight'
  | 'liftLeft'
  | 'liftRight'
  | 'backLeft'
  | 'backRight'
  | 'apart'
  | 'kneeLeft'
  | 'kneeRight'
  | 'toesUp'
  | 'toesLeft'
  | 'toesRight'
  | 'hipDrop'
  | 'shiftX'
  | 'shiftZ'
  | 'bow'
  | 'lean'
  | 'tilt'
  | 'stretch'
  | 'armsForward'
  | 'armsSide'
  | 'armLeft'
  | 'armRight'
  | 'armSwing'
  | 'elbows'
  | 'elevation'
  | 'step'
  | 'slope'
  | 'onKnees'
  | 'breath'
  | 'lying'
  | 'hipRise'
  | 'legOutLeft'
  | 'legOutRight'
  | 'feetOn'
  | 'ribsLeft'
  | 'ribsRight'
  | 'sitting'
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
  /** How far the heel, or the hips of a bridge, rose, or the body flew. */
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

/** Puts channels somewhere at once: where a movement begins, or a full turn back to none. */
export function place(score: Score, targets: Partial<Record<Channel, number>>): void {
  move(score, targets, 0);
}

/** Moves channels together, each with the shape that it stands under. */
export function moveAs(
  score: Score,
  ms: number,
  targets: Partial<Record<Shape, Partial<Record<Channel, number>>>>,
): void {
  const [fromMs, toMs] = [score.nowMs, score.nowMs + ms];
  for (const [shape, channels] of Object.entries(targets)) {
    for (const [channel, to] of Object.entries(channels)) {
      score.segments.push({ channel: channel as Channel, fromMs, toMs, to, rampMs: 0, shape: shape as Shape });
    }
  }
  score.nowMs += ms;
}

/** Writes down the truth of a rep that goes up and down again, and what else is known of it. */
export function addRep(
  score: Score,
  side: Side,
  up: Segment<Channel> | undefined,
  down: Segment<Channel> | undefined,
  more: Partial<TrueRep>,
): void {
  if (!up || !down) throw new Error('A rep needs a way up and a way down.');
  const raise = phaseOf(up);
  const lower = phaseOf(down);
  score.reps.push({
    side,
    startMs: raise.fromMs,
    topMs: raise.toMs,
    lowerStartMs: lower.fromMs,
    endMs: lower.toMs,
    lowerMs: lower.toMs - lower.fromMs,
    ...more,
  });
}

/**
 * The posture at a moment, with the small sway of a standing body.
 *
 * @param swayMs the clock of the sway, for a movement that is done again and again: it goes on where the movement begins anew
 */
export function poseAt(movement: Movement, s: Segments, tMs: number, swayMs = tMs): AthletePose {
  const at = (channel: Channel): number => valueAt(movement.segments, channel, tMs);
  const steps = at('steps');
  const walking = steps % 1 !== 0;
  const swing = gait(steps, walking);
  // A lifted foot hangs from the body: it goes up with the heel of the other one.
  const hanging = (lift: number, carryingRise: number): number => lift + (lift > 0.02 ? carryingRise : 0);
  const t = swayMs / 1000;
  const sway = 0.004 * Math.sin(0.9 * t) + 0.002 * Math.sin(2.3 * t + 1);
  const foot = (name: 'Left' | 'Right', other: 'Left' | 'Right', swinging: FootSwing): FootPose => ({
    ankleRise: at(`ankle${name}`) + swinging.ankleRise,
    lift: hanging(at(`lift${name}`), at(`ankle${other}`)) + swinging.lift,
    back: at(`back${name}`) + swinging.back * s.height,
    out: at('apart'),
    toesUpDeg: at('toesUp') + at(`toes${name}`),
    kneeForward: at(`knee${name}`),
  });
  const arm = (name: 'Left' | 'Right', sign: number): ArmPose => ({
    forwardDeg: 3 + at('armsForward') + at(`arm${name}`) + sign * (swing.armDeg + at('armSwing')),
    // An arm that goes up passes the head on its own side.
    sideDeg: (9 + at('armsSide')) * Math.cos((at(`arm${name}`) * Math.PI) / 180),
    elbowDeg: 12 + at('elbows'),
  });
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
    tiltDeg: at('tilt'),
    stretch: at('stretch'),
    elevation: at('elevation'),
    step: at('step'),
    slopeDeg: at('slope'),
    handsOnKnees: at('onKnees') > 0,
    breath: at('breath'),
    lying: at('lying') > 0 ? lyingAt(at) : null,
    sitting: at('sitting') === 0 ? null : { rolled: at('sitting') > 0 ? 'left' : 'right', forward: at('shiftZ') },
    left: foot('Left', 'Right', swing.left),
    right: foot('Right', 'Left', swing.right),
    leftArm: arm('Left', 1),
    rightArm: arm('Right', -1),
  };
}

function lyingAt(at: (channel: Channel) => number): LyingPose {
  return {
    hipRise: at('hipRise'),
    leftLegOut: at('legOutLeft'),
    rightLegOut: at('legOutRight'),
    leftArmDeg: at('armsForward') + at('armLeft'),
    rightArmDeg: at('armsForward') + at('armRight'),
    leftHandOnRibs: at('ribsLeft') > 0,
    rightHandOnRibs: at('ribsRight') > 0,
    feetOn: at('feetOn'),
    leftFootUp: at('liftLeft'),
    rightFootUp: at('liftRight'),
  };
}
