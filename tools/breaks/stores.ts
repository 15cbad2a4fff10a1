import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBreakStore } from '../../electron/services/breaks/breakStore.ts';
import { openDatabase } from '../../electron/services/history/database.ts';
import { createHistoryStore } from '../../electron/services/history/store.ts';
import type { KeptEvent } from '../../shared/breaks/statistics.ts';
import { createMemoryStore } from './memoryStore.ts';
import { type SimulatedStore, simulateYear, type YearOptions, type YearResult } from './simulateYear.ts';

/** Sessions have the same ids in both stores. */
const SESSION_IDS = 2 ** 32;
const RECORD_IDS = 2 ** 33;

type Options = Omit<YearOptions, 'seed' | 'store'>;

export interface KeptYear extends YearResult {
  /** What was in the store when the year was over. */
  readonly kept: readonly KeptEvent[];
}

export function memoryYear(seed: number, options: Options = {}): KeptYear {
  const memory = createMemoryStore();
  const newSessionId = idsFrom(SESSION_IDS);
  const store: SimulatedStore = {
    open: () => memory,
    newId: idsFrom(0),
    addSession: () => {
      const id = newSessionId();
      memory.addSession(id);
      return id;
    },
  };
  const year = simulateYear({ ...options, seed, store });
  return { ...year, kept: memory.events(0, Number.MAX_SAFE_INTEGER) };
}

/** The same with the real database, in a temporary folder; without waiting for the disk, which takes milliseconds a save. */
export function databaseYear(seed: number, options: Options = {}): KeptYear {
  const folder = mkdtempSync(join(tmpdir(), 'soleus-breaks-'));
  const { db } = openDatabase(folder, 'then');
  db.pragma('synchronous = OFF');
  const history = createHistoryStore(db);
  const breaks = createBreakStore(db);
  const newSessionId = idsFrom(SESSION_IDS);
  const newRecordId = idsFrom(RECORD_IDS);
  const store: SimulatedStore = {
    open: () => breaks,
    newId: idsFrom(0),
    addSession: (atMs) => {
      const [id, setId, repId] = [newSessionId(), newRecordId(), newRecordId()];
      history.startSession({ id, startedAtMs: atMs, source: 'camera' });
      history.startSet({
        ...{ id: setId, sessionId: id, startedAtMs: atMs, exercise: 'calf-raise-double', side: 'both' },
        ...{ targetReps: 10, targetMs: null, task: 0, personHeightCm: null },
      });
      history.addRep({ id: repId, setId, n: 1, atMs, side: 'both', topMs: 1000 });
      return id;
    },
  };
  try {
    const year = simulateYear({ ...options, seed, store });
    return { ...year, kept: breaks.events(0, Number.MAX_SAFE_INTEGER) };
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ids of the right form that are the same in every run. */
function idsFrom(start: number): () => string {
  let n = start;
  return () => {
    n++;
    return `01890000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
  };
}
