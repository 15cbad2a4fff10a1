/** The first schema: sessions, sets, reps and what was said of them. Everything is appended, nothing overwritten. */
export const MIGRATION_001 = `
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  started_at_ms INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('camera', 'athlete'))
) STRICT;
CREATE INDEX sessions_by_start ON sessions (started_at_ms);

CREATE TABLE session_ends (
  session_id TEXT PRIMARY KEY REFERENCES sessions (id),
  ended_at_ms INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE sets (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  started_at_ms INTEGER NOT NULL,
  exercise TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
  target_reps INTEGER NOT NULL,
  person_height_cm REAL
) STRICT;
CREATE INDEX sets_by_session ON sets (session_id, started_at_ms);

CREATE TABLE set_ends (
  set_id TEXT PRIMARY KEY REFERENCES sets (id),
  ended_at_ms INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE reps (
  id TEXT PRIMARY KEY,
  set_id TEXT NOT NULL REFERENCES sets (id),
  n INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
  top_ms REAL NOT NULL
) STRICT;
CREATE UNIQUE INDEX reps_by_set ON reps (set_id, n);

CREATE TABLE rep_measures (
  rep_id TEXT PRIMARY KEY REFERENCES reps (id),
  side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
  start_ms REAL,
  top_ms REAL NOT NULL,
  lower_start_ms REAL,
  end_ms REAL,
  rise_ratio REAL NOT NULL,
  height_cm REAL,
  faults TEXT NOT NULL CHECK (json_valid(faults))
) STRICT;

CREATE TABLE attempts (
  id TEXT PRIMARY KEY,
  set_id TEXT NOT NULL REFERENCES sets (id),
  at_ms INTEGER NOT NULL,
  top_ms REAL NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX attempts_by_set ON attempts (set_id, at_ms);

CREATE TABLE corrections (
  id TEXT PRIMARY KEY,
  set_id TEXT NOT NULL REFERENCES sets (id),
  at_ms INTEGER NOT NULL,
  change INTEGER NOT NULL CHECK (change IN (-1, 1))
) STRICT;
CREATE INDEX corrections_by_set ON corrections (set_id);
`;
