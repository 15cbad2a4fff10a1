import { balance, wallStretch } from '../../../renderer/athlete/holds.ts';
import { ankleTest, takeSplitStance, touchWall } from '../../../renderer/athlete/kneeToWall.ts';
import { wait } from '../../../renderer/athlete/movements.ts';
import { type BenchClip, exerciseClips, type Recipe } from '../benchClip.ts';

type Leg = 'left' | 'right';

/** A little longer than a hold has to last. */
const HOLD_MS = 31_000;

function balanced(leg: Leg): Omit<Recipe, 'what'> {
  return { side: leg, act: (score) => balance(score, HOLD_MS, leg), setting: { fps: 12 } };
}

function stretched(leg: Leg, facingDeg: number): Omit<Recipe, 'what'> {
  return {
    side: leg,
    act: (score) => wallStretch(score, HOLD_MS, leg),
    setting: { facingDeg, fps: 12, wallAheadM: 0.75 },
  };
}

/** The knee at the wall for longer than the test asks for, well below it, and how far up a heel comes that should stay. */
const TEST_MS = 4000;
const TOO_SHORT_MS = 1500;
const LIFTED_HEEL_M = 0.05;

/** The test once; before it perhaps a touch that is too short, and one with the heel up. */
function tested(leg: Leg, facingDeg: number, withFaults: boolean): Omit<Recipe, 'what'> {
  return {
    side: leg,
    act: (score) => {
      takeSplitStance(score, leg);
      wait(score, 900);
      if (withFaults) {
        touchWall(score, TOO_SHORT_MS, leg);
        wait(score, 800);
        touchWall(score, TEST_MS, leg, { heelRiseM: LIFTED_HEEL_M });
        wait(score, 800);
      }
      ankleTest(score, TEST_MS, leg);
    },
    setting: { facingDeg, wallAheadM: 0.52 },
  };
}

const BALANCES: readonly Recipe[] = [
  { what: 'left', ...balanced('left') },
  { what: 'right', ...balanced('right') },
];

const STRETCHES: readonly Recipe[] = [
  { what: 'left', ...stretched('left', 85) },
  { what: 'right', ...stretched('right', 80) },
];

const ANKLE_TESTS: readonly Recipe[] = [
  { what: 'left', ...tested('left', 88, false) },
  { what: 'right', ...tested('right', 92, false) },
  { what: 'faults-right', ...tested('right', -85, true) },
  { what: 'faults-left', ...tested('left', 85, true) },
  { what: 'quarter-left', ...tested('left', 70, true) },
  { what: 'quarter-right', ...tested('right', -70, true) },
  { what: 'right', ...tested('right', -80, false) },
  { what: 'left', ...tested('left', 78, false) },
  { what: 'faults-left', ...tested('left', 95, true) },
  { what: 'faults-right', ...tested('right', -95, true) },
  { what: 'left', ...tested('left', -88, false) },
  { what: 'right', ...tested('right', 88, false) },
  { what: 'right', ...tested('right', 84, false) },
  { what: 'left', ...tested('left', -84, false) },
];

export const HOLDS: readonly BenchClip[] = [
  ...exerciseClips('single-leg-balance', 'balance', BALANCES),
  ...exerciseClips('wall-calf-stretch', 'stretch', STRETCHES),
  ...exerciseClips('knee-to-wall-test', 'ankle-test', ANKLE_TESTS),
];
