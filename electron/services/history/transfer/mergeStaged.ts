import type Database from 'better-sqlite3';
import { type ImportReport, RefusedError } from '../../../../shared/history/importing.ts';
import type { KeptKind } from '../../../../shared/history/keptRecords.ts';
import { createSummaries, markSummariesFresh, markSummariesStale } from '../summaries.ts';
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
/** A set takes a seventh of a millisecond. */
const SETS_AT_ONCE = 120;
/** More sets in one session, or attempts in one set, are not from anybody; each is looked at as a whole. */
const MOST_SETS = 1_000;
const MOST_ATTEMPTS = 10_000;

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
  let news: News;
  try {
    news = await compare(db, staging, report);
    if (!news.hasAny) return news.tallies;
    await ready();
    // In one piece: other writes wait for it, and either all of it is there or nothing.
    db.transaction(() => {
      for (const table of KEPT_TABLES) db.exec(insertSql(table));
      markSummariesStale(db);
    })();
  } finally {
    db.exec('DETACH staged');
  }
  await deriveAnew(db, news.sessions);
  return news.tallies;
}

/** What the history does not know yet. */
interface News {
  readonly tallies: Tallies;
  /** Sessions of which something is new. */
  readonly sessions: ReadonlySet<string>;
  readonly hasAny: boolean;
}

async function compare(
  db: Database.Database,
  staging: Staging,
  report: (done: number, of: number) => void,
): Promise<News> {
  const total = KEPT_TABLES.reduce((sum, { kind }) => sum + staging.count(kind), 0);
  const tallies: Partial<Record<KeptKind, { added: number; known: number }>> = {};
  const sessions = new Set<string>();
  let done = 0;
  checkCrowds(db);
  for (const table of KEPT_TABLES) {
    const count = staging.count(table.kind);
    const conflicts = conflictSqls(table).map((sql) => db.prepare(sql));
    const newRows = db.prepare(newSql(table));
    let added = 0;
    for (let from = 0; from < count; from += ROWS_AT_ONCE) {
      const range = [from, from + ROWS_AT_ONCE];
      for (const conflict of conflicts) {
        const found = conflict.get(range) as { n: number; id: string } | undefined;
        if (found)
          throw new RefusedError('conflict', { part: table.kind, ...found }, 'It is here with another content.');
      }
      for (const { session, rows } of newRows.all(range) as { session: string | null; rows: number }[]) {
        if (session !== null) sessions.add(session);
        added += rows;
      }
      done += Math.min(ROWS_AT_ONCE, count - from);
      report(done, total);
      await letOthersRun();
    }
    tallies[table.kind] = { added, known: count - added };
  }
  return { tallies: tallies as Tallies, sessions, hasAny: Object.values(tallies).some(({ added }) => added > 0) };
}

/** @throws RefusedError `too-large` */
function checkCrowds(db: Database.Database): void {
  const most = (table: string, of: string, n: number): string | undefined =>
    db.prepare(`SELECT ${of} FROM staged.${table} GROUP BY ${of} HAVING count(*) > ${n}`).pluck().get() as undefined;
  const session = most('sets', 'session_id', MOST_SETS);
  if (session) throw new RefusedError('too-large', { part: 'sessions', id: session }, 'It has too many sets.');
  const set = most('attempts', 'set_id', MOST_ATTEMPTS);
  if (set) throw new RefusedError('too-large', { part: 'sets', id: set }, 'It has too many attempts.');
}

/** What is derived from the records, for these sessions; until all of it is done, a start of the app would do it. */
async function deriveAnew(db: Database.Database, sessions: ReadonlySet<string>): Promise<void> {
  const summaries = createSummaries(db);
  const some = db.transaction((ids: readonly string[]) => {
    for (const id of ids) summaries.touchWhole(id);
  });
  const setsOf = db.prepare('SELECT count(*) FROM sets WHERE session_id = ?').pluck();
  let next: string[] = [];
  let sets = 0;
  for (const id of sessions) {
    next.push(id);
    sets += setsOf.get(id) as number;
    if (sets < SETS_AT_ONCE) continue;
    some(next);
    next = [];
    sets = 0;
    await letOthersRun();
  }
  some(next);
  markSummariesFresh(db);
}

function letOthersRun(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

const RANGE = 's.rowid > ? AND s.rowid <= ?';

/** Staged rows that are not here; of ends, those that are not here like that. */
function newSql(table: KeptTable): string {
  const key = keyOf(table).column;
  const same = isEnd(table) ? table.columns : [keyOf(table)];
  const isHere = same.map(({ column }) => `m.${column} IS s.${column}`).join(' AND ');
  return `SELECT ${sessionSql(table)} AS session, count(*) AS rows FROM staged.${table.table} s WHERE ${RANGE}
    AND NOT EXISTS (SELECT 1 FROM main.${table.table} m WHERE m.${key} = s.${key} AND ${isHere}) GROUP BY 1`;
}

/** The session that a staged row belongs to. */
function sessionSql({ kind, columns }: KeptTable): string {
  const ofSet = (set: string): string => `(SELECT p.session_id FROM staged.sets p WHERE p.id = ${set})`;
  const ofRep = (rep: string): string => ofSet(`(SELECT r.set_id FROM staged.reps r WHERE r.id = ${rep})`);
  const has = (name: string): boolean => columns.some(({ column }) => column === name);
  if (kind === 'sessions') return 's.id';
  if (kind === 'amendments') {
    const [set, rep] = [ofSet('s.target_id'), ofRep('s.target_id')];
    return `CASE s.target WHEN 'session' THEN s.target_id WHEN 'set' THEN ${set} ELSE ${rep} END`;
  }
  if (has('session_id')) return 's.session_id';
  if (has('set_id')) return ofSet('s.set_id');
  return has('rep_id') ? ofRep('s.rep_id') : 'NULL';
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
