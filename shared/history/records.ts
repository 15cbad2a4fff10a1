import { z } from 'zod';
import { CATALOGUE_IDS, HOP_DIRECTIONS, SIDES } from '../exercises/exerciseIds.ts';
import { sessionPlanSchema } from '../session/sessionPlan.ts';
import { noteSchema } from './amendments.ts';
import { wallMsSchema as wallMs } from './wallMs.ts';

/**
 * What is kept of a session, a set and a rep. Records are appended and never overwritten: a rep is written when it is
 * announced, and its measures when its heel is down.
 *
 * Ids are UUIDv7, made by the side that saw the event, so that writing twice is the same as writing once and histories
 * of two machines merge. `…AtMs` is wall-clock time (ms since 1970, UTC); the moments of a rep are in ms on the clock of
 * the set's frames.
 */
const id = z.uuidv7();
/** Cameras count from their start, or from 1970: far wider than any of that, and still exact to a microsecond. */
const FRAME_MS_AT_MOST = 1e13;
const frameMs = z.number().min(-FRAME_MS_AT_MOST).max(FRAME_MS_AT_MOST);
/** Far beyond what a body does; what is calculated from it stays a number. */
const MEASURE_AT_MOST = 1e6;
const measure = z.number().min(-MEASURE_AT_MOST).max(MEASURE_AT_MOST);
/** A year of one set. */
const GO_MS_AT_MOST = 31_536_000_000;
const REPS_AT_MOST = 10_000;
const count = z.int().min(0).max(REPS_AT_MOST);
const IMPORTED_SETS_AT_MOST = 100;

/** Where the frames came from: a real person, the demo athlete, or a video file. */
export const FRAME_SOURCES = ['camera', 'athlete', 'imported'] as const;
export type FrameSource = (typeof FRAME_SOURCES)[number];

/** `closed-later`: it was cut off, and nobody went on with it. `restarted`, `skipped`: of sets, by the person's wish. */
export const END_REASONS = ['finished', 'stopped', 'closed-later', 'restarted', 'skipped'] as const;
export type EndReason = (typeof END_REASONS)[number];

export const newSessionSchema = z.strictObject({ id, startedAtMs: wallMs, source: z.enum(FRAME_SOURCES) });
export type NewSession = z.infer<typeof newSessionSchema>;

export const newSetSchema = z.strictObject({
  id,
  sessionId: id,
  startedAtMs: wallMs,
  exercise: z.enum(CATALOGUE_IDS),
  side: z.enum(SIDES),
  /** 1 where a clock leads. */
  targetReps: z.int().min(1).max(200),
  /** How long one go lasts, where a clock leads. */
  targetMs: z.int().min(1).max(GO_MS_AT_MOST).nullable(),
  /** Which task of its session's plan it is, from 0; null where the session has no plan. */
  task: count.nullable(),
  personHeightCm: z.number().min(80).max(250).nullable(),
});
export type NewSet = z.infer<typeof newSetSchema>;

export const newRepSchema = z.strictObject({
  id,
  setId: id,
  /** 1 for the first rep of the set. */
  n: z.int().min(1).max(REPS_AT_MOST),
  atMs: wallMs,
  side: z.enum(SIDES),
  topMs: frameMs,
});
export type NewRep = z.infer<typeof newRepSchema>;

export const FAULTS = ['lowered-too-fast', 'lowered-too-slow', 'shallow', 'knee-bent', 'hips-low'] as const;
export const ATTEMPT_REASONS = ['too-shallow', 'not-lowered', 'heel-lifted', 'let-go'] as const;

export const repMeasuresSchema = z.strictObject({
  repId: id,
  side: z.enum(SIDES),
  startMs: frameMs.nullable(),
  topMs: frameMs,
  lowerStartMs: frameMs.nullable(),
  endMs: frameMs.nullable(),
  riseRatio: measure,
  heightCm: measure.nullable(),
  /** Hops; `contactMs` only where the frames came fast enough to know it. */
  takeoffMs: frameMs.nullable(),
  landMs: frameMs.nullable(),
  contactMs: measure.nullable(),
  direction: z.enum(HOP_DIRECTIONS).nullable(),
  /** Bridges. */
  peakHipDeg: measure.nullable(),
  swayRatio: measure.nullable(),
  kneeBendDeg: measure.nullable(),
  faults: z.array(z.enum(FAULTS)).max(FAULTS.length),
});
export type RepMeasures = z.infer<typeof repMeasuresSchema>;

export const newAttemptSchema = z.strictObject({
  id,
  setId: id,
  atMs: wallMs,
  topMs: frameMs,
  reason: z.enum(ATTEMPT_REASONS),
  /** How long a hold lasted that was let go too soon; null of all else. */
  heldMs: z.number().min(0).max(GO_MS_AT_MOST).nullable(),
});
export type NewAttempt = z.infer<typeof newAttemptSchema>;

/** The person's word on the count: +1 for a rep that was missed, −1 for one that was none. */
export const newCorrectionSchema = z.strictObject({
  id,
  setId: id,
  atMs: wallMs,
  change: z.union([z.literal(1), z.literal(-1)]),
});
export type NewCorrection = z.infer<typeof newCorrectionSchema>;

