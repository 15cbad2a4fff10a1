import { describe, expect, test } from 'vitest';
import { formatAboutDuration, formatClock } from '../../../renderer/messages/format.ts';
import { type Progress, remainingMs, shareDone } from '../../../renderer/video/progress.ts';

function progress(changes: Partial<Progress>): Progress {
  return { readMs: 0, durationMs: 60_000, frames: 0, count: 0, elapsedMs: 0, ...changes };
}

describe('the progress of an analysis', () => {
  test.each<[number, number, number]>([
    [0, 60_000, 0],
    [15_000, 60_000, 0.25],
    [60_033, 60_000, 1],
    [500, 0, 0],
  ])('%i ms of %i ms is %f', (readMs, durationMs, share) => {
    expect(shareDone(progress({ readMs, durationMs }))).toBe(share);
  });

  test('the rest takes as long, in proportion, as what was done', () => {
    expect(remainingMs(progress({ readMs: 15_000, elapsedMs: 20_000 }))).toBe(60_000);
    expect(remainingMs(progress({ readMs: 60_000, elapsedMs: 20_000 }))).toBe(0);
  });

  test('it is not guessed at too early', () => {
    expect(remainingMs(progress({ readMs: 15_000, elapsedMs: 1500 }))).toBeNull();
    expect(remainingMs(progress({ readMs: 600, elapsedMs: 9000 }))).toBeNull();
    expect(remainingMs(progress({ readMs: 600, durationMs: 0, elapsedMs: 9000 }))).toBeNull();
  });

  test.each<[number, string, string]>([
    [0, '0:00', 'about 5 s'],
    [9_960, '0:09', 'about 10 s'],
    [89_000, '1:29', 'about 90 s'],
    [754_000, '12:34', 'about 13 min'],
  ])('%i ms reads as %s, or %s', (ms, clock, about) => {
    expect(formatClock(ms)).toBe(clock);
    expect(formatAboutDuration(ms)).toBe(about);
  });
});
