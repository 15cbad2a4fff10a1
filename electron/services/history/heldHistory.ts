import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { CallError } from '../../../shared/contract/contract.ts';
import type { CalendarDays } from '../../../shared/history/days.ts';
import { type BreakStore, createBreakStore } from '../breaks/breakStore.ts';
import type { Log } from '../log/log.ts';
import { makePrivateFolder } from '../privateFolder.ts';
import { fileStamp } from './backups/backupNames.ts';
import { countRows } from './backups/inspect.ts';
import { isDamage, type KeepCopy, openDatabase } from './database.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { openStaged } from './openStaged.ts';
import { arrives, watchPlace } from './place.ts';
import { createHistoryQueries, type HistoryQueries } from './queries.ts';
import { damagedName, findDamaged, noteGone, unsettled } from './salvage/recoveryRecord.ts';
import { asFarAsItGoes, isWorthATry, takeOver } from './salvage/takeOver.ts';
import { createHistoryStore, type HistoryStore } from './store.ts';
import { commitStaged, DATABASE_FILE, putAside, removeUnfinished, stagingFolder } from './swap.ts';
import { mergeFrom } from './tables.ts';

/** The history that everything behind the contract works on. It is opened on first use, and tried again after a failure. */
export interface HeldHistory {
  readonly folder: string;
  isOpen(): boolean;
  /** Each throws CallError while the history cannot be opened. */
  db(): Database.Database;
  store(): HistoryStore;
  breakStore(): BreakStore;
  queries(): HistoryQueries;
  /** Adds a record. It is added once more where the file comes to harm while it is in use. */
  append(add: (store: HistoryStore) => void): void;
  /**
   * Whether it was damage that stopped something, and the history is another one now, with what could be read and with
   * what was added lately: then it is worth trying again.
   */
  mend(error: unknown): boolean;
  /** An empty folder to build another history in. */
  staging(): string;
  /**
   * The history that was built in a staging folder, and is closed by now, takes the place of this one, which is kept;
   * `together` with what only this one has.
   *
   * @throws where that cannot be; this one stays, and nothing is left of the other
   */
  replaceBy(staging: string, how?: 'alone' | 'together'): void;
  /** Looks closely at the history; when it is damaged, begins a new one with what can be read of it. */
  distrust(): void;
  /**
   * Takes over what was not read yet of damaged histories.
   *
   * @throws where the disk is full
   */
  readRest(): void;
  /** Of its form, and of its size. */
  figures(): { readonly version: number; readonly bytes: number };
  /** For good. */
  end(): void;
}

export interface HeldHistoryOptions {
  readonly folder: string;
  readonly now: () => number;
  readonly keepCopy: KeepCopy;
  /** Where there are, a history that is not there was one, and did not only begin. */
  readonly hasBackups?: () => boolean;
  /** Told when the file was removed or replaced while it was in use, and all was written anew. */
  readonly onPutBack?: () => void;
  /** The local days, and the name of their time zone. */
  readonly days: CalendarDays;
  readonly zone: string;
  readonly log: Pick<Log, 'note' | 'error'>;
}

const DAY_MS = 86_400_000;
/** The records of several long sessions. */
const KEPT_LATELY = 2_000;

interface Opened {
  readonly db: Database.Database;
  readonly isInPlace: () => boolean;
  readonly store: HistoryStore;
  readonly breakStore: BreakStore;
  readonly queries: HistoryQueries;
}

