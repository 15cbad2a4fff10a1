import type { KeptEvent } from '../../../../shared/breaks/statistics.ts';

/** One break as it went: from when it was due to what became of it. */
export interface BreakLine {
  dueAtMs: number | null;
  firstOfferedAtMs: number | null;
  offers: number;
  snoozes: number;
  outcome: 'done' | 'skipped' | 'credited' | 'lapsed' | 'open';
  endedAtMs: number | null;
  /** How it was done, why it was skipped or lapsed, what it was credited for. */
  detail: string | null;
  exercise: string | null;
  sessionId: string | null;
}

export const BREAK_COLUMNS = [
  ...(['due', 'first_offered', 'offers', 'snoozes', 'outcome', 'ended', 'detail', 'exercise', 'session_id'] as const),
] as const;

export type BreakEventRow = Pick<KeptEvent, 'kind' | 'atMs'> & {
  readonly dueAtMs: number | null;
  readonly detail: string | null;
  readonly exercise: string | null;
  readonly sessionId: string | null;
};

/**
 * Puts the events of each break together, in the order in which they happened. `dueAtMs` tells one break from another; what was
 * done without being due is a break of its own.
 */
export function breakCollector() {
  const open = new Map<number, BreakLine>();
  const begun = (dueAtMs: number | null): BreakLine => ({
    ...{ dueAtMs, firstOfferedAtMs: null, offers: 0, snoozes: 0, outcome: 'open', endedAtMs: null },
    ...{ detail: null, exercise: null, sessionId: null },
  });
  return {
    /** The break that is over with this event, if one is. */
    hear({ kind, atMs, dueAtMs, detail, exercise, sessionId }: BreakEventRow): BreakLine | null {
      if (kind === 'sat') return null;
      const line = (dueAtMs === null ? null : open.get(dueAtMs)) ?? begun(dueAtMs);
      line.exercise = exercise ?? line.exercise;
      if (kind === 'offered' || kind === 'snoozed') {
        if (kind === 'offered') line.firstOfferedAtMs ??= atMs;
        line[kind === 'offered' ? 'offers' : 'snoozes']++;
        if (dueAtMs !== null) open.set(dueAtMs, line);
        return null;
      }
      if (dueAtMs !== null) open.delete(dueAtMs);
      return Object.assign(line, { outcome: kind, endedAtMs: atMs, detail, sessionId });
    },
    /** Those of which nothing has become yet. */
    rest: (): BreakLine[] => [...open.values()],
  };
}
