import type Database from 'better-sqlite3';
import { SIDES } from '../../../shared/exercises/exerciseIds.ts';
import { type CalendarDays, dateOfDay } from '../../../shared/history/days.ts';
import { LOWER_BIN_MS, LOWER_BINS, type RepProfile, type SideProfile } from '../../../shared/history/repProfile.ts';
import { RANGE_STEPS } from '../../../shared/history/setFigures.ts';
import type { TrendsRequest } from '../../../shared/history/trends.ts';
import { monthOf, monthStartMs } from './shapes.ts';
import { spanReader } from './trends.ts';

/** Reads how reps change within a set: whole months from their sums, the rest of the span from its sets. */
export function repProfileReader(db: Database.Database, days: CalendarDays) {
  const readSpan = spanReader(db, days);
  const repsOfMonths = db.prepare(
    `SELECT n, sum(ranged) AS ranged, sum(range_sum) AS rangeSum, sum(timed) AS timed, sum(lower_sum_ms) AS lowerSumMs
     FROM rep_months WHERE exercise = ? AND side = ? AND month >= ? AND month < ? GROUP BY n`,
  );
  const lowersOfMonths = db.prepare(
    `SELECT bin, sum(lowers) AS lowers FROM lower_months
     WHERE exercise = ? AND side = ? AND month >= ? AND month < ? GROUP BY bin`,
  );
  const repsOfSets = db.prepare(
    `SELECT e.key + 1 AS n, count(e.value ->> 0) AS ranged, coalesce(sum(e.value ->> 0), 0) AS rangeSum,
       count(e.value ->> 1) AS timed, coalesce(sum(e.value ->> 1), 0) AS lowerSumMs
     FROM set_shapes s, json_each(s.shapes) e
     WHERE s.exercise = ? AND s.side = ? AND s.started_at_ms >= ? AND s.started_at_ms < ? GROUP BY e.key`,
  );
  const lowersOfSets = db.prepare(
    `SELECT max(0, min(${LOWER_BINS - 1}, (e.value ->> 1) / ${LOWER_BIN_MS})) AS bin, count(*) AS lowers
     FROM set_shapes s, json_each(s.shapes) e
     WHERE s.exercise = ? AND s.side = ? AND s.started_at_ms >= ? AND s.started_at_ms < ? AND e.value ->> 1 IS NOT NULL
     GROUP BY 1`,
  );

  return (request: TrendsRequest, nowMs: number): RepProfile => {
    const { starts, toDay, atMs } = readSpan(request, nowMs);
    const [fromMs, toMs] = [atMs[0] ?? 0, atMs.at(-1) ?? 0];
    const firstMonth = monthOf(fromMs - 1) + 1;
    const endMonth = Math.max(firstMonth, monthOf(toMs));
    const edges =
      monthStartMs(firstMonth) >= toMs
        ? [[fromMs, toMs]]
        : [
            [fromMs, monthStartMs(firstMonth)],
            [monthStartMs(endMonth), toMs],
          ];
    const sides = SIDES.flatMap((side): SideProfile[] => {
      const key = [request.exercise, side];
      const reps = [repsOfMonths.all(...key, firstMonth, endMonth), ...edges.map((e) => repsOfSets.all(...key, ...e))];
      const lowers = [
        lowersOfMonths.all(...key, firstMonth, endMonth),
        ...edges.map((edge) => lowersOfSets.all(...key, ...edge)),
      ];
      const byRep = addReps(reps.flat() as RepRow[]);
      return byRep.length === 0 ? [] : [{ side, byRep, lowers: addLowers(lowers.flat() as LowerRow[]) }];
    });
    return { fromDate: dateOfDay(starts[0] ?? toDay), toDate: dateOfDay(toDay), sides };
  };
}

interface RepRow {
  readonly n: number;
  readonly ranged: number;
  readonly rangeSum: number;
  readonly timed: number;
  readonly lowerSumMs: number;
}
interface LowerRow {
  readonly bin: number;
  readonly lowers: number;
}

function addReps(rows: readonly RepRow[]): SideProfile['byRep'] {
  const total = (own: readonly RepRow[], key: Exclude<keyof RepRow, 'n'>): number =>
    own.reduce((sum, row) => sum + row[key], 0);
  return [...Map.groupBy(rows, ({ n }) => n)]
    .sort(([a], [b]) => a - b)
    .map(([n, own]) => {
      const [reps, timed] = [total(own, 'ranged'), total(own, 'timed')];
      return {
        ...{ n, reps, timed },
        range: reps > 0 ? total(own, 'rangeSum') / reps / RANGE_STEPS : null,
        lowerMs: timed > 0 ? total(own, 'lowerSumMs') / timed : null,
      };
    })
    .filter(({ reps, timed }) => reps > 0 || timed > 0);
}

function addLowers(rows: readonly LowerRow[]): SideProfile['lowers'] {
  if (rows.length === 0) return [];
  return Array.from({ length: LOWER_BINS }, (_, bin) => ({
    fromMs: bin * LOWER_BIN_MS,
    toMs: bin === LOWER_BINS - 1 ? null : (bin + 1) * LOWER_BIN_MS,
    lowers: rows.filter((row) => row.bin === bin).reduce((sum, row) => sum + row.lowers, 0),
  }));
}
