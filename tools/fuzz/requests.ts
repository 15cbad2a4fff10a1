import * as fc from 'fast-check';
import { z } from 'zod';
import { type CallName, CONTRACT } from '../../shared/contract/contract.ts';
import { EXERCISE_IDS } from '../../shared/exercises/exerciseIds.ts';
import { LANDMARK_COUNT } from '../../shared/pose/landmarks.ts';
import { anyText } from './texts.ts';

/** Requests as the contract allows them, made from its own schemas: a call that is added is fuzzed from then on. */

export const CALL_NAMES = Object.keys(CONTRACT) as CallName[];

/** As much of JSON schema as the contract's schemas come to. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const LONGEST_LIST = 4;
/** A moment a few days before those of the records that are there. */
const SOME_MS = Date.UTC(2026, 10, 10);

/**
 * Requests of one call.
 *
 * @param knownIds of records that are there, so that what refers to others often finds them
 */
export function requestsOf(name: CallName, knownIds: readonly string[]): fc.Arbitrary<unknown> {
  const ids = fc.oneof(fc.constantFrom(...knownIds), fc.uuid({ version: 7 }));
  if (name === 'traces.save') return traceRequests(ids);
  return rightValues(CONTRACT[name].request, ids);
}

/** Values that a schema takes, but for what it refines. */
export function rightValues(schema: z.ZodType, ids: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  return valuesOf(z.toJSONSchema(schema, { io: 'input' }) as Schema, ids);
}

function valuesOf(schema: Schema, ids: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map((part) => valuesOf(part, ids)));
  if (Array.isArray(schema.type)) {
    return fc.oneof(...schema.type.map((type: string) => valuesOf({ ...schema, type }, ids)));
  }
  const { minimum, exclusiveMinimum, maximum } = schema;
  switch (schema.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'string': {
      if (schema.format === 'uuid') return ids;
      const { minLength = 0, maxLength = 100 } = schema;
      return anyText({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 100)) });
    }
    case 'integer': {
      const min = minimum ?? (exclusiveMinimum ?? -2) + 1;
      const max = maximum ?? 2 ** 31 - 1;
      const any = fc.integer({ min, max });
      if (max < SOME_MS) return any;
      // Moments: any whatsoever, and those around now, most of which make sense together.
      return fc.oneof(any, fc.integer({ min: SOME_MS, max: SOME_MS + 2 ** 31 }));
    }
    case 'number':
      return fc.double({
        min: minimum ?? exclusiveMinimum ?? -1e6,
        max: maximum ?? 1e6,
        minExcluded: exclusiveMinimum !== undefined,
        noNaN: true,
      });
    case 'array': {
      if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((part) => valuesOf(part, ids)));
      const { minItems = 0, maxItems = LONGEST_LIST } = schema;
      const most = Math.max(minItems, Math.min(maxItems, LONGEST_LIST));
      return fc.array(valuesOf(schema.items ?? { type: 'null' }, ids), { minLength: minItems, maxLength: most });
    }
    case 'object': {
      const fields: Record<string, fc.Arbitrary<unknown>> = {};
      for (const [key, part] of Object.entries(schema.properties ?? {})) fields[key] = valuesOf(part, ids);
      return fc.record(fields, { requiredKeys: [...(schema.required ?? [])], noNullPrototype: true });
    }
    default:
      throw new Error(`There is no arbitrary for ${JSON.stringify(schema)}.`);
  }
}

/** Traces of few frames: most of them right, some with one line that is not. */
function traceRequests(ids: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const part = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 2 }))
    .map(([n, more]) => ({ n, of: n + more }));
  return fc.record(
    { setId: ids, trace: traceTexts(), part },
    { requiredKeys: ['setId', 'trace'], noNullPrototype: true },
  );
}

export function traceTexts(): fc.Arbitrary<string> {
  const coordinate = fc.double({ min: -2, max: 3, noNaN: true });
  const points = (size: number): fc.Arbitrary<number[][]> =>
    fc.array(coordinate, { minLength: size, maxLength: size }).map((point) => Array(LANDMARK_COUNT).fill(point));
  const times = fc.oneof(
    fc.double({ min: -1e4, max: 1e6, noNaN: true }),
    fc.double({ min: -1e13, max: 1e13, noNaN: true }),
  );
  const frame = fc.oneof(
    fc.record({ t: times, p: points(4), w: points(3) }),
    fc.record({ t: times, p: fc.constant(null) }),
  );
  const header = fc.record({
    trace: fc.constant('soleus/1'),
    exercise: fc.constantFrom(...EXERCISE_IDS),
    side: fc.constantFrom('left', 'right', 'both'),
    fps: fc.double({ min: 1, max: 240, noNaN: true }),
    width: fc.integer({ min: 1, max: 4000 }),
    height: fc.integer({ min: 1, max: 4000 }),
    personHeightCm: fc.integer({ min: 80, max: 250 }),
  });
  const ends = fc.constantFrom('\n', '', '\n\n', '\r\n', '\n{"t":1');
  return fc
    .tuple(header, fc.array(frame, { maxLength: 6 }), ends)
    .map(([first, frames, end]) => [first, ...frames].map((line) => JSON.stringify(line)).join('\n') + end);
}
