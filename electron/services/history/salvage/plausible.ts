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
import type { Column } from '../tables.ts';
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
 * Whether a row that was found in a damaged file can be one of this table: a page that was written over still looks like
 * rows here and there, and what is let in has to be readable for good. Rows of older versions have fewer columns.
 */
export function isPlausible(table: string, columns: readonly Column[], row: readonly Value[]): boolean {
  if (!columns.every((column, i) => isPlausibleValue(column, row[i] ?? null))) return false;
  const schema = SCHEMAS[table];
  return schema === undefined || schema.loose().safeParse(recordOf(table, columns, row)).success;
}

function isPlausibleValue({ name, type, isNeeded }: Column, value: Value): boolean {
  if (value === null) return !isNeeded;
  if (type === 'TEXT') return typeof value === 'string' && (!/(^|_)id$/.test(name) || ID.test(value));
  if (typeof value !== 'number' || (type === 'INTEGER' && !Number.isSafeInteger(value))) return false;
  return !/(^|_)at_ms$/.test(name) || (value > EARLIEST_MS && value < LATEST_MS);
}

function recordOf(table: string, columns: readonly Column[], row: readonly Value[]): object {
  const fields = columns.map(({ name }, i) => [fieldOf(table, name), contentOf(name, row[i] ?? null)]);
  return Object.fromEntries(fields);
}

function fieldOf(table: string, column: string): string {
  // An end is named after what it ends.
  if (table.endsWith('_ends') && column.endsWith('_id')) return 'id';
  return column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function contentOf(column: string, value: Value): unknown {
  if (YES_OR_NO.includes(column) && value !== null) return value === 1;
  if (!JSON_COLUMNS.includes(column) || typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
