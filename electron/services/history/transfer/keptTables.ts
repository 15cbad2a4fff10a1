import type { z } from 'zod';
import { KEPT_NAMES, KEPT_RECORDS, type KeptKind } from '../../../../shared/history/keptRecords.ts';

/** How the kept records lie in the database. Their fields are the columns, so all of it follows from the schemas. */
export interface KeptTable {
  readonly kind: KeptKind;
  readonly schema: z.ZodType;
  readonly table: string;
  /** The first is the key. */
  readonly columns: readonly KeptColumn[];
  /** Columns by which a record names another one. */
  readonly references: readonly Reference[];
}

export interface KeptColumn {
  readonly field: string;
  readonly column: string;
  /** `json` is kept as text, `flag` as 0 and 1. */
  readonly form: 'plain' | 'json' | 'flag';
  readonly isNullable: boolean;
}

interface Reference {
  readonly column: string;
  readonly to: string;
}

const REFERENCES: Readonly<Record<string, string>> = { sessionId: 'sessions', setId: 'sets', repId: 'reps' };

const JSON_FIELDS = ['sessionPlans.plan', 'repMeasures.faults', 'amendments.value'];
const FLAG_FIELDS = ['checkIns.cramp', 'checkResults.passed'];

export const KEPT_TABLES: readonly KeptTable[] = KEPT_NAMES.map((kind) => {
  const schema = KEPT_RECORDS[kind];
  const columns = Object.entries(schema.shape).map(([field, type]) => columnOf(kind, field, type as z.ZodType));
  const references = columns.flatMap(({ field, column }) => {
    const to = REFERENCES[field];
    return to ? [{ column, to }] : [];
  });
  return { kind, schema, table: snakeCase(kind), columns, references };
});

export function keyOf({ columns: [key] }: KeptTable): KeptColumn {
  if (!key) throw new Error('A table without columns.');
  return key;
}

/** The kinds whose first record of an id is not the last word on it: see `mergeStaged`. */
export function isEnd({ kind }: KeptTable): boolean {
  return kind === 'sessionEnds' || kind === 'setEnds';
}

function columnOf(kind: KeptKind, field: string, type: z.ZodType): KeptColumn {
  const isNullable = type.safeParse(null).success;
  const form = JSON_FIELDS.includes(`${kind}.${field}`)
    ? 'json'
    : FLAG_FIELDS.includes(`${kind}.${field}`)
      ? 'flag'
      : 'plain';
  return { field, column: snakeCase(field), form, isNullable };
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
