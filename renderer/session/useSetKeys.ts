import { useEffect } from 'react';
import type { SetPhase } from '../../shared/session/setState.ts';
import type { LiveSession } from './liveSession.ts';

/** The keyboard of a set: space pauses, + and − correct, escape asks whether to end. */
export function useSetKeys(session: LiveSession, phase: SetPhase): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      const nowMs = session.nowMs();
      const isAsking = phase === 'asking';
      // In the question the keys belong to its buttons.
      if (event.key === ' ' && isAsking) return;
      if (event.key === ' ') session.send({ type: 'pause-or-go-on', nowMs });
      else if (event.key === '+' || event.key === '=') session.send({ type: 'correct', change: 1, nowMs });
      else if (event.key === '-' || event.key === '−') session.send({ type: 'correct', change: -1, nowMs });
      else if (event.key === 'Escape') session.send(isAsking ? { type: 'go-on', nowMs } : { type: 'ask-to-end' });
      else return;
      // A focused button must not be pressed as well.
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, [session, phase]);
}
