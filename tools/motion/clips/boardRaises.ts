import { bentKneeRaise, declineRaise } from '../../../renderer/athlete/calfRaises.ts';
import { wait } from '../../../renderer/athlete/movements.ts';
import { leanOnWall, standOnDecline } from '../../../renderer/athlete/stances.ts';
import { type BenchClip, exerciseClips, type Recipe } from '../benchClip.ts';
import type { SettingChanges } from '../setting.ts';
import { EVEN, oneRaise, type Pace, times } from './raiseTempo.ts';

type Leg = 'left' | 'right';

const STEADY: Pace = { ...EVEN, riseRatio: 0.035 };
const BRISK: Pace = { raiseMs: 520, holdMs: 150, lowerMs: 700, restMs: 250, riseRatio: 0.033 };
const SLOW: Pace = { raiseMs: 1500, holdMs: 800, lowerMs: 3000, restMs: 500, riseRatio: 0.035 };
const SMALL: Pace = { ...STEADY, riseRatio: 0.02 };

/** Whoever does these stands on the board before the set begins. */
const STAND_MS = 1800;

function atTheWall(count: number, leg: Leg, pace: Pace): Omit<Recipe, 'what'> {
  return {
    side: leg,
    beginsAtOnce: true,
    act: (score, scene) => {
      leanOnWall(score, leg);
      wait(score, STAND_MS);
      times(count, () => bentKneeRaise(score, oneRaise(scene, pace), leg));
    },
  };
}

function onTheDecline(count: number, leg: Leg, pace: Pace): Omit<Recipe, 'what'> {
  return {
    side: leg,
    beginsAtOnce: true,
    act: (score, scene) => {
      standOnDecline(score, leg);
      wait(score, STAND_MS);
      times(count, () => declineRaise(score, oneRaise(scene, pace), leg));
    },
  };
}

const AT_THE_WALL: SettingChanges = { wallAheadM: 1.05 };

/** Someone who leans on a wall is seen from the side, or nearly. */
const BENT_KNEE: readonly Recipe[] = [
  { what: 'even-right', ...atTheWall(4, 'right', STEADY), setting: { ...AT_THE_WALL, facingDeg: 85, fps: 30 } },
  { what: 'even-left', ...atTheWall(4, 'left', STEADY), setting: { ...AT_THE_WALL, facingDeg: 85, fps: 30 } },
  { what: 'brisk-left', ...atTheWall(6, 'left', BRISK), setting: { ...AT_THE_WALL, facingDeg: -70, fps: 24 } },
  { what: 'brisk-right', ...atTheWall(6, 'right', BRISK), setting: { ...AT_THE_WALL, facingDeg: -80, fps: 30 } },
  { what: 'slow-right', ...atTheWall(2, 'right', SLOW), setting: { ...AT_THE_WALL, facingDeg: 60 } },
  { what: 'slow-left', ...atTheWall(2, 'left', SLOW), setting: { ...AT_THE_WALL, facingDeg: -60 } },
];

const DECLINE: readonly Recipe[] = [
  { what: 'even-left', ...onTheDecline(4, 'left', STEADY), setting: { fps: 30 } },
  { what: 'even-right', ...onTheDecline(4, 'right', STEADY), setting: { fps: 30 } },
  { what: 'brisk-right', ...onTheDecline(6, 'right', BRISK), setting: { fps: 30 } },
  { what: 'brisk-left', ...onTheDecline(6, 'left', BRISK), setting: { fps: 24 } },
  { what: 'small-left', ...onTheDecline(4, 'left', SMALL) },
  { what: 'small-right', ...onTheDecline(4, 'right', SMALL) },
];

export const BENT_KNEE_RAISES: readonly BenchClip[] = exerciseClips('calf-raise-bent-knee', 'bent-knee', BENT_KNEE);
export const DECLINE_RAISES: readonly BenchClip[] = exerciseClips('calf-raise-decline', 'decline', DECLINE);
