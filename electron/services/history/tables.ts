import type Database from 'better-sqlite3';

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly isNeeded: boolean;
  /** Of a reference: the table it leads to, and the column there. */
  readonly to: { readonly table: string; readonly column: string } | null;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** No records: a bookmark that is written anew every minute, and what is derived from the records (migration 005). */
const NO_RECORDS = [
  'break_state',
  'derived',
  'essential_sets',
  'lower_months',
  'rep_months',
  'session_summaries',
  'set_shapes',
  'set_summaries',
];

/** The tables of records, in no order. */
export function tableNames(db: Database.Database): string[] {
  const names = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck();
  return (names.all() as string[]).filter((name) => !NO_RECORDS.includes(name));
}

/** The tables of records, each after those that its rows refer to. */
export function tablesOf(db: Database.Database): Table[] {
  const waiting = tableNames(db).map((name) => ({ name, columns: columnsOf(db, name) }));
  const ordered: Table[] = [];
  const isThere = (column: Column, own: string): boolean =>
    column.to === null || column.to.table === own || ordered.some(({ name }) => name === column.to?.table);
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ name, columns }) => columns.every((column) => isThere(column, name)));
    ordered.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return ordered;
}

function columnsOf(db: Database.Database, table: string): Column[] {
  const references = db.pragma(`foreign_key_list("${table}")`) as { from: string; table: string; to: string }[];
  const columns = db.pragma(`table_info("${table}")`) as { name: string; type: string; notnull: 0 | 1 }[];
  return columns.map(({ name, type, notnull }) => {
    const reference = references.find(({ from }) => from === name);
    return {
      name,
      type,
      isNeeded: notnull === 1,
      to: reference ? { table: reference.table, column: reference.to } : null,
    };
  });
}

/**
 * Takes over every row of another database of the same version that this one does not have yet, by id; what is there
 * already stays as it is. A row that refers to one that neither has is left out. What is derived is built anew when the
 * history is opened next.
 *
 * @returns how many of the other's sessions and reps this one has then, whether they came now or before
 */
export function mergeFrom(
  db: Database.Database,
  otherFile: string,
): { readonly sessions: number; readonly reps: number } {
  db.prepare('ATTACH ? AS other').run(otherFile);
  try {
    return db.transaction(() => {
      db.exec('DELETE FROM derived');
      for (const table of tablesOf(db)) db.exec(mergeSql(table));
      return { sessions: rowsInBoth(db, 'sessions'), reps: rowsInBoth(db, 'reps') };
    })();
  } finally {
    db.exec('DETACH other');
  }
}

function rowsInBoth(db: Database.Database, table: string): number {
  const count = `SELECT count(*) FROM other.${table} o WHERE EXISTS (SELECT 1 FROM main.${table} m WHERE m.id = o.id)`;
  return db.prepare(count).pluck().get() as number;
}

function mergeSql({ name, columns }: Table): string {
  const list = columns.map((column) => `"${column.name}"`).join(', ');
  const conditions = columns.flatMap(({ name: column, to }) =>
    to
      ? [
          `(o."${column}" IS NULL OR EXISTS (SELECT 1 FROM main."${to.table}" p WHERE p."${to.column}" = o."${column}"))`,
        ]
      : [],
  );
  const where = conditions.length > 0 ? conditions.join(' AND ') : 'true';
  return `INSERT OR IGNORE INTO main."${name}" (${list}) SELECT ${list} FROM other."${name}" o WHERE ${where}`;
}
