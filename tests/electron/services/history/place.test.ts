import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../../electron/services/history/database.ts';
import { arrives } from '../../../../electron/services/history/place.ts';
import { DATABASE_FILE } from '../../../../electron/services/history/swap.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

function opened(): { db: Database.Database; file: string } {
  const folder = tempFolder();
  const { db } = openDatabase(folder, 'now');
  onTestFinished(() => {
    db.close();
  });
  db.exec("INSERT INTO overrides VALUES ('o', 1, 'pogo-double', 'mine')");
  return { db, file: join(folder, DATABASE_FILE) };
}

const replace = (file: string): void => {
  copyFileSync(file, `${file}.copy`);
  renameSync(`${file}.copy`, file);
};

test('what is written arrives where nothing happened, however often it is tried, and leaves nothing behind', () => {
  const { db, file } = opened();
  for (let i = 0; i < 3; i++) expect(arrives(db, file)).toBe(true);
  expect(db.pragma('application_id', { simple: true })).toBe(0);
});

// Windows holds on to a file that is open.
test.skipIf(process.platform === 'win32').each<[string, (file: string) => void]>([
  ['the file is gone', (file) => rmSync(file)],
  ['the journal is gone', (file) => rmSync(`${file}-wal`)],
  ['a copy lies in the place of the file', (file) => replace(file)],
  ['a copy lies in the place of the journal', (file) => replace(`${file}-wal`)],
])('%s: it does not arrive', (_, harm) => {
  const { db, file } = opened();
  harm(file);
  expect(arrives(db, file)).toBe(false);
});
