import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { MIGRATIONS } from '../../electron/services/history/migrations/migrations.ts';
import { OLD_ROWS } from './oldRows.ts';

/**
 * Keeps a history of each version for the tests of the migrations, `node tools/run.mjs tools/history/keepOldHistories.ts`.
 * Run it with every release; one that is there is never written anew, for it is what people have.
 */
const FOLDER = join(import.meta.dirname, '../../tests/electron/services/history/migrations/old');

mkdirSync(FOLDER, { recursive: true });
for (let version = 1; version <= MIGRATIONS.length; version++) {
  const file = join(FOLDER, `version-${version}.sqlite.gz`);
  if (existsSync(file)) continue;
  const db = new Database(':memory:');
  MIGRATIONS.slice(0, version).forEach((sql, i) => {
    db.pragma('foreign_keys = OFF');
    db.exec(sql);
    db.pragma('foreign_keys = ON');
    db.exec(OLD_ROWS[i] ?? '');
  });
  db.pragma(`user_version = ${version}`);
  writeFileSync(file, gzipSync(db.serialize(), { level: 9 }));
  db.close();
  console.log(`Kept ${file}`);
}
