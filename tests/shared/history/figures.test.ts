import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { hopHeightCm } from '../../../shared/history/bests.ts';
import type { SetRecord } from '../../../shared/history/records.ts';
import { activeMs } from '../../../shared/history/sessionFigures.ts';
import { figuresOf, repShapes } from '../../../shared/history/setFigures.ts';
import { aRep, aSet, measuresOf } from '../../support/records.ts';

const MINUTE_MS = 60_000;

function setOf(
  reps: readonly Partial<Parameters<typeof measuresOf>[1] & { counts: boolean }>[],
  corrected = 0,
): SetRecord {
  const set = aSet(uuidv7(), { exercise: 'calf-raise-eccentric', side: 'left' });
  const done = reps.map(({ counts = true, ...measures }, i) => {
    const rep = aRep(set.id, i + 1);
    const { repId: _, ...measured } = measuresOf(rep, measures);
    return { ...rep, counts, measures: measured };
  });
  const asIs = { recordedSide: set.side, note: '', end: null, attempts: [], checkIn: null };
  return { ...set, ...asIs, reps: done, corrected };
}

test('a corrected count has the volume of reps like the others', () => {
  const set = setOf([{ riseRatio: 0.04 }, { riseRatio: 0.06 }], 2);
  expect(figuresOf(set)).toMatchObject({ reps: 4, ranged: 2, rangeSum: 0.1, volume: 0.2 });
});

test('a rep that was none is in no figure', () => {
  const none = {
    counts: false,
    riseRatio: 0.9,
    heightCm: 90,
    lowerStartMs: 0,
    endMs: 5000,
    faults: ['shallow' as const],
  };
  const set = setOf([{ riseRatio: 0.05, lowerStartMs: 0, endMs: 4999.6 }, none]);
  expect(figuresOf(set)).toEqual(figuresOf(setOf([{ riseRatio: 0.05, lowerStartMs: 0, endMs: 4999.6 }])));
  expect(repShapes(set)).toEqual([[500, 5000]]);
});

test('the five-count says something of ten lowers and more', () => {
  const lowers = (count: number) =>
    setOf(Array.from({ length: count }, (_, i) => ({ lowerStartMs: 0, endMs: i < 5 ? 5000 : 2000 })));
  expect(figuresOf(lowers(9)).fiveCountRatio).toBeNull();
  expect(figuresOf(lowers(10)).fiveCountRatio).toBe(0.5);
});

test('a session takes as long as its sets and rests, without its pauses', () => {
  const at = (minutes: number, lasts: number) => ({
    startedAtMs: minutes * MINUTE_MS,
    lastMs: (minutes + lasts) * MINUTE_MS,
  });
  expect(activeMs([at(0, 2), at(4, 1), at(60, 3)])).toBe((2 + 2 + 1 + 3) * MINUTE_MS);
  // The clock was set back in the middle of it.
  expect(activeMs([at(10, -5), at(2, 1)])).toBe(MINUTE_MS);
  expect(activeMs([])).toBe(0);
});

test('a hop of half a second in the air is about 31 cm high', () => {
  expect(hopHeightCm(500)).toBeCloseTo(30.66, 2);
});
