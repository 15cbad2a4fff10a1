import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../../../electron/services/history/database.ts';
import { MIGRATIONS } from '../../../../../electron/services/history/migrations/migrations.ts';
import { tempFolder } from '../../../../support/tempFolder.ts';

const SESSION = '01890000-0000-7000-8000-000000000001';

test('from version 3 to 4, sessions stay as they are, and breaks have a place that refuses what it does not know', () => {
  const folder = tempFolder();
  const old = openDatabase(folder, 'then', MIGRATIONS.slice(0, 3)).db;
  old.exec(`INSERT INTO sessions VALUES ('${SESSION}', 1000, 'camera')`);
  old.close();
  const { db } = openDatabase(folder, 'stamp', MIGRATIONS.slice(0, 4));
  onTestFinished(() => {
    db.close();
  });
  expect(db.pragma('user_version', { simple: true })).toBe(4);
  expect(db.prepare('SELECT count(*) FROM sessions').pluck().get()).toBe(1);
  const event = db.prepare('INSERT INTO break_events VALUES (?, 1, ?, NULL, NULL, NULL, NULL, NULL, ?)');
  event.run('a', 'done', SESSION);
  expect(() => event.run('b', 'cheated', null)).toThrow(/CHECK/);
  expect(() => event.run('b', 'done', 'no session')).toThrow(/FOREIGN KEY/);
  expect(() => db.prepare("INSERT INTO break_state VALUES (2, '{}')").run()).toThrow(/CHECK/);
  expect(() => db.prepare("INSERT INTO break_state VALUES (1, 'not json')").run()).toThrow(/CHECK/);
});
