import { z } from 'zod';
import { breakCountsSchema } from '../breaks/statistics.ts';
import { CATALOGUE_IDS, SIDES } from '../exercises/exerciseIds.ts';
import { noteSchema } from './amendments.ts';
import { FEELS } from './records.ts';
import { sideIndexSchema, trendPointSchema } from './trends.ts';

/** Four weeks of one person for somebody who treats them: what was trained before the camera, without desk breaks. */
export const REPORT_WEEKS = 4;
export const REPORT_NOTES = 6;

const count = z.int().min(0);

export const reportRequestSchema = z.strictObject({
  /** Its last day; the first is four weeks before. */
  toDate: z.iso.date(),
});

const weekSchema = z.object({ fromDate: z.iso.date(), sessions: count, activeMs: count, sets: count, reps: count });

export const reportSchema = z.object({
  fromDate: z.iso.date(),
  toDate: z.iso.date(),
  /** The oldest first. */
  weeks: z.array(weekSchema),
  /** What was trained most comes first. */
  exercises: z.array(
    z.object({
      exercise: z.enum(CATALOGUE_IDS),
      side: z.enum(SIDES),
      /** Reps × relative range of each week; reps where no range is known. */
      weekly: z.array(z.number()),
      total: trendPointSchema,
    }),
  ),
  /** Of what was trained on both sides. */
  index: z.array(z.object({ exercise: z.enum(CATALOGUE_IDS), index: sideIndexSchema })),
  /** Days on which something was said of pain, or of a session the day after; `day` counts from 0. */
  days: z.array(z.object({ day: count, pain: count.nullable(), nextDay: z.enum(FEELS).nullable() })),
  /** The latest first. */
  notes: z.array(z.object({ atMs: z.int(), note: noteSchema })),
  breaks: breakCountsSchema,
});
export type Report = z.infer<typeof reportSchema>;
export type ReportExercise = Report['exercises'][number];
