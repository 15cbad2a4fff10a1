import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { CallError } from '../../../shared/contract/contract.ts';
import { type BreakStore, createBreakStore } from '../breaks/breakStore.ts';
import { fileStamp } from './backups/backupNames.ts';
import { countRows } from './backups/inspect.ts';
import { type KeepCopy, openDatabase } from './database.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { damagedName, findDamaged, writeRecord } from './salvage/recoveryRecord.ts';
import { salvage } from './salvage/salvage.ts';
import { createHistoryStore, type HistoryStore } from './store.ts';
import { commitStaged, DATABASE_FILE, putAside, stagingFolder, workFolder } from './swap.ts';
import { mergeFrom } from './tables.ts';

/** The history that everything behind the contract works on. It is opened on first use, and tried again after a failure. */
export interface HeldHistory {
  readonly folder: string;
  isOpen(): boolean;
  /** Each throws CallError while the history cannot be opened. */
  db(): Database.Database;
  store(): HistoryStore;
  breakStore(): BreakStore;
  /** An empty folder to build another history in. */
  staging(): string;
  /**
   * The history that was built in a staging folder, and is closed by now, takes the place of this one, which is kept;
   * `together` with what only this one has.
   */
  replaceBy(staging: string, how?: 'alone' | 'together'): void;
  /** Looks closely at the history; when it is damaged, begins a new one with what can be read of it. */
  distrust(): void;
  /** For good. */
  end(): void;
}

export interface HeldHistoryOptions {
  readonly folder: string;
  readonly now: () => number;
  readonly keepCopy: KeepCopy;
}

interface Opened {
  readonly db: Database.Database;
  readonly store: HistoryStore;
  readonly breakStore: BreakStore;
}

export function holdHistory({ folder, now, keepCopy }: HeldHistoryOptions): HeldHistory {
  let open: Opened | null = null;
  let isOver = false;

  function opened(): Opened {
    if (isOver) throw new CallError('internal', 'Soleus is ending.');
    if (!open) {
      const { db } = openDatabase(folder, fileStamp(now()), MIGRATIONS, keepCopy);
      readDamaged(db);
      open = { db, store: createHistoryStore(db), breakStore: createBreakStore(db) };
    }
    return open;
  }

  /** Takes over what can be read of a history that was found damaged: now, or before something was cut off. */
  function readDamaged(db: Database.Database): void {
    for (const { path, record } of findDamaged(folder)) {
      if (record) continue;
      const nothing = { sessions: 0, reps: 0 };
      try {
        // Should it end here, it ends only once.
        writeRecord(path, { state: 'begun', salvaged: nothing });
        writeRecord(path, { state: 'open', salvaged: salvage(db, path, workFolder(folder)) });
      } catch {
        // It stays where it is; a backup can still be put in its place.
      }
    }
  }

  function addPresent(staging: string): void {
    const { db } = openDatabase(staging, 'staged', MIGRATIONS, keepCopy);
    try {
      mergeFrom(db, join(folder, DATABASE_FILE));
    } finally {
      db.close();
    }
  }

  function close(): void {
    open?.db.close();
    open = null;
  }

  return {
    folder,
    isOpen: () => open !== null,
    db: () => opened().db,
    store: () => opened().store,
    breakStore: () => opened().breakStore,
    staging: () => stagingFolder(folder, `${fileStamp(now())}-${countRows(opened().db)['reps'] ?? 0}-reps`),
    replaceBy: (staging, how = 'alone') => {
      close();
      if (how === 'together') addPresent(staging);
      commitStaged(staging);
      opened();
    },
    distrust: () => {
      if (opened().db.pragma('integrity_check(1)', { simple: true }) === 'ok') return;
      close();
      putAside(folder, damagedName(fileStamp(now())));
      opened();
    },
    end: () => {
      close();
      isOver = true;
    },
  };
}
