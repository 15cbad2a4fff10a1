import type Database from 'better-sqlite3';
import type { CatalogueId, Side } from '../../../shared/exercises/exerciseIds.ts';
import type { EndReason } from '../../../shared/history/records.ts';
import { activeMs } from '../../../shared/history/sessionFigures.ts';
import { foldText } from '../../../shared/history/sessionList.ts';
import { figuresOf, type RepFacts, repShapes } from '../../../shared/history/setFigures.ts';
import { amended } from './amended.ts';
import { createShapeStore } from './shapes.ts';

/** Raise it whenever what is written below means something else: all summaries are built anew then. */
export const SUMMARIES_VERSION = 1;

/**
 * Keeps what is derived from the records in step with them; to be called in the transaction of each write. Sessions that are
 * deleted have no summaries, so whatever reads these leaves them out.
 */
export interface Summaries {
  /** A set, or anything in it, was written. */
  touchSet(setId: string): void;
  /** A session was written, but for its sets. */
  touchSession(sessionId: string): void;
  /** A session and all its sets may be different, or gone. */
  touchWhole(sessionId: string): void;
  /** Everything anew, as after another program wrote records. */
  rebuild(): void;
}

export function createSummaries(db: Database.Database): Summaries {
  const shapes = createShapeStore(db);
  const setOf = db.prepare(`
    SELECT s.id AS setId, s.session_id AS sessionId, s.started_at_ms AS startedAtMs, s.exercise, s.side AS recordedSide,
      ${amended('s.id', 'side')} AS amendedSide, e.ended_at_ms AS endedAtMs, e.reason AS endReason,
      (SELECT coalesce(sum(change), 0) FROM corrections c WHERE c.set_id = s.id) AS corrected
    FROM sets s LEFT JOIN set_ends e ON e.set_id = s.id WHERE s.id = ?`);
  const repsOf = db.prepare(`
    SELECT r.n, r.at_ms AS atMs, ${amended('r.id', 'counts')} AS counts, m.rep_id AS measured, m.start_ms AS startMs,
      m.lower_start_ms AS lowerStartMs, m.end_ms AS endMs, m.rise_ratio AS riseRatio, m.height_cm AS heightCm,
      m.takeoff_ms AS takeoffMs, m.land_ms AS landMs, m.faults
    FROM reps r LEFT JOIN rep_measures m ON m.rep_id = r.id WHERE r.set_id = ? ORDER BY r.n`);
  const attemptsOf = db.prepare(
    'SELECT at_ms AS atMs, held_ms AS heldMs FROM attempts WHERE set_id = ? ORDER BY at_ms',
  );
  const checkInOf = db.prepare(
    'SELECT cramp, fatigue, pain FROM check_ins WHERE set_id = ? ORDER BY at_ms DESC, id DESC LIMIT 1',
  );
  const sessionOfSet = db.prepare('SELECT session_id FROM sets WHERE id = ?').pluck();
  const setsOf = db.prepare('SELECT id FROM sets WHERE session_id = ? ORDER BY started_at_ms, id').pluck();
  const sessionOf = db.prepare(`
    SELECT s.id AS sessionId, s.started_at_ms AS startedAtMs, s.source, e.reason AS endReason,
      (SELECT json_extract(plan, '$.kind') FROM session_plans WHERE session_id = s.id
        ORDER BY at_ms DESC, id DESC LIMIT 1) AS kind,
      EXISTS (SELECT 1 FROM session_plans q WHERE q.session_id = s.id
        AND json_extract(q.plan, '$.kind') = 'break') AS isBreak,
      (SELECT feel FROM feels WHERE session_id = s.id AND asked = 'next-day' ORDER BY at_ms DESC, id DESC LIMIT 1) AS nextDay,
      ${amended('s.id', 'deleted')} AS isDeleted, ${amended('s.id', 'note')} AS note
    FROM sessions s LEFT JOIN session_ends e ON e.session_id = s.id WHERE s.id = ?`);
  const notesOf = db
    .prepare(`SELECT ${amended('s.id', 'note')} FROM sets s WHERE s.session_id = ? ORDER BY s.started_at_ms, s.id`)
    .pluck();
  const summedSets = db.prepare(
    `SELECT started_at_ms AS startedAtMs, last_ms AS lastMs, end_reason AS endReason, reps, faults, pain,
       is_amended AS isAmended FROM set_summaries WHERE session_id = ? ORDER BY started_at_ms, set_id`,
  );
  const allSessions = db.prepare('SELECT id FROM sessions ORDER BY started_at_ms').pluck();
  const dropSet = db.prepare('DELETE FROM set_summaries WHERE set_id = ?');
  const dropSession = db.prepare('DELETE FROM session_summaries WHERE session_id = ?');
  const staleSets = db.prepare('SELECT set_id FROM set_summaries WHERE session_id = ?').pluck();
  const putSet = replacer(db, 'set_summaries', SET_COLUMNS);
  const putSession = replacer(db, 'session_summaries', SESSION_COLUMNS);

  const removeSet = (setId: string): void => {
    shapes.remove(setId);
    dropSet.run(setId);
  };

  const writeSet = (setId: string, { source, isBreak }: SessionRow): void => {
    const { recordedSide, amendedSide, endedAtMs, corrected, ...set } = setOf.get(setId) as SetRow;
    const repRows = repsOf.all(setId) as RepRow[];
    const attempts = attemptsOf.all(setId) as AttemptRow[];
    const checkIn = checkInOf.get(setId) as CheckInRow | undefined;
    const reps = repRows.map(readRep);
    const side = amendedSide ?? recordedSide;
    const { exercise, startedAtMs } = set;
    // What was closed later was closed by nobody who was in it.
    const knownEndMs = set.endReason === 'closed-later' ? null : endedAtMs;
    putSet({
      ...{ ...set, side, source, isBreak },
      lastMs: Math.max(startedAtMs, knownEndMs ?? 0, repRows.at(-1)?.atMs ?? 0, attempts.at(-1)?.atMs ?? 0),
      isAmended: Number(corrected !== 0 || side !== recordedSide || reps.some(({ counts }) => !counts)),
      ...figuresOf({ exercise, reps, attempts, corrected }),
      cramp: checkIn?.cramp ?? null,
      fatigue: checkIn?.fatigue ?? null,
      pain: checkIn?.pain ?? null,
    });
    if (source === 'camera') shapes.put({ setId, exercise, side, startedAtMs, shapes: repShapes({ exercise, reps }) });
  };

  const writeSession = (row: SessionRow): void => {
    const { isDeleted: _, note, ...session } = row;
    const { sessionId } = session;
    const sets = summedSets.all(sessionId) as SummedSet[];
    const notes = [note, ...(notesOf.all(sessionId) as (string | null)[])].filter(Boolean).join('\n');
    const pains = sets.flatMap(({ pain }) => pain ?? []);
    putSession({
      ...session,
      activeMs: activeMs(sets),
      isDone: Number(sets.some(({ reps, endReason }) => reps > 0 || endReason === 'finished')),
      sets: sets.length,
      reps: sum(sets.map(({ reps }) => reps)),
      faults: sum(sets.map(({ faults }) => faults)),
      pain: pains.length > 0 ? Math.max(...pains) : null,
      isAmended: Number(sets.some(({ isAmended }) => isAmended === 1)),
      notes: foldText(notes),
    });
  };

  /** Null where there is none (any more). */
  const readSession = (sessionId: string): SessionRow | null => {
    const row = sessionOf.get(sessionId) as SessionRow | undefined;
    return row && row.isDeleted !== 1 ? row : null;
  };
  const touchWhole = (sessionId: string): void => {
    const session = readSession(sessionId);
    for (const setId of staleSets.all(sessionId) as string[]) removeSet(setId);
    if (!session) {
      dropSession.run(sessionId);
      return;
    }
    for (const setId of setsOf.all(sessionId) as string[]) writeSet(setId, session);
    writeSession(session);
  };

  return {
    touchSet: (setId) => {
      const session = readSession(sessionOfSet.get(setId) as string);
      if (!session) return;
      writeSet(setId, session);
      writeSession(session);
    },
    touchSession: (sessionId) => {
      const session = readSession(sessionId);
      if (session) writeSession(session);
    },
    touchWhole,
    rebuild: db.transaction(() => {
      db.exec('DELETE FROM set_summaries; DELETE FROM session_summaries');
      shapes.clear();
      for (const sessionId of allSessions.all() as string[]) touchWhole(sessionId);
    }),
  };
}