/** What is planned for a session. A later plan of the same session takes the place of an earlier one. */
export const newPlanSchema = z.strictObject({
  id,
  sessionId: id,
  atMs: wallMs,
  /** The task that it begins with, from 0: those before were done by an earlier plan. */
  startAt: count,
  plan: sessionPlanSchema,
});
export type NewPlan = z.infer<typeof newPlanSchema>;

export const FATIGUE = ['none', 'some', 'a-lot'] as const;
export type Fatigue = (typeof FATIGUE)[number];

/** What the person said after a set, as far as they did; null is not said. The latest of a set is the one that counts. */
export const checkInSchema = z.strictObject({
  id,
  setId: id,
  atMs: wallMs,
  cramp: z.boolean().nullable(),
  fatigue: z.enum(FATIGUE).nullable(),
  /** 0 is none, 10 the worst. */
  pain: z.int().min(0).max(10).nullable(),
});
export type CheckIn = z.infer<typeof checkInSchema>;

export const FEELS = ['better', 'same', 'worse'] as const;
export type Feel = (typeof FEELS)[number];

/** How it felt right after a session, and on the day after. The latest answer of each is the one that counts. */
export const feelSchema = z.strictObject({
  id,
  sessionId: id,
  atMs: wallMs,
  asked: z.enum(['after', 'next-day']),
  feel: z.enum(FEELS),
});
export type FeelRecord = z.infer<typeof feelSchema>;

/** The person opened a rung before it was earned, after reading why it was shut. */
export const overrideSchema = z.strictObject({
  id,
  atMs: wallMs,
  exercise: z.enum(CATALOGUE_IDS),
  reason: z.string().trim().min(1, 'Say in a few words why.').max(500),
});
export type Override = z.infer<typeof overrideSchema>;

/**
 * What only the person can tell of a knee-to-wall test. The other checks are seen by the camera: their results follow from
 * their sets.
 */
export const checkResultSchema = z.strictObject({
  id,
  atMs: wallMs,
  kind: z.literal('knee-to-wall'),
  side: z.enum(['left', 'right']),
  /** From the wall to the toes, in cm; null where only a pass is known. */
  value: z.number().min(0).max(60).nullable(),
  passed: z.boolean().nullable(),
  /** The set it was done in; null where the person measured alone. */
  setId: id.nullable(),
});
export type CheckResult = z.infer<typeof checkResultSchema>;

export const endSchema = z.strictObject({ id, endedAtMs: wallMs, reason: z.enum(END_REASONS) });
export type End = z.infer<typeof endSchema>;

export const repRecordSchema = z.object({
  id,
  n: count,
  atMs: wallMs,
  side: z.enum(SIDES),
  /** False: the person says that it was none. */
  counts: z.boolean(),
  /** Null while the heel is still up, or when the person was lost before it came down. */
  measures: repMeasuresSchema.omit({ repId: true }).nullable(),
});
export type RepRecord = z.infer<typeof repRecordSchema>;

export const setRecordSchema = z.object({
  ...newSetSchema.shape,
  /** As it was recorded; `side` is what the person says of it, where they said otherwise. */
  recordedSide: z.enum(SIDES),
  note: noteSchema,
  end: endSchema.omit({ id: true }).nullable(),
  reps: z.array(repRecordSchema),
  attempts: z.array(newAttemptSchema.omit({ setId: true })),
  /** The sum of the person's corrections. */
  corrected: z.int(),
  checkIn: checkInSchema.omit({ setId: true }).nullable(),
});
export type SetRecord = z.infer<typeof setRecordSchema>;

export const sessionRecordSchema = z.object({
  ...newSessionSchema.shape,
  note: noteSchema,
  /** Null: it is not. */
  deletedAtMs: wallMs.nullable(),
  end: endSchema.omit({ id: true }).nullable(),
  plan: newPlanSchema.omit({ id: true, sessionId: true }).nullable(),
  feels: z.array(feelSchema.omit({ sessionId: true })),
  sets: z.array(setRecordSchema),
});
export type SessionRecord = z.infer<typeof sessionRecordSchema>;

/** A session that is over before it is written: it was counted in a video file. Added wholly or not at all. */
export const importedSessionSchema = z.strictObject({
  ...newSessionSchema.shape,
  source: z.literal('imported'),
  end: endSchema.omit({ id: true }),
  sets: z
    .array(
      z.strictObject({
        ...newSetSchema.shape,
        end: endSchema.omit({ id: true }),
        reps: z
          .array(
            z.strictObject({
              ...newRepSchema.omit({ setId: true }).shape,
              measures: repMeasuresSchema.omit({ repId: true }),
            }),
          )
          .max(REPS_AT_MOST),
        attempts: z.array(newAttemptSchema.omit({ setId: true })).max(REPS_AT_MOST),
      }),
    )
    .max(IMPORTED_SETS_AT_MOST),
});
export type ImportedSession = z.infer<typeof importedSessionSchema>;

/** The count of a set as the person left it. */
export function countOf(set: Pick<SetRecord, 'reps' | 'corrected'>): number {
  return Math.max(0, set.reps.filter(({ counts }) => counts).length + set.corrected);
}

/** Whether the person changed the count or the side of a set. */
export function isAmended(set: Pick<SetRecord, 'reps' | 'corrected' | 'side' | 'recordedSide'>): boolean {
  return set.corrected !== 0 || set.side !== set.recordedSide || set.reps.some(({ counts }) => !counts);
}
