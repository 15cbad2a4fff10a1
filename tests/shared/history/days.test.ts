import { describe, expect, test } from 'vitest';
import { addMonths, calendarDays, dateOfDay, dayOfDate, monthStart, weekStart } from '../../../shared/history/days.ts';
import { cutSpan } from '../../../shared/history/spans.ts';

const HOUR_MS = 3_600_000;
const day = dayOfDate;

describe('days', () => {
  test('are numbers and dates', () => {
    expect([day('1970-01-01'), day('2024-02-29'), dateOfDay(day('2024-02-29'))]).toEqual([0, 19_782, '2024-02-29']);
  });

  test.each([
    ['2024-10-07', 0, '2024-10-07'],
    ['2024-10-13', 0, '2024-10-07'],
    ['2024-10-13', 6, '2024-10-13'],
    ['2024-10-12', 6, '2024-10-06'],
    ['1969-12-31', 0, '1969-12-29'],
  ])('the week of %s, where weeks begin with day %i, begins on %s', (date, first, wanted) => {
    expect(dateOfDay(weekStart(day(date), first))).toBe(wanted);
  });

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-12-31', -1, '2023-11-30'],
    ['2023-11-15', 14, '2025-01-15'],
  ])('%s and %i months is %s', (date, months, wanted) => {
    expect(dateOfDay(addMonths(day(date), months))).toBe(wanted);
    expect(dateOfDay(monthStart(day(date)))).toBe(`${date.slice(0, 8)}01`);
  });

  test('begin when the zone says, also on the day on which the clocks change', () => {
    // Two hours ahead until 27 October 2024, 1:00 UTC, one hour from then on.
    const changeMs = Date.UTC(2024, 9, 27, 1);
    const dayOf = (ms: number): number => Math.floor((ms + (ms < changeMs ? 2 : 1) * HOUR_MS) / (24 * HOUR_MS));
    const { startMsOf } = calendarDays(dayOf);
    expect(startMsOf(day('2024-10-27'))).toBe(Date.UTC(2024, 9, 26, 22));
    expect(startMsOf(day('2024-10-28'))).toBe(Date.UTC(2024, 9, 27, 23));
  });
});

describe('a span', () => {
  const today = day('2024-10-04');
  const first = (span: Parameters<typeof cutSpan>[0], firstDay: string | null) => {
    const { step, starts } = cutSpan(span, today, firstDay === null ? null : day(firstDay), 0);
    return [step, starts.length, dateOfDay(starts[0] ?? 0), dateOfDay(starts.at(-1) ?? 0)];
  };

  test.each([
    ['4-weeks', '2020-01-01', ['week', 4, '2024-09-09', '2024-09-30']],
    ['3-months', '2020-01-01', ['week', 13, '2024-07-08', '2024-09-30']],
    ['1-year', '2020-01-01', ['week', 52, '2023-10-09', '2024-09-30']],
    ['all', null, ['week', 1, '2024-09-30', '2024-09-30']],
    ['all', '2024-09-25', ['week', 2, '2024-09-23', '2024-09-30']],
    ['all', '2020-02-29', ['month', 57, '2020-02-01', '2024-10-01']],
    ['all', '2030-01-01', ['week', 1, '2024-09-30', '2024-09-30']],
  ] as const)('of %s, trained since %s, is cut into %j', (span, firstDay, wanted) => {
    expect(first(span, firstDay)).toEqual(wanted);
  });
});
