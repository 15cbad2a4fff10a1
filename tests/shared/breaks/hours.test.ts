import { describe, expect, test } from 'vitest';
import { localTimeOf } from '../../../electron/services/breaks/localTime.ts';
import type { HoursRange } from '../../../shared/breaks/breakSettings.ts';
import { isInHours, nextHoursMs } from '../../../shared/breaks/hours.ts';
import { offsetOf } from '../../../tools/breaks/zones.ts';

const MONDAY = Date.UTC(2026, 10, 16);
const HOUR = 3_600_000;
const UTC = localTimeOf(() => 0);
const BERLIN = localTimeOf(offsetOf('Europe/Berlin'));

/** Monday 22:00 to 6:00 and Tuesday 13:30 to 14:00. */
const NIGHT: HoursRange[][] = [
  [{ fromMinute: 22 * 60, toMinute: 6 * 60 }],
  [{ fromMinute: 13.5 * 60, toMinute: 14 * 60 }],
  [],
  [],
  [],
  [],
  [],
];

describe('the hours', () => {
  test.each([
    [21.99, false],
    [22, true],
    [24, true],
    [29.99, true],
    [30, false],
    [37.5, true],
    [38, false],
    // Tuesday night, and the Monday morning before.
    [46, false],
    [3, false],
  ])('%f hours after Monday began: %s', (hours, isIn) => {
    expect(isInHours(NIGHT, UTC, MONDAY + hours * HOUR)).toBe(isIn);
  });

  test('from and to the same minute are a whole day', () => {
    const day = [[{ fromMinute: 600, toMinute: 600 }], [], [], [], [], [], []];
    expect([9.9, 10, 33.9, 34].map((hours) => isInHours(day, UTC, MONDAY + hours * HOUR))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('keep to the local clock when it changes', () => {
    // 29 March 2026: 2:00 becomes 3:00 in Berlin.
    const early = Array(7).fill([{ fromMinute: 8 * 60, toMinute: 9 * 60 }]) as HoursRange[][];
    expect(isInHours(early, BERLIN, Date.UTC(2026, 2, 28, 7))).toBe(true);
    expect(isInHours(early, BERLIN, Date.UTC(2026, 2, 29, 6))).toBe(true);
    expect(isInHours(early, BERLIN, Date.UTC(2026, 2, 29, 7))).toBe(false);
  });
});

describe('the next hours', () => {
  test('begin later today, on another day, or never', () => {
    expect(nextHoursMs(NIGHT, UTC, MONDAY)).toBe(MONDAY + 22 * HOUR);
    expect(nextHoursMs(NIGHT, UTC, MONDAY + 31 * HOUR)).toBe(MONDAY + 37.5 * HOUR);
    expect(nextHoursMs(NIGHT, UTC, MONDAY + 40 * HOUR)).toBe(MONDAY + (7 * 24 + 22) * HOUR);
    expect(nextHoursMs(Array(7).fill([]), UTC, MONDAY)).toBeNull();
  });

  test('are at their hour on the other side of a clock change', () => {
    const eight = Array(7).fill([{ fromMinute: 8 * 60, toMinute: 9 * 60 }]) as HoursRange[][];
    expect(nextHoursMs(eight, BERLIN, Date.UTC(2026, 2, 28, 20))).toBe(Date.UTC(2026, 2, 29, 6));
    expect(nextHoursMs(eight, BERLIN, Date.UTC(2026, 9, 24, 20))).toBe(Date.UTC(2026, 9, 25, 7));
  });
});
