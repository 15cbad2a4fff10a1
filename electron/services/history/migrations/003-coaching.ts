/**
 * Sessions have plans, and people say how it went: after a set, after a session, on the day after. Checks have results, and
 * a rung may be opened before it was earned. Sets may be led by a clock.
 */
export const MIGRATION_003 = `
ALTER TABLE sets ADD COLUMN target_ms INTEGER;
ALTER TABLE sets ADD COLUMN task INTEGER;
ALTER TABLE attempts ADD COLUMN held_ms REAL;
CREATE INDEX sets_by_start ON sets (started_at_ms, id);

CREATE TABLE session_plans (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  at_ms INTEGER NOT NULL,
  start_at INTEGER NOT NULL,
  plan TEXT NOT NULL CHECK (json_valid(plan))
) STRICT;
CREATE INDEX session_plans_by_session ON session_plans (session_id, at_ms, id);

CREATE TABLE check_ins (
  id TEXT PRIMARY KEY,
  set_id TEXT NOT NULL REFERENCES sets (id),
  at_ms INTEGER NOT NULL,
  cramp INTEGER CHECK (cramp IN (0, 1)),
  fatigue TEXT CHECK (fatigue IN ('none', 'some', 'a-lot')),
  pain INTEGER CHECK (pain BETWEEN 0 AND 10)
) STRICT;
CREATE INDEX check_ins_by_set ON check_ins (set_id, at_ms, id);

CREATE TABLE feels (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  at_ms INTEGER NOT NULL,
  asked TEXT NOT NULL CHECK (asked IN ('after', 'next-day')),
  feel TEXT NOT NULL CHECK (feel IN ('better', 'same', 'worse'))
) STRICT;
CREATE INDEX feels_by_session ON feels (session_id, at_ms, id);
CREATE INDEX feels_by_time ON feels (at_ms, id);

CREATE TABLE overrides (
  id TEXT PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  exercise TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX overrides_by_time ON overrides (at_ms, id);

CREATE TABLE check_results (
  id TEXT PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('knee-to-wall')),
  side TEXT NOT NULL CHECK (side IN ('left', 'right')),
  value REAL,
  passed INTEGER CHECK (passed IN (0, 1)),
  set_id TEXT REFERENCES sets (id)
) STRICT;
CREATE INDEX check_results_by_time ON check_results (at_ms, id);
`;
