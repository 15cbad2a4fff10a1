import type Database from 'better-sqlite3';
import type {
  CheckIn,
  CheckResult,
  End,
  FeelRecord,
  ImportedSession,
  NewAttempt,
  NewCorrection,
  NewPlan,
  NewRep,
  NewSession,
  NewSet,
  Override,
  RepMeasures,
  RepRecord,
  SessionRecord,
  SetRecord,
} from '../../../shared/history/records.ts';
import type { Progress } from '../../../shared/progression/progress.ts';
import type { SessionPlan } from '../../../shared/session/sessionPlan.ts';
import { progressReader } from './progress.ts';

/** Reads and writes the history. Every write is its own transaction, and writing the same record twice is harmless. */
export interface HistoryStore {
  startSession(session: NewSession): void;
  addPlan(plan: NewPlan): void;
  endSession(end: End): void;
  startSet(set: NewSet): void;
  endSet(end: End): void;
  addRep(rep: NewRep): void;
  addRepMeasures(measures: RepMeasures): void;
  addAttempt(attempt: NewAttempt): void;
  addCorrection(correction: NewCorrection): void;
  addCheckIn(checkIn: CheckIn): void;
  addFeel(feel: FeelRecord): void;
  addOverride(override: Override): void;
  addCheckResult(result: CheckResult): void;
  /** Adds a session that is over, wholly or not at all. */
  addImported(session: ImportedSession): void;
  /** Sessions that began before this moment, newest first. */
  sessions(beforeMs: number, limit: number): SessionRecord[];
  /** The latest session without an end. */
  unfinished(): SessionRecord | null;
  progress(): Progress;
}

