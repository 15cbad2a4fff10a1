import type Database from 'better-sqlite3';
import { type ImportReport, RefusedError } from '../../../../shared/history/importing.ts';
import type { KeptKind } from '../../../../shared/history/keptRecords.ts';
import { isEnd, KEPT_TABLES, type KeptTable, keyOf } from './keptTables.ts';
import type { Staging } from './staging.ts';

/**
 * Takes the staged records into the history. What is there stays, what is not is added, by id: so twice is the same as once,
 * and two machines come to the same history whichever hears the other first.
 *
 * Records do not change, so one that is here with another content is not ours: the whole is refused. Only of how a session or a
 * set ended two machines can honestly think differently, where it was begun on one and closed on the other; then the end of
 * whoever went on with it holds, and of two such the later one.
 */
export type Tallies = ImportReport['records'];

/** So many are compared in a few milliseconds. */
const ROWS_AT_ONCE = 2000;

/**
 * @param ready is waited for before anything is written, and only where there is something to write
 * @param report is asked after each part of the comparison; throws where the work is to stop
 * @throws RefusedError `conflict`; the history is as it was
 */
export async function mergeStaged(
  db: Database.Database,
  staging: Staging,
  ready: () => Promise<void>,
  report: (done: number, of: number) => void,
): Promise<Tallies> {
  staging.close();
  db.prepare('ATTACH ? AS staged').run(staging.file);
  try {
    const tallies = await compare(db, staging, report);
    if (Object.values(tallies).some(({ added }) => added > 0)) await ready();
    // In one piece: other writes wait for it, and either all of it is there or nothing.
    db.transaction(() => {
      for (const table of KEPT_TABLES) db.exec(insertSql(table));
    })();
    return tallies;
  } finally {
    db.exec('DETACH staged');
  }
}

async function compare(
  db: Database.Database,
  staging: Staging,
  report: (done: number, of: number) => void,
): Promise<Tallies> {
  const total = KEPT_TABLES.reduce((sum, { kind }) => sum + staging.count(kind), 0);
  let done = 0;
  const tallies: Partial<Record<KeptKind, { added: number; known: number }>> = {};
  for (const table of KEPT_TABLES) {
    const known = db.prepare(knownSql(table)).pluck();
    const conflicts = conflictSqls(table).map((sql) => db.prepare(sql));
    const count = staging.count(table.kind);
    const tally = { added: count, known: 0 };
    for (let from = 0; from < count; from += ROWS_AT_ONCE) {
      const range = [from, from + ROWS_AT_ONCE];
      for (const conflict of conflicts) {
        const found = conflict.get(range) as { n: number; id: string } | undefined;
        if (found)
          throw new RefusedError('conflict', { part: table.kind, ...found }, 'It is here with another content.');
      }
      tally.known += known.get(range) as number;
      done += Math.min(ROWS_AT_ONCE, count - from);
      report(done, total);
      await new Promise(setImmediate);
    }
    tally.added -= tally.known;
    tallies[table.kind] = tally;
  }
  return tallies as Tallies;
}

const RANGE = 's.rowid > ? AND s.rowid <= ?';

function knownSql(table: KeptTable): string {
  const key = keyOf(table).column;
  return `SELECT count(*) FROM staged.${table.table} s CROSS JOIN main.${table.table} m ON m.${key} = s.${key} WHERE ${RANGE}`;
}

/** Staged rows were numbered from 1 as they came. */
function conflictSqls(table: KeptTable): string[] {
  if (isEnd(table)) return [];
  const key = keyOf(table).column;
  const select = `SELECT s.rowid AS n, s.${key} AS id FROM staged.${table.table} s CROSS JOIN main.${table.table} m`;
  const differs = table.columns.map(({ column }) => `s.${column} IS NOT m.${column}`).join(' OR ');
  const same = `${select} ON m.${key} = s.${key} WHERE ${RANGE} AND (${differs}) LIMIT 1`;
  // Two machines went on with the same set, and both counted its next rep.
  const place = `${select} ON m.set_id = s.set_id AND m.n = s.n WHERE ${RANGE} AND m.id <> s.id LIMIT 1`;
  return table.kind === 'reps' ? [same, place] : [same];
}

function insertSql(table: KeptTable): string {
  const names = table.columns.map(({ column }) => column).join(', ');
  const insert = `INSERT INTO main.${table.table} (${names}) SELECT ${names} FROM staged.${table.table} WHERE true
    ON CONFLICT (${keyOf(table).column})`;
  if (!isEnd(table)) return `${insert} DO NOTHING`;
  return `${insert} DO UPDATE SET ended_at_ms = excluded.ended_at_ms, reason = excluded.reason
    WHERE (excluded.reason <> 'closed-later', excluded.ended_at_ms, excluded.reason)
      > (reason <> 'closed-later', ended_at_ms, reason)`;
}
