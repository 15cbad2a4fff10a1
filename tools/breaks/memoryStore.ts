import type { BreakRow, BreakStore } from '../../electron/services/breaks/breakStore.ts';
import type { DoneExercise } from '../../shared/breaks/dose.ts';
import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';

/**
 * A store that keeps in memory what the database would, for the bulk of the simulated years: half a million saves a year are
 * a thousand years of waiting for a disk. A share of the years runs on the real one.
 */
export interface MemoryStore extends BreakStore {
  readonly rows: readonly BreakRow[];
  addSession(id: string): void;
}

export function createMemoryStore(): MemoryStore {
  const rows: BreakRow[] = [];
  const ids = new Set<string>();
  const sessions = new Set<string>();
  let snapshot: object | null = null;
  return {
    rows,
    addSession: (id) => sessions.add(id),
    // As text, so that nothing survives that could not be written down.
    load: () => (snapshot === null ? null : JSON.parse(JSON.stringify(snapshot))),
    save: (state, added) => {
      snapshot = state;
      for (const row of added) {
        if (ids.has(row.id)) continue;
        ids.add(row.id);
        rows.push(row);
      }
    },
    events: (fromMs, toMs) => rows.map(({ event }) => event).filter(({ atMs }) => atMs >= fromMs && atMs < toMs),
    done: () => doneOf(rows),
    hasReps: (id) => sessions.has(id),
    hasSession: (id) => sessions.has(id),
  };
}

/** The choice of a dose needs no more than the last few. */
const LOOK_BACK = 200;

function doneOf(rows: readonly BreakRow[]): DoneExercise[] {
  return rows
    .slice(-LOOK_BACK)
    .filter(({ event, exercise }) => event.kind === 'done' && exercise !== null)
    .map(({ event, exercise }) => ({ exercise: exercise as CatalogueId, atMs: event.atMs, in: 'break' }));
}
