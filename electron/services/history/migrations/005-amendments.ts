/**
 * What the person says otherwise of what was recorded is appended beside it; the latest of a field holds.
 *
 * The other tables here are derived: they say nothing that the records do not, and are there so that years can be added up at
 * once. Whatever writes a record brings them up to date in the same transaction (summaries.ts); where `derived` names another
 * version than the app's, all of them are built anew.
 */
export const MIGRATION_005 = `
CREATE TABLE amendments (
  id TEXT PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  target TEXT NOT NULL CHECK (target IN ('session', 'set', 'rep')),
  target_id TEXT NOT NULL,
  field TEXT NOT NULL CHECK (field IN ('deleted', 'note', 'side', 'counts')),
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;
CREATE INDEX amendments_by_target ON amendments (target_id, field, at_ms, id);
CREATE INDEX amendments_of_deletion ON amendments (at_ms, target_id) WHERE field = 'deleted';

CREATE TABLE derived (
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  until_ms INTEGER,
  zone TEXT
) STRICT;

CREATE TABLE session_summaries (
  session_id TEXT PRIMARY KEY,
  started_at_ms INTEGER NOT NULL,
  source TEXT NOT NULL,
  kind TEXT,
  is_break INTEGER NOT NULL,
  end_reason TEXT,
  active_ms INTEGER NOT NULL,
  is_done INTEGER NOT NULL,
  sets INTEGER NOT NULL,
  reps INTEGER NOT NULL,
  faults INTEGER NOT NULL,
  pain INTEGER,
  is_amended INTEGER NOT NULL,
  next_day TEXT,
  notes TEXT NOT NULL
) STRICT;
CREATE INDEX session_summaries_by_start ON session_summaries (started_at_ms, session_id);
CREATE INDEX session_summaries_noted ON session_summaries (started_at_ms, session_id) WHERE notes <> '';
CREATE INDEX session_summaries_open ON session_summaries (started_at_ms) WHERE end_reason IS NULL;
CREATE INDEX session_summaries_next_day ON session_summaries (started_at_ms, session_id, next_day)
  WHERE source = 'camera' AND next_day IS NOT NULL;

CREATE TABLE set_summaries (
  set_id TEXT NOT NULL UNIQUE,
  session_id TEXT NOT NULL,
  started_at_ms INTEGER NOT NULL,
  exercise TEXT NOT NULL,
  side TEXT NOT NULL,
  source TEXT NOT NULL,
  is_break INTEGER NOT NULL,
  end_reason TEXT,
  last_ms INTEGER NOT NULL,
  is_amended INTEGER NOT NULL,
  reps INTEGER NOT NULL,
  full_reps INTEGER NOT NULL,
  faults INTEGER NOT NULL,
  ranged INTEGER NOT NULL,
  range_sum REAL NOT NULL,
  range_best REAL,
  volume REAL NOT NULL,
  heights INTEGER NOT NULL,
  height_sum_cm REAL NOT NULL,
  height_best_cm REAL,
  timed_lowers INTEGER NOT NULL,
  lower_sum_ms REAL NOT NULL,
  lowers_in_count INTEGER NOT NULL,
  five_count_ratio REAL,
  hop_gaps INTEGER NOT NULL,
  hop_gap_sum_ms REAL NOT NULL,
  flights INTEGER NOT NULL,
  flight_sum_ms REAL NOT NULL,
  flight_best_ms REAL,
  hold_best_ms REAL,
  cramp INTEGER,
  fatigue TEXT,
  pain INTEGER,
  PRIMARY KEY (exercise, side, started_at_ms, set_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX set_summaries_by_session ON set_summaries (session_id, exercise, side);
CREATE INDEX set_summaries_by_start ON set_summaries (started_at_ms, set_id) WHERE source = 'camera';
CREATE INDEX set_summaries_reps ON set_summaries (exercise, side, reps DESC, started_at_ms)
  WHERE source = 'camera';
CREATE INDEX set_summaries_height ON set_summaries (exercise, side, height_best_cm DESC, started_at_ms)
  WHERE source = 'camera' AND height_best_cm IS NOT NULL;
CREATE INDEX set_summaries_hold ON set_summaries (exercise, side, hold_best_ms DESC, started_at_ms)
  WHERE source = 'camera' AND hold_best_ms IS NOT NULL;
CREATE INDEX set_summaries_flight ON set_summaries (exercise, side, flight_best_ms DESC, started_at_ms)
  WHERE source = 'camera' AND flight_best_ms IS NOT NULL;
CREATE INDEX set_summaries_five_count ON set_summaries (exercise, side, five_count_ratio DESC, started_at_ms)
  WHERE source = 'camera' AND five_count_ratio IS NOT NULL;

CREATE TABLE set_shapes (
  set_id TEXT PRIMARY KEY,
  exercise TEXT NOT NULL,
  side TEXT NOT NULL,
  started_at_ms INTEGER NOT NULL,
  shapes TEXT NOT NULL CHECK (json_valid(shapes))
) STRICT;
CREATE INDEX set_shapes_by_exercise ON set_shapes (exercise, side, started_at_ms);

CREATE TABLE rep_months (
  exercise TEXT NOT NULL,
  side TEXT NOT NULL,
  month INTEGER NOT NULL,
  n INTEGER NOT NULL,
  ranged INTEGER NOT NULL,
  range_sum INTEGER NOT NULL,
  timed INTEGER NOT NULL,
  lower_sum_ms INTEGER NOT NULL,
  PRIMARY KEY (exercise, side, month, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE lower_months (
  exercise TEXT NOT NULL,
  side TEXT NOT NULL,
  month INTEGER NOT NULL,
  bin INTEGER NOT NULL,
  lowers INTEGER NOT NULL,
  PRIMARY KEY (exercise, side, month, bin)
) STRICT, WITHOUT ROWID;

CREATE TABLE essential_sets (set_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
${['set_summaries', 'session_summaries']
  .map(
    (table) => `CREATE TRIGGER essentials_after_${table} AFTER INSERT ON ${table} BEGIN
  DELETE FROM derived WHERE name = 'essentials' AND until_ms > NEW.started_at_ms;
END;
CREATE TRIGGER essentials_without_${table} AFTER DELETE ON ${table} BEGIN
  DELETE FROM derived WHERE name = 'essentials' AND until_ms > OLD.started_at_ms;
END;`,
  )
  .join('\n')}
CREATE TRIGGER essentials_after_overrides AFTER INSERT ON overrides BEGIN
  DELETE FROM derived WHERE name = 'essentials' AND until_ms > NEW.at_ms;
END;

CREATE INDEX break_events_done_by_time ON break_events (at_ms) WHERE kind = 'done';
`;
