import { type RollTempo, rollingRaise } from '../../../renderer/athlete/calfRaises.ts';
import { between } from '../../clips/random.ts';
import { type BenchClip, exerciseClips, type Recipe, type Scene } from '../benchClip.ts';
import { EVEN, oneRaise, type Pace, times } from './raiseTempo.ts';

const FLOWING: Pace = { ...EVEN, holdMs: 200, lowerMs: 1000, restMs: 120 };
const BRISK: Pace = { raiseMs: 550, holdMs: 80, lowerMs: 620, restMs: 60, riseRatio: 0.037 };
/** Hardly a stop with the feet flat. */
const ROLL: Omit<RollTempo, 'rampMs'> = { backMs: 650, holdMs: 200, downMs: 600 };
const QUICK_ROLL: Omit<RollTempo, 'rampMs'> = { backMs: 450, holdMs: 60, downMs: 400 };

function rolls(count: number, pace: Pace, roll: Omit<RollTempo, 'rampMs'>): Recipe['act'] {
  return (score, scene) => times(count, () => rollingRaise(score, oneRaise(scene, pace), oneRoll(scene, roll)));
}

function oneRoll({ random }: Scene, roll: Omit<RollTempo, 'rampMs'>): RollTempo {
  const varied = (ms: number): number => ms * between(random, 0.88, 1.12);
  return {
    backMs: varied(roll.backMs),
    holdMs: varied(roll.holdMs),
    downMs: varied(roll.downMs),
    rampMs: between(random, 200, 350),
  };
}

const RECIPES: readonly Recipe[] = [
  { what: 'flowing', act: rolls(4, FLOWING, ROLL), setting: { facingDeg: 20, fps: 30, light: 1 } },
  { what: 'flowing', act: rolls(4, FLOWING, ROLL), setting: { facingDeg: -20, fps: 30, light: 1 } },
  { what: 'brisk', act: rolls(5, BRISK, QUICK_ROLL), setting: { fps: 25 } },
  { what: 'brisk', act: rolls(5, BRISK, QUICK_ROLL), setting: { fps: 30 } },
  { what: 'side', act: rolls(4, FLOWING, ROLL), setting: { facingDeg: 80 } },
  { what: 'side', act: rolls(4, FLOWING, ROLL), setting: { facingDeg: -80 } },
];

export const ROLLING_RAISES: readonly BenchClip[] = exerciseClips('dynamic-calf-stretch', 'rolling', RECIPES);
