import type Database from 'better-sqlite3';
import type { Amendment } from '../../../shared/history/amendments.ts';
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
  SessionRecord,
} from '../../../shared/history/records.ts';
import type { Progress } from '../../../shared/progression/progress.ts';
import { createAmendmentStore } from './amended.ts';
import { progressReader } from './progress.ts';
import { createPurge } from './purge.ts';
import { createSessionReader } from './sessionReader.ts';
import { bringUpToDate, createSummaries } from './summaries.ts';

/**
 * Reads and writes the history. Every write is its own transaction, what is derived from it included, and writing the same
 * record twice is harmless.
 */
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
  /** Dates it after what it replaces; it is to be amended with what comes of it. */
  dated(amendment: Amendment): Amendment;
  /** @throws CallError `bad-request` where there is nothing of that id */
  amend(amendment: Amendment): void;
  /** Sessions that began before this moment, newest first; without the deleted ones. */
  sessions(beforeMs: number, limit: number): SessionRecord[];
  /** The latest session without an end. */
  unfinished(): SessionRecord | null;
  /** Deleted or not. */
  session(id: string): SessionRecord | null;
  /** All of it; the screens are told what is essential of it. */
  progress(): Progress;
  /** Removes what was deleted so long before this moment that it cannot be restored any more. */
  purge(nowMs: number): void;
}

/** The history of an open database; what is derived in it is brought up to date first. */
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
  const setOfRep = db.prepare('SELECT set_id FROM reps WHERE id = ?').pluck();

  const amendments = createAmendmentStore(db);
  const summaries = createSummaries(db);
  bringUpToDate(db, summaries);
  const reader = createSessionReader(db);
  const readProgress = progressReader(db);

  const writeMeasures = (measures: RepMeasures): void =>
    insertMeasures({ ...measures, faults: JSON.stringify(measures.faults) });
  const writeImportedSet = ({ reps, attempts, end, ...set }: ImportedSession['sets'][number]): void => {
    insertSet(set);
    for (const { measures, ...rep } of reps) {
      insertRep({ ...rep, setId: set.id });
      writeMeasures({ ...measures, repId: rep.id });
    }
    for (const attempt of attempts) insertAttempt({ ...attempt, setId: set.id });
    insertSetEnd({ id: set.id, ...end });
  };
  /** Writes a record, and what follows from it, or neither. */
  const writes = <Record>(write: (record: Record) => void, follow: (record: Record) => void) =>
    db.transaction((record: Record) => {
      write(record);
      follow(record);
    }) as (record: Record) => void;
  const ofSet = ({ setId }: { readonly setId: string }): void => summaries.touchSet(setId);
  const ofRep = (repId: string): void => summaries.touchSet(setOfRep.get(repId) as string);
  const follow = {
    session: summaries.touchSession,
    set: summaries.touchSet,
    rep: ofRep,
  };

  return {
    startSession: writes(insertSession, ({ id }: NewSession) => summaries.touchSession(id)),
    addPlan: writes(
      (plan: NewPlan) => insertPlan({ ...plan, plan: JSON.stringify(plan.plan) }),
      // What is planned says whether its sets are those of a desk break.
      ({ sessionId }) => summaries.touchWhole(sessionId),
    ),
    endSession: writes(insertSessionEnd, ({ id }: End) => summaries.touchSession(id)),
    startSet: writes(insertSet, ({ id }: NewSet) => summaries.touchSet(id)),
    endSet: writes(insertSetEnd, ({ id }: End) => summaries.touchSet(id)),
    addRep: writes(insertRep, ofSet),
    addRepMeasures: writes(writeMeasures, ({ repId }) => ofRep(repId)),
    addAttempt: writes(insertAttempt, ofSet),
    addCorrection: writes(insertCorrection, ofSet),
    addCheckIn: writes((checkIn: CheckIn) => insertCheckIn({ ...checkIn, cramp: asNumber(checkIn.cramp) }), ofSet),
    addFeel: writes(insertFeel, ({ sessionId }: FeelRecord) => summaries.touchSession(sessionId)),
    addOverride: insertOverride,
    addCheckResult: (result) => insertCheckResult({ ...result, passed: asNumber(result.passed) }),
    addImported: writes(
      ({ sets, end, ...session }: ImportedSession) => {
        insertSession(session);
        for (const set of sets) writeImportedSet(set);
        insertSessionEnd({ id: session.id, ...end });
      },
      ({ id }) => summaries.touchWhole(id),
    ),
    dated: amendments.dated,
    amend: writes(amendments.add, ({ of, field, targetId }: Amendment) => {
      if (field === 'deleted') summaries.touchWhole(targetId);
      else follow[of](targetId);
    }),
    sessions: reader.before,
    unfinished: reader.unfinished,
    session: reader.session,
    progress: () => readProgress(null),
    purge: createPurge(db),
  };
}

function asNumber(isSo: boolean | null): number | null {
  return isSo === null ? null : isSo ? 1 : 0;
}
