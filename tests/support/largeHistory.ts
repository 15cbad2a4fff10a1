import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openDatabase } from '../../electron/services/history/database.ts';
import { createHistoryStore } from '../../electron/services/history/store.ts';
import { DATABASE_FILE } from '../../electron/services/history/swap.ts';
import { aRep, aSession, aSet, measuresOf } from './records.ts';
import { tempFolder } from './tempFolder.ts';

const SESSION = aSession();
const SET = aSet(SESSION.id);

/** What is in a large history. */
export const LARGE = { session: SESSION, reps: Array.from({ length: 200 }, (_, i) => aRep(SET.id, i + 1)) };

/** The folder of a history that is too large to be looked through at the start, closed. */
export function largeHistory(change: (db: Database.Database) => void = () => undefined): string {
  const folder = tempFolder();
  const { db } = openDatabase(folder, 'then');
  db.transaction(() => {
    const store = createHistoryStore(db);
    store.startSession(SESSION);
    store.startSet(SET);
    for (const rep of LARGE.reps) {
      store.addRep(rep);
      store.addRepMeasures(measuresOf(rep));
    }
    db.prepare("INSERT INTO overrides VALUES ('o', 1, 'pogo-double', ?)").run('long '.repeat(3_400_000));
  })();
  change(db);
  db.close();
  return folder;
}

/** Destroys a page of a closed history: the first or the last one with rows or entries of this table or index. */
export function destroyPage(folder: string, which: 'first' | 'last', what: string): void {
  const file = join(folder, DATABASE_FILE);
  const db = new Database(file);
  const find = db.prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno").pluck();
  const page = (find.all(what) as number[]).at(which === 'first' ? 0 : -1) ?? 0;
  db.close();
  writeFileSync(file, readFileSync(file).fill(0xff, 4096 * (page - 1), 4096 * page));
}
