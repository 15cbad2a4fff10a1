import type { HoursRange } from './breakSettings.ts';
import type { LocalTime } from './breakState.ts';

const DAY_MINUTES = 1440;
const MINUTE_MS = 60_000;

/** Whether a moment is within the hours. A range that goes past midnight belongs to the day on which it begins. */
export function isInHours(hours: readonly (readonly HoursRange[])[], local: LocalTime, atMs: number): boolean {
  const minute = local.minuteOfDay(atMs);
  const weekday = local.weekday(atMs);
  const today = hours[weekday] ?? [];
  const before = hours[(weekday + 6) % 7] ?? [];
  return (
    today.some((range) => minute >= range.fromMinute && (minute < range.toMinute || isPastMidnight(range))) ||
    before.some((range) => isPastMidnight(range) && minute < range.toMinute)
  );
}

/** The next moment at which hours begin, in wall-clock ms; null where there are none. */
export function nextHoursMs(hours: readonly (readonly HoursRange[])[], local: LocalTime, nowMs: number): number | null {
  const minute = local.minuteOfDay(nowMs);
  const weekday = local.weekday(nowMs);
  const minutesAhead = hours.flatMap((ranges, day) =>
    ranges.map(({ fromMinute }) => {
      const ahead = ((day - weekday + 7) % 7) * DAY_MINUTES + fromMinute - minute;
      return ahead > 0 ? ahead : ahead + 7 * DAY_MINUTES;
    }),
  );
  if (minutesAhead.length === 0) return null;
  return minutesLaterMs(local, nowMs, Math.min(...minutesAhead));
}

/** The moment at which the local clock shows so many minutes more than now, also where it is changed in between. */
export function minutesLaterMs(local: LocalTime, nowMs: number, minutes: number): number {
  const guessMs = Math.floor(nowMs / MINUTE_MS + minutes) * MINUTE_MS;
  const wanted = (local.minuteOfDay(nowMs) + minutes) % DAY_MINUTES;
  const off = ((local.minuteOfDay(guessMs) - wanted + DAY_MINUTES * 1.5) % DAY_MINUTES) - DAY_MINUTES / 2;
  return guessMs - off * MINUTE_MS;
}

function isPastMidnight({ fromMinute, toMinute }: HoursRange): boolean {
  return toMinute <= fromMinute;
}
