import type { Side } from '../../shared/exercises/exerciseIds.ts';
import { move, type Score } from './movements.ts';

/** The body rises over the balls of the feet, so it moves forward by this share of its rise. */
export const FORWARD_SHARE = 0.35;
/** On one leg the hips move over it by this much, and the other foot hangs behind. */
const OVER_ONE_LEG_M = 0.05;
export const FOOT_BEHIND_M = 0.22;
export const FOOT_LIFT_M = 0.12;
export const SHIFT_MS = 700;

/** How far the hips are to the left over the leg that carries. */
export function overLeg(side: Side): number {
  return side === 'left' ? OVER_ONE_LEG_M : side === 'right' ? -OVER_ONE_LEG_M : 0;
}

/** Stands on one foot, the other lifted behind. */
export function standOn(score: Score, side: Side): void {
  const free = (foot: 'left' | 'right'): number => (side === 'both' || side === foot ? 0 : 1);
  move(
    score,
    {
      shiftX: overLeg(side),
      liftLeft: FOOT_LIFT_M * free('left'),
      backLeft: FOOT_BEHIND_M * free('left'),
      liftRight: FOOT_LIFT_M * free('right'),
      backRight: FOOT_BEHIND_M * free('right'),
    },
    SHIFT_MS,
  );
}
