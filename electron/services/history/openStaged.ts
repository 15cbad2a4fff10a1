import type Database from 'better-sqlite3';
import { NotWholeError } from './backups/inspect.ts';
import { openDatabase } from './database.ts';
import { MIGRATIONS } from './migrations/migrations.ts';

/**
 * Opens the history that was put into a staging folder, and brings it up to date. None is begun there: an empty one would take
 * the place of the present one.
 *
 * @throws CallError, or NotWholeError
 */
export function openStaged(staging: string): Database.Database {
  const refuse = (): never => {
    throw new Error('It is gone.');
  };
  const { db, setAside } = openDatabase(staging, 'staged', MIGRATIONS, () => undefined, refuse);
  if (setAside === null) return db;
  db.close();
  throw new NotWholeError('It does not open.');
}
