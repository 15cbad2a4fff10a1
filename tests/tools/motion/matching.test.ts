import { expect, test } from 'vitest';
import { matchReps } from '../../../tools/motion/matching.ts';

const truth = (...tops: number[]) => tops.map((topMs) => ({ topMs, startMs: topMs - 500, endMs: topMs + 700 }));
const seen = (...tops: number[]) => tops.map((topMs) => ({ topMs }));

test('reps are paired with the nearest in time, whatever their numbers', () => {
  expect(matchReps(truth(1000, 3000, 5000), seen(1040, 2900, 5100))).toEqual({
    pairs: [
      { truth: 0, seen: 0 },
      { truth: 1, seen: 1 },
      { truth: 2, seen: 2 },
    ],
    missed: [],
    extra: [],
  });
});

test('a miss and an extra do not shift the others', () => {
  const { pairs, missed, extra } = matchReps(truth(1000, 3000, 5000), seen(1000, 4980, 6400));
  expect(pairs).toEqual([
    { truth: 0, seen: 0 },
    { truth: 2, seen: 1 },
  ]);
  expect(missed).toEqual([1]);
  expect(extra).toEqual([2]);
});

test('a rep counted twice is one right and one extra: the closer one is right', () => {
  const { pairs, extra } = matchReps(truth(1000, 3000), seen(900, 1020, 3000));
  expect(pairs[0]).toEqual({ truth: 0, seen: 1 });
  expect(extra).toEqual([0]);
});

test('what is more than half a rep away is another one', () => {
  expect(matchReps(truth(1000, 3000), seen(1990, 2010)).pairs).toHaveLength(2);
  // Alone, half a rep is half of its own length.
  expect(matchReps(truth(1000), seen(1590)).pairs).toHaveLength(1);
  expect(matchReps(truth(1000), seen(1610))).toEqual({ pairs: [], missed: [0], extra: [0] });
});

test('in an idle clip every seen rep is extra', () => {
  expect(matchReps([], seen(100, 200))).toEqual({ pairs: [], missed: [], extra: [0, 1] });
});
