import { z } from 'zod';
import { SIDES } from '../exercises/exerciseIds.ts';

/** How reps change within a set, and how long lowers take: of one exercise in a span. */

/** How long lowers take is shown in half seconds; what takes ten seconds and more stands together. */
export const LOWER_BIN_MS = 500;
export const LOWER_BINS = 21;

const count = z.int().min(0);

export const sideProfileSchema = z.object({
  side: z.enum(SIDES),
  /** By the number of the rep in its set, from 1: what the middle of all sets that came so far looks like. */
  byRep: z.array(
    z.object({
      n: z.int().min(1),
      /** Reps that have a range. */
      reps: count,
      /** Mean range in body lengths. */
      range: z.number().nullable(),
      /** Reps whose lowering is timed, and how long it took on average. */
      timed: count,
      lowerMs: z.number().nullable(),
    }),
  ),
  /** How many lowers took so long: `fromMs` ≤ time < `toMs`; the last has no end. Empty where none was timed. */
  lowers: z.array(z.object({ fromMs: count, toMs: count.nullable(), lowers: count })),
});
export type SideProfile = z.infer<typeof sideProfileSchema>;

export const repProfileSchema = z.object({
  fromDate: z.iso.date(),
  toDate: z.iso.date(),
  sides: z.array(sideProfileSchema),
});
export type RepProfile = z.infer<typeof repProfileSchema>;
