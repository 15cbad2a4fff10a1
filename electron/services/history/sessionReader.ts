import type Database from 'better-sqlite3';
import type {
  CheckIn,
  End,
  NewPlan,
  RepMeasures,
  RepRecord,
  SessionRecord,
  SetRecord,
} from '../../../shared/history/records.ts';
import type { SessionPlan } from '../../../shared/session/sessionPlan.ts';
import { amended } from './amended.ts';

/** Reads sessions as they were recorded, with what the person says otherwise of them. */
export interface SessionReader {
  /** Those that began before this moment and are not deleted, newest first. */
  before(beforeMs: number, limit: number): SessionRecord[];
  /** The latest without an end. */
  unfinished(): SessionRecord | null;
  /** Deleted or not. */
  session(id: string): SessionRecord | null;
}

export function createSessionReader(db: Database.Database): SessionReader {
  const selectSession = `
    SELECT s.id, s.started_at_ms AS startedAtMs, s.source, e.ended_at_ms AS endedAtMs, e.reason,
      coalesce(${amended('s.id', 'note')}, '') AS note,
      (SELECT CASE json_extract(value, '$') WHEN 1 THEN at_ms END FROM amendments
        WHERE target_id = s.id AND field = 'deleted' ORDER BY at_ms DESC, id DESC LIMIT 1) AS deletedAtMs
    FROM sessions s LEFT JOIN session_ends e ON e.session_id = s.id`;
  const isThere = `${amended('s.id', 'deleted')} IS NOT 1`;
  const sessionsBefore = db.prepare(
    `${selectSession} WHERE s.started_at_ms < ? AND ${isThere} ORDER BY s.started_at_ms DESC LIMIT ?`,
  );
  const openSession = db
    .prepare('SELECT session_id FROM session_summaries WHERE end_reason IS NULL ORDER BY started_at_ms DESC LIMIT 1')
    .pluck();
  const sessionOf = db.prepare(`${selectSession} WHERE s.id = ?`);
  const setsOf = db.prepare(`
    SELECT s.id, s.session_id AS sessionId, s.started_at_ms AS startedAtMs, s.exercise, s.side AS recordedSide,
      coalesce(${amended('s.id', 'side')}, s.side) AS side, coalesce(${amended('s.id', 'note')}, '') AS note,
      s.target_reps AS targetReps, s.target_ms AS targetMs, s.task, s.person_height_cm AS personHeightCm,
      e.ended_at_ms AS endedAtMs, e.reason,
      (SELECT coalesce(sum(change), 0) FROM corrections c WHERE c.set_id = s.id) AS corrected
    FROM sets s LEFT JOIN set_ends e ON e.set_id = s.id
    WHERE s.session_id = ? ORDER BY s.started_at_ms, s.id`);
  const repsOf = db.prepare(`
    SELECT r.id, r.n, r.at_ms AS atMs, r.side, ${amended('r.id', 'counts')} AS counts, m.rep_id AS measured,
      m.side AS workedSide, m.start_ms AS startMs, m.top_ms AS topMs, m.lower_start_ms AS lowerStartMs,
      m.end_ms AS endMs, m.rise_ratio AS riseRatio, m.height_cm AS heightCm, m.takeoff_ms AS takeoffMs,
      m.land_ms AS landMs, m.contact_ms AS contactMs, m.direction, m.peak_hip_deg AS peakHipDeg,
      m.sway_ratio AS swayRatio, m.knee_bend_deg AS kneeBendDeg, m.faults
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
  const session = (id: string): SessionRecord | null => {
    const row = sessionOf.get(id) as SessionRow | undefined;
    return row ? readSession(row) : null;
  };

  return {
    before: (beforeMs, limit) => (sessionsBefore.all(beforeMs, limit) as SessionRow[]).map(readSession),
    unfinished: () => {
      const id = openSession.get() as string | undefined;
      return id === undefined ? null : session(id);
    },
    session,
  };
}

interface EndRow {
  readonly endedAtMs: number | null;
  readonly reason: End['reason'] | null;
}
type SessionRow = Omit<SessionRecord, 'end' | 'sets' | 'plan' | 'feels'> & EndRow;
type SetRow = Omit<SetRecord, 'end' | 'reps' | 'attempts' | 'checkIn'> & EndRow;
type CheckInRow = Omit<CheckIn, 'setId' | 'cramp'> & { readonly cramp: number | null };
interface RepRow extends Omit<RepRecord, 'measures' | 'counts'>, Omit<RepMeasures, 'repId' | 'side' | 'faults'> {
  readonly counts: number | null;
  readonly measured: string | null;
  readonly workedSide: RepMeasures['side'];
  readonly faults: string;
}

function endOf({ endedAtMs, reason }: EndRow): Omit<End, 'id'> | null {
  return endedAtMs === null || reason === null ? null : { endedAtMs, reason };
}

function readRep(row: RepRow): RepRecord {
  const { id, n, atMs, side, counts, measured, workedSide, faults, ...moments } = row;
  const rep = { id, n, atMs, side, counts: counts !== 0 };
  if (measured === null) return { ...rep, measures: null };
  return { ...rep, measures: { ...moments, side: workedSide, faults: JSON.parse(faults) as RepMeasures['faults'] } };
}

function readCheckIn(row: CheckInRow | undefined): SetRecord['checkIn'] {
  return row ? { ...row, cramp: row.cramp === null ? null : row.cramp === 1 } : null;
}
