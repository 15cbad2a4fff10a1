import { describe, expect, test } from 'vitest';
import type { TrueRep } from '../../../renderer/athlete/movements.ts';
import type { Rep } from '../../../shared/motion/events.ts';
import { BENCH_CLIPS } from '../../../tools/motion/allClips.ts';
import { barsOf } from '../../../tools/motion/bars.ts';
import { type ClipResult, fiveCountFault } from '../../../tools/motion/evaluate.ts';
import { spreadOf, summaryOf } from '../../../tools/motion/summary.ts';

const truth: TrueRep = { side: 'left', startMs: 0, topMs: 1000, lowerStartMs: 1200, endMs: 3000, lowerMs: 1800 };
const rep: Rep = { n: 1, side: 'left', counted: true, topMs: 1040, riseRatio: 0.05, faults: [] };

function result(idle: boolean, changes: Partial<ClipResult> = {}): ClipResult {
  const bench = BENCH_CLIPS.find((one) => one.idle === idle);
  if (!bench) throw new Error('There are no such clips.');
  return {
    bench,
    exercise: 'calf-raise-eccentric',
    countable: true,
    truth: idle ? [] : [truth],
    seen: idle ? [] : [rep],
    reps: idle ? [] : [{ truth, seen: rep, errors: { topMs: 40 }, absent: ['lowerMs'], sideRight: true }],
    missed: [],
    extra: [],
    exact: true,
    faults: { right: 0, wrong: 0, missing: 0 },
    armedMs: 500,
    attempts: [],
    durationMs: 36_000,
    ...changes,
  };
}

test('a spread is of sizes, its lean keeps the sign', () => {
  expect(spreadOf([-10, 20, -30])).toEqual({ count: 3, median: 20, p95: 30, bias: -10 });
  expect(spreadOf([])).toEqual({ count: 0, median: Number.NaN, p95: Number.NaN, bias: Number.NaN });
});

describe('a summary', () => {
  test('counts false reps by the hour of idling', () => {
    const { idleHours, falseReps, falsePerHour, clips } = summaryOf([result(true), result(true, { extra: [rep] })]);
    expect([idleHours, falseReps, falsePerHour, clips]).toEqual([0.02, 1, 50, 0]);
  });

  test('does not take an absent value for an error of zero', () => {
    const { errors, absent } = summaryOf([result(false)]);
    expect(errors.topMs).toMatchObject({ count: 1, median: 40 });
    expect(errors.lowerMs.count).toBe(0);
    expect(absent).toBe(1);
  });

  test('takes precision and recall over all clips', () => {
    const { faultPrecision, faultRecall } = summaryOf([
      result(false, { faults: { right: 3, wrong: 1, missing: 0 } }),
      result(false, { faults: { right: 3, wrong: 0, missing: 2 } }),
    ]);
    expect([faultPrecision, faultRecall]).toEqual([6 / 7, 6 / 8]);
  });

  test('keeps what cannot be counted yet apart', () => {
    expect(summaryOf([result(false), result(false, { countable: false, exact: false })])).toMatchObject({
      clips: 2,
      uncountable: 1,
      exact: 1,
    });
  });
});

test('bars without anything to measure are missed', () => {
  expect(barsOf([]).filter(({ met }) => met)).toEqual([]);
  expect(barsOf([result(false)])[0]).toMatchObject({ measured: '1 of 1', met: true });
});

test('the count of five has its edges at 4 and 6.5 s', () => {
  expect([3999, 4000, 6500, 6501].map(fiveCountFault)).toEqual(['lowered-too-fast', null, null, 'lowered-too-slow']);
});
