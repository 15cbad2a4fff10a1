import { existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CallError, type ErrorCode } from '../../../shared/contract/contract.ts';
import { makePrivateFolder } from '../privateFolder.ts';
import { writeBackupNow } from './backups/backupFiles.ts';
import { machineName } from './backups/backupNames.ts';
import { NotWholeError } from './backups/inspect.ts';
import { hasFormOf, hasKnownForm, readWarily } from './forms.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { watchPlace } from './place.ts';
import { losesCommits, readJournal } from './salvage/journal.ts';
import { isReadOnly, USUAL_PAGE_BYTES } from './salvage/pages.ts';
import { damagedName } from './salvage/recoveryRecord.ts';
import { DATABASE_FILE, finishSwap, newName, putAside } from './swap.ts';
import { toDisk } from './toDisk.ts';

/** The open history, and where a damaged one was put, if it had to be. */
export interface OpenDatabase {
  readonly db: Database.Database;
  /** Whether the file at its place is still the one that was opened. */
  readonly isInPlace: () => boolean;
  readonly setAside: string | null;
}

/** Keeps a copy of a history before it is brought to a version. Throws when it cannot, and the history stays as it is. */
export type KeepCopy = (db: Database.Database, version: number) => void;

/** Beside the history: where copies go as long as the person chooses no other folder. */
export const BACKUP_FOLDER = 'backups';
/** How long to wait for another program that is using the file. */
const BUSY_MS = 2000;

/**
 * Opens the history in this folder and brings it up to date. The history is held exclusively: one program writes it.
 *
 * A damaged file is moved aside with its journals, never deleted, and a new one is begun.
 *
 * @param stamp names files that are put aside or backed up; a time without colons
 * @param keepCopy copies it before a migration; without it the copy goes beside it
 * @param whenNone is told before a history is begun where none is
 * @throws CallError `history-locked`, `history-unwritable`, `history-newer` or `disk-full`; the file is unharmed
 */
export function openDatabase(
  folder: string,
  stamp: string,
  migrations: readonly string[] = MIGRATIONS,
  keepCopy: KeepCopy = copyBeside(folder, stamp),
  whenNone: () => void = () => undefined,
): OpenDatabase {
  try {
    makePrivateFolder(folder);
    finishSwap(folder);
  } catch (error) {
    throw new CallError('history-unwritable', String(error));
  }
  const file = join(folder, DATABASE_FILE);
  try {
    try {
      if (!existsSync(file) && !isLost(file)) {
        whenNone();
        begin(file, migrations);
      }
      return { ...openChecked(file, migrations, keepCopy), setAside: null };
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
    const setAside = putAside(folder, damagedName(stamp));
    begin(file, migrations);
    return { ...openChecked(file, migrations, keepCopy), setAside };
  } catch (error) {
    throw asCallError(error);
  }
}

/**
 * Nothing is left of it, or nothing but a journal. SQLite would take it for a new one, and throw the journal away or bring it
 * into the next one. A new one of ours is never empty, see `begin`.
 */
function isLost(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found) return found.isFile() && found.size === 0;
  return ['-wal', '-journal'].some((end) => (statSync(file + end, { throwIfNoEntry: false })?.size ?? 0) > 0);
}

/** SQLite leaves out of a journal all that comes after the first wrong bit, and removes it. */
function isJournalHarmed(file: string): boolean {
  const journal = readJournal(`${file}-wal`, USUAL_PAGE_BYTES);
  return journal !== null && losesCommits(journal);
}

/** What looks harmed while another program writes it is looked at once more while none can. */
function checkJournal(file: string): void {
  const db = new Database(file, { readonly: true, timeout: BUSY_MS });
  try {
    db.exec('BEGIN; SELECT 1 FROM sqlite_master');
    if (isJournalHarmed(file)) throw new NotWholeError('Its journal is damaged.');
  } finally {
    db.close();
  }
}

/** A new history comes to be all at once: whatever is cut off, none is there or a whole one. Another Soleus may be quicker. */
function begin(file: string, migrations: readonly string[]): void {
  const part = newName(file);
  try {
    build(part, migrations);
    nameIfFree(part, file);
  } catch (error) {
    // What is unfinished is swept away by the first one that opens the history.
    if (!existsSync(file)) throw error;
  } finally {
    for (const ending of ['', '-wal', '-shm']) rmSync(part + ending, { force: true });
  }
}

function build(part: string, migrations: readonly string[]): void {
  const db = new Database(part);
  try {
    // If it is cut off it is begun anew.
    for (const setting of ['journal_mode = OFF', 'synchronous = OFF']) db.pragma(setting);
    migrate(db, migrations);
    db.pragma('journal_mode = WAL');
  } finally {
    db.close();
  }
  toDisk(part);
}

/** A rename would take the place of one that came in between. */
function nameIfFree(part: string, file: string): void {
  try {
    linkSync(part, file);
  } catch {
    // It is there, or the file system gives no file two names.
    if (!existsSync(file)) renameSync(part, file);
  }
}

function copyBeside(folder: string, stamp: string): KeepCopy {
  return (db, version) => {
    const target = join(folder, BACKUP_FOLDER);
    mkdirSync(target, { recursive: true });
    writeBackupNow(db, target, { kind: 'before-version', version, stamp, machine: machineName(hostname()) });
  };
}

