import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CallError } from '../../../shared/contract/contract.ts';
import { MIGRATIONS } from './migrations/migrations.ts';

/** The open history, and where a damaged one was put, if it had to be. */
export interface OpenDatabase {
  readonly db: Database.Database;
  readonly setAside: string | null;
}

export const DATABASE_FILE = 'history.sqlite';
const BACKUP_FOLDER = 'backups';
/** How long to wait for another program that is using the file. */
const BUSY_MS = 2000;

/**
 * Opens the history in this folder and brings it up to date. The history is held exclusively: one program writes it.
 *
 * A damaged file is moved aside with its journals, never deleted, and a new one is begun.
 *
 * @param stamp names files that are put aside or backed up; a time without colons
 * @throws CallError `history-locked`, `history-unwritable`, `history-newer` or `disk-full`; the file is unharmed
 */
export function openDatabase(folder: string, stamp: string, migrations: readonly string[] = MIGRATIONS): OpenDatabase {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new CallError('history-unwritable', String(error));
  }
  const file = join(folder, DATABASE_FILE);
  try {
    return { db: openChecked(file, folder, stamp, migrations), setAside: null };
  } catch (error) {
    if (!isDamage(error)) throw asCallError(error);
  }
  const setAside = putAside(folder, stamp);
  try {
    return { db: openChecked(file, folder, stamp, migrations), setAside };
  } catch (error) {
    throw asCallError(error);
  }
}

/** Turns SQLite's and the file system's errors into what the user interface can explain. */
export function asCallError(error: unknown): CallError {
  if (error instanceof CallError) return error;
  const code = (error as { code?: unknown }).code;
  const name = typeof code === 'string' ? code : '';
  if (name.startsWith('SQLITE_BUSY') || name.startsWith('SQLITE_LOCKED'))
    return new CallError('history-locked', String(error));
  if (name === 'SQLITE_FULL' || name === 'ENOSPC') return new CallError('disk-full', String(error));
  if (/^(SQLITE_(CANTOPEN|READONLY|PERM|IOERR)|EACCES|EPERM|EROFS|ENOTDIR|EISDIR)/.test(name)) {
    return new CallError('history-unwritable', String(error));
  }
  return new CallError('internal', String(error));
}

/** Beside the history, when something in it could not be read: it is looked through before it is opened again. */
const DOUBT_ENDING = '-doubted';
/** Up to here all of it is looked through each time: about 0.1 s. */
const SMALL_BYTES = 16_000_000;

/** Has the history in this folder looked through wholly when it is opened next. */
export function doubtHistory(folder: string): void {
  try {
    writeFileSync(join(folder, DATABASE_FILE + DOUBT_ENDING), '');
  } catch {
    // Where nothing can be written any more, that is the trouble to be told of.
  }
}

/**
 * How to find out whether a history is whole; to be asked before it is opened. Ten years take seconds to look through, so a
 * large one is only when it was not closed as it should be (its journal is still there), or when something in it could not be
 * read (decision 0015). Else the beginning of each table is read, and no page may be missing.
 */
function wholeness(file: string): (db: Database.Database) => boolean {
  const isDoubted = [`${file}-wal`, file + DOUBT_ENDING].some(existsSync);
  const isSmall = !existsSync(file) || statSync(file).size <= SMALL_BYTES;
  if (isDoubted || isSmall) return (db) => db.pragma('quick_check', { simple: true }) === 'ok';
  return (db) => {
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0").pluck().all();
    for (const name of tables) db.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get();
    const pages = db.pragma('page_count', { simple: true }) as number;
    return statSync(file).size >= pages * (db.pragma('page_size', { simple: true }) as number);
  };
}

function openChecked(file: string, folder: string, stamp: string, migrations: readonly string[]): Database.Database {
  const isWhole = wholeness(file);
  const db = new Database(file, { timeout: BUSY_MS });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    // Every commit reaches the disk: a rep that was announced survives even a power cut.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // In exclusive mode the first write takes the lock and keeps it.
    db.exec('BEGIN IMMEDIATE; COMMIT');
    if (!isWhole(db)) throw new DamageError();
    rmSync(file + DOUBT_ENDING, { force: true });
    // Years of history are looked through for one chart: 32 MB of it may stay at hand.
    db.pragma('cache_size = -32000');
    migrate(db, folder, stamp, migrations);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function migrate(db: Database.Database, folder: string, stamp: string, migrations: readonly string[]): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > migrations.length) {
    throw new CallError('history-newer', `The history has version ${version}; this app knows ${migrations.length}.`);
  }
  if (version === migrations.length) return;
  if (version > 0) {
    mkdirSync(join(folder, BACKUP_FOLDER), { recursive: true });
    db.prepare('VACUUM INTO ?').run(join(folder, BACKUP_FOLDER, `before-version-${version + 1}-${stamp}.sqlite`));
  }
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

class DamageError extends Error {}

/** Whether it says that what the history file holds is no sound database. */
export function isDamage(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return error instanceof DamageError || code === 'SQLITE_NOTADB' || String(code).startsWith('SQLITE_CORRUPT');
}

/** Moves the damaged file and its journals into a folder of their own and says which. */
function putAside(folder: string, stamp: string): string {
  const target = join(folder, `damaged-${stamp}`);
  mkdirSync(target, { recursive: true });
  for (const ending of ['', '-wal', '-shm', DOUBT_ENDING]) {
    const file = join(folder, DATABASE_FILE + ending);
    if (existsSync(file)) renameSync(file, join(target, DATABASE_FILE + ending));
  }
  return target;
}
