import type Database from 'better-sqlite3';
import { BALANCE_MS } from '../../../shared/exercises/motion.ts';
import type { CheckIn, CheckResult, FeelRecord, Override } from '../../../shared/history/records.ts';
import type { CheckEvidence, Progress, SetEvidence } from '../../../shared/progression/progress.ts';

/** Reads what the gates and the plan are built on: what was done before the camera, and what was said of it. */
export function progressReader(db: Database.Database): () => Progress {
  const sets = db.prepare(`
    SELECT session_id AS sessionId, set_id AS setId, started_at_ms AS startedAtMs, end_reason AS endReason, exercise, side,
      full_reps AS fullReps, timed_lowers AS timedLowers, lowers_in_count AS lowersInCount, cramp, fatigue, pain
    FROM set_summaries WHERE source = 'camera' AND is_break = 0 ORDER BY started_at_ms, set_id`);
  const feels = db.prepare(
    `SELECT f.id, f.session_id AS sessionId, f.at_ms AS atMs, f.asked, f.feel FROM feels f INDEXED BY feels_by_time
    JOIN session_summaries p ON p.session_id = f.session_id AND p.source = 'camera' ORDER BY f.at_ms, f.id`,
  );
  const overrides = db.prepare('SELECT id, at_ms AS atMs, exercise, reason FROM overrides ORDER BY at_ms, id');
  const readChecks = checksReader(db);

  return () => ({
    sets: (sets.all() as EvidenceRow[]).map(readEvidence),
    feels: feels.all() as FeelRecord[],
    overrides: overrides.all() as Override[],
    checks: readChecks(),
  });
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
