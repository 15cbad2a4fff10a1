import type Database from 'better-sqlite3';
import type { DoneExercise } from '../../../shared/breaks/dose.ts';
import type { KeptEvent } from '../../../shared/breaks/statistics.ts';
import { CATALOGUE_IDS, SIDES } from '../../../shared/exercises/exerciseIds.ts';

/** One line of the history of breaks. */
export interface BreakRow {
  readonly id: string;
  readonly event: KeptEvent;
  /** What was to be done. */
  readonly exercise: string | null;
}

/** Keeps the breaks in the history database. */
export interface BreakStore {
  /** What was saved last, or null. */
  load(): unknown;
  /** Both or neither. A row that is there already is left as it is. */
  save(snapshot: object, rows: readonly BreakRow[]): void;
  /** Oldest first. */
  events(fromMs: number, toMs: number): KeptEvent[];
  /** The last time of each exercise, in breaks and in sessions, and every time since a moment. */
  done(sinceMs: number): DoneExercise[];
  /** Whether a session has a rep, or a hold, that the camera saw. */
  hasReps(sessionId: string): boolean;
  hasSession(sessionId: string): boolean;
}

export function createBreakStore(db: Database.Database): BreakStore {
  const snapshot = db.prepare('SELECT snapshot FROM break_state WHERE id = 1').pluck();
  const keepSnapshot = db.prepare(
    'INSERT INTO break_state (id, snapshot) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET snapshot = excluded.snapshot',
  );
  const insert = db.prepare(
    `INSERT INTO break_events (id, at_ms, kind, due_at_ms, from_ms, exercise, n, detail, session_id)
     VALUES (@id, @atMs, @kind, @dueAtMs, @fromMs, @exercise, @n, @detail, @sessionId) ON CONFLICT (id) DO NOTHING`,
  );
  const between = db.prepare(
    `SELECT at_ms AS atMs, kind, due_at_ms AS dueAtMs, from_ms AS fromMs, n, detail, session_id AS sessionId
     FROM break_events WHERE at_ms >= ? AND at_ms < ? ORDER BY at_ms, id`,
  );
  const lastInBreaks = db
    .prepare("SELECT at_ms FROM break_events WHERE kind = 'done' AND exercise = ? ORDER BY at_ms DESC LIMIT 1")
    .pluck();
  const laterInBreaks = db.prepare(
    `SELECT exercise, at_ms AS atMs, 'break' AS "in" FROM break_events
     WHERE at_ms >= ? AND kind = 'done' AND exercise IS NOT NULL`,
  );
  // A break before the camera is a session too: its sets must not be counted a second time.
  const realSets = `FROM set_summaries s WHERE s.source = 'camera'
    AND NOT EXISTS (SELECT 1 FROM break_events b WHERE b.session_id = s.session_id)`;
  const lastInSessions = db
    .prepare(
      `SELECT s.started_at_ms ${realSets} AND s.exercise = ? AND s.side = ? ORDER BY s.started_at_ms DESC LIMIT 1`,
    )
    .pluck();
  const laterInSessions = db.prepare(
    `SELECT s.exercise, max(s.started_at_ms) AS atMs, 'session' AS "in" ${realSets}
     AND s.started_at_ms >= ? GROUP BY s.session_id, s.exercise`,
  );
  const sessionOf = db.prepare('SELECT EXISTS (SELECT 1 FROM sessions WHERE id = ?)').pluck();
  const repOf = db
    .prepare('SELECT EXISTS (SELECT 1 FROM sets s JOIN reps r ON r.set_id = s.id WHERE s.session_id = ?)')
    .pluck();

  return {
    load: () => {
      const saved = snapshot.get() as string | undefined;
      return saved === undefined ? null : JSON.parse(saved);
    },
    save: db.transaction((state: object, rows: readonly BreakRow[]) => {
      keepSnapshot.run(JSON.stringify(state));
      for (const row of rows) insert.run(toColumns(row));
    }),
    events: (fromMs, toMs) => (between.all(fromMs, toMs) as EventColumns[]).map(toEvent),
    done: (sinceMs) => {
      const last = CATALOGUE_IDS.flatMap((exercise): DoneExercise[] => {
        const inBreak = lastInBreaks.get(exercise) as number | undefined;
        const inSessions = SIDES.flatMap((side) => (lastInSessions.get(exercise, side) as number | undefined) ?? []);
        return [
          ...(inBreak === undefined ? [] : [{ exercise, atMs: inBreak, in: 'break' } as const]),
          ...(inSessions.length > 0 ? [{ exercise, atMs: Math.max(...inSessions), in: 'session' } as const] : []),
        ];
      });
      const later = [...laterInBreaks.all(sinceMs), ...laterInSessions.all(sinceMs)] as DoneExercise[];
      // The last times are among the later ones unless they are older.
      return [...last.filter(({ atMs }) => atMs < sinceMs), ...later];
    },
    hasSession: (sessionId) => sessionOf.get(sessionId) === 1,
    hasReps: (sessionId) => repOf.get(sessionId) === 1,
  };
}

interface EventColumns {
  readonly atMs: number;
  readonly kind: KeptEvent['kind'];
  readonly dueAtMs: number | null;
  readonly fromMs: number | null;
  readonly n: number | null;
  readonly detail: string | null;
  readonly sessionId: string | null;
}

function toColumns({ id, event, exercise }: BreakRow): EventColumns & Pick<BreakRow, 'id' | 'exercise'> {
  const none = { dueAtMs: null, fromMs: null, n: null, detail: null, sessionId: null };
  const { kind, atMs } = event;
  const base = { id, kind, atMs, exercise };
  switch (event.kind) {
    case 'offered':
      return { ...none, ...base, dueAtMs: event.dueAtMs, n: event.n };
    case 'snoozed':
      return { ...none, ...base, dueAtMs: event.dueAtMs, n: event.minutes };
    case 'skipped':
      return { ...none, ...base, dueAtMs: event.dueAtMs, detail: event.reason };
    case 'done':
      return { ...none, ...base, dueAtMs: event.dueAtMs, detail: event.how, sessionId: event.sessionId };
    case 'credited':
      return { ...none, ...base, dueAtMs: event.dueAtMs, fromMs: event.fromMs, detail: event.by };
    case 'lapsed':
      return { ...none, ...base, dueAtMs: event.dueAtMs, detail: event.why };
    case 'sat':
      return { ...none, ...base, fromMs: event.fromMs };
  }
}

/** The columns were written by `toColumns`, so what a kind needs is there. */
function toEvent({ kind, atMs, dueAtMs, fromMs, n, detail, sessionId }: EventColumns): KeptEvent {
  const fields = {
    offered: { dueAtMs, n },
    snoozed: { dueAtMs, minutes: n },
    skipped: { dueAtMs, reason: detail },
    done: { dueAtMs, how: detail, sessionId },
    credited: { dueAtMs, fromMs, by: detail },
    lapsed: { dueAtMs, why: detail },
    sat: { fromMs },
  };
  return { kind, atMs, ...fields[kind] } as KeptEvent;
}
