import { z } from 'zod';
import { CATALOGUE_IDS, SIDES } from '../exercises/exerciseIds.ts';
import type { FEELS } from './records.ts';

export const SPANS = ['4-weeks', '3-months', '1-year', 'all'] as const;
export type Span = (typeof SPANS)[number];

const count = z.int().min(0);
const mean = z.number().nullable();

export const trendsRequestSchema = z.strictObject({
  exercise: z.enum(CATALOGUE_IDS),
  span: z.enum(SPANS),
  /** The day with which the person's weeks begin; 0 is Monday. */
  firstWeekday: z.int().min(0).max(6),
});
export type TrendsRequest = z.infer<typeof trendsRequestSchema>;

const feelCounts = { better: count, same: count, worse: count } satisfies Record<(typeof FEELS)[number], z.ZodInt>;

/** One side in one week or month. What nothing is known of is null. */
export const trendPointSchema = z.object({
  /** The first day of the week or month. */
  date: z.iso.date(),
  sets: count,
  /** As the person left the counts. */
  reps: count,
  /** Reps × relative range: the sum of how far the body moved, in body lengths (shoulders to ankle; lying: to the hips). */
  volume: z.number(),
  /** Of a rep, in body lengths: the mean, and the largest. */
  range: mean,
  rangeBest: mean,
  /** Of a rep, in cm, an estimate: the mean, and the highest. */
  heightCm: mean,
  heightBestCm: mean,
  /** Lowers whose time is known, how many of them took 4–6.5 s, and how long they took on average. */
  timedLowers: count,
  lowersInCount: count,
  lowerMs: mean,
  /** The most reps in a set. */
  bestReps: count.nullable(),
  /** Hops a minute, from take-off to take-off, without pauses. */
  cadence: mean,
  /** Time in the air of a hop: the mean, and the longest. */
  flightMs: mean,
  flightBestMs: mean,
  /** The longest hold. */
  holdBestMs: mean,
  /** Sets whose pain was told, its mean and its worst, of 10. */
  painTold: count,
  pain: mean,
  painWorst: mean,
  /** What was said on the day after sessions with this exercise and side. */
  nextDay: z.object(feelCounts),
});
export type TrendPoint = z.infer<typeof trendPointSchema>;

/**
 * The weaker side ÷ the stronger side × 100, for reps in a set, height of a rep and work of a set (reps × relative range), each on
 * average. Reps alone hide a deficit. Null where a side is unknown.
 */
export const sideIndexSchema = z.object({
  date: z.iso.date(),
  reps: mean,
  height: mean,
  work: mean,
  /** The side with less work; null where it is not known or they are equal. */
  weaker: z.enum(['left', 'right']).nullable(),
});
export type SideIndexPoint = z.infer<typeof sideIndexSchema>;

export const sideTrendSchema = z.object({
  side: z.enum(SIDES),
  /** Every week or month of the span, the oldest first, with or without sets. */
  points: z.array(trendPointSchema),
  /** The same of the whole span; the date is its first day. */
  total: trendPointSchema,
});
export type SideTrend = z.infer<typeof sideTrendSchema>;

export const trendsSchema = z.object({
  step: z.enum(['week', 'month']),
  /** The first and the last day of the span. Of all time, the first is that of the first set. */
  fromDate: z.iso.date(),
  toDate: z.iso.date(),
  /** Those that were trained in the span: left, right, both. */
  sides: z.array(sideTrendSchema),
  /** What was said on the day after sessions with this exercise, in each week or month; whatever the side, each session once. */
  nextDay: z.array(z.object({ date: z.iso.date(), ...feelCounts })),
  /** Of each week or month; empty unless both sides were trained. */
  index: z.array(sideIndexSchema),
  /** Of the whole span. */
  indexTotal: sideIndexSchema.nullable(),
});
export type Trends = z.infer<typeof trendsSchema>;
