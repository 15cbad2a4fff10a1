import { z } from 'zod';
import { CATALOGUE_IDS, SIDES } from '../exercises/exerciseIds.ts';
import { NOTE_LETTERS } from './amendments.ts';
import { wallMsSchema as wallMs } from './wallMs.ts';

/**
 * What of an old log is taken in: sets that somebody wrote down, by session. Twenty thousand short lines can claim two hundred
 * million reps, and each becomes a record. 2,500 records are checked in about 35 ms, in which nothing else runs; half a million
 * are written down in less than two seconds (measured with `data.importPart`), and are more than forty years of thirty a day.
 */
export const LOG_LIMITS = {
  ...{ reps: 500, seconds: 3600, setsInSession: 500, sessionsInPart: 100 },
  ...{ recordsInPart: 2_500, records: 500_000 },
} as const;

export const logSetSchema = z.strictObject({
  startedAtMs: wallMs,
  exercise: z.enum(CATALOGUE_IDS),
  side: z.enum(SIDES),
  /** Null: it was not counted. */
  reps: z.int().min(1).max(LOG_LIMITS.reps).nullable(),
  /** How long it lasted; null: nobody knows. */
  seconds: z.number().positive().max(LOG_LIMITS.seconds).nullable(),
  pain: z.int().min(0).max(10).nullable(),
  note: z.string().max(NOTE_LETTERS),
});
export type LogSet = z.infer<typeof logSetSchema>;

export const logSessionSchema = z.strictObject({
  startedAtMs: wallMs,
  sets: z.array(logSetSchema).min(1).max(LOG_LIMITS.setsInSession),
});
export type LogSession = z.infer<typeof logSessionSchema>;

/** What is taken in at once. */
export const logPartSchema = z
  .array(logSessionSchema)
  .max(LOG_LIMITS.sessionsInPart)
  .refine((sessions) => recordsOf(sessions) <= LOG_LIMITS.recordsInPart, 'This is too much at once.');

/** How many records of the history sessions become at most: each and its end, and their sets. */
export function recordsOf(sessions: readonly { readonly sets: readonly Pick<LogSet, 'reps'>[] }[]): number {
  return sessions.reduce((sum, { sets }) => sets.reduce((all, set) => all + recordsOfSet(set), sum + 2), 0);
}

/** The set and its end, pain and note, and one for each rep. */
export function recordsOfSet({ reps }: Pick<LogSet, 'reps'>): number {
  return 4 + (reps ?? 0);
}
