import { z } from 'zod';
import { CATALOGUE_IDS, SIDES } from '../exercises/exerciseIds.ts';

/**
 * `reps`: the most in a set, as the person left the count. `height`: the highest rise, in cm (an estimate). `hold`: the longest,
 * in ms. `flight`: the longest time in the air, in ms. `five-count`: the share of a set's lowers that took 4–6.5 s, 0 to 1.
 */
export const BEST_KINDS = ['reps', 'height', 'hold', 'flight', 'five-count'] as const;
export type BestKind = (typeof BEST_KINDS)[number];

/** What a real person did best, the first time they did it so well. */
export const bestSchema = z.object({
  kind: z.enum(BEST_KINDS),
  exercise: z.enum(CATALOGUE_IDS),
  side: z.enum(SIDES),
  value: z.number(),
  /** When the set began. */
  atMs: z.int(),
  sessionId: z.uuidv7(),
  setId: z.uuidv7(),
});
export type Best = z.infer<typeof bestSchema>;

/** Of fewer timed lowers in a set a share says little. Our own floor: two thirds of the dose of 15. */
export const FIVE_COUNT_LOWERS = 10;

const GRAVITY_M_S2 = 9.81;

/** How high a hop of so many ms in the air is, in cm: g·t²/8 (flight-time method, Bosco 1983). */
export function hopHeightCm(flightMs: number): number {
  const seconds = flightMs / 1000;
  return (GRAVITY_M_S2 * seconds * seconds * 100) / 8;
}