/** Builds the summaries anew where another version of the app made them, or none did. */
export function bringUpToDate(db: Database.Database, summaries: Summaries): void {
  const known = db.prepare("SELECT version FROM derived WHERE name = 'summaries'").pluck();
  if (known.get() === SUMMARIES_VERSION) return;
  db.transaction(() => {
    summaries.rebuild();
    markSummariesFresh(db);
  })();
}

/** Whoever writes records without the summaries says so; if it does not come to bring them up to date, the next start does. */
export function markSummariesStale(db: Database.Database): void {
  writeVersion(db, 0);
}

export function markSummariesFresh(db: Database.Database): void {
  writeVersion(db, SUMMARIES_VERSION);
}

function writeVersion(db: Database.Database, version: number): void {
  db.prepare("INSERT OR REPLACE INTO derived (name, version) VALUES ('summaries', ?)").run(version);
}

const SET_COLUMNS = [
  ...(['setId', 'sessionId', 'startedAtMs', 'exercise', 'side', 'source', 'isBreak', 'endReason', 'lastMs'] as const),
  ...(['isAmended', 'reps', 'fullReps', 'faults', 'ranged', 'rangeSum', 'rangeBest', 'volume', 'heights'] as const),
  ...(['heightSumCm', 'heightBestCm', 'timedLowers', 'lowerSumMs', 'lowersInCount', 'fiveCountRatio'] as const),
  ...(['hopGaps', 'hopGapSumMs', 'flights', 'flightSumMs', 'flightBestMs', 'holdBestMs'] as const),
  ...(['cramp', 'fatigue', 'pain'] as const),
] as const;
const SESSION_COLUMNS = [
  ...(['sessionId', 'startedAtMs', 'source', 'kind', 'isBreak', 'endReason', 'activeMs', 'isDone', 'sets'] as const),
  ...(['reps', 'faults', 'pain', 'isAmended', 'nextDay', 'notes'] as const),
] as const;

