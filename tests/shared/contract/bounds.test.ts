import { expect, test } from 'vitest';
import { z } from 'zod';
import { CONTRACT } from '../../../shared/contract/contract.ts';
import { KEPT_RECORDS } from '../../../shared/history/keptRecords.ts';

/** No picture fits through the contract, nor anything without an end: every request is a small form of known fields. */
const LONGEST_TEXT = 500;
const DEEPEST = 8;

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/**
 * The fields that could bring anything to the services, or without end. What zod strips does not reach them; bytes, dates
 * and the like have no JSON schema, so that it throws.
 */
function openEnds(request: z.ZodType): string[] {
  return look(z.toJSONSchema(request, { io: 'output' }) as Schema, 'request', 0);
}

function look(schema: Schema, path: string, depth: number): string[] {
  if (depth > DEEPEST) return [`${path}: too deep`];
  if (schema.const !== undefined || schema.enum) return [];
  const below = (part: Schema, name: string): string[] => look(part, `${path}${name}`, depth + 1);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return either.flatMap((part) => look(part, path, depth));
  if (Array.isArray(schema.type)) return schema.type.flatMap((type: string) => look({ ...schema, type }, path, depth));
  switch (schema.type) {
    case 'null':
    case 'boolean':
      return [];
    case 'string':
      if (schema.format === 'uuid' || schema.format === 'date') return [];
      return (schema.maxLength ?? Infinity) <= LONGEST_TEXT ? [] : [`${path}: long text`];
    case 'number':
    case 'integer': {
      const least = schema.minimum ?? schema.exclusiveMinimum ?? -Infinity;
      const isBounded = least > Number.MIN_SAFE_INTEGER && (schema.maximum ?? Infinity) < Number.MAX_SAFE_INTEGER;
      return isBounded ? [] : [`${path}: any number`];
    }
    case 'array': {
      const parts = (schema.prefixItems ?? []).flatMap((part, i) => below(part, `[${i}]`));
      if (schema.prefixItems && !schema.items) return parts;
      if (!schema.items || schema.maxItems === undefined) return [`${path}: a list without end`];
      return [...parts, ...below(schema.items, '[]')];
    }
    case 'object': {
      const ends = schema.additionalProperties === false ? [] : [`${path}: any field`];
      return [...ends, ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) => below(part, `.${name}`))];
    }
    default:
      return [`${path}: anything`];
  }
}

/** The long texts, none of which a page of ours fills with pixels; what is taken from each. */
const LONG_TEXTS: Readonly<Record<string, readonly string[]>> = {
  // It must be a trace, and is written down anew from its numbers.
  'traces.save': ['request.trace: long text'],
  // Places in the page's own code; all else of it is left out.
  'app.report': ['request.stack: long text'],
  // The person's own words, 2000 letters of them.
  'history.amend': ['request.value: long text'],
  // Paths of folders, as long as systems allow.
  'settings.change': ['request.backupFolder: long text'],
  'backups.chooseFolder': ['request.folder: long text'],
  'data.export': ['request.folder: long text'],
  // A file of records, each of which must fit its schema; and the notes of an old log.
  'data.importPart': ['request.part.text: long text', 'request.part.sessions[].sets[].note: long text'],
};

test.each(Object.entries(CONTRACT))('%s takes only what it can name, and only so much of it', (name, { request }) => {
  expect(openEnds(request)).toEqual(LONG_TEXTS[name] ?? []);
});

test.each(Object.entries(KEPT_RECORDS))('of %s a file brings no more than a call does', (kind, schema) => {
  // The person's own words.
  expect(openEnds(schema)).toEqual(kind === 'amendments' ? ['request.value: long text'] : []);
});

test.each<[string, z.ZodType, string]>([
  ['a picture as text', z.strictObject({ picture: z.string() }), 'request.picture: long text'],
  ['a list without end', z.array(z.int()), 'request: a list without end'],
  ['pixels as numbers', z.array(z.number()).max(10), 'request[]: any number'],
  ['whole numbers without end', z.strictObject({ atMs: z.int().positive() }), 'request.atMs: any number'],
  ['a field that takes anything', z.strictObject({ extra: z.unknown() }), 'request.extra: anything'],
  ['fields without names', z.record(z.string().max(9), z.boolean()), 'request: any field'],
])('%s would be seen', (_, request, finding) => {
  expect(openEnds(request)).toContain(finding);
});

test('bytes would be seen', () => {
  expect(() => openEnds(z.instanceof(Uint8Array))).toThrow();
  expect(openEnds(z.file())).toEqual(['request: long text']);
});
