import Database from 'better-sqlite3';
import { MIGRATIONS } from '../../electron/services/history/migrations/migrations.ts';

/** A history of today's form that is on no disk. */
export function memoryHistory(): Database.Database {
  const db = new Database(':memory:');
  for (const sql of MIGRATIONS) db.exec(sql);
  return db;
}
