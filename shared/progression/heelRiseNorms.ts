import type { Settings } from '../settings/settings.ts';

type Sex = NonNullable<Settings['sex']>;

/**
 * Median heel rises of one leg at 30 a minute, by the decade of life from the twenties to the eighties (Hébert-Losier 2017,
 * n = 566).
 */
const MEDIAN_REPS: Record<Sex, readonly number[]> = {
  male: [37, 32, 28, 23, 19, 14, 10],
  female: [30, 27, 24, 21, 19, 16, 13],
};
const FIRST_DECADE = 20;
const LAST_DECADE = 80;

export interface HeelRiseMedian {
  /** Half of the people of this sex and decade do more. */
  readonly medianReps: number;
  /** The first year of life of the decade: 20 to 80. */
  readonly decade: number;
  /** The person is younger than 20 or older than 89: this is the nearest decade that was measured. */
  readonly isNearest: boolean;
}

/** What people of this sex and age, in years, do. Outside of 20 to 89 it is the nearest decade's, and says so. */
export function heelRiseMedian(sex: Sex, age: number): HeelRiseMedian {
  const own = Math.floor(age / 10) * 10;
  const decade = Math.min(Math.max(own, FIRST_DECADE), LAST_DECADE);
  const medianReps = MEDIAN_REPS[sex][(decade - FIRST_DECADE) / 10] ?? 0;
  return { medianReps, decade, isNearest: decade !== own };
}
