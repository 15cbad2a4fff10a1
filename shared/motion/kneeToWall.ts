import type { Side } from '../exercises/exerciseIds.ts';
import { type Body, type LegSample, middle } from './bodySignal.ts';
import type { CycleKind, Verdict } from './cycleRep.ts';
import type { Levels, Moment } from './levels.ts';
import { median } from './stance.ts';

/**
 * Knee-to-wall of someone who stands side-on with one foot in front: the knees travel forward over the toes while the front
 * heel stays down. "Up" in the cycle is forward here. Both knees and both feet are taken together, because from the side the
 * model takes one leg for the other from frame to frame.
 */
export type KneeToWallThresholds = Pick<CycleKind<KneeLevels>, 'fullRise' | 'attemptRise' | 'shallowShare'>;

export interface KneeLevels extends Levels {
  /** `y` as it was seen in this frame alone. */
  readonly seen: number;
  /** The place of both toes together, and how far one foot is ahead of the other. */
  readonly foot: number;
  readonly split: number;
  readonly heel: number;
  readonly toe: number;
  /** The sine of the angle from facing the camera: 1 is side-on. */
  readonly sideOn: number;
  readonly hands: number;
  /** 1 when the left leg is in front, −1 when the right one is. */
  readonly leftInFront: number;
}

/** Jitter of knee and toes together is 0.001–0.003. */
const LEAVE_FLOOR = 0.014;
/** A foot that moves by more than this share of the knees' travel, or (body lengths) away from the other, has stepped. */
const MOST_SHARE_OF_FOOT = 0.7;
const MOST_STEP = 0.09;
/** The feet stand this far apart (body lengths, 13 cm), one in front: with both together, the knees go forward in a squat. */
const LEAST_SPLIT = 0.1;
/** The middle of the readings of this span is taken; it comes half the span late. */
const STEADIED_MS = 180;
/** Arms that swing by more than this belong to another movement. */
const MOST_OF_HANDS = 0.2;
/** Side-on to within 45°. */
const SIDE_ON = 0.7;
/**
 * A heel this much higher (body lengths, 5 cm) against its toes has left the floor. The model lets a heel that stays rise by
 * up to 0.025 as the shin leans over it.
 */
const LIFTED_HEEL = 0.04;

/** The quickest rocks reach 0.45 body lengths a second. */
const MOST_SPEED = 0.6;

export function kneeToWallKind(thresholds: KneeToWallThresholds): CycleKind<KneeLevels> {
  return {
    ...thresholds,
    leaveFloor: LEAVE_FLOOR,
    refloors: true,
    stillRange: LEAVE_FLOOR,
    mostSpeed: MOST_SPEED,
    newFloorMs: 300,
    sideFrom: 'lowering',
    shiftsWeight: false,
    levels,
    steadied,
    delayMs: STEADIED_MS / 2,
    judge,
    isFloor: () => true,
    side: ({ leftInFront }): Side => (leftInFront > 0 ? 'left' : 'right'),
    detail: () => ({ measures: {}, faults: [] }),
  };
}

function levels(body: Body, length: number): KneeLevels {
  const { hips, left, right, facingDeg } = body;
  const toesAt = (leg: LegSample): number => leg.toe.x - leg.heel.x;
  const forward = toesAt(left) + toesAt(right) >= 0 ? 1 : -1;
  const leftInFront = forward * (left.toe.x - right.toe.x) >= 0;
  const front = leftInFront ? left : right;
  const toes = middle(left.toe, right.toe);
  const travel = (forward * (middle(left.knee, right.knee).x - toes.x)) / length;
  return {
    y: travel,
    seen: travel,
    x: hips.x / length,
    foot: (forward * toes.x) / length,
    split: Math.abs(left.toe.x - right.toe.x) / length,
    heel: front.heel.y / length,
    toe: front.toe.y / length,
    sideOn: Math.abs(Math.sin((facingDeg * Math.PI) / 180)),
    hands: body.hands / length,
    leftInFront: leftInFront ? 1 : -1,
  };
}

/** The middle of the last readings: a frame or two in which the legs are mixed up do not move the knee. */
function steadied(recent: readonly Moment<KneeLevels>[], moment: Moment<KneeLevels>): Moment<KneeLevels> {
  const before = recent.filter((m) => moment.tMs - m.tMs <= STEADIED_MS);
  return { ...moment, y: median([...before.map((m) => m.seen), moment.seen]) };
}

function judge(start: KneeLevels, far: KneeLevels): Verdict {
  const travel = far.y - start.y;
  const stepped =
    Math.abs(far.foot - start.foot) > MOST_SHARE_OF_FOOT * travel || Math.abs(far.split - start.split) > MOST_STEP;
  const armsStay = Math.abs(far.hands - start.hands) <= MOST_OF_HANDS;
  const inStance = start.split >= LEAST_SPLIT && start.sideOn >= SIDE_ON;
  if (travel <= 0 || stepped || !inStance || !armsStay) return 'noise';
  return far.heel - start.heel - (far.toe - start.toe) > LIFTED_HEEL ? 'heel-lifted' : 'movement';
}
