import type Database from 'better-sqlite3';
import { SIDES, type Side } from '../../../shared/exercises/exerciseIds.ts';
import { type CalendarDays, dateOfDay } from '../../../shared/history/days.ts';
import type { Feel } from '../../../shared/history/records.ts';
import { type CutSpan, cutSpan } from '../../../shared/history/spans.ts';
import { addTrends, sideIndex, type TrendSums, trendPoint } from '../../../shared/history/trendFigures.ts';
import type { SideTrend, TrendPoint, Trends, TrendsRequest } from '../../../shared/history/trends.ts';

/** The span that is asked for, cut into steps; `atMs` are their beginnings and the end of the last one. */
export interface SpanMs extends CutSpan {
  readonly atMs: readonly number[];
}

/** Finds out which time a span is: all time begins with the first set of the exercise. */
export function spanReader(db: Database.Database, days: CalendarDays) {
  const firstSet = db
    .prepare(
      `SELECT started_at_ms FROM set_summaries WHERE source = 'camera' AND exercise = ? AND side = ?
       ORDER BY started_at_ms LIMIT 1`,
    )
    .pluck();
  return ({ exercise, span, firstWeekday }: TrendsRequest, nowMs: number): SpanMs => {
    const firsts = SIDES.flatMap((side) => (firstSet.get(exercise, side) as number | undefined) ?? []);
    const firstDay = firsts.length > 0 ? days.dayOf(Math.min(...firsts)) : null;
    const cut = cutSpan(span, days.dayOf(nowMs), firstDay, firstWeekday);
    return { ...cut, atMs: [...cut.starts, cut.toDay + 1].map(days.startMsOf) };
  };
}

/** SQL that adds up sets as `TrendSums`. */
export const TREND_SUMS = `count(*) AS sets, total(reps) AS reps, total(volume) AS volume, total(ranged) AS ranged,
  total(range_sum) AS rangeSum, max(range_best) AS rangeBest, total(heights) AS heights,
  total(height_sum_cm) AS heightSumCm, max(height_best_cm) AS heightBestCm, total(timed_lowers) AS timedLowers,
  total(lower_sum_ms) AS lowerSumMs, total(lowers_in_count) AS lowersInCount, max(reps) AS bestReps,
  total(hop_gaps) AS hopGaps, total(hop_gap_sum_ms) AS hopGapSumMs, total(flights) AS flights,
  total(flight_sum_ms) AS flightSumMs, max(flight_best_ms) AS flightBestMs, max(hold_best_ms) AS holdBestMs,
  count(pain) AS painTold, total(pain) AS painSum, max(pain) AS painWorst`;

/** Reads one exercise over time. */
export function trendsReader(db: Database.Database, days: CalendarDays) {
  const readSpan = spanReader(db, days);
  const sums = db.prepare(
    `SELECT ${TREND_SUMS}
     FROM set_summaries
     WHERE source = 'camera' AND exercise = ? AND side = ? AND started_at_ms >= ? AND started_at_ms < ?`,
  );
  const any = db.prepare(
    `SELECT 1 FROM set_summaries
     WHERE source = 'camera' AND exercise = ? AND side = ? AND started_at_ms >= ? AND started_at_ms < ? LIMIT 1`,
  );
  const feels = db.prepare(
    `SELECT p.started_at_ms AS atMs, p.session_id AS sessionId, p.next_day AS feel, s.side FROM session_summaries p
     CROSS JOIN set_summaries s ON s.session_id = p.session_id AND s.exercise = ?
     WHERE p.source = 'camera' AND p.next_day IS NOT NULL AND p.started_at_ms >= ? AND p.started_at_ms < ?
     GROUP BY p.started_at_ms, p.session_id, s.side`,
  );

  return (request: TrendsRequest, nowMs: number): Trends => {
    const { exercise } = request;
    const { step, starts, toDay, atMs } = readSpan(request, nowMs);
    const dates = starts.map(dateOfDay);
    const [firstMs, lastMs] = [atMs[0] ?? 0, atMs.at(-1) ?? 0];
    const fromDate = dates[0] ?? dateOfDay(toDay);
    const said = feels.all(exercise, firstMs, lastMs) as FeelRow[];
    const sides = SIDES.flatMap((side): SideTrend[] => {
      if (any.get(exercise, side, firstMs, lastMs) === undefined) return [];
      const stretches = starts.map((_, i) => sums.get(exercise, side, atMs[i], atMs[i + 1]) as TrendSums);
      const saidOfIt = countFeels(
        said.filter((row) => row.side === side),
        atMs,
      );
      const points = stretches.map((own, i) => trendPoint(dates[i] ?? '', own, saidOfIt[i] ?? NOTHING_SAID));
      return [{ side, points, total: trendPoint(fromDate, addTrends(stretches), addFeels(saidOfIt)) }];
    });
    const left = sides.find(({ side }) => side === 'left');
    const right = sides.find(({ side }) => side === 'right');
    const both = left && right ? { left, right } : null;
    return {
      ...{ step, fromDate, toDate: dateOfDay(toDay), sides },
      nextDay: countFeels(onceASession(said), atMs).map((counts, i) => ({ date: dates[i] ?? '', ...counts })),
      index: both ? both.left.points.flatMap((at, i) => indexAt(at, both.right.points[i])) : [],
      indexTotal: both && sideIndex(both.left.total, both.right.total),
    };
  };
}

interface FeelRow {
  readonly atMs: number;
  readonly sessionId: string;
  readonly side: Side;
  readonly feel: Feel;
}

const NOTHING_SAID: TrendPoint['nextDay'] = { better: 0, same: 0, worse: 0 };

/** What was said in each stretch between two moments and the next. */
function countFeels(said: readonly FeelRow[], atMs: readonly number[]): TrendPoint['nextDay'][] {
  let next = 0;
  return atMs.slice(1).map((endMs) => {
    const counts = { ...NOTHING_SAID };
    for (let row = said[next]; row && row.atMs < endMs; row = said[++next]) counts[row.feel]++;
    return counts;
  });
}

function onceASession(said: readonly FeelRow[]): FeelRow[] {
  return [...new Map(said.map((row) => [row.sessionId, row])).values()];
}

function addFeels(said: readonly TrendPoint['nextDay'][]): TrendPoint['nextDay'] {
  const total = (feel: Feel): number => said.reduce((sum, counts) => sum + counts[feel], 0);
  return { better: total('better'), same: total('same'), worse: total('worse') };
}

function indexAt(left: TrendPoint, right: TrendPoint | undefined): Trends['index'] {
  return right ? [sideIndex(left, right)] : [];
}
