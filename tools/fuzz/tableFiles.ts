import * as fc from 'fast-check';
import { readTable } from '../../renderer/data/readTable.ts';
import { CATALOGUE_IDS } from '../../shared/exercises/exerciseIds.ts';
import { LOG_FIELDS, type LogMapping, type LogTable, readLog } from '../../shared/history/csvLog.ts';
import { guessMapping } from '../../shared/history/guessLog.ts';
import { logPartSchema } from '../../shared/history/logSessions.ts';
import { DATE_ORDERS } from '../../shared/history/logTimes.ts';
import { brokenTexts } from './mutations.ts';
import { done, newTally, refused, type Tally } from './tally.ts';
import { anyText } from './texts.ts';
import { Broken } from './verdict.ts';

/** Old logs, more or less: every row is taken in, left out or named, and what is taken in fits through the contract. */

const NOW_MS = Date.UTC(2026, 10, 20);
const HEADER = ['Date', 'Time', 'Exercise', 'Side', 'Sets', 'Reps', 'Seconds', 'Load', 'Pain', 'Note'] as const;

/** By column; most cells of a table are right, so that a row is wrong for one thing only. */
const USUAL: Readonly<Record<(typeof HEADER)[number], readonly string[]>> = {
  Date: ['2026-02-01', '1.2.2026', '02/01/2026', '2026-02-01T19:30:05Z', '1.2.26, 7:30 pm'],
  Time: ['', '19:30', '7.30 am', '19h30'],
  Exercise: [...CATALOGUE_IDS, 'Glute bridge', 'Swimming'],
  Side: ['', 'L', 'right', 'beide'],
  Sets: ['', '3', '20'],
  Reps: ['', '12', '500', '8,0'],
  Seconds: ['', '45', '1:30', '4.5 s'],
  Load: ['', '10 kg'],
  Pain: ['', '0', '10'],
  Note: ['', 'tired', 'a;b', '=1+1'],
};
const HOSTILE = [
  ...['__proto__', 'constructor', 'NaN', '-0', '1e999', '-1', '9'.repeat(500), ' '.repeat(3000), '0x10', '\0'],
  ...['2026-02-30', '99999-01-01', '1-1-1', '24:00', '12:99', '\u202e1', 'x'.repeat(6000), '٣', '½'],
];

function tables(): fc.Arbitrary<string> {
  const cell = (column: (typeof HEADER)[number]): fc.Arbitrary<string> =>
    fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...USUAL[column]) },
      { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
      { weight: 1, arbitrary: anyText({ maxLength: 30 }) },
    );
  const row = fc.tuple(...HEADER.map(cell));
  const separator = fc.constantFrom(',', ';', '\t', '|');
  const end = fc.constantFrom('\n', '\r\n', '\r');
  const written = fc
    .tuple(fc.array(row, { maxLength: 12 }), separator, end)
    .map(([rows, between, newline]) =>
      [HEADER, ...rows].map((cells) => cells.map((text) => quoted(text, between)).join(between)).join(newline),
    );
  return fc.oneof(
    { weight: 6, arbitrary: written },
    { weight: 3, arbitrary: brokenTexts(written) },
    { weight: 1, arbitrary: anyText({ maxLength: 300 }) },
  );
}

function quoted(text: string, separator: string): string {
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @throws Broken */
export function fuzzTables(seed: number, count: number): Tally {
  const tally = newTally();
  const column = fc.option(fc.integer({ min: -1, max: 11 }), { nil: undefined });
  const chosen = fc.record({
    columns: fc.record(Object.fromEntries(LOG_FIELDS.map((field) => [field, column]))),
    dates: fc.constantFrom(...DATE_ORDERS),
  });
  const files = fc.tuple(tables(), fc.option(chosen));
  for (const [text, choice] of fc.sample(files, { seed, numRuns: count })) {
    const table = readTable(text);
    if (typeof table === 'string') {
      refused(tally);
      continue;
    }
    // As it is guessed, or as somebody chose wrongly.
    const guessed = guessMapping(table, 'dmy');
    look(text, table, choice ? { ...guessed, ...choice } : guessed);
    done(tally);
  }
  return tally;
}

function look(text: string, table: LogTable, mapping: LogMapping): void {
  const log = readLog(table, mapping, NOW_MS, ([year, month, day], time) => Date.UTC(year, month - 1, day, ...time));
  const unfit = log.sessions.find((session) => !logPartSchema.safeParse([session]).success);
  if (unfit) throw new Broken(`It comes to what does not fit through: ${JSON.stringify(unfit)} of ${text}`);
  const others = log.problems.length + log.leftOut;
  if (log.sets === 0 && others !== table.rows.length) throw new Broken(`A row is lost: ${text}`);
}
