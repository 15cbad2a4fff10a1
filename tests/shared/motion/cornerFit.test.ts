import { describe, expect, test } from 'vitest';
import { progress } from '../../../renderer/athlete/timeline.ts';
import { arrival, departure } from '../../../shared/motion/cornerFit.ts';
import { normal, randomFrom } from '../../../tools/clips/random.ts';

/** A plateau, then a steady rise whose speed builds over 280 ms: the 5 % moment comes 40 ms after its start. */
function curve(startMs: number, durationMs: number, jitter: number, seed: number) {
  const random = randomFrom(seed);
  return Array.from({ length: 90 }, (_, i) => {
    const tMs = i * 33;
    return { tMs, y: 5 + progress(tMs - startMs, durationMs, 280) + jitter * normal(random) };
  });
}

describe('corners of a curve', () => {
  test.each([1, 2, 3, 4, 5])('a departure is found through jitter (%d)', (seed) => {
    const points = curve(1000, 2000, 0.01, seed).filter((p) => p.tMs < 2000);
    const corner = departure(points, 2000);
    expect(Math.abs((corner?.atMs ?? 0) - 1040)).toBeLessThan(60);
    expect(corner?.level).toBeCloseTo(5, 1);
    expect(corner?.speed).toBeGreaterThan(0);
  });

  test('an arrival is a departure with time reversed', () => {
    const points = curve(500, 1000, 0, 1).filter((p) => p.tMs > 1000 && p.tMs < 2200);
    const corner = arrival(points, 1000);
    expect(Math.abs((corner?.atMs ?? 0) - 1460)).toBeLessThan(60);
    expect(corner?.level).toBeCloseTo(6, 1);
  });

  test('too few points say nothing', () => {
    expect(
      departure(
        [
          { tMs: 0, y: 0 },
          { tMs: 33, y: 0 },
        ],
        1000,
      ),
    ).toBeNull();
    expect(arrival([], 1000)).toBeNull();
  });
});
