import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../../../electron/services/history/database.ts';
import { MIGRATION_001 } from '../../../../../electron/services/history/migrations/001-sessions.ts';
import { MIGRATION_002 } from '../../../../../electron/services/history/migrations/002-imported.ts';
import { MIGRATIONS } from '../../../../../electron/services/history/migrations/migrations.ts';
import { createHistoryStore } from '../../../../../electron/services/history/store.ts';
import { tempFolder } from '../../../../support/tempFolder.ts';

const SESSIONS = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002'];
const SET = '01890000-0000-7000-8000-000000000003';
const REPS = ['01890000-0000-7000-8000-000000000004', '01890000-0000-7000-8000-000000000005'];

/** A history as version 1 wrote it: a session with a set of two reps, one of them measured, and one left open. */
function versionOne(): string {
  const folder = tempFolder();
  const { db } = openDatabase(folder, 'then', [MIGRATION_001]);
  db.exec(`
    INSERT INTO sessions VALUES ('${SESSIONS[0]}', 1000, 'camera'), ('${SESSIONS[1]}', 9000, 'athlete');
    INSERT INTO session_ends VALUES ('${SESSIONS[0]}', 5000, 'finished');
    INSERT INTO sets VALUES ('${SET}', '${SESSIONS[0]}', 1100, 'calf-raise-double', 'both', 12, 175);
    INSERT INTO set_ends VALUES ('${SET}', 4900, 'finished');
    INSERT INTO reps VALUES ('${REPS[0]}', '${SET}', 1, 2000, 'both', 950), ('${REPS[1]}', '${SET}', 2, 4000, 'both', 3950);
    INSERT INTO rep_measures VALUES ('${REPS[0]}', 'both', 100, 950, 1400, 3000, 0.05, 6.4, '["shallow"]');
    INSERT INTO attempts VALUES ('01890000-0000-7000-8000-000000000006', '${SET}', 4500, 4400, 'too-shallow');
    INSERT INTO corrections VALUES ('01890000-0000-7000-8000-000000000007', '${SET}', 4600, 1);
  `);
  db.close();
  return folder;
}

function migrated(migrations = [MIGRATION_001, MIGRATION_002]): { folder: string; db: Database.Database } {
  const folder = versionOne();
  const { db, setAside } = openDatabase(folder, 'stamp', migrations);
  onTestFinished(() => {
    db.close();
  });
  expect(setAside).toBeNull();
  return { folder, db };
}

describe('from version 1 to 2', () => {
  test('every row stays, and reads as before with nothing known of the new measures', () => {
    // The store reads the newest schema only.
    const { db } = migrated([...MIGRATIONS]);
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    const [open, closed] = createHistoryStore(db).sessions(Number.MAX_SAFE_INTEGER, 10);
    expect(open).toEqual({
      id: SESSIONS[1],
      startedAtMs: 9000,
      note: '',
      deletedAtMs: null,
      source: 'athlete',
      end: null,
      plan: null,
      feels: [],
      sets: [],
    });
    expect(closed).toMatchObject({
      id: SESSIONS[0],
      source: 'camera',
      end: { endedAtMs: 5000, reason: 'finished' },
      sets: [{ id: SET, targetReps: 12, corrected: 1, attempts: [{ reason: 'too-shallow' }] }],
    });
    const [measured, lost] = closed?.sets[0]?.reps ?? [];
    expect(measured?.measures).toEqual({
      ...{ side: 'both', startMs: 100, topMs: 950, lowerStartMs: 1400, endMs: 3000, riseRatio: 0.05, heightCm: 6.4 },
      ...{ takeoffMs: null, landMs: null, contactMs: null, direction: null, peakHipDeg: null },
      ...{ swayRatio: null, kneeBendDeg: null, faults: ['shallow'] },
    });
    expect(lost).toMatchObject({ n: 2, measures: null });
  });

  test('a session may now be imported, and still not from just anywhere', () => {
    const { db } = migrated();
    const insert = db.prepare('INSERT INTO sessions VALUES (?, 1, ?)');
    insert.run('a', 'imported');
    expect(() => insert.run('b', 'elsewhere')).toThrow(/CHECK/);
  });

  test('references and indexes hold as before', () => {
    const { db } = migrated();
    const fresh = openDatabase(tempFolder(), 'now', [MIGRATION_001]).db;
    const indexes = (of: Database.Database) =>
      of.prepare("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name").all();
    expect(indexes(db)).toEqual(indexes(fresh));
    fresh.close();
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(() =>
      db.prepare("INSERT INTO sets VALUES ('s', 'no session', 1, 'calf-raise-double', 'both', 1, NULL)").run(),
    ).toThrow(/FOREIGN KEY/);
    expect(() => db.prepare('DELETE FROM sessions WHERE id = ?').run(SESSIONS[0])).toThrow(/FOREIGN KEY/);
  });

  test('the history of version 1 is kept beside it', () => {
    const { folder } = migrated();
    const [backup, ...others] = readdirSync(join(folder, 'backups'));
    expect(others).toEqual([]);
    const copy = new Database(join(folder, 'backups', backup ?? ''), { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(1);
    expect(copy.prepare('SELECT count(*) AS n FROM reps').get()).toEqual({ n: 2 });
    copy.close();
  });

  test('a migration that breaks a reference is taken back', () => {
    const folder = versionOne();
    const breaking = `${MIGRATION_002} DELETE FROM sessions;`;
    expect(() => openDatabase(folder, 'stamp', [MIGRATION_001, breaking])).toThrow(/breaks a reference/);
    const { db } = openDatabase(folder, 'later', [MIGRATION_001]);
    expect(db.pragma('user_version', { simple: true })).toBe(1);
    expect(db.prepare('SELECT count(*) AS n FROM sessions').get()).toEqual({ n: 2 });
    db.close();
  });
});