export function holdHistory(options: HeldHistoryOptions): HeldHistory {
  const { folder, now, keepCopy, hasBackups = () => false, onPutBack = () => undefined, days, zone, log } = options;
  let open: Opened | null = null;
  let isOver = false;
  let isSwept = false;
  let purgedMs = Number.NEGATIVE_INFINITY;
  const file = join(folder, DATABASE_FILE);
  const lately: ((store: HistoryStore) => void)[] = [];

  /** Opens it where it is not open. */
  function held(): Opened {
    if (isOver) throw new CallError('internal', 'Soleus is ending.');
    keepPlace();
    open ??= openUp();
    return open;
  }

  /** What is open is what lies at its place, or nothing is open. */
  function keepPlace(): void {
    if (!open || open.isInPlace()) return;
    const isInPlace = watchPlace(file);
    if (arrives(open.db, file)) open = { ...open, isInPlace };
    else putBack(open.db);
  }

  function openUp(isAgain = false): Opened {
    const startedMs = now();
    const stamp = fileStamp(startedMs);
    const whenNone = (): void => {
      if (hasBackups() && unsettled(folder).length === 0) noteGone(folder, stamp);
    };
    const { db, isInPlace, setAside } = openDatabase(folder, stamp, MIGRATIONS, keepCopy, whenNone);
    if (setAside) log.note('history-set-aside');
    try {
      // Once: later there may be one that is being built.
      if (!isSwept) removeUnfinished(folder);
      isSwept = true;
      readDamaged(db);
      const parts = {
        store: createHistoryStore(db),
        breakStore: createBreakStore(db),
        queries: createHistoryQueries(db, days, zone, now),
      };
      log.note('history-opened', { ms: now() - startedMs });
      purgedMs = Number.NEGATIVE_INFINITY;
      return { db, isInPlace, ...parts };
    } catch (error) {
      db.close();
      if (isAgain || !isDamage(error)) throw error;
      // Too large to be looked through at the start, and it shows when what is derived is built.
      putAside(folder, damagedName(fileStamp(now())));
      return openUp(true);
    }
  }

  /** The same with what was deleted long ago cleared away: at the start, and then once a day, as the breaks ask at least once a minute. */
  function opened(): Opened {
    const { store } = held();
    if (Math.abs(now() - purgedMs) >= DAY_MS) {
      purgedMs = now();
      try {
        store.purge(purgedMs);
      } catch (error) {
        log.error('purge', error);
        if (isDamage(error)) distrust();
      }
    }
    return held();
  }

  /** Looks closely at the history; of a damaged one there is then what can be read, and what was added while this runs. */
  function distrust(): void {
    lookClosely();
    addLately();
  }

  /** The file was removed or replaced while it was in use: everything is still at hand, and is written down anew. */
  function putBack(db: Database.Database): void {
    makePrivateFolder(folder);
    // Nobody knows how much is in what lies there now.
    const staging = stagingFolder(folder, `${fileStamp(now())}-0-reps`);
    try {
      db.prepare('VACUUM INTO ?').run(join(staging, DATABASE_FILE));
      commitStaged(staging);
    } catch (error) {
      rmSync(staging, { recursive: true, force: true });
      throw error;
    }
    // Until here it was the only one.
    letGo();
    log.note('history-put-back');
    onPutBack();
  }

  function lookClosely(): void {
    if (held().db.pragma('integrity_check(1)', { simple: true }) === 'ok') return;
    close();
    putAside(folder, damagedName(fileStamp(now())));
    log.note('history-set-aside', { closely: true });
    held();
  }

  function addLately(): void {
    const { db, store } = held();
    db.transaction(() => {
      for (const add of lately) {
        try {
          add(store);
        } catch {
          // What it belongs to was lost.
        }
      }
    })();
  }

  /** Takes over what can be read of a history that was found damaged: now, or before something was cut off. */
  function readDamaged(db: Database.Database): void {
    for (const damaged of findDamaged(folder)) {
      if (!isWorthATry(damaged)) continue;
      try {
        const { sessions } = takeOver(db, damaged, folder);
        log.note('history-salvaged', { anything: sessions > 0 });
      } catch (error) {
        log.error('salvage', error);
        // It stays where it is. It is read another time, or with the person's answer.
      }
    }
  }

  /** What could not be read to its end so far: once more. */
  function readRest(): void {
    held();
    const rest = findDamaged(folder).filter((damaged) => isWorthATry(damaged, true));
    if (rest.length === 0) return;
    for (const damaged of rest) asFarAsItGoes(() => takeOver(held().db, damaged, folder), log);
    // What is derived of it is built when it is opened.
    close();
    held();
  }

  function addPresent(staging: string): void {
    const db = openStaged(staging);
    try {
      mergeFrom(db, file);
    } finally {
      db.close();
    }
  }

  /**
   * Closes it, and what was written is found again at its place.
   *
   * @throws where it cannot be put back; it stays open then, unless it is damaged or all is over
   */
  function close(isLast = false): void {
    try {
      keepPlace();
    } catch (error) {
      log.error('put-back', error);
      if (!isLast && !isDamage(error)) throw error;
    }
    letGo();
  }

  function letGo(): void {
    open?.db.close();
    open = null;
  }

  return {
    folder,
    isOpen: () => open !== null,
    db: () => opened().db,
    store: () => opened().store,
    breakStore: () => opened().breakStore,
    queries: () => opened().queries,
    append: (add) => {
      add(opened().store);
      lately.push(add);
      if (lately.length > KEPT_LATELY) lately.shift();
    },
    mend: (error) => {
      if (!isDamage(error)) return false;
      close();
      distrust();
      return true;
    },
    staging: () => stagingFolder(folder, `${fileStamp(now())}-${countRows(opened().db)['reps'] ?? 0}-reps`),
    replaceBy: (staging, how = 'alone') => {
      try {
        // What has to be put back comes before what takes its place.
        held();
        close();
        if (how === 'together') addPresent(staging);
        commitStaged(staging);
      } catch (error) {
        rmSync(staging, { recursive: true, force: true });
        throw error;
      }
      // Whoever goes back does not want what came after.
      if (how === 'alone') lately.length = 0;
      opened();
      log.note('history-replaced', { how });
    },
    distrust,
    readRest,
    figures: () => ({
      version: opened().db.pragma('user_version', { simple: true }) as number,
      bytes: statSync(file).size,
    }),
    end: () => {
      close(true);
      isOver = true;
    },
  };
}
