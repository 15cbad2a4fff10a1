import { singleRaise } from '../../../renderer/athlete/calfRaises.ts';
import { type Score, wait } from '../../../renderer/athlete/movements.ts';
import { standOn } from '../../../renderer/athlete/stances.ts';
import { type BenchClip, exerciseClips, type Recipe, type Scene } from '../benchClip.ts';
import { EVEN, oneRaise, type Pace, times } from './raiseTempo.ts';

const STEADY: Pace = { ...EVEN, riseRatio: 0.037 };
const BRISK: Pace = { raiseMs: 520, holdMs: 150, lowerMs: 700, restMs: 250, riseRatio: 0.034 };
const SLOW: Pace = { raiseMs: 1800, holdMs: 1000, lowerMs: 3500, restMs: 600, riseRatio: 0.037 };

type Leg = 'left' | 'right';

function raises(count: number, leg: Leg, pace: Pace, unevenness?: number): Pick<Recipe, 'side' | 'act'> {
  return {
    side: leg,
    act: (score, scene) => {
      standOn(score, leg);
      wait(score, 900);
      times(count, () => singleRaise(score, oneRaise(scene, pace, unevenness), leg));
    },
  };
}

/** Some on one leg, then the other. */
function switching(first: Leg): Pick<Recipe, 'side' | 'act'> {
  return {
    side: 'both',
    act: (score: Score, scene: Scene) => {
      for (const leg of first === 'left' ? (['left', 'right'] as const) : (['right', 'left'] as const)) {
        standOn(score, leg);
        wait(score, 900);
        times(2, () => singleRaise(score, oneRaise(scene, STEADY), leg));
        standOn(score, 'both');
      }
    },
  };
}

const RECIPES: readonly Recipe[] = [
  { what: 'even-left', ...raises(4, 'left', STEADY), setting: { facingDeg: 8, fps: 30, light: 1 } },
  { what: 'even-right', ...raises(4, 'right', STEADY), setting: { facingDeg: -8, fps: 30, light: 1 } },
  { what: 'brisk-right', ...raises(6, 'right', BRISK), setting: { fps: 30 } },
  { what: 'brisk-left', ...raises(6, 'left', BRISK), setting: { fps: 24 } },
  { what: 'slow-left', ...raises(2, 'left', SLOW) },
  { what: 'slow-right', ...raises(2, 'right', SLOW) },
  { what: 'small-right', ...raises(4, 'right', { ...STEADY, riseRatio: 0.023 }) },
  { what: 'small-left', ...raises(4, 'left', { ...STEADY, riseRatio: 0.023 }) },
  { what: 'switch', ...switching('left') },
  { what: 'switch', ...switching('right') },
  { what: 'uneven-left', ...raises(4, 'left', STEADY, 0.45) },
  { what: 'uneven-right', ...raises(4, 'right', STEADY, 0.45) },
  { what: 'quarter-right', ...raises(4, 'right', STEADY), setting: { facingDeg: 40 } },
  { what: 'quarter-left', ...raises(4, 'left', STEADY), setting: { facingDeg: 40 } },
  { what: 'side-left', ...raises(4, 'left', STEADY), setting: { facingDeg: 80 } },
  { what: 'side-right', ...raises(4, 'right', STEADY), setting: { facingDeg: 80 } },
];

export const SINGLE_RAISES: readonly BenchClip[] = exerciseClips('calf-raise-single', 'single', RECIPES);
