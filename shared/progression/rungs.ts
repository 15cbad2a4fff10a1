import { catalogueEntry } from '../exercises/catalogue.ts';
import type { CatalogueId } from '../exercises/exerciseIds.ts';
import type { Fatigue } from '../history/records.ts';

/** The calf strength ladder, from the easiest on. Double-leg raises and double-leg hops are on-ramps of our own. */
export const RUNGS = [
  'calf-raise-double',
  'calf-raise-single',
  'calf-raise-decline',
  'pogo-double',
  'pogo-single',
  'pogo-line',
  'pogo-travel',
] as const satisfies readonly CatalogueId[];
export type RungId = (typeof RUNGS)[number];
export const FIRST_RUNG = RUNGS[0];

const HOUR_MS = 3_600_000;

/** What the gates ask for. Where no source stands beside it, the figure is Runner's World's, made countable. */
export const GATE = {
  /** For a rung to be earned in a session; sets are for each leg of what is done one leg at a time. */
  sets: 3,
  fullReps: 15,
  fatigueAtMost: 'some' satisfies Fatigue,
  /** Of 10. */
  painAtMost: 2,
  /** For the next rung to open. */
  sessions: 2,
  apartMs: 24 * HOUR_MS,
  /** For the first hops. */
  fiveCountSessions: 2,
  lowersInCountRatio: 0.8,
  /** One set of the dose. A session with fewer proves nothing: our own floor. */
  timedLowersAtLeast: 15,
  /** This pain, of 10, sends the plan back. */
  painSetback: 5,
} as const;

/** Test–retest noise of heel-rise counts, in reps (Hébert-Losier 2017). No gate hangs on a difference of reps. */
export const NOISE_REPS = 6;

/** Whether a difference of reps, between two days or two legs, may be nothing but noise. */
export function isNoise(difference: number): boolean {
  return Math.abs(difference) <= NOISE_REPS;
}

export function isRung(exercise: CatalogueId): exercise is RungId {
  return (RUNGS as readonly CatalogueId[]).includes(exercise);
}

export function isHop(exercise: CatalogueId): boolean {
  return catalogueEntry(exercise).section === 'hops';
}

/** The rung that an earned one opens; null after the last. */
export function nextRung(rung: RungId): RungId | null {
  return RUNGS[RUNGS.indexOf(rung) + 1] ?? null;
}
