import type Database from 'better-sqlite3';
import { BALANCE_MS } from '../../../shared/exercises/motion.ts';
import type { CheckIn, CheckResult, FeelRecord, Override } from '../../../shared/history/records.ts';
import type { CheckEvidence, Progress, SetEvidence } from '../../../shared/progression/progress.ts';

/**
 * Reads what the gates and the plan are built on: what was done before the camera, and what was said of it. With a moment
 * (ms since 1970), all of it from then on, and of what was before only the sets that are marked as essential.
 */
export function progressReader(db: Database.Database): (untilMs: number | null) => Progress {
  const evidence = `
    SELECT s.session_id AS sessionId, s.set_id AS setId, s.started_at_ms AS startedAtMs, s.end_reason AS endReason,
      s.exercise, s.side, s.full_reps AS fullReps, s.timed_lowers AS timedLowers, s.lowers_in_count AS lowersInCount,
      s.cramp, s.fatigue, s.pain`;
  const setsSince = db.prepare(
    `${evidence} FROM set_summaries s WHERE s.source = 'camera' AND s.is_break = 0 AND s.started_at_ms >= ?
     ORDER BY s.started_at_ms, s.set_id`,
  );
  const essentialSets = db.prepare(
    `${evidence} FROM essential_sets e CROSS JOIN set_summaries s ON s.set_id = e.set_id WHERE s.started_at_ms < ?
     ORDER BY s.started_at_ms, s.set_id`,
  );
  const feelsSince = db.prepare(
    `SELECT f.id, f.session_id AS sessionId, f.at_ms AS atMs, f.asked, f.feel
     FROM session_summaries p CROSS JOIN feels f ON f.session_id = p.session_id
     WHERE p.started_at_ms >= ? AND p.source = 'camera'`,
  );
  const feelsOf = db.prepare(
    'SELECT id, session_id AS sessionId, at_ms AS atMs, asked, feel FROM feels WHERE session_id = ?',
  );
  const overrides = db.prepare('SELECT id, at_ms AS atMs, exercise, reason FROM overrides ORDER BY at_ms, id');
  const readChecks = checksReader(db);

  return (untilMs) => {
    const fromMs = untilMs ?? 0;
    const kept = untilMs === null ? [] : (essentialSets.all(untilMs) as EvidenceRow[]);
    const recent = setsSince.all(fromMs) as EvidenceRow[];
    const feels = [
      ...[...new Set(kept.map(({ sessionId }) => sessionId))].flatMap((id) => feelsOf.all(id)),
      ...feelsSince.all(fromMs),
    ] as FeelRecord[];
    return {
      sets: [...kept, ...recent].map(readEvidence),
      // A session that lasted beyond that moment is among both.
      feels: [...new Map(feels.map((feel) => [feel.id, feel])).values()].sort((a, b) => a.atMs - b.atMs),
      overrides: overrides.all() as Override[],
      checks: readChecks(),
    };
  };
}

/** Reads the results of all checks, the oldest first: what the person measured, and what the camera saw. */
export function checksReader(db: Database.Database): () => CheckEvidence[] {
  const measured = db.prepare(
    `SELECT c.at_ms AS atMs, c.kind, c.side, c.value, c.passed FROM check_results c INDEXED BY check_results_by_time
    LEFT JOIN set_summaries s ON s.set_id = c.set_id
    WHERE c.set_id IS NULL OR s.source = 'camera' ORDER BY c.at_ms, c.id`,
  );
  const seenChecks = db.prepare(`
    SELECT started_at_ms AS atMs, exercise, side, reps, height_sum_cm / nullif(heights, 0) AS heightCm,
      coalesce(hold_best_ms, 0) AS heldMs
    FROM set_summaries
    WHERE source = 'camera' AND exercise IN ('heel-rise-endurance', 'single-leg-balance') AND side IN ('left', 'right')
      AND end_reason IN ('finished', 'stopped')
    ORDER BY started_at_ms, set_id`);

  return () =>
    [...(measured.all() as MeasuredRow[]).map(readMeasured), ...(seenChecks.all() as SeenRow[]).map(readSeen)].sort(
      (a, b) => a.atMs - b.atMs,
    );
}

interface EvidenceRow extends Omit<SetEvidence, 'checkIn'> {
  readonly cramp: number | null;
  readonly fatigue: CheckIn['fatigue'] | null;
  readonly pain: number | null;
}

function readEvidence({ cramp, fatigue, pain, ...set }: EvidenceRow): SetEvidence {
  const isUnsaid = cramp === null && fatigue === null && pain === null;
  return { ...set, checkIn: isUnsaid ? null : { cramp: cramp === null ? null : cramp === 1, fatigue, pain } };
}

type MeasuredRow = Omit<CheckResult, 'id' | 'setId' | 'passed'> & { readonly passed: number | null };

function readMeasured({ passed, atMs, kind, side, value }: MeasuredRow): CheckEvidence {
  return { kind, side, atMs, value, passed: passed === null ? null : passed === 1, heightCm: null };
}

interface SeenRow {
  readonly atMs: number;
  readonly exercise: 'heel-rise-endurance' | 'single-leg-balance';
  readonly side: CheckResult['side'];
  readonly reps: number;
  readonly heightCm: number | null;
  readonly heldMs: number;
}

/**
 * Heel rises and balance are seen by the camera: their results follow from the sets, with the person's corrections. The test
 * of balance is over when the hold is whole: who stands on does no better.
 */
function readSeen({ atMs, exercise, side, reps, heightCm, heldMs }: SeenRow): CheckEvidence {
  return exercise === 'heel-rise-endurance'
    ? { kind: 'heel-rise', side, atMs, value: reps, passed: null, heightCm }
    : { kind: 'balance', side, atMs, value: Math.min(heldMs, BALANCE_MS) / 1000, passed: null, heightCm: null };
}
