import { afterEach, describe, expect, test } from 'vitest';
import { localDayOf } from '../../../renderer/coach/localDay.ts';

const OWN_ZONE = process.env['TZ'];

/** Node takes a new time zone at once. */
function inZone(zone: string): void {
  process.env['TZ'] = zone;
}

afterEach(() => {
  if (OWN_ZONE === undefined) delete process.env['TZ'];
  else process.env['TZ'] = OWN_ZONE;
});

/** A moment by the clock on the wall. */
function at(year: number, month: number, day: number, hour = 0, minute = 0): number {
  return new Date(year, month - 1, day, hour, minute).getTime();
}

describe.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Kiritimati', 'UTC'])(
  '%s',
  (zone) => {
    test('every day of a year has the next number, also those of 23 and 25 hours', () => {
      inZone(zone);
      const first = localDayOf(at(2026, 1, 1, 12));
      for (let n = 0; n <= 365; n++) {
        expect(localDayOf(at(2026, 1, 1 + n, 0, 0))).toBe(first + n);
        expect(localDayOf(at(2026, 1, 1 + n, 23, 59))).toBe(first + n);
      }
    });
  },
);

test('the day changes at midnight on the wall, not in Greenwich', () => {
  inZone('Europe/Berlin');
  const evening = Date.UTC(2026, 10, 19, 22, 59);
  expect(localDayOf(evening)).toBe(localDayOf(at(2026, 11, 19)));
  expect(localDayOf(evening + 60_000)).toBe(localDayOf(evening) + 1);
});

test('an hour that comes twice belongs to one day', () => {
  inZone('Europe/Berlin');
  // 25 October 2026: at three the clock goes back to two.
  const twice = [Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30)];
  expect(twice.map((ms) => new Date(ms).getHours())).toEqual([2, 2]);
  expect(new Set(twice.map(localDayOf)).size).toBe(1);
});
