import type { z } from 'zod';
import {
  checkInSchema,
  checkResultSchema,
  endSchema,
  feelSchema,
  newAttemptSchema,
  newCorrectionSchema,
  newPlanSchema,
  newRepSchema,
  newSessionSchema,
  newSetSchema,
  overrideSchema,
  repMeasuresSchema,
} from '../../../../shared/history/records.ts';
import type { Column, Table } from '../tables.ts';
import type { Value } from './trees.ts';

/** What the records of each table have to be. The columns are named after the fields. */
const SCHEMAS: Readonly<Record<string, z.ZodObject>> = {
  sessions: newSessionSchema,
  session_ends: endSchema,
  session_plans: newPlanSchema,
  feels: feelSchema,
  sets: newSetSchema,
  set_ends: endSchema,
  check_ins: checkInSchema,
  reps: newRepSchema,
  rep_measures: repMeasuresSchema,
  attempts: newAttemptSchema,
  corrections: newCorrectionSchema,
  overrides: overrideSchema,
  check_results: checkResultSchema,
};
const JSON_COLUMNS = ['plan', 'faults'];
const YES_OR_NO = ['cramp', 'passed'];

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const EARLIEST_MS = Date.UTC(2000, 0);
const LATEST_MS = Date.UTC(2200, 0);

/**
 * Tells whether a row that was found in a damaged file can be one of this table: a page that was written over still looks
 * like rows here and there, and what is let in has to be readable for good. Rows of older versions have fewer columns.
 */
export function plausibleRows({ name, columns }: Table): (row: readonly Value[]) => boolean {
  const schema = SCHEMAS[name]?.loose();
  const checks = columns.map(plausibleValues);
  const fields = columns.map((column) => ({ field: fieldOf(name, column.name), read: readerOf(column.name) }));
  return (row) => {
    if (!checks.every((check, i) => check(row[i] ?? null))) return false;
    if (!schema) return true;
    const record: Record<string, unknown> = {};
    for (const [i, { field, read }] of fields.entries()) record[field] = read(row[i] ?? null);
    return schema.safeParse(record).success;
  };
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

function fieldOf(table: string, column: string): string {
  // An end is named after what it ends.
  if (table.endsWith('_ends') && column.endsWith('_id')) return 'id';
  return column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function readerOf(column: string): (value: Value) => unknown {
  if (YES_OR_NO.includes(column)) return (value) => (value === null ? null : value === 1);
  return JSON_COLUMNS.includes(column) ? readJson : (value) => value;
}

function readJson(value: Value): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : value;
  } catch {
    return undefined;
  }
}
