import { singleRaise } from '../../../renderer/athlete/calfRaises.ts';
import { wait } from '../../../renderer/athlete/movements.ts';
import { standOn } from '../../../renderer/athlete/stances.ts';
import { type BenchClip, exerciseClips, type Recipe } from '../benchClip.ts';
import { oneRaise, type Pace, times } from './raiseTempo.ts';

/** Two seconds: up on one beat of 60 a minute, down on the next. */
const ON_THE_BEAT: Pace = { raiseMs: 700, holdMs: 300, lowerMs: 750, restMs: 250, riseRatio: 0.038 };
/** Towards the end of the test the heel no longer comes as high. */
const LAST_SHARE = 0.72;

/** Raises in the pace of the beat, a little early or late, and ever lower where the leg tires. */
function raises(count: number, leg: 'left' | 'right', tires: boolean): Pick<Recipe, 'side' | 'act'> {
  return {
    side: leg,
    act: (score, scene) => {
      standOn(score, leg);
      wait(score, 900);
      times(count, (i) => {
        const share = tires ? 1 - (1 - LAST_SHARE) * (i / (count - 1)) : 1;
        singleRaise(score, oneRaise(scene, { ...ON_THE_BEAT, riseRatio: share * ON_THE_BEAT.riseRatio }, 0.06), leg);
      });
    },
  };
}

const RECIPES: readonly Recipe[] = [
  { what: 'steady-right', ...raises(6, 'right', false), setting: { fps: 30 } },
  { what: 'steady-left', ...raises(6, 'left', false), setting: { fps: 30 } },
  { what: 'tiring-left', ...raises(10, 'left', true) },
  { what: 'tiring-right', ...raises(10, 'right', true) },
];

export const BEAT_RAISES: readonly BenchClip[] = exerciseClips('heel-rise-endurance', 'beat', RECIPES);
