import { catalogueEntry } from '../exercises/catalogue.ts';
import type { CatalogueId } from '../exercises/exerciseIds.ts';
import { FIVE_COUNT_MS } from '../exercises/motion.ts';
import { FIVE_COUNT_LOWERS } from './bests.ts';
import type { RepMeasures } from './records.ts';

/** What the figures of a set are made of; a `SetRecord` is one. */
export interface SetFacts {
  readonly exercise: CatalogueId;
  /** In their order. */
  readonly reps: readonly RepFacts[];
  readonly attempts: readonly { readonly heldMs: number | null }[];
  readonly corrected: number;
}

export interface RepFacts {
  readonly n: number;
  readonly counts: boolean;
  readonly measures: Pick<
    RepMeasures,
    'startMs' | 'lowerStartMs' | 'endMs' | 'riseRatio' | 'heightCm' | 'takeoffMs' | 'landMs' | 'faults'
  > | null;
}

/**
 * The figures of one set: sums, so that sets can be added up. Reps that the person says were none are in none of them; a
 * correction of the count changes `reps`, `fullReps` and `volume` alone. Times in ms, ranges in body lengths, heights in cm.
 */
export interface SetFigures {
  readonly reps: number;
  /** Without the shallow ones. */
  readonly fullReps: number;
  /** Reps with a fault. */
  readonly faults: number;
  readonly ranged: number;
  readonly rangeSum: number;
  readonly rangeBest: number | null;
  /** Reps × mean range; 0 where no range is known. */
  readonly volume: number;
  readonly heights: number;
  readonly heightSumCm: number;
  readonly heightBestCm: number | null;
  readonly timedLowers: number;
  readonly lowerSumMs: number;
  readonly lowersInCount: number;
  /** Null of fewer lowers than say something, and where no tempo is asked for. */
  readonly fiveCountRatio: number | null;
  /** From one take-off to the next. */
  readonly hopGaps: number;
  readonly hopGapSumMs: number;
  readonly flights: number;
  readonly flightSumMs: number;
  readonly flightBestMs: number | null;
  /** Null of what is not held. */
  readonly holdBestMs: number | null;
}

/** A longer time on the floor is a pause: the slowest hopping has a hop a second. Our own figure. */
const HOP_GAP_AT_MOST_MS = 2000;

export function figuresOf({ exercise, reps, attempts, corrected }: SetFacts): SetFigures {
  const isHeld = catalogueEntry(exercise).verification === 'held';
  const counted = reps.filter(({ counts }) => counts);
  const measured = counted.flatMap(({ measures }) => measures ?? []);
  const ranges = isHeld ? [] : measured.map(({ riseRatio }) => riseRatio);
  const heights = measured.flatMap(({ heightCm }) => heightCm ?? []);
  const lowers = measured.flatMap((m) => between(m.lowerStartMs, m.endMs) ?? []);
  const inCount = lowers.filter((ms) => ms >= FIVE_COUNT_MS.least && ms <= FIVE_COUNT_MS.most).length;
  const gaps = hopGapsOf(counted);
  const flights = measured.flatMap((m) => between(m.takeoffMs, m.landMs) ?? []);
  const shallow = measured.filter(({ faults }) => faults.includes('shallow')).length;
  const holds = isHeld
    ? [...measured.flatMap((m) => between(m.startMs, m.endMs) ?? []), ...attempts.flatMap(({ heldMs }) => heldMs ?? [])]
    : [];
  const count = Math.max(0, counted.length + corrected);
  const rangeSum = sum(ranges);
  return {
    reps: count,
    fullReps: Math.max(0, counted.length - shallow + corrected),
    faults: measured.filter(({ faults }) => faults.length > 0).length,
    ranged: ranges.length,
    rangeSum,
    rangeBest: largest(ranges),
    volume: ranges.length > 0 ? (count * rangeSum) / ranges.length : 0,
    heights: heights.length,
    heightSumCm: sum(heights),
    heightBestCm: largest(heights),
    timedLowers: lowers.length,
    lowerSumMs: sum(lowers),
    lowersInCount: inCount,
    fiveCountRatio:
      exercise === 'calf-raise-eccentric' && lowers.length >= FIVE_COUNT_LOWERS ? inCount / lowers.length : null,
    hopGaps: gaps.length,
    hopGapSumMs: sum(gaps),
    flights: flights.length,
    flightSumMs: sum(flights),
    flightBestMs: largest(flights),
    holdBestMs: largest(holds),
  };
}

/** The range and the lowering time of a rep, in whole 1/10 000 body lengths and ms, so that sums of many stay exact. */
export type RepShape = readonly [range: number | null, lowerMs: number | null];

/** Of each rep that counts, in order: the first is rep 1. Empty of what is held. */
export function repShapes({ exercise, reps }: Pick<SetFacts, 'exercise' | 'reps'>): RepShape[] {
  if (catalogueEntry(exercise).verification === 'held') return [];
  return reps
    .filter(({ counts }) => counts)
    .map(({ measures }) => {
      if (!measures) return [null, null];
      const lowerMs = between(measures.lowerStartMs, measures.endMs);
      return [Math.round(measures.riseRatio * RANGE_STEPS), lowerMs === null ? null : Math.round(lowerMs)];
    });
}

export const RANGE_STEPS = 10_000;

function hopGapsOf(reps: readonly RepFacts[]): number[] {
  return reps.flatMap((rep, i) => {
    const before = reps[i - 1];
    if (before?.n !== rep.n - 1) return [];
    const gapMs = between(before.measures?.takeoffMs, rep.measures?.takeoffMs);
    return gapMs !== null && gapMs <= HOP_GAP_AT_MOST_MS ? [gapMs] : [];
  });
}

function between(fromMs: number | null | undefined, toMs: number | null | undefined): number | null {
  return fromMs == null || toMs == null ? null : toMs - fromMs;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

function largest(numbers: readonly number[]): number | null {
  return numbers.length > 0 ? numbers.reduce((a, b) => Math.max(a, b)) : null;
}
