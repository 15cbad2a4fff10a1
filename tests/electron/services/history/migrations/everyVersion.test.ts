import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../../../electron/services/history/database.ts';
import { formAt, formOf } from '../../../../../electron/services/history/forms.ts';
import { holdHistory } from '../../../../../electron/services/history/heldHistory.ts';
import { MIGRATIONS } from '../../../../../electron/services/history/migrations/migrations.ts';
import { createHistoryStore } from '../../../../../electron/services/history/store.ts';
import { DATABASE_FILE } from '../../../../../electron/services/history/swap.ts';
import { tableNames } from '../../../../../electron/services/history/tables.ts';
import { sessionRecordSchema } from '../../../../../shared/history/records.ts';
import { progressSchema } from '../../../../../shared/progression/progress.ts';
import { UTC_DAYS } from '../../../../support/localDays.ts';
import { NO_LOG } from '../../../../support/noLog.ts';
import { tempFolder } from '../../../../support/tempFolder.ts';

/** Kept by tools/history/keepOldHistories.ts when the version was the newest. */
const fileOf = (version: number): string => join(import.meta.dirname, 'old', `version-${version}.sqlite.gz`);
const VERSIONS = MIGRATIONS.map((_, i) => i + 1);

type Row = Record<string, unknown>;

function rowsOf(db: Database.Database): Record<string, Row[]> {
  return Object.fromEntries(tableNames(db).map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all() as Row[]]));
}

/** What people have was made by the migrations as they were then, and by the SQLite of then. */
test.each(VERSIONS)(
  'a history of version %i has the form of that version, and comes to the newest with every row as it was',
  (version) => {
    const folder = tempFolder();
    const file = join(folder, DATABASE_FILE);
    writeFileSync(file, gunzipSync(readFileSync(fileOf(version))));
    const old = new Database(file, { readonly: true });
    expect(old.pragma('user_version', { simple: true })).toBe(version);
    expect(formOf(old)).toEqual(formAt(MIGRATIONS, version));
    const before = rowsOf(old);
    old.close();

    const { db, setAside } = openDatabase(folder, 'now');
    onTestFinished(() => {
      db.close();
    });
    expect(setAside).toBeNull();
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(formOf(db)).toEqual(formAt(MIGRATIONS, MIGRATIONS.length));
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    const after = rowsOf(db);
    for (const [table, rows] of Object.entries(before)) {
      expect(rows.length, table).toBeGreaterThan(0);
      expect(after[table], table).toMatchObject(rows);
    }

    const store = createHistoryStore(db);
    const sessions = store.sessions(Number.MAX_SAFE_INTEGER, 100);
    expect(sessions).toHaveLength(before['sessions']?.length ?? 0);
    for (const session of sessions) sessionRecordSchema.parse(session);
    progressSchema.parse(store.progress());
  },
);

test.each(VERSIONS)('a history of version %i whose header is gone comes to the newest with every row', (version) => {
  const [folder, other] = [tempFolder(), tempFolder()];
  const bytes = gunzipSync(readFileSync(fileOf(version)));
  writeFileSync(join(other, DATABASE_FILE), bytes);
  const { db: whole } = openDatabase(other, 'now');
  const expected = rowsOf(whole);
  whole.close();
  writeFileSync(join(folder, DATABASE_FILE), bytes.fill(0, 0, 100));
  const history = holdHistory({ folder, now: () => 1, keepCopy: () => undefined, ...UTC_DAYS, log: NO_LOG });
  onTestFinished(() => history.end());
  expect(rowsOf(history.db())).toEqual(expected);
});

test('every version has a history to be tested with, and a form by which it is known', () => {
  expect(VERSIONS.filter((version) => !existsSync(fileOf(version)))).toEqual([]);
  const forms = VERSIONS.map((version) => JSON.stringify(formAt(MIGRATIONS, version)));
  expect(new Set(forms).size).toBe(VERSIONS.length);
});
