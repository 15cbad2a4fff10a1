import { move, type Score, wait } from './movements.ts';
import { valueAt } from './timeline.ts';

/** The sign that pauses a session: one arm up, away from the floor, nearly straight. Angles in degrees, times in ms. */
const RAISING_MS = 400;
const RAMP_MS = 120;
/** On its way up and down the hand is already, or still, above the head for this long; lying, away from the floor. */
const ON_THE_WAY_MS = { standing: 160, lying: 170 } as const;
const STANDING_ARM_DEG = 160;
const LYING_ARM_DEG = 90;

/** Standing or lying, raises the hand of this side; it is up for `heldMs`, at least 500. */
export function raiseHand(score: Score, side: 'left' | 'right', heldMs: number): void {
  const lies = valueAt(score.segments, 'lying', score.nowMs) > 0;
  const arm = side === 'left' ? 'armLeft' : 'armRight';
  move(score, { [arm]: lies ? LYING_ARM_DEG : STANDING_ARM_DEG }, RAISING_MS, RAMP_MS);
  wait(score, heldMs - 2 * ON_THE_WAY_MS[lies ? 'lying' : 'standing']);
  move(score, { [arm]: 0 }, RAISING_MS, RAMP_MS);
}
