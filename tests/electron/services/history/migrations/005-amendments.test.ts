import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../../../electron/services/history/database.ts';
import { MIGRATIONS } from '../../../../../electron/services/history/migrations/migrations.ts';
import { createHistoryStore } from '../../../../../electron/services/history/store.ts';
import { tempFolder } from '../../../../support/tempFolder.ts';

const [SESSION, SET, REP] = [1, 2, 3].map((n) => `01890000-0000-7000-8000-00000000000${n}`);

test('from version 4 to 5, what was trained is summed up, and what is amended has a place that refuses what it does not know', () => {
  const folder = tempFolder();
  const old = openDatabase(folder, 'then', MIGRATIONS.slice(0, 4)).db;
  old.exec(`INSERT INTO sessions VALUES ('${SESSION}', 1000, 'camera');
    INSERT INTO sets (id, session_id, started_at_ms, exercise, side, target_reps)
      VALUES ('${SET}', '${SESSION}', 2000, 'calf-raise-double', 'both', 10);
    INSERT INTO reps VALUES ('${REP}', '${SET}', 1, 3000, 'both', 900);
    INSERT INTO rep_measures (rep_id, side, top_ms, rise_ratio, faults) VALUES ('${REP}', 'both', 900, 0.05, '[]');
    INSERT INTO corrections VALUES ('c', '${SET}', 4000, 1)`);
  old.close();
  const { db } = openDatabase(folder, 'stamp', MIGRATIONS.slice(0, 5));
  onTestFinished(() => {
    db.close();
  });
  expect(db.pragma('user_version', { simple: true })).toBe(5);
  const store = createHistoryStore(db);
  expect(store.progress().sets).toMatchObject([{ setId: SET, fullReps: 2 }]);
  expect(db.prepare('SELECT reps, range_sum, volume FROM set_summaries').all()).toEqual([
    { reps: 2, range_sum: 0.05, volume: 0.1 },
  ]);
  const insert = db.prepare('INSERT INTO amendments VALUES (?, 1, ?, ?, ?, ?)');
  insert.run('a', 'session', SESSION, 'note', '"x"');
  expect(() => insert.run('b', 'break', SESSION, 'note', '"x"')).toThrow(/CHECK/);
  expect(() => insert.run('b', 'session', SESSION, 'colour', '"x"')).toThrow(/CHECK/);
  expect(() => insert.run('b', 'session', SESSION, 'note', 'no json')).toThrow(/CHECK/);
});

test('summaries that another version of the app wrote are built anew', () => {
  const { db } = openDatabase(tempFolder(), 'now');
  onTestFinished(() => {
    db.close();
  });
  createHistoryStore(db);
  db.exec(`INSERT INTO sessions VALUES ('${SESSION}', 1000, 'camera')`);
  const lines = (): unknown => db.prepare('SELECT count(*) FROM session_summaries').pluck().get();
  createHistoryStore(db);
  expect(lines()).toBe(0);
  db.exec("UPDATE derived SET version = 0 WHERE name = 'summaries'");
  createHistoryStore(db);
  expect(lines()).toBe(1);
});
