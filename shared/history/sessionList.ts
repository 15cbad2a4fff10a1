import { z } from 'zod';
import { CATALOGUE_IDS, SIDES } from '../exercises/exerciseIds.ts';
import { SESSION_KINDS } from '../session/sessionPlan.ts';
import { noteSchema } from './amendments.ts';
import { END_REASONS, FRAME_SOURCES } from './records.ts';
import { wallMsSchema } from './wallMs.ts';

const count = z.int().min(0);
const id = z.uuidv7();

/** A session in a line. */
export const sessionLineSchema = z.object({
  id,
  startedAtMs: z.int(),
  source: z.enum(FRAME_SOURCES),
  /** Null where it has no plan. */
  kind: z.enum(SESSION_KINDS).nullable(),
  /** Null: it was never ended. */
  endReason: z.enum(END_REASONS).nullable(),
  activeMs: count,
  /** As the person left the counts, as are those of the exercises. */
  reps: count,
  /** Reps with a fault. */
  faults: count,
  /** The worst that was said, of 10; null where nothing was. */
  pain: count.nullable(),
  note: noteSchema,
  /** A count or a side was changed by the person. */
  isAmended: z.boolean(),
  /** In the order in which they were begun. */
  exercises: z.array(z.object({ exercise: z.enum(CATALOGUE_IDS), side: z.enum(SIDES), sets: count, reps: count })),
});
export type SessionLine = z.infer<typeof sessionLineSchema>;

/** Where a page of the list goes on: behind this session. */
const placeSchema = z.strictObject({ startedAtMs: wallMsSchema, id });

/** What does not narrow the list is null, false or empty. */
export const sessionFilterSchema = z.strictObject({
  exercise: z.enum(CATALOGUE_IDS).nullable(),
  source: z.enum(FRAME_SOURCES).nullable(),
  /** Desk breaks among them, without them, or nothing else. */
  breaks: z.enum(['with', 'without', 'only']),
  /** Only those with a faulty rep; with any pain; with a note. */
  withFaults: z.boolean(),
  withPain: z.boolean(),
  withNote: z.boolean(),
  /** Local days of the machine, both included. */
  fromDate: z.iso.date().nullable(),
  toDate: z.iso.date().nullable(),
  /** A part of the session's note or of one of its sets'; case and accents do not matter. */
  search: z.string().trim().max(200),
});
export type SessionFilter = z.infer<typeof sessionFilterSchema>;

export const NO_FILTER: SessionFilter = {
  exercise: null,
  source: null,
  breaks: 'with',
  withFaults: false,
  withPain: false,
  withNote: false,
  fromDate: null,
  toDate: null,
  search: '',
};

export const sessionListRequestSchema = z.strictObject({
  filter: sessionFilterSchema,
  after: placeSchema.nullable(),
  limit: z.int().min(1).max(100),
});

export const sessionListSchema = z.object({
  /** The latest first. */
  sessions: z.array(sessionLineSchema),
  /** Where the next page begins; null when this is the last one. */
  next: placeSchema.nullable(),
  /** How many there are on all pages. */
  total: count,
});
export type SessionList = z.infer<typeof sessionListSchema>;

/** A deleted session that can still be had back. */
export const deletedSessionSchema = z.object({
  ...sessionLineSchema.shape,
  deletedAtMs: z.int(),
  restorableUntilMs: z.int(),
});
export type DeletedSession = z.infer<typeof deletedSessionSchema>;

/** A text as it is compared in a search: small letters without accents. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}
