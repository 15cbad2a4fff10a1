import type Database from 'better-sqlite3';
import type { CalendarDays } from '../../../shared/history/days.ts';
import { ESSENTIAL_AFTER_DAYS, essentialSets } from '../../../shared/progression/essentials.ts';
import type { Progress } from '../../../shared/progression/progress.ts';
import { progressReader } from './progress.ts';

/** Raise it when other sets are essential than before. */
const VERSION = 1;
/** So many sets of late are told wholly, and no more than three times as many before the older ones are thinned out again. */
const RECENT_SETS = 800;
const DAY_MS = 86_400_000;

/**
 * Reads as much of the past as any decision still hangs on, as `essentialSets` says: with all of ten years the page would have
 * to be told 17 MB. Which sets these are is kept until something is written of their time; a trigger sees to that.
 *
 * @param zone what the local days are those of: elsewhere other sets may be essential
 * @returns reads it at a moment, in ms since 1970
 */
export function essentialProgressReader(db: Database.Database, days: CalendarDays, zone: string) {
  const read = progressReader(db);
  const known = db
    .prepare(
      `SELECT until_ms FROM derived
       WHERE name = 'essentials' AND version = ${VERSION} AND zone = ? AND until_ms <= ?`,
    )
    .pluck();
  const setsBack = db
    .prepare(
      `SELECT started_at_ms FROM set_summaries WHERE source = 'camera' ORDER BY started_at_ms DESC LIMIT 1 OFFSET ?`,
    )
    .pluck();
  const forget = db.prepare('DELETE FROM essential_sets');
  const keep = db.prepare('INSERT INTO essential_sets VALUES (?)');
  const remember = db.prepare(
    `INSERT OR REPLACE INTO derived (name, version, until_ms, zone) VALUES ('essentials', ${VERSION}, ?, ?)`,
  );
  const thinOut = db.transaction((progress: Progress, nowMs: number, untilMs: number) => {
    forget.run();
    for (const setId of essentialSets(progress, { nowMs, dayOf: days.dayOf }, untilMs)) keep.run(setId);
    remember.run(untilMs, zone);
  });

  return (nowMs: number): Progress => {
    const latestMs = nowMs - ESSENTIAL_AFTER_DAYS * DAY_MS;
    const untilMs = (known.get(zone, latestMs) as number | undefined) ?? null;
    const fullMs = setsBack.get(3 * RECENT_SETS) as number | undefined;
    if (fullMs === undefined || (untilMs !== null && fullMs < untilMs)) return read(untilMs);
    const recentMs = setsBack.get(RECENT_SETS) as number;
    const nextMs = days.startMsOf(days.dayOf(Math.min(latestMs, recentMs)));
    if (untilMs !== null && nextMs <= untilMs) return read(untilMs);
    thinOut(read(untilMs), nowMs, nextMs);
    return read(nextMs);
  };
}
