import type { BreaksView } from '../../shared/breaks/breaksView.ts';
import type { Block } from '../../shared/session/sessionPlan.ts';

/** Whether there is a break to be shown: one that is announced, offered or under way. */
export function isAtHand({ stage }: BreaksView): boolean {
  return stage === 'warned' || stage === 'offered' || stage === 'taking';
}

/** A dose is one exercise. */
export function blockOf({ dose }: BreaksView): Block | undefined {
  return dose.plan.blocks[0];
}
