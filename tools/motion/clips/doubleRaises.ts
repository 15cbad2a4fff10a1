import { doubleRaise } from '../../../renderer/athlete/calfRaises.ts';
import { squat } from '../../../renderer/athlete/idleMoves.ts';
import { move, place, type Score, wait } from '../../../renderer/athlete/movements.ts';
import { phaseOf } from '../../../renderer/athlete/timeline.ts';
import { walkTo } from '../../../renderer/athlete/walking.ts';
import { type BenchClip, exerciseClips, type Recipe, type Scene } from '../benchClip.ts';
import { EVEN, oneRaise, type Pace, times } from './raiseTempo.ts';
import { MIDDLE, outside } from './walks.ts';

const BRISK: Pace = { raiseMs: 480, holdMs: 120, lowerMs: 620, restMs: 200, riseRatio: 0.038 };
const QUICKEST: Pace = { raiseMs: 330, holdMs: 0, lowerMs: 360, restMs: 30, riseRatio: 0.034 };
const SLOW: Pace = { raiseMs: 2200, holdMs: 1200, lowerMs: 3900, restMs: 700, riseRatio: 0.041 };

function raises(count: number, pace: Pace, unevenness?: number): Recipe['act'] {
  return (score, scene) => times(count, () => doubleRaise(score, oneRaise(scene, pace, unevenness)));
}

const RECIPES: readonly Recipe[] = [
  { what: 'even', act: raises(4, EVEN), setting: { facingDeg: 0, fps: 30, light: 1 } },
  { what: 'even', act: raises(4, EVEN), setting: { facingDeg: -15, fps: 30, light: 1 } },
  { what: 'brisk', act: raises(6, BRISK), setting: { fps: 30 } },
  { what: 'brisk', act: raises(6, BRISK), setting: { fps: 24 } },
  { what: 'quickest', act: raises(8, QUICKEST, 0.06), setting: { fps: 30 } },
  { what: 'quickest', act: raises(8, QUICKEST, 0.06), setting: { fps: 25 } },
  { what: 'slow', act: raises(2, SLOW) },
  { what: 'slow', act: raises(2, SLOW) },
  { what: 'small', act: raises(4, { ...EVEN, riseRatio: 0.023 }) },
  { what: 'small', act: raises(4, { ...EVEN, riseRatio: 0.023 }) },
  { what: 'large', act: raises(4, { ...EVEN, raiseMs: 1200, lowerMs: 1900, riseRatio: 0.046 }) },
  { what: 'large', act: raises(4, { ...EVEN, raiseMs: 1200, lowerMs: 1900, riseRatio: 0.046 }) },
  { what: 'uneven', act: raises(4, EVEN, 0.5) },
  { what: 'uneven', act: raises(4, EVEN, 0.5) },
  { what: 'pauses', act: withPauses },
  { what: 'pauses', act: withPauses },
  { what: 'leaving', act: leaving, setting: { fps: 20 } },
  { what: 'leaving', act: leaving, setting: { fps: 20 } },
  { what: 'arriving', act: arriving, beginsAtOnce: true },
  { what: 'arriving', act: arriving, beginsAtOnce: true },
  { what: 'behind', act: raises(4, EVEN), setting: { facingDeg: 170 } },
  { what: 'ten-frames', act: raises(4, EVEN), setting: { fps: 10, jitterRatio: 0.2, dropped: 0.05 } },
  { what: 'squats-between', act: withSquats },
  { what: 'dim', act: raises(4, EVEN), setting: { light: 0.15, noise: 8 } },
];

export const DOUBLE_RAISES: readonly BenchClip[] = exerciseClips('calf-raise-double', 'double', RECIPES);

/** Stops for a moment half-way up, or half-way down: still one raise. */
function withPauses(score: Score, scene: Scene): void {
  times(4, (i) => {
    const { raiseMs, holdMs, lowerMs, restMs, heightM, rampMs } = oneRaise(scene, EVEN);
    const to = (share: number) => ({
      ankleLeft: share * heightM,
      ankleRight: share * heightM,
      shiftZ: 0.35 * share * heightM,
    });
    const pausesUp = i % 2 === 0;
    const [first] = move(score, to(pausesUp ? 0.55 : 1), raiseMs * (pausesUp ? 0.6 : 1), rampMs);
    let top = first;
    if (pausesUp) {
      wait(score, 500);
      [top] = move(score, to(1), raiseMs * 0.6, rampMs);
    }
    wait(score, holdMs);
    const [sinks] = move(score, to(pausesUp ? 0 : 0.5), lowerMs * (pausesUp ? 1 : 0.6), rampMs);
    let down = sinks;
    if (!pausesUp) {
      wait(score, 500);
      [down] = move(score, to(0), lowerMs * 0.6, rampMs);
    }
    if (!first || !top || !sinks || !down) throw new Error('A raise needs a way up and a way down.');
    const lowerStartMs = phaseOf(sinks).fromMs;
    const endMs = phaseOf(down).toMs;
    score.reps.push({
      side: 'both',
      startMs: phaseOf(first).fromMs,
      topMs: phaseOf(top).toMs,
      lowerStartMs,
      endMs,
      lowerMs: endMs - lowerStartMs,
      heightCm: 100 * heightM,
    });
    wait(score, restMs);
  });
}

function leaving(score: Score, scene: Scene): void {
  const away = outside(scene);
  times(2, () => doubleRaise(score, oneRaise(scene, EVEN)));
  walkTo(score, MIDDLE, away);
  wait(score, 500);
  walkTo(score, away, MIDDLE);
  wait(score, 1500);
  times(2, () => doubleRaise(score, oneRaise(scene, EVEN)));
}

/** Comes in, does a few, and walks off. */
function arriving(score: Score, scene: Scene): void {
  const away = outside(scene);
  place(score, { x: away.x, z: away.z });
  wait(score, 400);
  walkTo(score, away, MIDDLE);
  wait(score, 1500);
  times(2, () => doubleRaise(score, oneRaise(scene, EVEN)));
  walkTo(score, MIDDLE, away);
}

function withSquats(score: Score, scene: Scene): void {
  times(2, () => doubleRaise(score, oneRaise(scene, EVEN)));
  times(2, () => {
    squat(score, 0.2 * scene.heightM, 2000);
    wait(score, 500);
  });
  times(2, () => doubleRaise(score, oneRaise(scene, EVEN)));
}
