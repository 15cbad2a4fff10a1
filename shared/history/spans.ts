import { addMonths, monthStart, weekStart } from './days.ts';
import type { Span } from './trends.ts';

/** A span cut into whole weeks or months; days by their numbers. */
export interface CutSpan {
  readonly step: 'week' | 'month';
  /** The first day of each week or month, the oldest first. */
  readonly starts: readonly number[];
  /** Today, the last day of the last one so far. */
  readonly toDay: number;
}

/** This week is one of them. */
const WEEKS: Record<Exclude<Span, 'all'>, number> = { '4-weeks': 4, '3-months': 13, '1-year': 52 };
/** More than two years of weeks are too many to look at: they are shown by month. */
const WEEKS_AT_MOST = 104;

/**
 * @param firstDay of the first set ever, for all time; null where there is none
 * @param firstWeekday the day with which a week begins, 0 is Monday
 */
export function cutSpan(span: Span, today: number, firstDay: number | null, firstWeekday: number): CutSpan {
  const thisWeek = weekStart(today, firstWeekday);
  const from = weekStart(Math.min(firstDay ?? today, today), firstWeekday);
  const weeks = span === 'all' ? (thisWeek - from) / 7 + 1 : WEEKS[span];
  if (weeks <= WEEKS_AT_MOST) {
    const starts = Array.from({ length: weeks }, (_, i) => thisWeek - 7 * (weeks - 1 - i));
    return { step: 'week', starts, toDay: today };
  }
  const starts: number[] = [];
  for (let month = monthStart(firstDay ?? today); month <= today; month = addMonths(month, 1)) starts.push(month);
  return { step: 'month', starts, toDay: today };
}
