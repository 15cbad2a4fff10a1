import type Database from 'better-sqlite3';
import type { Calendar, CalendarDay } from '../../../shared/history/calendar.ts';
import { type CalendarDays, dateOfDay, dayOfDate } from '../../../shared/history/days.ts';

/** Reads what was done on each day. */
export function calendarReader(db: Database.Database, days: CalendarDays) {
  const sessions = db.prepare(
    `SELECT started_at_ms AS atMs, active_ms AS activeMs, sets, reps, is_done AS isDone, is_break AS isBreak
     FROM session_summaries WHERE started_at_ms >= ? AND started_at_ms < ? AND source = 'camera' ORDER BY started_at_ms`,
  );
  const breaks = db
    .prepare("SELECT at_ms FROM break_events WHERE at_ms >= ? AND at_ms < ? AND kind = 'done' ORDER BY at_ms")
    .pluck();
  const firstSession = db
    .prepare(
      `SELECT started_at_ms FROM session_summaries INDEXED BY session_summaries_by_start
       WHERE source = 'camera' ORDER BY started_at_ms LIMIT 1`,
    )
    .pluck();
  const firstBreak = db.prepare("SELECT at_ms FROM break_events WHERE kind = 'done' ORDER BY at_ms LIMIT 1").pluck();

  return (fromDate: string, toDate: string, nowMs: number): Calendar => {
    const range = [days.startMsOf(dayOfDate(fromDate)), days.startMsOf(dayOfDate(toDate) + 1)];
    const found = new Map<number, CalendarDay>();
    const add = (atMs: number, more: Partial<Omit<CalendarDay, 'date'>>): void => {
      const day = days.dayOf(atMs);
      const before = found.get(day) ?? { ...NOTHING, date: dateOfDay(day) };
      const sum = (key: keyof typeof NOTHING): number => before[key] + (more[key] ?? 0);
      found.set(day, {
        date: before.date,
        ...{ sessions: sum('sessions'), activeMs: sum('activeMs'), sets: sum('sets'), reps: sum('reps') },
        breaks: sum('breaks'),
      });
    };
    for (const { atMs, activeMs, sets, reps, isDone, isBreak } of sessions.all(...range) as SessionRow[]) {
      const isSession = isDone === 1 && isBreak === 0;
      add(atMs, { sessions: isSession ? 1 : 0, activeMs: isBreak === 1 ? 0 : activeMs, sets, reps });
    }
    for (const atMs of breaks.all(...range) as number[]) add(atMs, { breaks: 1 });
    const firsts = [firstSession.get(), firstBreak.get()].filter((ms): ms is number => typeof ms === 'number');
    return {
      today: dateOfDay(days.dayOf(nowMs)),
      firstDate: firsts.length > 0 ? dateOfDay(days.dayOf(Math.min(...firsts))) : null,
      days: [...found].sort(([a], [b]) => a - b).map(([, day]) => day),
    };
  };
}

const NOTHING = { sessions: 0, activeMs: 0, sets: 0, reps: 0, breaks: 0 };

interface SessionRow {
  readonly atMs: number;
  readonly activeMs: number;
  readonly sets: number;
  readonly reps: number;
  readonly isDone: number;
  readonly isBreak: number;
}
