import { move, type Score, wait } from './movements.ts';
import { FOOT_LIFT_M, SHIFT_MS, standOn } from './stances.ts';

/** Positions that are held. The truth of a hold runs from half-way into the position to half-way out of it. */

/** How a wall stretch stands: one foot this far behind, the hips lowered until that leg is straight. */
const BEHIND_M = 0.5;
const AHEAD_M = 0.05;
const LOWERED_M = 0.16;
const STEP_MS = 900;

type Leg = 'left' | 'right';

/** On one foot for `ms`, then on both. */
export function balance(score: Score, ms: number, side: Leg): void {
  hold(
    score,
    ms,
    side,
    SHIFT_MS,
    () => standOn(score, side),
    () => standOn(score, 'both'),
  );
}

/** The calf of this side stretched against a wall for `ms`: that foot behind, its heel down. */
export function wallStretch(score: Score, ms: number, side: Leg): void {
  const [behind, front, foot] =
    side === 'left'
      ? (['backLeft', 'backRight', 'liftLeft'] as const)
      : (['backRight', 'backLeft', 'liftRight'] as const);
  const step = (backM: number, frontM: number, hipDrop: number, armsForward: number): void => {
    const fromMs = score.nowMs;
    move(score, { [behind]: backM, [front]: frontM, hipDrop, armsForward }, STEP_MS);
    score.nowMs = fromMs;
    move(score, { [foot]: FOOT_LIFT_M / 3 }, STEP_MS / 2);
    move(score, { [foot]: 0 }, STEP_MS / 2);
  };
  hold(
    score,
    ms,
    side,
    STEP_MS,
    () => step(BEHIND_M, -AHEAD_M, LOWERED_M, 80),
    () => step(0, 0, 0, 0),
  );
}

function hold(score: Score, ms: number, side: Leg, changeMs: number, into: () => void, outOf: () => void): void {
  into();
  const startMs = score.nowMs - changeMs / 2;
  wait(score, ms);
  const endMs = score.nowMs + changeMs / 2;
  outOf();
  truthOfHold(score, side, startMs, endMs);
}

export function truthOfHold(score: Score, side: Leg, startMs: number, endMs: number): void {
  score.reps.push({ side, startMs, topMs: (startMs + endMs) / 2, endMs });
}
