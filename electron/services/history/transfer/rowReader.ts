import type Database from 'better-sqlite3';
import { KEPT_TABLES, type KeptTable, keyOf } from './keptTables.ts';

export type RawRow = readonly (string | number | null)[];

/**
 * Reads the history as it is at this moment, a few rows at a time, so that others can write between two reads. Rows are only
 * ever added, so those up to today's last one are the history of today.
 */
export interface RowReader {
  readonly table: KeptTable;
  /** About how many there are. */
  readonly most: number;
  /** The next rows in the order of their keys; none when all were read. */
  next(limit: number): readonly RawRow[];
}

export function rowReaders(db: Database.Database): readonly RowReader[] {
  const lastRows = db.transaction(() =>
    KEPT_TABLES.map(({ table }) => db.prepare(`SELECT coalesce(max(rowid), 0) FROM ${table}`).pluck().get() as number),
  )();
  return KEPT_TABLES.map((table, i) => readerOf(db, table, lastRows[i] ?? 0));
}

function readerOf(db: Database.Database, table: KeptTable, lastRow: number): RowReader {
  const key = keyOf(table).column;
  const columns = table.columns.map(({ column }) => column).join(', ');
  const select = db
    .prepare(`SELECT ${columns} FROM ${table.table} WHERE ${key} > ? AND +rowid <= ? ORDER BY ${key} LIMIT ?`)
    .raw();
  let after: unknown = '';
  return {
    table,
    most: lastRow,
    next: (limit) => {
      const rows = select.all(after, lastRow, limit) as RawRow[];
      after = rows.at(-1)?.[0] ?? after;
      return rows;
    },
  };
}
