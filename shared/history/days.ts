const DAY_MS = 86_400_000;

/**
 * Calendar days as numbers, 0 is 1 January 1970, and as ISO dates. Which day a moment belongs to is for whoever knows the time
 * zone to say.
 */
export interface CalendarDays {
  dayOf(ms: number): number;
  /** The first moment of a day, in ms since 1970. */
  startMsOf(day: number): number;
}

/** Ahead of the sun by at most 14 hours, behind it by 12. */
const ZONE_AT_MOST_MS = 15 * 3_600_000;

/** @param dayOf the number of the local day that a moment belongs to; never less for a later moment */
export function calendarDays(dayOf: (ms: number) => number): CalendarDays {
  return {
    dayOf,
    startMsOf: (day) => {
      // Only the zone knows when a day begins; it is asked until the first moment is found.
      let [before, after] = [day * DAY_MS - ZONE_AT_MOST_MS, day * DAY_MS + ZONE_AT_MOST_MS];
      while (after - before > 1) {
        const middle = Math.floor((before + after) / 2);
        if (dayOf(middle) < day) before = middle;
        else after = middle;
      }
      return after;
    },
  };
}

export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** @param date as `z.iso.date()` accepts it */
export function dayOfDate(date: string): number {
  return Date.parse(date) / DAY_MS;
}

/** 1 January 1970 was a Thursday; 0 is Monday. */
const WEEKDAY_OF_DAY_0 = 3;

/** @param firstWeekday the day with which a week begins, 0 is Monday */
export function weekStart(day: number, firstWeekday: number): number {
  return day - ((((day + WEEKDAY_OF_DAY_0 - firstWeekday) % 7) + 7) % 7);
}

export function monthStart(day: number): number {
  return day - new Date(day * DAY_MS).getUTCDate() + 1;
}

/** The same date so many months later or earlier, or the last day of that month where it is shorter. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * DAY_MS);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return first / DAY_MS + Math.min(date.getUTCDate(), length) - 1;
}
