import type Database from 'better-sqlite3';
import { BALANCE_MS, FIVE_COUNT_MS } from '../../../shared/exercises/motion.ts';
import type { CheckIn, CheckResult, FeelRecord, Override } from '../../../shared/history/records.ts';
import type { CheckEvidence, Progress, SetEvidence } from '../../../shared/progression/progress.ts';

/** Reads what the gates and the plan are built on: what was done before the camera, and what was said of it. */
export function progressReader(db: Database.Database): () => Progress {
  const sets = db.prepare(`
    SELECT s.session_id AS sessionId, s.id AS setId, s.started_at_ms AS startedAtMs, e.reason AS endReason, s.exercise,
      s.side, max(0,
        (SELECT count(*) FROM reps r LEFT JOIN rep_measures m ON m.rep_id = r.id
          WHERE r.set_id = s.id AND (m.faults IS NULL OR m.faults NOT LIKE '%"shallow"%'))
        + (SELECT coalesce(sum(change), 0) FROM corrections c WHERE c.set_id = s.id)) AS fullReps,
      (SELECT count(m.end_ms - m.lower_start_ms) FROM reps r JOIN rep_measures m ON m.rep_id = r.id
        WHERE r.set_id = s.id) AS timedLowers,
      (SELECT count(*) FROM reps r JOIN rep_measures m ON m.rep_id = r.id
        WHERE r.set_id = s.id AND m.end_ms - m.lower_start_ms BETWEEN @least AND @most) AS lowersInCount,
      i.cramp, i.fatigue, i.pain
    FROM sets s INDEXED BY sets_by_start
    JOIN sessions p ON p.id = s.session_id AND p.source = 'camera'
    LEFT JOIN set_ends e ON e.set_id = s.id
    LEFT JOIN check_ins i ON i.id =
      (SELECT c.id FROM check_ins c WHERE c.set_id = s.id ORDER BY c.at_ms DESC, c.id DESC LIMIT 1)
    WHERE NOT EXISTS
      (SELECT 1 FROM session_plans q WHERE q.session_id = s.session_id AND json_extract(q.plan, '$.kind') = 'break')
    ORDER BY s.started_at_ms, s.id`);
  const feels = db.prepare(
    `SELECT f.id, f.session_id AS sessionId, f.at_ms AS atMs, f.asked, f.feel FROM feels f INDEXED BY feels_by_time
    JOIN sessions p ON p.id = f.session_id AND p.source = 'camera' ORDER BY f.at_ms, f.id`,
  );
  const overrides = db.prepare('SELECT id, at_ms AS atMs, exercise, reason FROM overrides ORDER BY at_ms, id');
  const measured = db.prepare(
    `SELECT c.at_ms AS atMs, c.kind, c.side, c.value, c.passed FROM check_results c INDEXED BY check_results_by_time
    LEFT JOIN sets s ON s.id = c.set_id LEFT JOIN sessions p ON p.id = s.session_id
    WHERE c.set_id IS NULL OR p.source = 'camera' ORDER BY c.at_ms, c.id`,
  );
  const seenChecks = db.prepare(`
    SELECT s.id AS setId, s.started_at_ms AS atMs, s.exercise, s.side,
      (SELECT count(*) FROM reps r WHERE r.set_id = s.id)
        + (SELECT coalesce(sum(change), 0) FROM corrections c WHERE c.set_id = s.id) AS reps,
      (SELECT avg(m.height_cm) FROM reps r JOIN rep_measures m ON m.rep_id = r.id WHERE r.set_id = s.id) AS heightCm,
      max(
        coalesce((SELECT max(m.end_ms - m.start_ms) FROM reps r JOIN rep_measures m ON m.rep_id = r.id
          WHERE r.set_id = s.id), 0),
        coalesce((SELECT max(a.held_ms) FROM attempts a WHERE a.set_id = s.id), 0)) AS heldMs
    FROM sets s INDEXED BY sets_by_start
    JOIN sessions p ON p.id = s.session_id AND p.source = 'camera'
    JOIN set_ends e ON e.set_id = s.id AND e.reason IN ('finished', 'stopped')
    WHERE s.exercise IN ('heel-rise-endurance', 'single-leg-balance') AND s.side IN ('left', 'right')
    ORDER BY s.started_at_ms, s.id`);

  return () => ({
    sets: (sets.all(FIVE_COUNT_MS) as EvidenceRow[]).map(readEvidence),
    feels: feels.all() as FeelRecord[],
    overrides: overrides.all() as Override[],
    checks: [
      ...(measured.all() as MeasuredRow[]).map(readMeasured),
      ...(seenChecks.all() as SeenRow[]).map(readSeen),
    ].sort((a, b) => a.atMs - b.atMs),
  });
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
    ? { kind: 'heel-rise', side, atMs, value: Math.max(0, reps), passed: null, heightCm }
    : { kind: 'balance', side, atMs, value: Math.min(heldMs, BALANCE_MS) / 1000, passed: null, heightCm: null };
}
