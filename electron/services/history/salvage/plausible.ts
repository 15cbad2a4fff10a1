import type { Column, Table } from '../tables.ts';
import { KEPT_TABLES, type KeptColumn, type KeptTable } from '../transfer/keptTables.ts';
import type { Value } from './trees.ts';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const EARLIEST_MS = Date.UTC(2000, 0);
const LATEST_MS = Date.UTC(2200, 0);

/**
 * Tells whether a row that was found in a damaged file can be one of this table: a page that was written over still looks
 * like rows here and there, and what is let in has to be readable for good. Rows of older versions have fewer columns.
 */
export function plausibleRows({ name, columns }: Table): (row: readonly Value[]) => boolean {
  const checks = columns.map(plausibleValues);
  const kept = KEPT_TABLES.find(({ table }) => table === name);
  const isRecord = kept ? plausibleRecords(kept, columns) : () => true;
  return (row) => checks.every((check, i) => check(row[i] ?? null)) && isRecord(row);
}

/** @param columns that the rows have, of those that a record has today */
function plausibleRecords(kept: KeptTable, columns: readonly Column[]): (row: readonly Value[]) => boolean {
  const fields = kept.columns.map(({ field, column, form }) => {
    const at = columns.findIndex(({ name }) => name === column);
    return (row: readonly Value[]) => [field, fieldOf(row[at] ?? null, form)];
  });
  return (row) => kept.schema.safeParse(Object.fromEntries(fields.map((read) => read(row)))).success;
}

function plausibleValues({ name, type, isNeeded }: Column): (value: Value) => boolean {
  const isId = /(^|_)id$/.test(name);
  const isMoment = /(^|_)at_ms$/.test(name);
  return (value) => {
    if (value === null) return !isNeeded;
    if (type === 'TEXT') return typeof value === 'string' && (!isId || ID.test(value));
    if (typeof value !== 'number' || (type === 'INTEGER' && !Number.isSafeInteger(value))) return false;
    return !isMoment || (value > EARLIEST_MS && value < LATEST_MS);
  };
}

function fieldOf(value: Value, form: KeptColumn['form']): unknown {
  if (value === null || form === 'plain') return value;
  return form === 'flag' ? value === 1 : readJson(value);
}

function readJson(value: Value): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : value;
  } catch {
    return undefined;
  }
}
