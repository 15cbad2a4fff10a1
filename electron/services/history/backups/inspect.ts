import Database from 'better-sqlite3';
import { hasFormOf, readWarily } from '../forms.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import { tableNames } from '../tables.ts';

/** A copy, or what it was made of, is damaged. */
export class NotWholeError extends Error {}

/** What is in a copy of the history that was looked through and found whole. */
export interface Inspection {
  readonly reps: number;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/**
 * Looks through all of a copy: its form, every page, every index, every reference. Takes seconds for a history of many years.
 *
 * @param isOurs may be written, so that it is left in one piece, without journals beside it
 * @throws NotWholeError, or what SQLite says of a file that is no database
 */
export function inspect(file: string, isOurs: boolean): Inspection {
  const db = openCopy(file, isOurs);
  try {
    const problem = db.pragma('integrity_check(1)', { simple: true });
    if (problem !== 'ok') throw new NotWholeError(String(problem));
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw new NotWholeError('A row refers to none.');
    const rows = countRows(db);
    return { reps: rows['reps'] ?? 0, rows };
  } finally {
    db.close();
  }
}

/** A folder of backups may be shared, so a file in it may be anything: only the form of a history of ours is read. */
function openCopy(file: string, isOurs: boolean): Database.Database {
  const db = new Database(file, { readonly: !isOurs, fileMustExist: true });
  try {
    readWarily(db);
    if (isOurs) {
      db.pragma('locking_mode = EXCLUSIVE');
      db.pragma('journal_mode = DELETE');
    }
    const version = db.pragma('user_version', { simple: true }) as number;
    if (!hasFormOf(db, MIGRATIONS, version)) throw new NotWholeError('It is no history, or a newer one.');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** How many rows each table of records has. */
export function countRows(db: Database.Database): Record<string, number> {
  return Object.fromEntries(
    tableNames(db).map((name) => [name, db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]),
  );
}

/** The same of a backup, which nobody changes. */
export function rowsOf(backup: string): Record<string, number> {
  const db = openCopy(backup, false);
  try {
    return countRows(db);
  } finally {
    db.close();
  }
}
