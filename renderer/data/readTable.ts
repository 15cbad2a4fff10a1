import Papa from 'papaparse';
import type { LogRow, LogTable } from '../../shared/history/csvLog.ts';

export type TableProblem = 'too-large' | 'empty' | 'unreadable';

const MOST_BYTES = 5_000_000;
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 100;
/** Longer cells are cut here: more than a note may have, so that one too long for a note still is. */
const MOST_CELL_LETTERS = 5_000;

/** Reads a table from a file. Older programs write theirs in Windows' western letters. */
export async function readTableFile(file: File): Promise<LogTable | TableProblem> {
  if (file.size > MOST_BYTES) return 'too-large';
  try {
    return readTable(decode(await file.arrayBuffer()));
  } catch {
    return 'unreadable';
  }
}

/** Its first line with anything in it names the columns; what stands between the cells is found out. */
export function readTable(file: string): LogTable | TableProblem {
  const text = file.replace(/^\uFEFF/, '');
  const rows: LogRow[] = [];
  let newlines = 0;
  let read = 0;
  Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    step: ({ data, meta }, parser) => {
      newlines += newlinesIn(text.slice(read, meta.cursor));
      read = meta.cursor;
      // Of the row itself, with the one that ends it.
      const own = data.reduce((sum, cell) => sum + newlinesIn(cell), 0) + (text[read - 1] === '\n' ? 1 : 0);
      const cells = data.slice(0, MOST_COLUMNS).map((cell) => cell.slice(0, MOST_CELL_LETTERS));
      rows.push({ line: 1 + newlines - own, cells });
      if (rows.length > MOST_ROWS + 1) parser.abort();
    },
  });
  const [header, ...others] = rows;
  if (!header || others.length === 0) return 'empty';
  return others.length > MOST_ROWS ? 'too-large' : { header: header.cells, rows: others };
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function newlinesIn(text: string): number {
  return text.split('\n').length - 1;
}
