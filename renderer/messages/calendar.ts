/** Calendar days as people read them, in their locale. A day is its number; 0 is 1 January 1970. */
const DAY_MS = 86_400_000;

const utc = (options: Intl.DateTimeFormatOptions): ((day: number) => string) => {
  const format = new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' });
  return (day) => format.format(day * DAY_MS);
};

/** `18 Nov 2026`. */
export const formatDayInYear = utc({ day: 'numeric', month: 'short', year: 'numeric' });
/** `18 Nov`. */
export const formatDayShort = utc({ day: 'numeric', month: 'short' });
/** `Tue, 18 Nov 2026`. */
export const formatDayAndWeekday = utc({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
/** `November 2026`. */
export const formatMonth = utc({ month: 'long', year: 'numeric' });
/** `Nov 2026`. */
export const formatMonthShort = utc({ month: 'short', year: 'numeric' });
/** `Nov`. */
export const formatMonthName = utc({ month: 'short' });

/** The Monday after 1 January 1970. */
const A_MONDAY = 4;
const shortWeekday = utc({ weekday: 'short' });
const longWeekday = utc({ weekday: 'long' });

/** @param weekday 0 is Monday */
export function weekdayName(weekday: number): { readonly short: string; readonly long: string } {
  return { short: shortWeekday(A_MONDAY + weekday), long: longWeekday(A_MONDAY + weekday) };
}

interface WeekInfo {
  /** 1 is Monday, 7 is Sunday. */
  readonly firstDay: number;
}

/** What browsers know of weeks: a method now, a property before; TypeScript knows of neither. */
type LocaleWithWeeks = Intl.Locale & { getWeekInfo?(): WeekInfo; readonly weekInfo?: WeekInfo };

/** The day with which weeks begin in this locale, 0 is Monday; where nothing is known, Monday (ISO 8601). */
export function firstWeekday(locale: string): number {
  const known = new Intl.Locale(locale) as LocaleWithWeeks;
  const { firstDay } = known.getWeekInfo?.() ?? known.weekInfo ?? { firstDay: 1 };
  return firstDay - 1;
}
