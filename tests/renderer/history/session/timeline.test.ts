import { describe, expect, test } from 'vitest';
import { timelineOf } from '../../../../renderer/history/session/timeline.ts';
import type { RepRecord } from '../../../../shared/history/records.ts';
import { aRep, measuresOf } from '../../../support/records.ts';

/** Reps of three seconds each, a raise of 0.9 s, a hold of 0.5 s, a lower of 1.7 s. */
function repsOf(count: number, change: Partial<RepRecord> = {}): RepRecord[] {
  return Array.from({ length: count }, (_, i) => {
    const rep = aRep('set', i + 1);
    return { ...rep, counts: true, measures: measuresOf(rep), ...change };
  });
}

describe('the time line of a set', () => {
  test('a rep stands where it was, as long as it took, in its phases', () => {
    const { reps } = timelineOf(repsOf(3), false);
    // From 900 ms before the first top to 2200 ms after the last, 6 s later.
    const lengthMs = 900 + 6000 + 2200;
    reps.forEach((rep, i) => {
      expect(rep.from * lengthMs).toBeCloseTo(3000 * i, 6);
      expect(rep.width * lengthMs).toBeCloseTo(3100, 6);
      expect(rep.phases.map(({ name }) => name)).toEqual(['raise', 'hold', 'lower']);
      expect(rep.phases.map(({ to }) => Math.round(3100 * to))).toEqual([900, 1400, 3100]);
    });
  });

  test('a hop is a flight, a hold is one piece', () => {
    const rep = aRep('set', 1);
    const hop = { ...measuresOf(rep), startMs: null, lowerStartMs: null, endMs: null, takeoffMs: 100, landMs: 320 };
    expect(timelineOf(repsOf(1, { measures: hop }), false).reps[0]?.phases).toEqual([
      { name: 'flight', from: 0, to: 1 },
    ]);
    expect(timelineOf(repsOf(1), true).reps[0]?.phases).toEqual([{ name: 'hold', from: 0, to: 1 }]);
  });

  test('frames of a new clock do not put later reps before earlier ones', () => {
    const reps = repsOf(4).map((rep, i) => {
      const { measures } = rep;
      if (!measures || i < 2) return rep;
      // The set went on after an interruption: its frames count from zero again.
      const back = (ms: number | null): number => (ms ?? 0) - 6000;
      const { startMs, topMs, lowerStartMs, endMs } = measures;
      const moved = {
        startMs: back(startMs),
        topMs: back(topMs),
        lowerStartMs: back(lowerStartMs),
        endMs: back(endMs),
      };
      return { ...rep, measures: { ...measures, ...moved } };
    });
    const { reps: drawn } = timelineOf(reps, false);
    expect(drawn.map(({ from }) => from)).toEqual(drawn.map(({ from }) => from).toSorted((a, b) => a - b));
  });

  test('of a rep that was lost, only its place is known', () => {
    const [first] = timelineOf(repsOf(2, { measures: null }), false).reps;
    expect(first?.phases).toEqual([]);
    expect(first?.width).toBeGreaterThan(0);
  });

  test('no reps, no line', () => {
    expect(timelineOf([], false)).toMatchObject({ reps: [], ticks: [] });
  });
});
