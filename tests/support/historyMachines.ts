import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { createBreakStore } from '../../electron/services/breaks/breakStore.ts';
import { MIGRATIONS } from '../../electron/services/history/migrations/migrations.ts';
import { createHistoryStore } from '../../electron/services/history/store.ts';
import { createSummaries } from '../../electron/services/history/summaries.ts';
import { exportJson } from '../../electron/services/history/transfer/exportJson.ts';
import { createJsonImport } from '../../electron/services/history/transfer/importJson.ts';
import type { KeptEvent } from '../../shared/breaks/statistics.ts';
import { personSettings } from '../../shared/history/historyFile.ts';
import type { AnyRecord, KeptKind, KeptRecord } from '../../shared/history/keptRecords.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { memoryHistory } from './memoryHistory.ts';

/** Machines with a history each, in memory, which tell each other of it by files. */
export interface Machines {
  readonly folder: string;
  fresh(records?: readonly AnyRecord[]): Database.Database;
  /** @param meanwhile runs after each part of the work */
  exported(db: Database.Database, meanwhile?: () => void): Promise<string>;
  /** In so many pieces. */
  imported(db: Database.Database, text: string, pieces?: number): ReturnType<Import['finish']>;
  close(): void;
}
type Import = ReturnType<typeof createJsonImport>;

export const HEAD = {
  ...{ app: '0.1.0', schema: MIGRATIONS.length, exportedAtMs: 1_700_000_000_000 },
  settings: personSettings(DEFAULT_SETTINGS),
};

export function historyMachines(): Machines {
  const folder = mkdtempSync(join(tmpdir(), 'soleus-machines-'));
  const opened: Database.Database[] = [];
  let files = 0;
  return {
    folder,
    fresh: (records = []) => {
      const db = memoryHistory();
      opened.push(db);
      db.pragma('foreign_keys = ON');
      writeRecords(db, records);
      return db;
    },
    exported: async (db, meanwhile = () => undefined) => {
      const path = join(folder, `${files++}.json`);
      const file = await open(path, 'w');
      await exportJson(db, file, HEAD, meanwhile);
      await file.close();
      return readFileSync(path, 'utf8');
    },
    imported: async (db, text, pieces = 1) => {
      const length = Math.ceil(text.length / pieces) || 1;
      const job = createJsonImport(join(folder, 'staged.sqlite'));
      try {
        for (let i = 0; i < text.length; i += length) job.write(text.slice(i, i + length));
        return await job.finish(
          db,
          async () => undefined,
          () => undefined,
        );
      } finally {
        job.discard();
      }
    },
    close: () => {
      for (const db of opened) db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Writes records as the app does: through the stores. */
export function writeRecords(db: Database.Database, records: readonly AnyRecord[]): void {
  const store = createHistoryStore(db);
  const breaks = createBreakStore(db);
  const insertAmendment = db.prepare('INSERT INTO amendments VALUES (@id, @atMs, @target, @targetId, @field, @value)');
  const writers: { readonly [Kind in KeptKind]: (record: KeptRecord<Kind>) => void } = {
    sessions: store.startSession,
    sessionEnds: ({ sessionId, ...end }) => store.endSession({ id: sessionId, ...end }),
    sessionPlans: store.addPlan,
    feels: store.addFeel,
    sets: store.startSet,
    setEnds: ({ setId, ...end }) => store.endSet({ id: setId, ...end }),
    reps: store.addRep,
    repMeasures: store.addRepMeasures,
    attempts: store.addAttempt,
    corrections: store.addCorrection,
    checkIns: store.addCheckIn,
    checkResults: store.addCheckResult,
    overrides: store.addOverride,
    // The store would date it after what it replaces; here it is as another machine wrote it.
    amendments: ({ value, ...amendment }) => insertAmendment.run({ ...amendment, value: JSON.stringify(value) }),
    breakEvents: ({ id, exercise, detail, n, ...event }) => {
      const told = { ...event, n, minutes: n, reason: detail, how: detail, by: detail, why: detail };
      breaks.save({}, [{ id, exercise, event: told as unknown as KeptEvent }]);
    },
  };
  for (const { kind, record } of records) (writers[kind] as (record: unknown) => void)(record);
  createSummaries(db).rebuild();
}

/** Everything in a database, table by table, without what is only a bookmark; rows in the order of their keys. */
export function contents(db: Database.Database): Record<string, unknown[]> {
  const tables = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'break_state'",
    )
    .pluck()
    .all() as string[];
  return Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()]));
}
