import type { Side } from '../exercises/exerciseIds.ts';
import { type Body, jointAngleDeg, middle } from './bodySignal.ts';
import type { CycleKind, Verdict } from './cycleRep.ts';
import type { Levels } from './levels.ts';

/**
 * Glute bridges of someone who lies side-on: the hips go up and open while the shoulders stay. Left and right are often
 * swapped by the model here, so nothing but the side of a rep depends on their names.
 */
export interface BridgeThresholds extends Pick<CycleKind<BridgeLevels>, 'fullRise' | 'attemptRise' | 'shallowShare'> {
  /** A smaller angle of the hip at the top is not stretched. */
  readonly stretchedHipDeg: number;
}

export interface BridgeLevels extends Levels {
  readonly shoulders: number;
  /** Between trunk and thighs, as seen in the picture: 180 is straight. */
  readonly hipDeg: number;
  /** 1 when the right leg works and the left one is lifted, −1 the other way round, 0 when both work. */
  readonly rightWorks: number;
}

/** Jitter of the hips of someone who lies is 0.001–0.003. */
const LEAVE_FLOOR = 0.012;
/** One ankle this much above the other is a lifted leg; the nearer foot lies up to 0.08 lower in the picture. */
const LIFTED_LEG = 0.15;
/** The mean of the frames' votes that names a side. */
const SIDE_VOTE = 0.4;
/** The shoulders move by less than this share of the rise: sitting up moves them more. */
const MOST_SHARE_OF_SHOULDERS = 0.4;
/** The hip opens by at least this much on the way up. */
const LEAST_OPENING_DEG = 8;

/** The quickest bridges reach 0.5 body lengths a second. */
const MOST_SPEED = 1;

export function bridgeKind({ stretchedHipDeg, ...thresholds }: BridgeThresholds): CycleKind<BridgeLevels> {
  return {
    ...thresholds,
    leaveFloor: LEAVE_FLOOR,
    refloors: false,
    stillRange: LEAVE_FLOOR / 2,
    mostSpeed: MOST_SPEED,
    newFloorMs: 1200,
    sideFrom: 'lowering',
    shiftsWeight: false,
    levels,
    judge,
    isFloor: () => true,
    side: workingSide,
    detail: (_, top) => ({
      measures: { peakHipDeg: top.hipDeg },
      faults: top.hipDeg < stretchedHipDeg ? ['hips-low'] : [],
    }),
  };
}

function levels(body: Body, length: number): BridgeLevels {
  const { hips, shoulders, left, right } = body;
  const lifted = (left.ankle.y - right.ankle.y) / length;
  return {
    y: hips.y / length,
    x: hips.x / length,
    shoulders: shoulders.y / length,
    // The thighs are side by side on one leg too, so the model's swaps do not matter.
    hipDeg: jointAngleDeg(shoulders, hips, middle(left.knee, right.knee)),
    rightWorks: lifted > LIFTED_LEG ? 1 : lifted < -LIFTED_LEG ? -1 : 0,
  };
}

function judge(floor: BridgeLevels, top: BridgeLevels): Verdict {
  const rise = top.y - floor.y;
  const shoulders = Math.abs(top.shoulders - floor.shoulders);
  return rise > 0 && shoulders <= MOST_SHARE_OF_SHOULDERS * rise && top.hipDeg - floor.hipDeg >= LEAST_OPENING_DEG
    ? 'movement'
    : 'noise';
}

function workingSide({ rightWorks }: BridgeLevels): Side {
  if (Math.abs(rightWorks) < SIDE_VOTE) return 'both';
  return rightWorks > 0 ? 'right' : 'left';
}
