import { describe, expect, test } from 'vitest';
import {
  calendarGrid,
  dayByKey,
  firstShown,
  sessionMark,
  WEEKS,
} from '../../../../renderer/history/overview/calendarGrid.ts';
import { dateOfDay, dayOfDate } from '../../../../shared/history/days.ts';

/** A Friday. */
const TODAY = dayOfDate('2026-11-20');
const MONDAY = 0;
const SUNDAY = 6;

describe('the calendar', () => {
  test.each([MONDAY, SUNDAY])('ends with this week, whichever day that begins with (%i)', (firstWeekday) => {
    const first = firstShown(TODAY, firstWeekday, 0);
    const { weeks, rows } = calendarGrid(first, TODAY, []);
    expect(weeks).toHaveLength(WEEKS);
    const last = weeks.at(-1) ?? 0;
    expect(TODAY - last).toBe(firstWeekday === MONDAY ? 4 : 5);
    expect(rows.flat().filter(({ isAhead }) => isAhead)).toHaveLength(6 - (TODAY - last));
    // Each row is one day of the week.
    for (const row of rows) expect(new Set(row.map(({ day }) => day % 7)).size).toBe(1);
  });

  test('a page earlier ends where this one begins', () => {
    expect(firstShown(TODAY, MONDAY, 1) + 7 * WEEKS).toBe(firstShown(TODAY, MONDAY, 0));
  });

  test('what was done stands on its day', () => {
    const counts = { date: '2026-11-18', sessions: 1, activeMs: 1, sets: 2, reps: 30, breaks: 3 };
    const { rows } = calendarGrid(firstShown(TODAY, MONDAY, 0), TODAY, [counts]);
    const marked = rows.flat().filter((day) => day.counts);
    expect(marked.map(({ day }) => dateOfDay(day))).toEqual(['2026-11-18']);
  });

  test('keys lead from day to day, and stay within what is shown', () => {
    const [first, last] = [100, 200];
    expect(dayByKey('ArrowRight', 150, first, last)).toBe(157);
    expect(dayByKey('ArrowUp', 150, first, last)).toBe(149);
    expect(dayByKey('ArrowRight', 198, first, last)).toBe(198);
    expect(dayByKey('PageUp', 110, first, last)).toBe(110);
    expect([dayByKey('Home', 150, first, last), dayByKey('End', 150, first, last)]).toEqual([first, last]);
    expect(dayByKey('a', 150, first, last)).toBeNull();
  });

  test('the mark of a session grows with its time', () => {
    const marks = [0, 9, 10, 19, 20, 90].map((minutes) => sessionMark({ sessions: 1, activeMs: 60_000 * minutes }));
    expect(marks).toEqual([1, 1, 2, 2, 3, 3]);
    expect(sessionMark({ sessions: 0, activeMs: 0 })).toBe(0);
  });
});
