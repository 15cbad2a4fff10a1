import type Database from 'better-sqlite3';
import { RESTORABLE_MS } from '../../../shared/history/amendments.ts';
import { type CalendarDays, dayOfDate } from '../../../shared/history/days.ts';
import { sessionLineOf } from '../../../shared/history/sessionLine.ts';
import {
  type DeletedSession,
  foldText,
  type SessionFilter,
  type SessionLine,
  type SessionList,
} from '../../../shared/history/sessionList.ts';
import { amended } from './amended.ts';
import type { SessionReader } from './sessionReader.ts';

type Place = NonNullable<SessionList['next']>;

/** Reads the list of sessions. */
export interface SessionLister {
  list(filter: SessionFilter, after: Place | null, limit: number): SessionList;
  /** Those that can be restored at this moment, the last deleted first. */
  deleted(nowMs: number): DeletedSession[];
}

const LATEST: Place = { startedAtMs: Number.MAX_SAFE_INTEGER, id: 'z' };
/** Nobody looks through more. */
const DELETED_AT_MOST = 200;

export function createSessionLister(
  db: Database.Database,
  days: CalendarDays,
  reader: Pick<SessionReader, 'session'>,
): SessionLister {
  const conditions = `s.started_at_ms >= @fromMs AND s.started_at_ms < @toMs
    AND (@source IS NULL OR s.source = @source) AND (@isBreak IS NULL OR s.is_break = @isBreak)
    AND (@withFaults = 0 OR s.faults > 0) AND (@withPain = 0 OR s.pain > 0)
    AND (@exercise IS NULL OR EXISTS
      (SELECT 1 FROM set_summaries x WHERE x.session_id = s.session_id AND x.exercise = @exercise))`;
  const noted = `s.notes <> '' AND instr(s.notes, @search) > 0`;
  const page = (more: string): Database.Statement =>
    db.prepare(
      `SELECT s.session_id AS id, s.started_at_ms AS startedAtMs, s.source, s.kind, s.end_reason AS endReason,
         s.active_ms AS activeMs, s.reps, s.faults, s.pain, s.is_amended AS isAmended,
         coalesce(${amended('s.session_id', 'note')}, '') AS note
       FROM session_summaries s
       WHERE (s.started_at_ms, s.session_id) < (@startedAtMs, @id) AND ${conditions} AND ${more}
       ORDER BY s.started_at_ms DESC, s.session_id DESC LIMIT @limit`,
    );
  const total = (more: string): Database.Statement =>
    db.prepare(`SELECT count(*) FROM session_summaries s WHERE ${conditions} AND ${more}`).pluck();
  const queries = {
    any: { page: page('true'), total: total('true') },
    noted: { page: page(noted), total: total(noted) },
  };
  const exercisesOf = db.prepare(
    `SELECT exercise, side, count(*) AS sets, sum(reps) AS reps FROM set_summaries WHERE session_id = ?
     GROUP BY exercise, side ORDER BY min(started_at_ms), min(set_id)`,
  );
  const deletions = db
    .prepare(
      `SELECT target_id FROM amendments INDEXED BY amendments_of_deletion
       WHERE field = 'deleted' AND at_ms > ? GROUP BY target_id
       ORDER BY max(at_ms) DESC LIMIT ?`,
    )
    .pluck();

  return {
    list: (filter, after, limit) => {
      const { page, total } = filter.search !== '' || filter.withNote ? queries.noted : queries.any;
      const wanted = {
        exercise: filter.exercise,
        source: filter.source,
        isBreak: filter.breaks === 'with' ? null : Number(filter.breaks === 'only'),
        withFaults: Number(filter.withFaults),
        withPain: Number(filter.withPain),
        fromMs: filter.fromDate === null ? 0 : days.startMsOf(dayOfDate(filter.fromDate)),
        toMs: filter.toDate === null ? Number.MAX_SAFE_INTEGER : days.startMsOf(dayOfDate(filter.toDate) + 1),
        search: foldText(filter.search),
      };
      const rows = page.all({ ...wanted, ...(after ?? LATEST), limit: limit + 1 }) as LineRow[];
      const sessions = rows.slice(0, limit).map(
        ({ isAmended, ...row }): SessionLine => ({
          ...row,
          isAmended: isAmended === 1,
          exercises: exercisesOf.all(row.id) as SessionLine['exercises'],
        }),
      );
      const last = rows.length > limit ? sessions.at(-1) : undefined;
      return {
        sessions,
        next: last ? { startedAtMs: last.startedAtMs, id: last.id } : null,
        total: total.get(wanted) as number,
      };
    },
    deleted: (nowMs) =>
      (deletions.all(nowMs - RESTORABLE_MS, DELETED_AT_MOST) as string[])
        .flatMap((id): DeletedSession[] => {
          const session = reader.session(id);
          if (session?.deletedAtMs == null) return [];
          const { deletedAtMs } = session;
          return [{ ...sessionLineOf(session), deletedAtMs, restorableUntilMs: deletedAtMs + RESTORABLE_MS }];
        })
        .sort((a, b) => b.deletedAtMs - a.deletedAtMs),
  };
}

type LineRow = Omit<SessionLine, 'isAmended' | 'exercises'> & { readonly isAmended: number };
