import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { z } from 'zod';
import { type Place, RefusedError } from '../../../../shared/history/importing.ts';
import type { KeptKind } from '../../../../shared/history/keptRecords.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import { KEPT_TABLES, type KeptColumn, type KeptTable, keyOf } from './keptTables.ts';

/**
 * What is to be taken in, in a database of its own beside the history: there every record is checked, and only when all of
 * them are good does the history hear of them.
 */
export interface Staging {
  readonly file: string;
  /** How many of a kind there are. */
  count(kind: KeptKind): number;
  /** @throws RefusedError where the record is not good */
  add(kind: KeptKind, record: unknown, place: Place): void;
  /** Runs as one piece: a thousand records each for themselves would take a hundred times as long. */
  together(work: () => void): void;
  /** Nothing more is added. */
  close(): void;
  discard(): void;
}

export function createStaging(file: string): Staging {
  rmSync(file, { force: true });
  const db = new Database(file);
  // If it is lost, nothing is: it is thrown away in the end.
  db.pragma('journal_mode = MEMORY');
  db.pragma('synchronous = OFF');
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('foreign_keys = OFF');
  db.transaction(() => {
    for (const sql of MIGRATIONS) db.exec(sql);
  })();
  db.pragma('foreign_keys = ON');
  const counts = new Map<KeptKind, number>();
  const adders = new Map(KEPT_TABLES.map((table) => [table.kind, adderOf(db, table)]));
  const close = (): void => {
    db.close();
  };
  return {
    file,
    close,
    count: (kind) => counts.get(kind) ?? 0,
    add: (kind, record, place) => {
      adders.get(kind)?.(record, place);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    },
    together: (work) => db.transaction(work)(),
    discard: () => {
      close();
      rmSync(file, { force: true });
    },
  };
}

function adderOf(db: Database.Database, table: KeptTable): (record: unknown, place: Place) => void {
  const { columns, schema } = table;
  const names = columns.map(({ column }) => column).join(', ');
  const insert = db.prepare(`INSERT INTO ${table.table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
  const key = keyOf(table).field;
  const optional = columns.filter(({ isNullable }) => isNullable);
  return (value, place) => {
    const fields = fieldsOf(value, optional, place);
    const parsed = schema.safeParse(fields);
    const at = { ...place, id: typeof fields[key] === 'string' ? fields[key].slice(0, 60) : null };
    if (!parsed.success) throw new RefusedError('bad-record', at, detailOf(parsed.error));
    // As it was understood: what is cut off in that, such as spaces around a text, was not counted.
    const record = parsed.data as Record<string, unknown>;
    try {
      insert.run(columns.map(({ field, form }) => toColumn(record[field], form)));
    } catch (error) {
      throw refusalOf(error, at);
    }
  };
}

/** The record as it was read; what is unknown may be left out. */
function fieldsOf(value: unknown, optional: readonly KeptColumn[], place: Place): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RefusedError('bad-record', place, 'It is not an object.');
  }
  const fields = value as Record<string, unknown>;
  for (const { field } of optional) if (!Object.hasOwn(fields, field)) fields[field] = null;
  return fields;
}

function toColumn(value: unknown, form: KeptColumn['form']): unknown {
  if (value === null) return null;
  if (form === 'json') return JSON.stringify(value);
  return form === 'flag' ? Number(value) : value;
}

function detailOf({ issues: [issue] }: z.ZodError): string {
  return issue ? [issue.path.join('.'), issue.message].filter(Boolean).join(': ') : '';
}

function refusalOf(error: unknown, place: Place): unknown {
  const { code, message } = error as { code?: unknown; message?: unknown };
  switch (code) {
    case 'SQLITE_CONSTRAINT_PRIMARYKEY':
    case 'SQLITE_CONSTRAINT_UNIQUE':
      return new RefusedError('twice', place, String(message));
    case 'SQLITE_CONSTRAINT_FOREIGNKEY':
      return new RefusedError('lost-reference', place, String(message));
    case 'SQLITE_CONSTRAINT_CHECK':
      return new RefusedError('bad-record', place, String(message));
    default:
      return error;
  }
}
