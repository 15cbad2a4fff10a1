import { type BridgeTempo, bridge, lieDown, stretchOtherLeg } from '../../../renderer/athlete/bridges.ts';
import { kneeToWall, type RockTempo, takeSplitStance } from '../../../renderer/athlete/kneeToWall.ts';
import { wait } from '../../../renderer/athlete/movements.ts';
import { between } from '../../clips/random.ts';
import { type BenchClip, exerciseClips, type Recipe, type Scene } from '../benchClip.ts';
import type { SettingChanges } from '../setting.ts';
import { times } from './raiseTempo.ts';

type Leg = 'left' | 'right';
type Lift = Omit<BridgeTempo, 'rampMs' | 'personHeightM'>;
type Rock = Omit<RockTempo, 'rampMs'>;

const STEADY: Lift = { raiseMs: 950, holdMs: 1300, lowerMs: 1200, restMs: 500, peakHipDeg: 176 };
const BRISK: Lift = { raiseMs: 520, holdMs: 200, lowerMs: 650, restMs: 250, peakHipDeg: 172 };
const HELD: Lift = { raiseMs: 1100, holdMs: 3000, lowerMs: 1800, restMs: 600, peakHipDeg: 178 };
const SHALLOW: Lift = { ...STEADY, peakHipDeg: 163 };

const ROCK: Rock = { forwardMs: 850, holdMs: 350, backMs: 850, restMs: 350, travelM: 0.115 };
const QUICK_ROCK: Rock = { forwardMs: 500, holdMs: 100, backMs: 500, restMs: 150, travelM: 0.1 };
const SHORT_ROCK: Rock = { ...ROCK, travelM: 0.075 };
const HELD_ROCK: Rock = { ...ROCK, holdMs: 3000 };

/** Lying, seen from the side by a camera on a low table. */
function lyingView(facingDeg: number, more: SettingChanges = {}): SettingChanges {
  return { distanceM: 2.5, facingDeg, aimHeightM: 0.35, cameraHeightM: 0.6, ...more };
}

function bridges(count: number, side: Leg | 'both', lift: Lift, unevenness = 0.12): Omit<Recipe, 'what'> {
  return {
    side,
    beginsAtOnce: true,
    act: (score, scene) => {
      lieDown(score);
      wait(score, 1500);
      if (side !== 'both') {
        stretchOtherLeg(score, side);
        wait(score, 900);
      }
      times(count, () => bridge(score, oneLift(scene, lift, unevenness), side));
    },
  };
}

function oneLift({ random, heightM }: Scene, lift: Lift, unevenness: number): BridgeTempo {
  const varied = (ms: number): number => ms * between(random, 1 - unevenness, 1 + unevenness);
  return {
    raiseMs: varied(lift.raiseMs),
    holdMs: varied(lift.holdMs),
    lowerMs: varied(lift.lowerMs),
    restMs: varied(lift.restMs),
    rampMs: between(random, 200, 350),
    peakHipDeg: Math.min(179, lift.peakHipDeg + between(random, -2, 2)),
    personHeightM: heightM,
  };
}

function rocks(count: number, side: Leg, rock: Rock): Pick<Recipe, 'side' | 'act'> {
  return {
    side,
    act: (score, scene) => {
      takeSplitStance(score, side);
      wait(score, 1000);
      times(count, () => kneeToWall(score, oneRock(scene, rock), side));
    },
  };
}

function oneRock({ random, heightM }: Scene, rock: Rock): RockTempo {
  const varied = (value: number): number => value * between(random, 0.88, 1.12);
  return {
    forwardMs: varied(rock.forwardMs),
    holdMs: varied(rock.holdMs),
    backMs: varied(rock.backMs),
    restMs: varied(rock.restMs),
    rampMs: between(random, 200, 350),
    travelM: varied(rock.travelM) * (heightM / 1.75),
  };
}

const DOUBLE: readonly Recipe[] = [
  { what: 'steady', ...bridges(3, 'both', STEADY), setting: lyingView(90, { fps: 30, light: 1 }) },
  { what: 'steady', ...bridges(3, 'both', STEADY), setting: lyingView(-90, { fps: 30, light: 1 }) },
  { what: 'brisk', ...bridges(6, 'both', BRISK), setting: lyingView(-80, { fps: 30 }) },
  { what: 'brisk', ...bridges(6, 'both', BRISK), setting: lyingView(80, { fps: 24 }) },
  { what: 'held', ...bridges(2, 'both', HELD), setting: lyingView(100, { cameraHeightM: 1.1, distanceM: 2.8 }) },
  { what: 'held', ...bridges(2, 'both', HELD), setting: lyingView(-100, { cameraHeightM: 0.35, distanceM: 2.3 }) },
  { what: 'shallow', ...bridges(3, 'both', SHALLOW), setting: lyingView(75, { cameraHeightM: 0.9 }) },
  { what: 'shallow', ...bridges(3, 'both', SHALLOW), setting: lyingView(-75, { cameraHeightM: 0.9 }) },
];

const SINGLE: readonly Recipe[] = [
  { what: 'steady-left', ...bridges(3, 'left', STEADY), setting: lyingView(90, { fps: 30 }) },
  { what: 'steady-right', ...bridges(3, 'right', STEADY), setting: lyingView(90, { fps: 30 }) },
  { what: 'steady-right', ...bridges(3, 'right', STEADY), setting: lyingView(-85, { distanceM: 3 }) },
  { what: 'steady-left', ...bridges(3, 'left', STEADY), setting: lyingView(-85, { distanceM: 3 }) },
  { what: 'brisk-left', ...bridges(5, 'left', BRISK), setting: lyingView(80, { fps: 25, cameraHeightM: 1 }) },
  { what: 'brisk-right', ...bridges(5, 'right', BRISK), setting: lyingView(-95, { fps: 30, cameraHeightM: 0.4 }) },
];

const AT_THE_WALL: SettingChanges = { wallAheadM: 0.5 };

const KNEE_TO_WALL: readonly Recipe[] = [
  { what: 'steady-left', ...rocks(4, 'left', ROCK), setting: { ...AT_THE_WALL, facingDeg: 90, fps: 30, light: 1 } },
  { what: 'steady-right', ...rocks(4, 'right', ROCK), setting: { ...AT_THE_WALL, facingDeg: 90, fps: 30, light: 1 } },
  { what: 'quick-right', ...rocks(7, 'right', QUICK_ROCK), setting: { ...AT_THE_WALL, facingDeg: -85, fps: 30 } },
  { what: 'quick-left', ...rocks(7, 'left', QUICK_ROCK), setting: { ...AT_THE_WALL, facingDeg: -85, fps: 24 } },
  { what: 'short-left', ...rocks(4, 'left', SHORT_ROCK), setting: { ...AT_THE_WALL, facingDeg: 75 } },
  { what: 'short-right', ...rocks(4, 'right', SHORT_ROCK), setting: { ...AT_THE_WALL, facingDeg: -75 } },
  { what: 'held-right', ...rocks(2, 'right', HELD_ROCK), setting: { ...AT_THE_WALL, facingDeg: 80 } },
  { what: 'held-left', ...rocks(2, 'left', HELD_ROCK), setting: { ...AT_THE_WALL, facingDeg: -95 } },
];

export const FLOOR_AND_WALL: readonly BenchClip[] = [
  ...exerciseClips('glute-bridge', 'bridge', DOUBLE),
  ...exerciseClips('glute-bridge-single', 'bridge-single', SINGLE),
  ...exerciseClips('knee-to-wall', 'knee-to-wall', KNEE_TO_WALL),
];
