import type { CalendarDay } from '../../../shared/history/calendar.ts';
import { dayOfDate, weekStart } from '../../../shared/history/days.ts';

/** This week against what the person aims for, and the weeks before it. Nothing is lost by a rest day. */
export interface WeekGoal {
  readonly days: readonly { readonly day: number; readonly state: 'trained' | 'rest' | 'ahead' }[];
  readonly done: number;
  /** How many days of this week are left to train on; today is one unless it was used. */
  readonly daysLeft: number;
  readonly past: { readonly weeks: number; readonly reached: number; readonly trainingDays: number };
}

export const PAST_WEEKS = 8;

/** @param firstDay of the first session or break ever; null before */
export function weekGoal(
  days: readonly CalendarDay[],
  today: number,
  firstWeekday: number,
  goal: number,
  firstDay: number | null,
): WeekGoal {
  const trained = new Set(days.filter(({ sessions }) => sessions > 0).map(({ date }) => dayOfDate(date)));
  const start = weekStart(today, firstWeekday);
  const thisWeek = Array.from({ length: 7 }, (_, i) => {
    const day = start + i;
    const isAhead = day >= today;
    return { day, state: trained.has(day) ? ('trained' as const) : isAhead ? ('ahead' as const) : ('rest' as const) };
  });
  const weeksSince = firstDay === null ? 0 : Math.ceil((start - firstDay) / 7);
  const weeks = Math.max(0, Math.min(PAST_WEEKS, weeksSince));
  const counts = Array.from({ length: weeks }, (_, i) => {
    const from = start - 7 * (i + 1);
    return Array.from({ length: 7 }, (_, n) => from + n).filter((day) => trained.has(day)).length;
  });
  return {
    days: thisWeek,
    done: thisWeek.filter(({ state }) => state === 'trained').length,
    daysLeft: thisWeek.filter(({ state }) => state === 'ahead').length,
    past: {
      weeks,
      reached: counts.filter((count) => count >= goal).length,
      trainingDays: counts.reduce((sum, count) => sum + count, 0),
    },
  };
}