export function createHistoryStore(db: Database.Database): HistoryStore {
  const insert = (sql: string): ((row: object) => void) => {
    const statement = db.prepare(sql);
    return (row) => {
      statement.run(row);
    };
  };
  const insertSession = insert(
    'INSERT INTO sessions (id, started_at_ms, source) VALUES (@id, @startedAtMs, @source) ON CONFLICT (id) DO NOTHING',
  );
  const insertSessionEnd = insert(
    'INSERT INTO session_ends (session_id, ended_at_ms, reason) VALUES (@id, @endedAtMs, @reason) ON CONFLICT (session_id) DO NOTHING',
  );
  const insertSet = insert(
    `INSERT INTO sets (id, session_id, started_at_ms, exercise, side, target_reps, target_ms, task, person_height_cm)
     VALUES (@id, @sessionId, @startedAtMs, @exercise, @side, @targetReps, @targetMs, @task, @personHeightCm)
     ON CONFLICT (id) DO NOTHING`,
  );
  const insertSetEnd = insert(
    'INSERT INTO set_ends (set_id, ended_at_ms, reason) VALUES (@id, @endedAtMs, @reason) ON CONFLICT (set_id) DO NOTHING',
  );
  const insertRep = insert(
    'INSERT INTO reps (id, set_id, n, at_ms, side, top_ms) VALUES (@id, @setId, @n, @atMs, @side, @topMs) ON CONFLICT (id) DO NOTHING',
  );
  const insertMeasures = insert(
    `INSERT INTO rep_measures (rep_id, side, start_ms, top_ms, lower_start_ms, end_ms, rise_ratio, height_cm, takeoff_ms,
       land_ms, contact_ms, direction, peak_hip_deg, sway_ratio, knee_bend_deg, faults)
     VALUES (@repId, @side, @startMs, @topMs, @lowerStartMs, @endMs, @riseRatio, @heightCm, @takeoffMs, @landMs,
       @contactMs, @direction, @peakHipDeg, @swayRatio, @kneeBendDeg, @faults) ON CONFLICT (rep_id) DO NOTHING`,
  );
  const insertAttempt = insert(
    'INSERT INTO attempts (id, set_id, at_ms, top_ms, reason, held_ms) VALUES (@id, @setId, @atMs, @topMs, @reason, @heldMs) ON CONFLICT (id) DO NOTHING',
  );
  const insertCorrection = insert(
    'INSERT INTO corrections (id, set_id, at_ms, change) VALUES (@id, @setId, @atMs, @change) ON CONFLICT (id) DO NOTHING',
  );
  const insertPlan = insert(
    'INSERT INTO session_plans (id, session_id, at_ms, start_at, plan) VALUES (@id, @sessionId, @atMs, @startAt, @plan) ON CONFLICT (id) DO NOTHING',
  );
  const insertCheckIn = insert(
    'INSERT INTO check_ins (id, set_id, at_ms, cramp, fatigue, pain) VALUES (@id, @setId, @atMs, @cramp, @fatigue, @pain) ON CONFLICT (id) DO NOTHING',
  );
  const insertFeel = insert(
    'INSERT INTO feels (id, session_id, at_ms, asked, feel) VALUES (@id, @sessionId, @atMs, @asked, @feel) ON CONFLICT (id) DO NOTHING',
  );
  const insertOverride = insert(
    'INSERT INTO overrides (id, at_ms, exercise, reason) VALUES (@id, @atMs, @exercise, @reason) ON CONFLICT (id) DO NOTHING',
  );
  const insertCheckResult = insert(
    'INSERT INTO check_results (id, at_ms, kind, side, value, passed, set_id) VALUES (@id, @atMs, @kind, @side, @value, @passed, @setId) ON CONFLICT (id) DO NOTHING',
  );

  const addRepMeasures = (measures: RepMeasures): void =>
    insertMeasures({ ...measures, faults: JSON.stringify(measures.faults) });
  const addImportedSet = ({ reps, attempts, end, ...set }: ImportedSession['sets'][number]): void => {
    insertSet(set);
    for (const { measures, ...rep } of reps) {
      insertRep({ ...rep, setId: set.id });
      addRepMeasures({ ...measures, repId: rep.id });
    }
    for (const attempt of attempts) insertAttempt({ ...attempt, setId: set.id });
    insertSetEnd({ id: set.id, ...end });
  };

  const selectSession = `
    SELECT s.id, s.started_at_ms AS startedAtMs, s.source, e.ended_at_ms AS endedAtMs, e.reason
    FROM sessions s LEFT JOIN session_ends e ON e.session_id = s.id`;
  const sessionsBefore = db.prepare(`${selectSession} WHERE s.started_at_ms < ? ORDER BY s.started_at_ms DESC LIMIT ?`);
  const openSession = db.prepare(`${selectSession} WHERE e.session_id IS NULL ORDER BY s.started_at_ms DESC LIMIT 1`);
  const setsOf = db.prepare(`
    SELECT s.id, s.session_id AS sessionId, s.started_at_ms AS startedAtMs, s.exercise, s.side,
      s.target_reps AS targetReps, s.target_ms AS targetMs, s.task, s.person_height_cm AS personHeightCm, e.ended_at_ms AS endedAtMs, e.reason,
      (SELECT coalesce(sum(change), 0) FROM corrections c WHERE c.set_id = s.id) AS corrected
    FROM sets s LEFT JOIN set_ends e ON e.set_id = s.id
    WHERE s.session_id = ? ORDER BY s.started_at_ms`);
  const repsOf = db.prepare(`
    SELECT r.id, r.n, r.at_ms AS atMs, r.side, m.rep_id AS measured, m.side AS workedSide, m.start_ms AS startMs,
      m.top_ms AS topMs, m.lower_start_ms AS lowerStartMs, m.end_ms AS endMs, m.rise_ratio AS riseRatio,
      m.height_cm AS heightCm, m.takeoff_ms AS takeoffMs, m.land_ms AS landMs, m.contact_ms AS contactMs, m.direction,
      m.peak_hip_deg AS peakHipDeg, m.sway_ratio AS swayRatio, m.knee_bend_deg AS kneeBendDeg, m.faults
    FROM reps r LEFT JOIN rep_measures m ON m.rep_id = r.id
    WHERE r.set_id = ? ORDER BY r.n`);
  const attemptsOf = db.prepare(
    'SELECT id, at_ms AS atMs, top_ms AS topMs, reason, held_ms AS heldMs FROM attempts WHERE set_id = ? ORDER BY at_ms',
  );
  const planOf = db.prepare(
    'SELECT at_ms AS atMs, start_at AS startAt, plan FROM session_plans WHERE session_id = ? ORDER BY at_ms DESC, id DESC LIMIT 1',
  );
  const feelsOf = db.prepare(
    'SELECT id, at_ms AS atMs, asked, feel FROM feels WHERE session_id = ? ORDER BY at_ms, id',
  );
  const checkInOf = db.prepare(
    'SELECT id, at_ms AS atMs, cramp, fatigue, pain FROM check_ins WHERE set_id = ? ORDER BY at_ms DESC, id DESC LIMIT 1',
  );
  const readProgress = progressReader(db);

  const readSet = (row: SetRow): SetRecord => {
    const { endedAtMs, reason, ...set } = row;
    return {
      ...set,
      end: endOf({ endedAtMs, reason }),
      reps: (repsOf.all(row.id) as RepRow[]).map(readRep),
      attempts: attemptsOf.all(row.id) as SetRecord['attempts'],
      checkIn: readCheckIn(checkInOf.get(row.id) as CheckInRow | undefined),
    };
  };
  const readSession = (row: SessionRow): SessionRecord => {
    const { endedAtMs, reason, ...session } = row;
    const planned = planOf.get(row.id) as (Omit<NewPlan, 'plan'> & { plan: string }) | undefined;
    return {
      ...session,
      end: endOf({ endedAtMs, reason }),
      plan: planned ? { ...planned, plan: JSON.parse(planned.plan) as SessionPlan } : null,
      feels: feelsOf.all(row.id) as SessionRecord['feels'],
      sets: (setsOf.all(row.id) as SetRow[]).map(readSet),
    };
  };

  return {
    startSession: insertSession,
    addPlan: (plan) => insertPlan({ ...plan, plan: JSON.stringify(plan.plan) }),
    endSession: insertSessionEnd,
    startSet: insertSet,
    endSet: insertSetEnd,
    addRep: insertRep,
    addRepMeasures,
    addAttempt: insertAttempt,
    addCorrection: insertCorrection,
    addCheckIn: (checkIn) => insertCheckIn({ ...checkIn, cramp: asNumber(checkIn.cramp) }),
    addFeel: insertFeel,
    addOverride: insertOverride,
    addCheckResult: (result) => insertCheckResult({ ...result, passed: asNumber(result.passed) }),
    addImported: db.transaction(({ sets, end, ...session }: ImportedSession) => {
      insertSession(session);
      for (const set of sets) addImportedSet(set);
      insertSessionEnd({ id: session.id, ...end });
    }),
    sessions: (beforeMs, limit) => (sessionsBefore.all(beforeMs, limit) as SessionRow[]).map(readSession),
    unfinished: () => {
      const row = openSession.get() as SessionRow | undefined;
      return row ? readSession(row) : null;
    },
    progress: readProgress,
  };
}

