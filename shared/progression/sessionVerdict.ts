import type { Clock } from './clock.ts';
import {
  type FiveCountVerdict,
  fiveCountVerdict,
  type RungVerdict,
  rungsIn,
  rungVerdict,
  sessionsOf,
} from './evidence.ts';
import { ladderOf } from './ladder.ts';
import type { Setback } from './ladderFold.ts';
import type { Progress } from './progress.ts';
import type { RungId } from './rungs.ts';

/** What a session showed, for the screen after it. */
export interface SessionVerdict {
  /** The rungs that were trained, from the easiest on. */
  readonly rungs: readonly RungVerdict[];
  /** Null when no eccentric raise was timed. */
  readonly fiveCount: FiveCountVerdict | null;
  /** What this session has brought about until now; most rungs open only on the day after. */
  readonly opened: readonly RungId[];
  readonly setback: Setback | null;
}

/** What a session showed and what came of it: the ladder with it, compared with the ladder without it. */
export function sessionVerdict(progress: Progress, sessionId: string, clock: Clock): SessionVerdict {
  const sets = sessionsOf(progress, clock.nowMs).find(({ id }) => id === sessionId)?.sets ?? [];
  const after = ladderOf(progress, clock);
  const without = ladderOf(
    {
      ...progress,
      sets: progress.sets.filter((set) => set.sessionId !== sessionId),
      feels: progress.feels.filter((feel) => feel.sessionId !== sessionId),
    },
    clock,
  );
  const wasOpen = new Set(without.rungs.filter(({ state }) => state === 'open').map(({ rung }) => rung));
  return {
    rungs: rungsIn(sets).map((rung) => rungVerdict(rung, sets)),
    fiveCount: fiveCountVerdict(sets),
    opened: after.rungs.filter(({ rung, state }) => state === 'open' && !wasOpen.has(rung)).map(({ rung }) => rung),
    setback: after.setbacks.find((setback) => setback.sessionId === sessionId) ?? null,
  };
}
