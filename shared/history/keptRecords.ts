import { z } from 'zod';
import { DONE_HOW, LAPSE_REASONS, SKIP_REASONS } from '../breaks/breakState.ts';
import { KEPT_KINDS } from '../breaks/statistics.ts';
import { CATALOGUE_IDS } from '../exercises/exerciseIds.ts';
import { type Amendment, amendmentSchema, noteSchema } from './amendments.ts';
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
} from './records.ts';
import { wallMsSchema as wallMs } from './wallMs.ts';

/**
 * Every kind of record as it lies in the history, one kind a table: what is written to a history file and read from one. Its
 * fields are the table's columns, and its first field is the key. A kind stands after those that it refers to. What is derived
 * from records, and the bookmark of the breaks, are not among them.
 */

const id = z.uuidv7();

/** What a kind of break event needs; the other columns of it are empty. */
const EVENT_NEEDS: Record<(typeof KEPT_KINDS)[number], z.ZodType> = {
  offered: z.object({ dueAtMs: wallMs, fromMs: z.null(), n: z.int().min(1), detail: z.null(), sessionId: z.null() }),
  snoozed: z.object({ dueAtMs: wallMs, fromMs: z.null(), n: z.int().min(1), detail: z.null(), sessionId: z.null() }),
  skipped: z.object({
    ...{ dueAtMs: wallMs, fromMs: z.null(), n: z.null(), detail: z.enum(SKIP_REASONS), sessionId: z.null() },
  }),
  done: z.object({ fromMs: z.null(), n: z.null(), detail: z.enum(DONE_HOW) }),
  credited: z.object({ fromMs: wallMs, n: z.null(), detail: z.enum(['away', 'session']), sessionId: z.null() }),
  lapsed: z.object({
    ...{ dueAtMs: wallMs, fromMs: z.null(), n: z.null(), detail: z.enum(LAPSE_REASONS), sessionId: z.null() },
  }),
  sat: z.object({ dueAtMs: z.null(), fromMs: wallMs, n: z.null(), detail: z.null(), sessionId: z.null() }),
};

const breakEventSchema = z
  .strictObject({
    id,
    atMs: wallMs,
    kind: z.enum(KEPT_KINDS),
    dueAtMs: wallMs.nullable(),
    fromMs: wallMs.nullable(),
    exercise: z.enum(CATALOGUE_IDS).nullable(),
    n: z.int().min(1).max(10_000).nullable(),
    detail: z.string().max(40).nullable(),
    sessionId: id.nullable(),
  })
  .superRefine((event, context) => {
    for (const issue of EVENT_NEEDS[event.kind].safeParse(event).error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message });
    }
  });

/** What it is said of may be gone: of a session that was deleted long ago, the word that it is deleted stays. */
const keptAmendmentSchema = z
  .strictObject({
    id,
    atMs: wallMs,
    target: z.enum(['session', 'set', 'rep'] satisfies Amendment['of'][]),
    targetId: id,
    field: z.enum(['deleted', 'note', 'side', 'counts'] satisfies Amendment['field'][]),
    value: z.union([z.boolean(), noteSchema]),
  })
  .superRefine(({ target, ...amendment }, context) => {
    const wrong = amendmentSchema.safeParse({ ...amendment, of: target }).error !== undefined;
    if (wrong) context.addIssue({ code: 'custom', path: ['value'], message: 'There is no such amendment.' });
  });

const endedSchema = endSchema.omit({ id: true });

export const KEPT_RECORDS = {
  sessions: newSessionSchema,
  sessionEnds: z.strictObject({ sessionId: id, ...endedSchema.shape }),
  sessionPlans: newPlanSchema,
  feels: feelSchema,
  sets: newSetSchema,
  setEnds: z.strictObject({ setId: id, ...endedSchema.shape }),
  reps: newRepSchema,
  repMeasures: repMeasuresSchema,
  attempts: newAttemptSchema,
  corrections: newCorrectionSchema,
  checkIns: checkInSchema,
  checkResults: checkResultSchema,
  overrides: overrideSchema,
  breakEvents: breakEventSchema,
  amendments: keptAmendmentSchema,
} as const;

export type KeptKind = keyof typeof KEPT_RECORDS;
export type KeptRecord<Kind extends KeptKind> = z.infer<(typeof KEPT_RECORDS)[Kind]>;
export const KEPT_NAMES = Object.keys(KEPT_RECORDS) as KeptKind[];

/** One record of a kind, for whoever carries records of many kinds. */
export type AnyRecord = {
  readonly [Kind in KeptKind]: { readonly kind: Kind; readonly record: KeptRecord<Kind> };
}[KeptKind];

export function keptRecord<Kind extends KeptKind>(kind: Kind, record: KeptRecord<Kind>): AnyRecord {
  return { kind, record } as unknown as AnyRecord;
}

export function isKeptKind(name: string): name is KeptKind {
  return Object.hasOwn(KEPT_RECORDS, name);
}
