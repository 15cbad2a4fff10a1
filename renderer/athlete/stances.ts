import type { Side } from '../../shared/exercises/exerciseIds.ts';
import { move, type Score } from './movements.ts';

/** The body rises over the balls of the feet, so it moves forward by this share of its rise. */
export const FORWARD_SHARE = 0.35;
/** On one leg the hips move over it by this much, and the other foot hangs behind. */
const OVER_ONE_LEG_M = 0.05;
export const FOOT_BEHIND_M = 0.22;
export const FOOT_LIFT_M = 0.12;
export const SHIFT_MS = 700;

/** The ankle at rest with the heel lower than the toes: on a low board at the wall, and on a decline board. */
export const WALL_REST_M = -0.015;
export const DECLINE_REST_M = -0.03;
const WALL_BOARD_M = 0.03;
const DECLINE_BOARD_M = 0.05;
const WALL_TILT_DEG = 17;
/** Bends the knee of the leg that stands by 20–25°. */
const WALL_KNEE_DROP_M = 0.014;

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

/** On one leg on a low board, the knee bent, leaning on a wall in one straight line from the ankles; `both` ends it. */
export function leanOnWall(score: Score, side: Side): void {
  standOnBoard(score, side, WALL_REST_M, WALL_BOARD_M);
  const leans = side === 'both' ? 0 : 1;
  move(
    score,
    { tilt: leans * WALL_TILT_DEG, hipDrop: leans * WALL_KNEE_DROP_M, armsForward: leans * 92, elbows: leans * 14 },
    SHIFT_MS,
  );
}

/** On one leg with the heel lower than the toes; `both` ends it. */
export function standOnDecline(score: Score, side: Side): void {
  standOnBoard(score, side, DECLINE_REST_M, DECLINE_BOARD_M);
}

function standOnBoard(score: Score, side: Side, restM: number, boardM: number): void {
  const stands = side !== 'both';
  move(score, { step: stands ? boardM : 0 }, SHIFT_MS / 2);
  standOn(score, side);
  move(
    score,
    {
      ankleLeft: side === 'left' ? restM : 0,
      ankleRight: side === 'right' ? restM : 0,
      shiftZ: stands ? FORWARD_SHARE * restM : 0,
    },
    SHIFT_MS / 2,
  );
}
