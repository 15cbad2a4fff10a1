import type { FileHandle } from 'node:fs/promises';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { BREAK_COLUMNS, type BreakEventRow, type BreakLine, breakCollector } from './csvBreaks.ts';
import { CSV_TABLES, type CsvTable } from './csvTables.ts';
import { BYTE_ORDER_MARK, type Cell, csvLines } from './csvText.ts';
import type { Report } from './exportJson.ts';
import { writeFile } from './outputs.ts';

const ROWS_AT_ONCE = 1000;

/** Writes one flat file each for sessions, sets, reps and breaks into a new folder, for this account alone. */
export async function exportCsv(db: Database.Database, folder: string, report: Report): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  const rows = (table: string): number =>
    db.prepare(`SELECT coalesce(max(rowid), 0) FROM ${table}`).pluck().get() as number;
  const most = ['sessions', 'sets', 'reps', 'break_events'].reduce((sum, table) => sum + rows(table), 0);
  let done = 0;
  const count = (more: number): void => {
    done += more;
    report(done, most);
  };
  for (const table of CSV_TABLES) {
    await writeFile(join(folder, `${table.name}.csv`), (file) => writeTable(db, file, table, count));
  }
  await writeFile(join(folder, 'breaks.csv'), (file) => writeBreaks(db, file, count));
}

async function writeTable(
  db: Database.Database,
  file: FileHandle,
  { columns, from, times }: CsvTable,
  count: (rows: number) => void,
): Promise<void> {
  const names = Object.keys(columns);
  const [key] = Object.values(columns);
  const select = Object.values(columns).join(', ');
  const next = db.prepare(`SELECT ${select} FROM ${from} WHERE ${key} > ? ORDER BY ${key} LIMIT ${ROWS_AT_ONCE}`).raw();
  const timed = names.map((name) => times.includes(name));
  await file.write(BYTE_ORDER_MARK + csvLines([names]));
  let after: Cell = '';
  for (;;) {
    const rows = next.all(after) as Cell[][];
    if (rows.length === 0) return;
    after = rows.at(-1)?.[0] ?? after;
    await file.write(csvLines(rows.map((row) => row.map((cell, i) => (timed[i] ? localTime(cell) : cell)))));
    count(rows.length);
  }
}

async function writeBreaks(db: Database.Database, file: FileHandle, count: (rows: number) => void): Promise<void> {
  const next = db.prepare(
    `SELECT id, kind, at_ms AS atMs, due_at_ms AS dueAtMs, detail, exercise, session_id AS sessionId FROM break_events
     WHERE (at_ms, id) > (?, ?) ORDER BY at_ms, id LIMIT ${ROWS_AT_ONCE}`,
  );
  const collector = breakCollector();
  await file.write(BYTE_ORDER_MARK + csvLines([BREAK_COLUMNS]));
  let after: [number, string] = [0, ''];
  for (;;) {
    const rows = next.all(...after) as (BreakEventRow & { readonly id: string })[];
    const last = rows.at(-1);
    if (!last) break;
    after = [last.atMs, last.id];
    await file.write(csvLines(rows.flatMap((row) => collector.hear(row) ?? []).map(breakCells)));
    count(rows.length);
  }
  await file.write(csvLines(collector.rest().map(breakCells)));
}

function breakCells(line: BreakLine): Cell[] {
  const { dueAtMs, firstOfferedAtMs, offers, snoozes, outcome, endedAtMs, detail, exercise, sessionId } = line;
  const times = [dueAtMs, firstOfferedAtMs, endedAtMs].map(localTime);
  const [due = null, offered = null, ended = null] = times;
  return [due, offered, offers, snoozes, outcome, ended, detail, exercise, sessionId];
}

/** `2026-11-20 19:30:05`, as spreadsheets read it in every language. */
function localTime(ms: Cell): Cell {
  if (typeof ms !== 'number') return null;
  const date = new Date(ms);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = [String(date.getFullYear()).padStart(4, '0'), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}
