import type { FileHandle } from 'node:fs/promises';
import type Database from 'better-sqlite3';
import { HISTORY_FORMAT, type PersonSettings } from '../../../../shared/history/historyFile.ts';
import type { KeptColumn } from './keptTables.ts';
import { type RawRow, type RowReader, rowReaders } from './rowReader.ts';

/** What a history file says of itself. */
export interface FileHead {
  readonly app: string;
  readonly schema: number;
  readonly exportedAtMs: number;
  readonly settings: PersonSettings;
}

/** How far a piece of work is; asked after each part of it. Throws where the work is to stop. */
export type Report = (done: number, of: number) => void;

/** A thousand reps are read and written out in a few milliseconds: nothing else waits longer. */
const ROWS_AT_ONCE = 1000;

/**
 * Writes everything that is kept as one JSON document, a record a line, with the history as it is when this is called. Values
 * that are unknown are left out.
 */
export async function exportJson(
  db: Database.Database,
  file: FileHandle,
  head: FileHead,
  report: Report,
): Promise<void> {
  const readers = rowReaders(db);
  const most = readers.reduce((sum, reader) => sum + reader.most, 0);
  const counts: Record<string, number> = {};
  let done = 0;
  const start = JSON.stringify({ format: HISTORY_FORMAT, ...head });
  await file.write(start.slice(0, -1));
  for (const reader of readers) {
    const { kind } = reader.table;
    await file.write(`,\n"${kind}":[`);
    counts[kind] = await writeRecords(file, reader, (rows) => {
      done += rows;
      report(done, most);
    });
    await file.write(']');
  }
  await file.write(`,\n"counts":${JSON.stringify(counts)}}\n`);
}

async function writeRecords(file: FileHandle, reader: RowReader, count: (rows: number) => void): Promise<number> {
  const write = recordWriter(reader.table.columns);
  let written = 0;
  for (;;) {
    const rows = reader.next(ROWS_AT_ONCE);
    if (rows.length === 0) return written;
    // Waiting for the disk lets others run.
    await file.write(rows.map((row, i) => (written + i === 0 ? '\n' : ',\n') + write(row)).join(''));
    written += rows.length;
    count(rows.length);
  }
}

/** Rows of JSON text, several times as fast as building objects first. */
function recordWriter(columns: readonly KeptColumn[]): (row: RawRow) => string {
  const names = columns.map(({ field }) => `${JSON.stringify(field)}:`);
  return (row) => {
    let text = '';
    columns.forEach(({ form }, i) => {
      const value = row[i] ?? null;
      if (value === null) return;
      text += `${text === '' ? '{' : ','}${names[i]}`;
      if (form === 'flag') text += value === 1;
      // Checked by the database to be JSON.
      else if (form === 'json') text += value;
      else text += JSON.stringify(value);
    });
    return `${text}}`;
  };
}
