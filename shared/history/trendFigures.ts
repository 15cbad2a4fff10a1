import type { SideIndexPoint, TrendPoint } from './trends.ts';

/** The sets of one side in one stretch of time, added up. Sums of nothing are 0, and the best of nothing is null. */
export interface TrendSums {
  readonly sets: number;
  readonly reps: number;
  readonly volume: number;
  readonly ranged: number;
  readonly rangeSum: number;
  readonly rangeBest: number | null;
  readonly heights: number;
  readonly heightSumCm: number;
  readonly heightBestCm: number | null;
  readonly timedLowers: number;
  readonly lowerSumMs: number;
  readonly lowersInCount: number;
  readonly bestReps: number | null;
  readonly hopGaps: number;
  readonly hopGapSumMs: number;
  readonly flights: number;
  readonly flightSumMs: number;
  readonly flightBestMs: number | null;
  readonly holdBestMs: number | null;
  readonly painTold: number;
  readonly painSum: number;
  readonly painWorst: number | null;
}

/** What several stretches come to. */
export function addTrends(all: readonly TrendSums[]): TrendSums {
  const total = (key: SumKey): number => all.reduce((sum, one) => sum + one[key], 0);
  const best = (key: BestKey): number | null =>
    all.reduce<number | null>((most, { [key]: own }) => (own === null || (most ?? own) > own ? most : own), null);
  return {
    ...{ sets: total('sets'), reps: total('reps'), volume: total('volume'), ranged: total('ranged') },
    ...{ rangeSum: total('rangeSum'), rangeBest: best('rangeBest'), heights: total('heights') },
    ...{ heightSumCm: total('heightSumCm'), heightBestCm: best('heightBestCm'), timedLowers: total('timedLowers') },
    ...{ lowerSumMs: total('lowerSumMs'), lowersInCount: total('lowersInCount'), bestReps: best('bestReps') },
    ...{ hopGaps: total('hopGaps'), hopGapSumMs: total('hopGapSumMs'), flights: total('flights') },
    ...{ flightSumMs: total('flightSumMs'), flightBestMs: best('flightBestMs'), holdBestMs: best('holdBestMs') },
    ...{ painTold: total('painTold'), painSum: total('painSum'), painWorst: best('painWorst') },
  };
}

type BestKey = 'rangeBest' | 'heightBestCm' | 'bestReps' | 'flightBestMs' | 'holdBestMs' | 'painWorst';
type SumKey = Exclude<keyof TrendSums, BestKey>;

const MINUTE_MS = 60_000;

export function trendPoint(date: string, sums: TrendSums, nextDay: TrendPoint['nextDay']): TrendPoint {
  const { sets, reps, volume, timedLowers, lowersInCount, bestReps, painTold } = sums;
  const gapMs = share(sums.hopGapSumMs, sums.hopGaps);
  return {
    ...{ date, sets, reps, volume, timedLowers, lowersInCount, bestReps, painTold, nextDay },
    range: share(sums.rangeSum, sums.ranged),
    rangeBest: sums.rangeBest,
    heightCm: share(sums.heightSumCm, sums.heights),
    heightBestCm: sums.heightBestCm,
    lowerMs: share(sums.lowerSumMs, timedLowers),
    cadence: gapMs === null || gapMs <= 0 ? null : MINUTE_MS / gapMs,
    flightMs: share(sums.flightSumMs, sums.flights),
    flightBestMs: sums.flightBestMs,
    holdBestMs: sums.holdBestMs,
    pain: share(sums.painSum, painTold),
    painWorst: sums.painWorst,
  };
}

/** Left against right: means of a set for reps and work, of a rep for its height, which is its range. */
export function sideIndex(left: TrendPoint, right: TrendPoint): SideIndexPoint {
  const [leftWork, rightWork] = [left, right].map(({ range, volume, sets }) =>
    range === null ? null : share(volume, sets),
  );
  const isKnown = leftWork != null && rightWork != null && leftWork !== rightWork;
  return {
    date: left.date,
    reps: percent(share(left.reps, left.sets), share(right.reps, right.sets)),
    height: percent(left.range, right.range),
    work: percent(leftWork, rightWork),
    weaker: isKnown ? (leftWork < rightWork ? 'left' : 'right') : null,
  };
}

/** The weaker ÷ the stronger × 100; null where one is unknown or neither did any. */
function percent(a: number | null | undefined, b: number | null | undefined): number | null {
  if (a == null || b == null) return null;
  const most = Math.max(a, b);
  return most > 0 ? (Math.min(a, b) / most) * 100 : null;
}

function share(sum: number, of: number): number | null {
  return of === 0 ? null : sum / of;
}
