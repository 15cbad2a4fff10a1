/**
 * Sessions may come from a video file, and a rep has room for what hops, bridges and a closer look measure.
 *
 * SQLite cannot change a CHECK, so `sessions` is built anew. The tables that refer to it do so by name; migrations run with
 * foreign keys off and are checked before they are committed.
 */
export const MIGRATION_002 = `
CREATE TABLE new_sessions (
  id TEXT PRIMARY KEY,
  started_at_ms INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('camera', 'athlete', 'imported'))
) STRICT;
INSERT INTO new_sessions (id, started_at_ms, source) SELECT id, started_at_ms, source FROM sessions;
DROP TABLE sessions;
ALTER TABLE new_sessions RENAME TO sessions;
CREATE INDEX sessions_by_start ON sessions (started_at_ms);

ALTER TABLE rep_measures ADD COLUMN takeoff_ms REAL;
ALTER TABLE rep_measures ADD COLUMN land_ms REAL;
ALTER TABLE rep_measures ADD COLUMN contact_ms REAL;
ALTER TABLE rep_measures ADD COLUMN direction TEXT;
ALTER TABLE rep_measures ADD COLUMN peak_hip_deg REAL;
ALTER TABLE rep_measures ADD COLUMN sway_ratio REAL;
ALTER TABLE rep_measures ADD COLUMN knee_bend_deg REAL;
`;
