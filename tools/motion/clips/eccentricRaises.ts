import { eccentricRaise } from '../../../renderer/athlete/calfRaises.ts';
import { type BenchClip, exerciseClips, type Recipe } from '../benchClip.ts';
import { oneRaise, type Pace, times } from './raiseTempo.ts';

/** The lowering is the exercise: the rest goes quickly. */
const FIVE_COUNT: Pace = { raiseMs: 850, holdMs: 900, lowerMs: 5100, restMs: 450, riseRatio: 0.041 };

/** Lowers of these lengths in seconds, on one leg or the legs in turn. */
function lowers(seconds: readonly number[], side: 'left' | 'right' | 'both'): Pick<Recipe, 'side' | 'act'> {
  return {
    side,
    act: (score, scene) =>
      times(seconds.length, (i) => {
        const leg = side === 'both' ? (['left', 'right'] as const)[i % 2] : side;
        const pace = { ...FIVE_COUNT, lowerMs: 1000 * (seconds[i] ?? 0) };
        eccentricRaise(score, oneRaise(scene, pace, 0.06), leg ?? 'left');
      }),
  };
}

const RECIPES: readonly Recipe[] = [
  { what: 'five-right', ...lowers([5, 5.3], 'right'), setting: { facingDeg: 10, fps: 30, light: 1 } },
  { what: 'five-left', ...lowers([5, 4.8], 'left'), setting: { facingDeg: -25, fps: 30, light: 1 } },
  { what: 'fast-left', ...lowers([2.2, 3, 3.5], 'left') },
  { what: 'fast-right', ...lowers([2.6, 3.3, 2], 'right') },
  { what: 'slow-right', ...lowers([7.2, 7.8], 'right') },
  { what: 'slow-left', ...lowers([7.5, 7], 'left') },
  { what: 'mixed-left', ...lowers([2.8, 5.2, 3.4], 'left') },
  { what: 'mixed-right', ...lowers([5.6, 3.2, 4.8], 'right') },
  { what: 'turns', ...lowers([4.7, 5, 3], 'both') },
  { what: 'turns', ...lowers([5, 2.7, 4.8], 'both') },
  { what: 'edges-right', ...lowers([4.5, 6.1], 'right'), setting: { facingDeg: -70 } },
  { what: 'edges-left', ...lowers([4.4, 6.1], 'left'), setting: { facingDeg: 70 } },
  { what: 'mixed-right', ...lowers([7.1, 3.4], 'right'), setting: { light: 0.2, noise: 6 } },
  { what: 'mixed-left', ...lowers([3.4, 7.1], 'left'), setting: { light: 0.2, noise: 6 } },
];

export const ECCENTRIC_RAISES: readonly BenchClip[] = exerciseClips('calf-raise-eccentric', 'eccentric', RECIPES);
