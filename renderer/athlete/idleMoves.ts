import { move, type Score, wait } from './movements.ts';

/** Down by `depthM` and up again. */
export function squat(score: Score, depthM: number, ms: number): void {
  move(score, { hipDrop: depthM, bow: 35 * (depthM / 0.4), shiftZ: -0.12 * (depthM / 0.4), armsForward: 70 }, ms / 2);
  wait(score, 250);
  move(score, { hipDrop: 0, bow: 0, shiftZ: 0, armsForward: 0 }, ms / 2);
}
