import { move, type Score } from './movements.ts';
import { valueAt } from './timeline.ts';

/** Walks to a place on the floor (relative to the middle), two steps a second. */
export function walkTo(score: Score, from: { x: number; z: number }, to: { x: number; z: number }): void {
  const distance = Math.hypot(to.x - from.x, to.z - from.z);
  const steps = Math.max(2, Math.round(distance / 0.45));
  const facing = (Math.atan2(to.x - from.x, to.z - from.z) * 180) / Math.PI;
  move(score, { yaw: facing }, 400);
  const before = valueAt(score.segments, 'steps', score.nowMs);
  move(score, { x: to.x, z: to.z, steps: before + steps }, steps * 500, 300);
  move(score, { yaw: 0 }, 400);
}
