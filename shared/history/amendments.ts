import { z } from 'zod';
import { SIDES } from '../exercises/exerciseIds.ts';
import { wallMsSchema } from './wallMs.ts';

/**
 * What the person says otherwise of what was recorded. Nothing recorded is changed: an amendment is appended, and of those of
 * one field of one target the latest holds, by (`atMs`, `id`). So two machines that know the same amendments agree, whatever
 * the order they heard them in. To undo is to append what was there before.
 */
const id = z.uuidv7();
const base = { id, atMs: wallMsSchema, targetId: id };

export const NOTE_LETTERS = 2000;
/** The empty note is none. */
export const noteSchema = z.string().trim().max(NOTE_LETTERS, `A note has at most ${NOTE_LETTERS} letters.`);

export const amendmentSchema = z.union([
  /** A deleted session can be restored for `RESTORABLE_MS`. */
  z.strictObject({ ...base, of: z.literal('session'), field: z.literal('deleted'), value: z.boolean() }),
  z.strictObject({ ...base, of: z.enum(['session', 'set']), field: z.literal('note'), value: noteSchema }),
  /** The side that really worked. */
  z.strictObject({ ...base, of: z.literal('set'), field: z.literal('side'), value: z.enum(SIDES) }),
  /** False: it was none. */
  z.strictObject({ ...base, of: z.literal('rep'), field: z.literal('counts'), value: z.boolean() }),
]);
export type Amendment = z.infer<typeof amendmentSchema>;

const DAY_MS = 86_400_000;
/** For so long a deleted session can be had back; then its rows are removed for good. */
export const RESTORABLE_MS = 30 * DAY_MS;
