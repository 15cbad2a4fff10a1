import { bridgeKind } from '../motion/bridge.ts';
import { cycleDetector } from '../motion/cycleDetector.ts';
import { type AnyDetector, anyDetector } from '../motion/detector.ts';
import { type HeelRaiseThresholds, heelRaiseKind } from '../motion/heelRaise.ts';
import { balancingSide, type HoldKind, holdDetector, kneeAtWallSide, stretchingSide } from '../motion/hold.ts';
import { hopDetector } from '../motion/hop.ts';
import { kneeToWallKind } from '../motion/kneeToWall.ts';
import { LYING, STANDING, type StanceRules } from '../motion/stance.ts';
import type { ExerciseId } from './exerciseIds.ts';

/** How the camera counts an exercise. */
export interface Motion {
  readonly detector: AnyDetector;
  /** The range of motion is a height of the body, and so can be told in centimetres. */
  readonly riseIsHeight: boolean;
  /** Where the lowering has a tempo, in ms. */
  readonly lowerMs?: { readonly least: number; readonly most: number };
}

/**
 * The thresholds of each exercise, in body lengths (shoulders to ankle at rest; 1 cm is about 0.0078 for 175 cm). A full
 * calf raise lifts the body by 5–10 cm; 2.5 cm is the least that anyone would call one.
 */
const CALF_RAISE: HeelRaiseThresholds = {
  fullRise: 0.02,
  attemptRise: 0.01,
  shallowShare: 0.6,
  kneeBendDeg: 20,
  sideFrom: 'raise',
};

/** The count of five is kept from 4 to 6.5 s: the gate of the ladder (docs: protocol of eccentric calf raises). */
export const FIVE_COUNT_MS = { least: 4000, most: 6500 } as const;

/** A bridge lifts the hips by 10–30 cm, 5 cm is the least; a stretched hip reads 160–180° from the side. */
const BRIDGE = { fullRise: 0.04, attemptRise: 0.02, shallowShare: 0.6, stretchedHipDeg: 157 } as const;

/** The front knee travels 8–14 cm, 4 cm at least; the mean of both knees, which is looked at, half of that and more. */
const KNEE_TO_WALL = { fullRise: 0.02, attemptRise: 0.011, shallowShare: 0.6 } as const;

/** Hopping on the spot drifts about and is quick. */
const HOPPING: StanceRules = { ...STANDING, mostAway: 0.35, mostJump: 0.3 };
const TRAVELLING: StanceRules = { ...HOPPING, mostAway: Number.POSITIVE_INFINITY };

/** Holding a position begins by stepping into it. */
const HOLDING: StanceRules = { ...STANDING, mostAway: 0.45 };
/** Our own choice where the protocol names no time: 30 s on one leg is the usual test of balance, and a usual stretch. */
export const BALANCE_MS = 30_000;
const STRETCH_MS = 30_000;
/** Runner's World: the knee at the wall for three seconds. */
const ANKLE_TEST_MS = 3_000;

const MOTION: Record<ExerciseId, Motion> = {
  'calf-raise-double': heelRaise(CALF_RAISE),
  'calf-raise-single': heelRaise(CALF_RAISE),
  'calf-raise-eccentric': heelRaise({ ...CALF_RAISE, sideFrom: 'lowering', lowerMs: FIVE_COUNT_MS }),
  // Its knee is meant to be bent.
  'calf-raise-bent-knee': heelRaise({ ...CALF_RAISE, kneeBendDeg: Number.POSITIVE_INFINITY }),
  'calf-raise-decline': heelRaise(CALF_RAISE),
  'pogo-double': hops(HOPPING, false),
  'pogo-single': hops(HOPPING, false),
  'pogo-line': hops(TRAVELLING, true),
  'pogo-travel': hops(TRAVELLING, true),
  'glute-bridge': { detector: anyDetector(cycleDetector(bridgeKind(BRIDGE), LYING)), riseIsHeight: true },
  'glute-bridge-single': { detector: anyDetector(cycleDetector(bridgeKind(BRIDGE), LYING)), riseIsHeight: true },
  'knee-to-wall': {
    detector: anyDetector(cycleDetector(kneeToWallKind(KNEE_TO_WALL), STANDING)),
    riseIsHeight: false,
  },
  'single-leg-balance': hold({ holdMs: BALANCE_MS, positionOf: balancingSide }),
  'wall-calf-stretch': hold({ holdMs: STRETCH_MS, positionOf: stretchingSide, isSeenSideOn: true }),
  'dynamic-calf-stretch': heelRaise({ ...CALF_RAISE, rollsBack: true }),
  'heel-rise-endurance': heelRaise(CALF_RAISE),
  'knee-to-wall-test': hold({ holdMs: ANKLE_TEST_MS, positionOf: kneeAtWallSide, isSeenSideOn: true }),
};

export function motionOf(exercise: ExerciseId): Motion {
  return MOTION[exercise];
}

function heelRaise(thresholds: HeelRaiseThresholds): Motion {
  return {
    detector: anyDetector(cycleDetector(heelRaiseKind(thresholds), STANDING)),
    riseIsHeight: true,
    ...(thresholds.lowerMs && { lowerMs: thresholds.lowerMs }),
  };
}

function hold(kind: HoldKind): Motion {
  return { detector: anyDetector(holdDetector(kind, HOLDING)), riseIsHeight: false };
}

function hops(stance: StanceRules, moves: boolean): Motion {
  return { detector: anyDetector(hopDetector({ moves }, stance)), riseIsHeight: false };
}