interface EndRow {
  readonly endedAtMs: number | null;
  readonly reason: End['reason'] | null;
}
type SessionRow = Omit<SessionRecord, 'end' | 'sets' | 'plan' | 'feels'> & EndRow;
type SetRow = Omit<SetRecord, 'end' | 'reps' | 'attempts' | 'checkIn'> & EndRow;
type CheckInRow = Omit<CheckIn, 'setId' | 'cramp'> & { readonly cramp: number | null };
interface RepRow extends Omit<RepRecord, 'measures'>, Omit<RepMeasures, 'repId' | 'side' | 'faults'> {
  readonly measured: string | null;
  readonly workedSide: RepMeasures['side'];
  readonly faults: string;
}

function endOf({ endedAtMs, reason }: EndRow): Omit<End, 'id'> | null {
  return endedAtMs === null || reason === null ? null : { endedAtMs, reason };
}

function readRep(row: RepRow): RepRecord {
  const { id, n, atMs, side, measured, workedSide, faults, ...moments } = row;
  if (measured === null) return { id, n, atMs, side, measures: null };
  const measures = { ...moments, side: workedSide, faults: JSON.parse(faults) as RepMeasures['faults'] };
  return { id, n, atMs, side, measures };
}

function readCheckIn(row: CheckInRow | undefined): SetRecord['checkIn'] {
  return row ? { ...row, cramp: row.cramp === null ? null : row.cramp === 1 } : null;
}

function asNumber(isSo: boolean | null): number | null {
  return isSo === null ? null : isSo ? 1 : 0;
}
