import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../../../electron/services/history/database.ts';
import { MIGRATION_001 } from '../../../../../electron/services/history/migrations/001-sessions.ts';
import { MIGRATION_002 } from '../../../../../electron/services/history/migrations/002-imported.ts';
import { MIGRATION_003 } from '../../../../../electron/services/history/migrations/003-coaching.ts';
import { tempFolder } from '../../../../support/tempFolder.ts';

const SESSION = '01890000-0000-7000-8000-000000000001';
const SET = '01890000-0000-7000-8000-000000000003';

test('from version 2 to 3, sets stay as they are, and what is new refuses what it does not know', () => {
  const folder = tempFolder();
  const old = openDatabase(folder, 'then', [MIGRATION_001, MIGRATION_002]).db;
  old.exec(`
    INSERT INTO sessions VALUES ('${SESSION}', 1000, 'imported');
    INSERT INTO sets VALUES ('${SET}', '${SESSION}', 1100, 'calf-raise-double', 'both', 12, 175);
  `);
  old.close();
  const { db } = openDatabase(folder, 'stamp', [MIGRATION_001, MIGRATION_002, MIGRATION_003]);
  onTestFinished(() => {
    db.close();
  });
  expect(db.pragma('user_version', { simple: true })).toBe(3);
  expect(db.prepare('SELECT id, target_reps, target_ms, task FROM sets').all()).toEqual([
    { id: SET, target_reps: 12, target_ms: null, task: null },
  ]);
  const checkIn = db.prepare('INSERT INTO check_ins VALUES (?, ?, 1, ?, ?, ?)');
  expect(() => checkIn.run('a', SET, 0, 'none', 11)).toThrow(/CHECK/);
  expect(() => checkIn.run('a', SET, 0, 'tired', 1)).toThrow(/CHECK/);
  expect(() => checkIn.run('a', 'no set', 0, 'none', 1)).toThrow(/FOREIGN KEY/);
  checkIn.run('a', SET, 0, 'none', 10);
  expect(() => db.prepare("INSERT INTO session_plans VALUES ('p', ?, 1, 0, 'not json')").run(SESSION)).toThrow(/CHECK/);
});
