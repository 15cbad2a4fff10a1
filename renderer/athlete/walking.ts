import { type Movement, move, moveAs, movementOf, newScore, place, type Score } from './movements.ts';
import { valueAt } from './timeline.ts';

const STEP_M = 0.45;

/** Walks to a place on the floor (relative to the middle), two steps a second. */
export function walkTo(score: Score, from: { x: number; z: number }, to: { x: number; z: number }): void {
  const distance = Math.hypot(to.x - from.x, to.z - from.z);
  const steps = Math.max(2, Math.round(distance / STEP_M));
  const facing = (Math.atan2(to.x - from.x, to.z - from.z) * 180) / Math.PI;
  move(score, { yaw: facing }, 400);
  const before = valueAt(score.segments, 'steps', score.nowMs);
  move(score, { x: to.x, z: to.z, steps: before + steps }, steps * 500, 300);
  move(score, { yaw: 0 }, 400);
}

/** Across the room at an even pace, there from `startMs` to `endMs`. */
export interface Crossing {
  readonly fromX: number;
  readonly toX: number;
  /** How far in front of the middle, or behind it. */
  readonly z: number;
  readonly startMs: number;
  readonly endMs: number;
}

export function crossing({ fromX, toX, z, startMs, endMs }: Crossing): Movement {
  const score = newScore();
  place(score, { x: fromX, z, yaw: toX > fromX ? 90 : -90 });
  score.nowMs = startMs;
  moveAs(score, endMs - startMs, { even: { x: toX, steps: Math.abs(toX - fromX) / STEP_M } });
  return movementOf(score);
}
