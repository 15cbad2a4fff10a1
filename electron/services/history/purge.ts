import type Database from 'better-sqlite3';
import { RESTORABLE_MS } from '../../../shared/history/amendments.ts';

/**
 * Removes for good what was deleted too long ago to be restored. What stays of a session is its bare line, which desk breaks
 * refer to, and the word that it is deleted: without it a history that is merged in would bring it back.
 *
 * The clock alone is not believed: it may be ahead for a moment. Somebody has to have trained since then as well.
 *
 * @returns how it is done at a moment, in ms since 1970
 */
export function createPurge(db: Database.Database): (nowMs: number) => void {
  const deletions = db.prepare(
    `SELECT target_id AS sessionId, max(at_ms) AS atMs FROM amendments INDEXED BY amendments_of_deletion
     WHERE field = 'deleted' AND at_ms <= ?
     GROUP BY target_id`,
  );
  const latest = db.prepare(
    `SELECT at_ms AS atMs, json_extract(value, '$') AS isDeleted FROM amendments
     WHERE target_id = ? AND field = 'deleted' ORDER BY at_ms DESC, id DESC LIMIT 1`,
  );
  const lastStart = db.prepare('SELECT max(started_at_ms) FROM sessions').pluck();
  const setsOf = db.prepare('SELECT id FROM sets WHERE session_id = ?').pluck();
  const ofSet = [
    `DELETE FROM amendments WHERE target_id IN (SELECT id FROM reps WHERE set_id = ?)`,
    `DELETE FROM rep_measures WHERE rep_id IN (SELECT id FROM reps WHERE set_id = ?)`,
    ...['reps', 'attempts', 'corrections', 'check_ins', 'check_results', 'set_ends'].map(
      (table) => `DELETE FROM ${table} WHERE set_id = ?`,
    ),
    'DELETE FROM amendments WHERE target_id = ?',
    'DELETE FROM sets WHERE id = ?',
  ].map((sql) => db.prepare(sql));
  const ofSession = [
    ...['session_plans', 'feels', 'session_ends'].map((table) => `DELETE FROM ${table} WHERE session_id = ?`),
    `DELETE FROM amendments WHERE target_id = ? AND field <> 'deleted'`,
  ].map((sql) => db.prepare(sql));

  return db.transaction((nowMs: number) => {
    const untilMs = Math.min(nowMs, (lastStart.get() as number | null) ?? 0) - RESTORABLE_MS;
    for (const { sessionId } of deletions.all(untilMs) as { sessionId: string }[]) {
      const last = latest.get(sessionId) as { atMs: number; isDeleted: number };
      if (last.isDeleted !== 1 || last.atMs > untilMs) continue;
      for (const setId of setsOf.all(sessionId) as string[]) for (const drop of ofSet) drop.run(setId);
      for (const drop of ofSession) drop.run(sessionId);
    }
  });
}
