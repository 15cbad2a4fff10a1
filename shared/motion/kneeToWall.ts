import type { Side } from '../exercises/exerciseIds.ts';
import type { Body, LegSample } from './bodySignal.ts';
import type { CycleKind, Verdict } from './cycleRep.ts';
import type { Levels } from './levels.ts';

/**
 * Knee-to-wall of someone who stands side-on with one foot in front: the front knee travels forward over the toes while
 * the heel stays down. "Up" in the cycle is forward here.
 */
export type KneeToWallThresholds = Pick<CycleKind<KneeLevels>, 'fullRise' | 'attemptRise' | 'shallowShare'>;

export interface KneeLevels extends Levels {
  /** The place of the front toes, and how far that foot is ahead of the other one. */
  readonly foot: number;
  readonly split: number;
  readonly heel: number;
  readonly toe: number;
  /** 1 when the left leg is in front, −1 when the right one is. */
  readonly leftInFront: number;
}

/** Jitter of knee and toes together is 0.001–0.003. */
const LEAVE_FLOOR = 0.014;
/** A foot that moves by more than this share of the knee's travel, or (body lengths) away from the other, has stepped. */
const MOST_SHARE_OF_FOOT = 0.4;
const MOST_STEP = 0.05;
/** A heel this much higher (body lengths, 2.5 cm) against its toes has left the floor. */
const LIFTED_HEEL = 0.02;

/** The quickest rocks reach 0.4 body lengths a second. */
const MOST_SPEED = 0.8;

export function kneeToWallKind(thresholds: KneeToWallThresholds): CycleKind<KneeLevels> {
  return {
    ...thresholds,
    leaveFloor: LEAVE_FLOOR,
    mostSpeed: MOST_SPEED,
    newFloorMs: 300,
    sideFrom: 'lowering',
    shiftsWeight: false,
    levels,
    judge,
    side: ({ leftInFront }): Side => (leftInFront > 0 ? 'left' : 'right'),
    detail: () => ({ measures: {}, faults: [] }),
  };
}

function levels({ hips, left, right }: Body, length: number): KneeLevels {
  const toesAt = (leg: LegSample): number => leg.toe.x - leg.heel.x;
  const forward = toesAt(left) + toesAt(right) >= 0 ? 1 : -1;
  const leftInFront = forward * (left.toe.x - right.toe.x) >= 0;
  const front = leftInFront ? left : right;
  return {
    y: (forward * (front.knee.x - front.toe.x)) / length,
    x: hips.x / length,
    foot: (forward * front.toe.x) / length,
    split: Math.abs(left.toe.x - right.toe.x) / length,
    heel: front.heel.y / length,
    toe: front.toe.y / length,
    leftInFront: leftInFront ? 1 : -1,
  };
}

function judge(start: KneeLevels, far: KneeLevels): Verdict {
  const travel = far.y - start.y;
  const stepped =
    Math.abs(far.foot - start.foot) > MOST_SHARE_OF_FOOT * travel || Math.abs(far.split - start.split) > MOST_STEP;
  if (travel <= 0 || stepped) return 'noise';
  return far.heel - start.heel - (far.toe - start.toe) > LIFTED_HEEL ? 'heel-lifted' : 'movement';
}