/** Turns SQLite's and the file system's errors into what the user interface can explain. */
export function asCallError(error: unknown): CallError {
  if (error instanceof CallError) return error;
  // The log wants to know where it came from.
  return Object.assign(new CallError(codeOf(error), String(error)), { cause: error });
}

function codeOf(error: unknown): ErrorCode {
  const code = (error as { code?: unknown }).code;
  const name = typeof code === 'string' ? code : '';
  if (name.startsWith('SQLITE_BUSY') || name.startsWith('SQLITE_LOCKED')) return 'history-locked';
  // It refers to what is not there, or is there twice: trying again would not help.
  if (name.startsWith('SQLITE_CONSTRAINT')) return 'bad-request';
  if (name === 'SQLITE_FULL' || name === 'ENOSPC') return 'disk-full';
  const isUnwritable = /^(SQLITE_(CANTOPEN|READONLY|PERM|IOERR)|EACCES|EPERM|EROFS|ENOTDIR|EISDIR)/.test(name);
  return isUnwritable ? 'history-unwritable' : 'internal';
}

/** Up to here all of it is looked through each time: about 0.1 s. */
const SMALL_BYTES = 16_000_000;

/**
 * How to find out whether a history is whole; to be asked before it is opened. Ten years take seconds to look through, so a
 * large one is only when it was not closed as it should be: its journal is still there (decision 0015). Else the beginning of
 * each table is read, and no page may be missing; what cannot be read later is mended then, and each backup is looked through.
 */
function wholeness(file: string): (db: Database.Database) => boolean {
  if (isReadOnly(file)) return () => false;
  const isSmall = statSync(file).size <= SMALL_BYTES;
  if (isSmall || existsSync(`${file}-wal`)) return (db) => db.pragma('quick_check', { simple: true }) === 'ok';
  return (db) => {
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0").pluck().all();
    for (const name of tables) db.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get();
    const pages = db.pragma('page_count', { simple: true }) as number;
    return statSync(file).size >= pages * (db.pragma('page_size', { simple: true }) as number);
  };
}

function openChecked(file: string, migrations: readonly string[], keepCopy: KeepCopy): Omit<OpenDatabase, 'setAside'> {
  if (isLost(file)) throw new NotWholeError('Nothing is in it.');
  if (isJournalHarmed(file)) checkJournal(file);
  const isWhole = wholeness(file);
  const isInPlace = watchPlace(file);
  const db = new Database(file, { timeout: BUSY_MS });
  try {
    checkForm(db, migrations);
    // Its journal is there by now, and is watched, too.
    isInPlace();
    if (!isWhole(db)) throw new NotWholeError('It cannot all be read.');
    // Years of history are looked through for one chart: 32 MB of it may stay at hand.
    db.pragma('cache_size = -32000');
    const version = db.pragma('user_version', { simple: true }) as number;
    if (version < migrations.length) {
      keepCopy(db, version + 1);
      migrate(db, migrations);
    }
    return { db, isInPlace };
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Takes the history, and looks what it is. A version beyond ours is a newer one if its form is none of ours: each version has
 * another, so a form of ours under any other version than its own is a header that came to harm.
 */
function checkForm(db: Database.Database, migrations: readonly string[]): void {
  try {
    takeHold(db);
    const version = db.pragma('user_version', { simple: true }) as number;
    if (hasFormOf(db, migrations, version)) return;
    if (version > migrations.length && !hasKnownForm(db, migrations)) {
      throw new CallError('history-newer', `The history has version ${version}; this app knows ${migrations.length}.`);
    }
    throw new NotWholeError(`It does not have the form of version ${version}.`);
  } catch (error) {
    // Of a form of file that SQLite does not know.
    throw (error as { code?: unknown }).code === 'SQLITE_ERROR' ? new NotWholeError(String(error)) : error;
  }
}

function takeHold(db: Database.Database): void {
  readWarily(db);
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  // Every commit reaches the disk: a rep that was announced survives even a power cut. On a Mac it would otherwise only reach
  // the disk's own memory, which is written down in any order.
  for (const setting of ['synchronous = FULL', 'fullfsync = ON', 'checkpoint_fullfsync = ON']) db.pragma(setting);
  db.pragma('foreign_keys = ON');
  // In exclusive mode the first write takes the lock and keeps it.
  db.exec('BEGIN IMMEDIATE; COMMIT');
}

function migrate(db: Database.Database, migrations: readonly string[]): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  // A table that others refer to can only be built anew while nobody watches; what comes out is checked instead.
  db.pragma('foreign_keys = OFF');
  migrations.slice(version).forEach((sql, i) => {
    db.transaction(() => {
      db.exec(sql);
      const [broken] = db.pragma('foreign_key_check') as unknown[];
      if (broken) throw new CallError('internal', `Version ${version + i + 1} breaks a reference.`);
      db.pragma(`user_version = ${version + i + 1}`);
    })();
  });
  db.pragma('foreign_keys = ON');
}

export function isDamage(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return error instanceof NotWholeError || code === 'SQLITE_NOTADB' || String(code).startsWith('SQLITE_CORRUPT');
}