type Row<Columns extends readonly string[]> = { readonly [Column in Columns[number]]: string | number | null };

function replacer<const Columns extends readonly string[]>(
  db: Database.Database,
  table: string,
  columns: Columns,
): (row: Row<Columns>) => void {
  const names = columns.map((column) => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const statement = db.prepare(
    `INSERT OR REPLACE INTO ${table} (${names.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
  );
  return (row) => {
    statement.run(row);
  };
}

interface SetRow {
  readonly setId: string;
  readonly sessionId: string;
  readonly startedAtMs: number;
  readonly exercise: CatalogueId;
  readonly recordedSide: Side;
  readonly amendedSide: Side | null;
  readonly endedAtMs: number | null;
  readonly endReason: EndReason | null;
  readonly corrected: number;
}
interface RepRow {
  readonly n: number;
  readonly atMs: number;
  readonly counts: number | null;
  readonly measured: string | null;
  readonly faults: string | null;
}
interface AttemptRow {
  readonly atMs: number;
  readonly heldMs: number | null;
}
interface CheckInRow {
  readonly cramp: number | null;
  readonly fatigue: string | null;
  readonly pain: number | null;
}
interface SessionRow {
  readonly sessionId: string;
  readonly startedAtMs: number;
  readonly source: string;
  readonly endReason: EndReason | null;
  readonly kind: string | null;
  readonly isBreak: number;
  readonly nextDay: string | null;
  readonly isDeleted: number | null;
  readonly note: string | null;
}
interface SummedSet {
  readonly startedAtMs: number;
  readonly lastMs: number;
  readonly endReason: EndReason | null;
  readonly reps: number;
  readonly faults: number;
  readonly pain: number | null;
  readonly isAmended: number;
}

function readRep({ n, atMs: _, counts, measured, faults, ...moments }: RepRow): RepFacts {
  const found = !faults || faults === '[]' ? [] : (JSON.parse(faults) as string[]);
  const measures = measured === null ? null : ({ ...moments, faults: found } as unknown as RepFacts['measures']);
  return { n, counts: counts !== 0, measures };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
