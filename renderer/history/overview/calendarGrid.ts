import type { CalendarDay } from '../../../shared/history/calendar.ts';
import { dayOfDate, weekStart } from '../../../shared/history/days.ts';

/** The days of some weeks, as a table: a column for each week, a row for each day of the week. */
export interface CalendarGrid {
  /** The first day of each week, the oldest first. */
  readonly weeks: readonly number[];
  /** Seven rows of as many days as there are weeks. */
  readonly rows: readonly (readonly GridDay[])[];
}

export interface GridDay {
  readonly day: number;
  /** Null: nothing was done. */
  readonly counts: CalendarDay | null;
  readonly isAhead: boolean;
}

/** Half a year is seen at once. */
export const WEEKS = 26;

/** The first day of the weeks that are shown; page 0 ends with this week. */
export function firstShown(today: number, firstWeekday: number, page: number): number {
  return weekStart(today, firstWeekday) - 7 * (WEEKS * (page + 1) - 1);
}

export function calendarGrid(firstDay: number, today: number, days: readonly CalendarDay[]): CalendarGrid {
  const known = new Map(days.map((counts) => [dayOfDate(counts.date), counts]));
  const weeks = Array.from({ length: WEEKS }, (_, i) => firstDay + 7 * i);
  const rows = Array.from({ length: 7 }, (_, row) =>
    weeks.map((week): GridDay => {
      const day = week + row;
      return { day, counts: known.get(day) ?? null, isAhead: day > today };
    }),
  );
  return { weeks, rows };
}

const BY_KEY: Record<string, number> = {
  ArrowUp: -1,
  ArrowDown: 1,
  ArrowLeft: -7,
  ArrowRight: 7,
  PageUp: -28,
  PageDown: 28,
};

/** Where a key leads from a day, within what is shown; null for any other key. */
export function dayByKey(key: string, day: number, first: number, last: number): number | null {
  if (key === 'Home') return first;
  if (key === 'End') return last;
  const step = BY_KEY[key];
  if (step === undefined) return null;
  const next = day + step;
  return next < first || next > last ? day : next;
}

const MINUTE_MS = 60_000;
/** The marks of a session grow at these; as many words are in the legend. */
const LARGER_FROM_MS = [10 * MINUTE_MS, 20 * MINUTE_MS] as const;

/** 0: no session; 1 to 3 by the time spent. */
export function sessionMark({ sessions, activeMs }: Pick<CalendarDay, 'sessions' | 'activeMs'>): 0 | 1 | 2 | 3 {
  if (sessions === 0) return 0;
  return activeMs < LARGER_FROM_MS[0] ? 1 : activeMs < LARGER_FROM_MS[1] ? 2 : 3;
}
