import type Database from 'better-sqlite3';
import { breakStatistics } from '../../../shared/breaks/statistics.ts';
import type { CatalogueId, Side } from '../../../shared/exercises/exerciseIds.ts';
import { type CalendarDays, dateOfDay, dayOfDate } from '../../../shared/history/days.ts';
import type { Feel } from '../../../shared/history/records.ts';
import { REPORT_NOTES, REPORT_WEEKS, type Report, type ReportExercise } from '../../../shared/history/report.ts';
import { addTrends, sideIndex, type TrendSums, trendPoint } from '../../../shared/history/trendFigures.ts';
import { createBreakStore } from '../breaks/breakStore.ts';
import { createSessionReader } from './sessionReader.ts';
import { TREND_SUMS } from './trends.ts';

/** Reads the four weeks that end with a day. */
export function reportReader(db: Database.Database, days: CalendarDays) {
  const breaks = createBreakStore(db);
  const reader = createSessionReader(db);
  const sums = db.prepare(
    `SELECT exercise, side, ${TREND_SUMS} FROM set_summaries
     WHERE source = 'camera' AND started_at_ms >= ? AND started_at_ms < ? AND is_break = 0 GROUP BY exercise, side`,
  );
  const pains = db.prepare(
    `SELECT started_at_ms AS atMs, pain FROM set_summaries
     WHERE source = 'camera' AND started_at_ms >= ? AND started_at_ms < ? AND is_break = 0 AND pain IS NOT NULL`,
  );
  const sessions = db.prepare(
    `SELECT session_id AS id, started_at_ms AS atMs, active_ms AS activeMs, sets, reps, next_day AS nextDay, notes <> '' AS isNoted
     FROM session_summaries WHERE started_at_ms >= ? AND started_at_ms < ? AND source = 'camera' AND is_break = 0
       AND is_done = 1 ORDER BY started_at_ms DESC`,
  );

  return ({ toDate }: { readonly toDate: string }): Report => {
    const lastDay = dayOfDate(toDate);
    const firstDay = lastDay - 7 * REPORT_WEEKS + 1;
    const weekDays = Array.from({ length: REPORT_WEEKS }, (_, i) => firstDay + 7 * i);
    const weekMs = [...weekDays, lastDay + 1].map(days.startMsOf);
    const [fromMs = 0, toMs = 0] = [weekMs[0], weekMs.at(-1)];
    const done = sessions.all(fromMs, toMs) as SessionRow[];
    const exercises = exercisesOf(
      weekDays.map((_, i) => sums.all(weekMs[i], weekMs[i + 1]) as SideSums[]),
      dateOfDay(firstDay),
    );
    return {
      ...{ fromDate: dateOfDay(firstDay), toDate, exercises },
      weeks: weekDays.map((day, i) => {
        const own = done.filter(({ atMs }) => atMs >= (weekMs[i] ?? 0) && atMs < (weekMs[i + 1] ?? 0));
        const total = (key: 'activeMs' | 'sets' | 'reps'): number => own.reduce((sum, row) => sum + row[key], 0);
        const totals = { activeMs: total('activeMs'), sets: total('sets'), reps: total('reps') };
        return { fromDate: dateOfDay(day), sessions: own.length, ...totals };
      }),
      index: indexOf(exercises),
      days: daysOf(done, pains.all(fromMs, toMs) as PainRow[], (ms) => days.dayOf(ms) - firstDay),
      notes: done
        .filter(({ isNoted }) => isNoted === 1)
        .slice(0, REPORT_NOTES)
        .map(({ id, atMs }) => ({ atMs, note: noteOf(id) })),
      breaks: countsOf(breaks.events(fromMs, toMs)),
    };
  };

  function noteOf(id: string): string {
    const session = reader.session(id);
    return [session?.note, ...(session?.sets ?? []).map(({ note }) => note)].filter(Boolean).join(' · ').slice(0, 500);
  }
}

type SideSums = TrendSums & { readonly exercise: CatalogueId; readonly side: Side };
interface SessionRow {
  readonly id: string;
  readonly atMs: number;
  readonly activeMs: number;
  readonly sets: number;
  readonly reps: number;
  readonly nextDay: Feel | null;
  readonly isNoted: number;
}
interface PainRow {
  readonly atMs: number;
  readonly pain: number;
}

const NOTHING_SAID = { better: 0, same: 0, worse: 0 };

function exercisesOf(weeks: readonly (readonly SideSums[])[], date: string): ReportExercise[] {
  const groups = Map.groupBy(weeks.flat(), ({ exercise, side }) => `${exercise} ${side}`);
  return [...groups.values()]
    .flatMap((group): ReportExercise[] => {
      const [first] = group;
      if (!first) return [];
      const { exercise, side } = first;
      const total = trendPoint(date, addTrends(group), NOTHING_SAID);
      const weekly = weeks.map((week) => {
        const own = week.find((sums) => sums.exercise === exercise && sums.side === side);
        return (total.volume > 0 ? own?.volume : own?.reps) ?? 0;
      });
      return [{ exercise, side, weekly, total }];
    })
    .sort(
      (a, b) => b.total.volume - a.total.volume || b.total.sets - a.total.sets || (a.exercise < b.exercise ? -1 : 1),
    );
}

function indexOf(exercises: readonly ReportExercise[]): Report['index'] {
  const of = (exercise: CatalogueId, wanted: Side): ReportExercise | undefined =>
    exercises.find((one) => one.exercise === exercise && one.side === wanted);
  return [...new Set(exercises.map(({ exercise }) => exercise))].flatMap((exercise) => {
    const [left, right] = [of(exercise, 'left'), of(exercise, 'right')];
    return left && right ? [{ exercise, index: sideIndex(left.total, right.total) }] : [];
  });
}

/** Of a day with several answers the worst one, for whoever has to be careful. */
function daysOf(done: readonly SessionRow[], pains: readonly PainRow[], dayOf: (ms: number) => number): Report['days'] {
  const days = new Map<number, Report['days'][number]>();
  const at = (ms: number): Report['days'][number] =>
    days.get(dayOf(ms)) ?? { day: dayOf(ms), pain: null, nextDay: null };
  for (const { atMs, pain } of pains) {
    const before = at(atMs);
    days.set(before.day, { ...before, pain: Math.max(pain, before.pain ?? 0) });
  }
  for (const { atMs, nextDay } of done) {
    const before = at(atMs);
    if (nextDay) days.set(before.day, { ...before, nextDay: worseOf(nextDay, before.nextDay) });
  }
  return [...days.values()].sort((a, b) => a.day - b.day);
}

function worseOf(a: Feel, b: Feel | null): Feel {
  const order: readonly Feel[] = ['better', 'same', 'worse'];
  return order[Math.max(order.indexOf(a), b ? order.indexOf(b) : 0)] ?? a;
}

function countsOf(events: Parameters<typeof breakStatistics>[0]): Report['breaks'] {
  const [all] = breakStatistics(events, () => 0).days;
  const none = { offered: 0, counted: 0, held: 0, reported: 0, snoozed: 0, skipped: 0, credited: 0, lapsed: 0 };
  const { date: _, ...counts } = all ?? { ...none, stretches: 0, satMs: 0, longestMs: 0, date: '' };
  return counts;
}
