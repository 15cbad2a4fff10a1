import { z } from 'zod';
import { CATALOGUE_IDS, SIDES } from '../exercises/exerciseIds.ts';
import { NOTE_LETTERS } from './amendments.ts';
import { LAST_WALL_MS } from './records.ts';

/** What of an old log is taken in: sets that somebody wrote down, by session. */
export const LOG_LIMITS = { reps: 500, seconds: 3600, setsInSession: 500, sessionsInPart: 100 } as const;

const wallMs = z.int().positive().max(LAST_WALL_MS);

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
