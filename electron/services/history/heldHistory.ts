import type Database from 'better-sqlite3';
import { CallError } from '../../../shared/contract/contract.ts';
import { type BreakStore, createBreakStore } from '../breaks/breakStore.ts';
import { fileStamp } from './backups/backupNames.ts';
import { countRows } from './backups/inspect.ts';
import { type KeepCopy, openDatabase } from './database.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { createHistoryStore, type HistoryStore } from './store.ts';
import { commitStaged, stagingFolder } from './swap.ts';

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
  /** The history that was built there, and is closed by now, takes the place of this one, which is kept. */
  replaceBy(staging: string): void;
  /** For good. */
  end(): void;
}

export interface HeldHistoryOptions {
  readonly folder: string;
  readonly now: () => number;
  readonly keepCopy: KeepCopy;
  /** A damaged file was set aside. */
  readonly onSetAside: (path: string) => void;
}

interface Opened {
  readonly db: Database.Database;
  readonly store: HistoryStore;
  readonly breakStore: BreakStore;
}

export function holdHistory({ folder, now, keepCopy, onSetAside }: HeldHistoryOptions): HeldHistory {
  let open: Opened | null = null;
  let isOver = false;

  function opened(): Opened {
    if (isOver) throw new CallError('internal', 'Soleus is ending.');
    if (!open) {
      const { db, setAside } = openDatabase(folder, fileStamp(now()), MIGRATIONS, keepCopy);
      open = { db, store: createHistoryStore(db), breakStore: createBreakStore(db) };
      if (setAside) onSetAside(setAside);
    }
    return open;
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
    replaceBy: (staging) => {
      close();
      commitStaged(staging);
      opened();
    },
    end: () => {
      close();
      isOver = true;
    },
  };
}
