import type { SessionEffect } from '../../shared/session/session.ts';
import type { SaveOutcome, SetEffect } from '../../shared/session/setState.ts';

/** What a history that works says to what is to be saved; null where nobody waits for it. */
export function savedOf(effect: SessionEffect | SetEffect): SaveOutcome | null {
  if (effect.type === 'save-rep') return { type: 'rep-saved', n: effect.n };
  return effect.type === 'save-correction' ? { type: 'correction-saved', change: effect.change } : null;
}
