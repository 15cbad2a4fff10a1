import type Database from 'better-sqlite3';
import type { SeededDay, SeededSession } from './seededLife.ts';

/** Writes days into the tables of the records, many at once: without what is derived of them, which is built in the end. */
export function createRecordWriter(db: Database.Database): (days: readonly SeededDay[]) => void {
  const into = (table: string, ...columns: readonly string[]): ((...values: readonly unknown[]) => void) => {
    const statement = db.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    return (...values) => {
      statement.run(...values);
    };
  };
  const session = into('sessions', 'id', 'started_at_ms', 'source');
  const sessionEnd = into('session_ends', 'session_id', 'ended_at_ms', 'reason');
  const plan = into('session_plans', 'id', 'session_id', 'at_ms', 'start_at', 'plan');
  const set = into(
    ...(['sets', 'id', 'session_id', 'started_at_ms', 'exercise', 'side', 'target_reps', 'target_ms', 'task'] as const),
    'person_height_cm',
  );
  const setEnd = into('set_ends', 'set_id', 'ended_at_ms', 'reason');
  const rep = into('reps', 'id', 'set_id', 'n', 'at_ms', 'side', 'top_ms');
  const measures = into(
    ...(['rep_measures', 'rep_id', 'side', 'start_ms', 'top_ms', 'lower_start_ms', 'end_ms', 'rise_ratio'] as const),
    ...(['height_cm', 'takeoff_ms', 'land_ms', 'sway_ratio', 'faults'] as const),
  );
  const attempt = into('attempts', 'id', 'set_id', 'at_ms', 'top_ms', 'reason', 'held_ms');
  const correction = into('corrections', 'id', 'set_id', 'at_ms', 'change');
  const checkIn = into('check_ins', 'id', 'set_id', 'at_ms', 'cramp', 'fatigue', 'pain');
  const feel = into('feels', 'id', 'session_id', 'at_ms', 'asked', 'feel');
  const amendment = into('amendments', 'id', 'at_ms', 'target', 'target_id', 'field', 'value');
  const check = into('check_results', 'id', 'at_ms', 'kind', 'side', 'value', 'passed', 'set_id');
  const override = into('overrides', 'id', 'at_ms', 'exercise', 'reason');
  const event = into(
    ...(['break_events', 'id', 'at_ms', 'kind', 'due_at_ms', 'from_ms', 'exercise', 'n', 'detail'] as const),
    'session_id',
  );

  const writeSession = (made: SeededSession): void => {
    const { id, startedAtMs, source } = made.session;
    session(id, startedAtMs, source);
    plan(made.plan.id, id, made.plan.atMs, made.plan.startAt, JSON.stringify(made.plan.plan));
    for (const done of made.sets) {
      const s = done.set;
      set(s.id, id, s.startedAtMs, s.exercise, s.side, s.targetReps, s.targetMs, s.task, s.personHeightCm);
      for (const { rep: r, measures: m } of done.reps) {
        rep(r.id, r.setId, r.n, r.atMs, r.side, r.topMs);
        if (!m) continue;
        measures(
          ...[m.repId, m.side, m.startMs, m.topMs, m.lowerStartMs, m.endMs, m.riseRatio, m.heightCm, m.takeoffMs],
          ...[m.landMs, m.swayRatio, JSON.stringify(m.faults)],
        );
      }
      for (const a of done.attempts) attempt(a.id, a.setId, a.atMs, a.topMs, a.reason, a.heldMs);
      for (const c of done.corrections) correction(c.id, c.setId, c.atMs, c.change);
      const said = done.checkIn;
      if (said) checkIn(said.id, said.setId, said.atMs, Number(said.cramp), said.fatigue, said.pain);
      setEnd(s.id, done.endedAtMs, done.reason);
    }
    for (const f of made.feels) feel(f.id, f.sessionId, f.atMs, f.asked, f.feel);
    for (const a of made.amendments) amendment(a.id, a.atMs, a.of, a.targetId, a.field, JSON.stringify(a.value));
    if (made.end) sessionEnd(id, made.end.endedAtMs, made.end.reason);
  };

  return db.transaction((days: readonly SeededDay[]) => {
    for (const { sessions, breaks, checks, overrides } of days) {
      for (const made of sessions) writeSession(made);
      for (const c of checks) check(c.id, c.atMs, c.kind, c.side, c.value, c.passed, c.setId);
      for (const o of overrides) override(o.id, o.atMs, o.exercise, o.reason);
      for (const { id, event: e, exercise } of breaks) {
        const due = 'dueAtMs' in e ? e.dueAtMs : null;
        const from = 'fromMs' in e ? e.fromMs : null;
        const n = e.kind === 'offered' ? e.n : e.kind === 'snoozed' ? e.minutes : null;
        const detail = e.kind === 'done' ? e.how : e.kind === 'skipped' ? e.reason : e.kind === 'lapsed' ? e.why : null;
        event(id, e.atMs, e.kind, due, from, exercise, n, detail, e.kind === 'done' ? e.sessionId : null);
      }
    }
  });
}
