import { useCallback, useEffect } from 'react';
import type { Api } from '../../shared/contract/contract.ts';
import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import type { Clock } from '../../shared/progression/clock.ts';
import { type Ladder, ladderOf } from '../../shared/progression/ladder.ts';
import type { Progress } from '../../shared/progression/progress.ts';
import { isHop, RUNGS } from '../../shared/progression/rungs.ts';
import { type Loaded, useLoaded } from '../ui/useLoaded.ts';
import { clockAt } from './localDay.ts';

/** What is known of the person's training at a moment, and where on the ladder that puts them. */
export interface ProgressNow {
  readonly progress: Progress;
  readonly ladder: Ladder;
  readonly clock: Clock;
}

const OLD_AFTER_MS = 60_000;

/** Reads what the plan is built on; again when asked, and when the person comes back to the window: time has passed. */
export function useProgress(api: Api): [Loaded<ProgressNow>, () => void] {
  const read = useCallback(async (): Promise<ProgressNow> => {
    const progress = await api['history.progress'](null);
    const clock = clockAt(Date.now());
    return { progress, clock, ladder: ladderOf(progress, clock) };
  }, [api]);
  const [loaded, readAgain] = useLoaded(read);
  const readMs = loaded.state === 'ready' ? loaded.value.clock.nowMs : null;
  useEffect(() => {
    const back = (): void => {
      if (readMs !== null && Date.now() - readMs > OLD_AFTER_MS) readAgain();
    };
    window.addEventListener('focus', back);
    return () => window.removeEventListener('focus', back);
  }, [readMs, readAgain]);
  return [loaded, readAgain];
}

/**
 * The hops that are not open yet: they wait for evidence or the person's own word, and all of them do while the ladder is not
 * known (null). A raise that the plan does not ask for yet may be tried by whoever wants to.
 */
export function closedHops(ladder: Ladder | null): CatalogueId[] {
  const closed = ladder ? ladder.rungs.filter(({ state }) => state === 'closed').map(({ rung }) => rung) : RUNGS;
  return closed.filter(isHop);
}
