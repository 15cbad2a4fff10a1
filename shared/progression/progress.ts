import { z } from 'zod';
import { CATALOGUE_IDS, SIDES } from '../exercises/exerciseIds.ts';
import { END_REASONS, FATIGUE, feelSchema, overrideSchema } from '../history/records.ts';

/**
 * What the gates and the plan know of the past: one line for each set that a real person did before the camera or by the
 * clock, and what they said of it. Sets of the demo athlete and of video files are not in it, nor are desk breaks: they are
 * too small to train or to tire, and nobody is asked after them.
 */
export const setEvidenceSchema = z.object({
  sessionId: z.uuidv7(),
  setId: z.uuidv7(),
  startedAtMs: z.int(),
  endReason: z.enum(END_REASONS).nullable(),
  exercise: z.enum(CATALOGUE_IDS),
  side: z.enum(SIDES),
  /** Counted full reps, with the person's corrections; a rep that was flagged as shallow is none. */
  fullReps: z.int().min(0),
  /** Lowers whose time is known, and how many of them kept the count of five (4–6.5 s). */
  timedLowers: z.int().min(0),
  lowersInCount: z.int().min(0),
  /** What was not said is null, and the whole of it where nothing was. */
  checkIn: z
    .object({
      cramp: z.boolean().nullable(),
      fatigue: z.enum(FATIGUE).nullable(),
      /** 0 is none, 10 the worst. */
      pain: z.int().min(0).max(10).nullable(),
    })
    .nullable(),
});
export type SetEvidence = z.infer<typeof setEvidenceSchema>;

export const CHECK_KINDS = ['knee-to-wall', 'heel-rise', 'balance'] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** One side of a check: what the person measured, or what the camera saw in a set of it. */
export const checkEvidenceSchema = z.object({
  kind: z.enum(CHECK_KINDS),
  side: z.enum(['left', 'right']),
  atMs: z.int(),
  /** Knee to wall: cm from the wall to the toes; heel rises: reps; balance: seconds. Null where only a pass is known. */
  value: z.number().min(0).nullable(),
  passed: z.boolean().nullable(),
  /** Heel rises: how high on average, where it is known. */
  heightCm: z.number().nullable(),
});
export type CheckEvidence = z.infer<typeof checkEvidenceSchema>;

export const progressSchema = z.object({
  /** In the order in which they began. */
  sets: z.array(setEvidenceSchema),
  feels: z.array(feelSchema),
  overrides: z.array(overrideSchema),
  checks: z.array(checkEvidenceSchema),
});
export type Progress = z.infer<typeof progressSchema>;

export const NO_PROGRESS: Progress = { sets: [], feels: [], overrides: [], checks: [] };
