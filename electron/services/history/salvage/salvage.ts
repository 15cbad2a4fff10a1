import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { formAt, partOf } from '../forms.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import { DATABASE_FILE } from '../swap.ts';
import { mergeFrom, type Table, tablesOf } from '../tables.ts';
import { freePages, openPages, type Pages, versionIn } from './pages.ts';
import { plausibleRows } from './plausible.ts';
import { holdsRows, rowsOn, schemaOf, tablesOfPages, type Value } from './trees.ts';

/** How much of a damaged history could be read and is in this one, however often it was begun. */
export interface Salvaged {
  readonly sessions: number;
  readonly reps: number;
}

/**
 * Reads what is whole out of a damaged history, page by page, and adds what this one does not have yet, by id. The damaged
 * file is only read.
 *
 * @param workFolder an empty folder for what lies in between; it is emptied again
 */
export function salvage(db: Database.Database, damagedFolder: string, workFolder: string): Salvaged {
  const found = join(workFolder, 'salvaged.sqlite');
  try {
    const pages = openPages(join(damagedFolder, DATABASE_FILE));
    try {
      collect(pages, found);
    } finally {
      pages.close();
    }
    return mergeFrom(db, found);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

/** Everything that looks like a record, in a database of its own, brought to the newest version. */
function collect(pages: Pages, target: string): void {
  const version = versionOf(pages);
  const db = new Database(target);
  try {
    // It is thrown away if anything happens. Rows may refer to some that only a backup has.
    for (const setting of ['journal_mode = OFF', 'synchronous = OFF', 'foreign_keys = OFF']) db.pragma(setting);
    const lengths = new Map<string, Set<number>>();
    for (const sql of MIGRATIONS.slice(0, version)) {
      db.exec(sql);
      // A column that was added later is missing in rows that were there before.
      for (const { name, columns } of tablesOf(db)) lengths.set(name, new Set(lengths.get(name)).add(columns.length));
    }
    db.transaction(() => fill(db, pages, lengths))();
    for (const sql of MIGRATIONS.slice(version)) db.exec(sql);
    db.exec(LOST_SESSIONS);
  } finally {
    db.close();
  }
}

/** Its header may be wrong, and part of its schema lost. So the version is one that looks most like what is left of both. */
function versionOf(pages: Pages): number {
  const parts = new Set(schemaOf(pages).map(([type, name, table, , words]) => partOf([type, name, table, words])));
  const alike = MIGRATIONS.map((_, i) => formAt(MIGRATIONS, i + 1).filter((part) => parts.has(part)).length);
  const most = Math.max(...alike);
  const said = versionIn(pages);
  return said !== null && alike[said - 1] === most ? said : alike.lastIndexOf(most) + 1;
}

/**
 * A session that is lost while its sets are not: when it began is known nearly, who was seen is not. Taken for imported, it
 * is shown and gates nothing.
 */
const LOST_SESSIONS = `INSERT OR IGNORE INTO sessions (id, started_at_ms, source)
  SELECT session_id, min(started_at_ms), 'imported' FROM sets GROUP BY session_id`;

/** So many rows of a page tell what the page holds. */
const ROWS_TO_TELL = 12;

/** Pages whose table is known come first; what the others hold is told by what it looks like and what it refers to. */
function fill(db: Database.Database, pages: Pages, lengths: ReadonlyMap<string, ReadonlySet<number>>): void {
  const tables = tablesOf(db);
  const shelves = tables.map((table) => shelfOf(db, table, lengths.get(table.name) ?? new Set()));
  const owners = tablesOfPages(pages);
  const free = freePages(pages);
  const strays: number[] = [];
  for (let page = 1; page <= pages.count; page++) {
    if (!holdsRows(pages, page)) continue;
    const owner = owners.get(page);
    if (owner === undefined && free.has(page)) continue;
    const shelf = shelves.find(({ table }) => table.name === owner);
    if (shelf) rowsOn(pages, page).forEach(shelf.add);
    else if (owner === undefined) strays.push(page);
  }
  // Each round may bring what the rows of the next one refer to. In the last one it may be that only a backup has it.
  for (let round = 0; round <= tables.length && strays.length > 0; round++) {
    const isLast = round === tables.length;
    for (const page of strays.splice(0)) {
      const rows = rowsOn(pages, page);
      const some = rows.slice(0, ROWS_TO_TELL);
      const [best] = shelves
        .map((shelf) => ({ shelf, n: some.filter(isLast ? shelf.isPossible : shelf.fits).length }))
        .sort((a, b) => b.n - a.n);
      if (best && best.n > 0) rows.forEach(best.shelf.add);
      else strays.push(page);
    }
  }
}

interface Shelf {
  readonly table: Table;
  /** It can be a row of this table. */
  isPossible(row: Value[]): boolean;
  /** And what it refers to has been found. */
  fits(row: Value[]): boolean;
  add(row: Value[]): void;
}

function shelfOf(db: Database.Database, table: Table, lengths: ReadonlySet<number>): Shelf {
  const insert = table.columns.map((_, i) => {
    const columns = table.columns.slice(0, i + 1);
    return db.prepare(
      `INSERT OR IGNORE INTO "${table.name}" (${columns.map(({ name }) => `"${name}"`).join(', ')})
       VALUES (${columns.map(() => '?').join(', ')})`,
    );
  });
  const parents = table.columns.flatMap(({ to }, i) =>
    to ? [{ i, has: db.prepare(`SELECT 1 FROM "${to.table}" WHERE "${to.column}" = ?`) }] : [],
  );
  const isPlausible = plausibleRows(table);
  const isPossible = (row: Value[]): boolean => lengths.has(row.length) && isPlausible(row);
  return {
    table,
    isPossible,
    fits: (row) =>
      isPossible(row) &&
      parents.every(({ i, has }) => row[i] === undefined || row[i] === null || has.get(row[i]) !== undefined),
    add: (row) => {
      if (!isPossible(row)) return;
      try {
        insert[row.length - 1]?.run(row);
      } catch {
        // A value of another type than the column's: the page was written over.
      }
    },
  };
}
