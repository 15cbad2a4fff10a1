/**
 * What became of the breaks, one row for each thing that happened, appended. `n`: which offer of a break it is, or the minutes
 * of a snooze. `detail`: how a break was done, why it was skipped or lapsed, what it was credited for. `break_state` is no
 * record but a bookmark: one row, written anew, from which the breaks go on after a restart.
 */
export const MIGRATION_004 = `
CREATE TABLE break_events (
  id TEXT PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('offered', 'snoozed', 'skipped', 'done', 'credited', 'lapsed', 'sat')),
  due_at_ms INTEGER,
  from_ms INTEGER,
  exercise TEXT,
  n INTEGER,
  detail TEXT,
  session_id TEXT REFERENCES sessions (id)
) STRICT;
CREATE INDEX break_events_by_time ON break_events (at_ms, id);
CREATE INDEX break_events_done ON break_events (exercise, at_ms) WHERE kind = 'done';
CREATE INDEX break_events_by_session ON break_events (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX sets_by_exercise ON sets (exercise, started_at_ms);

CREATE TABLE break_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  snapshot TEXT NOT NULL CHECK (json_valid(snapshot))
) STRICT;
`;
