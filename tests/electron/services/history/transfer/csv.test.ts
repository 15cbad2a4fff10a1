import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { uuidv7 } from 'uuidv7';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBreakStore } from '../../../../../electron/services/breaks/breakStore.ts';
import { openDatabase } from '../../../../../electron/services/history/database.ts';
import { createHistoryStore, type HistoryStore } from '../../../../../electron/services/history/store.ts';
import { BREAK_COLUMNS } from '../../../../../electron/services/history/transfer/csvBreaks.ts';
import { CSV_TABLES } from '../../../../../electron/services/history/transfer/csvTables.ts';
import { csvLines } from '../../../../../electron/services/history/transfer/csvText.ts';
import { exportCsv } from '../../../../../electron/services/history/transfer/exportCsv.ts';
import { aCheckIn, aRep, aSession, aSet, measuresOf } from '../../../../support/records.ts';
import { tempFolder } from '../../../../support/tempFolder.ts';

function history() {
  const { db } = openDatabase(tempFolder(), 'now');
  onTestFinished(() => {
    db.close();
  });
  return { db, store: createHistoryStore(db), breaks: createBreakStore(db) };
}

function train(store: HistoryStore, startedAtMs = new Date(2026, 10, 20, 19, 30, 5).getTime()) {
  const session = aSession({ startedAtMs });
  const set = aSet(session.id, { startedAtMs: startedAtMs + 1000, exercise: 'calf-raise-single', side: 'left' });
  store.startSession(session);
  store.startSet(set);
  const reps = [1, 2, 3].map((n) => aRep(set.id, n, { atMs: startedAtMs + 4000 * n }));
  for (const rep of reps) {
    store.addRep(rep);
    store.addRepMeasures(measuresOf(rep, { faults: rep.n === 2 ? ['shallow', 'knee-bent'] : [] }));
  }
  store.addCheckIn(aCheckIn(set.id, { cramp: null, pain: 2 }));
  return { session, set, reps };
}

type Line = Record<string, string>;
async function exported(db: ReturnType<typeof history>['db']) {
  const folder = join(tempFolder(), 'csv');
  await exportCsv(db, folder, () => undefined);
  const read = (name: string): { text: string; lines: Line[] } => {
    const text = readFileSync(join(folder, `${name}.csv`), 'utf8');
    return { text, lines: Papa.parse<Line>(text, { header: true, skipEmptyLines: true }).data };
  };
  return { sessions: read('sessions'), sets: read('sets'), reps: read('reps'), breaks: read('breaks') };
}

describe('the tables', () => {
  test('their columns are those that the manual describes', () => {
    const manual = readFileSync('docs/manual/files.md', 'utf8');
    const described = (name: string): string[] => {
      const [, section = ''] = manual.split(`### ${name}.csv`);
      const rows = section.split('\n#')[0]?.match(/^\| `.*?\|/gm) ?? [];
      return rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, column]) => column ?? ''));
    };
    for (const { name, columns } of CSV_TABLES) expect(described(name), name).toEqual(Object.keys(columns));
    expect(described('breaks')).toEqual(BREAK_COLUMNS);
  });

  test('a row a session, a set and a rep, with what the person said of them', async () => {
    const { db, store } = history();
    const { session, set, reps } = train(store);
    const amend = { id: uuidv7(), atMs: 1_800_000_000_000 };
    store.amend({ ...amend, of: 'rep', targetId: reps[2]?.id ?? '', field: 'counts', value: false });
    store.amend({ ...amend, id: uuidv7(), of: 'set', targetId: set.id, field: 'side', value: 'right' });
    const note = 'Left,\n"stiff" – 12 kg';
    store.amend({ ...amend, id: uuidv7(), of: 'set', targetId: set.id, field: 'note', value: note });
    const gone = train(store, 1_600_000_000_000).session;
    store.amend({ ...amend, id: uuidv7(), of: 'session', targetId: gone.id, field: 'deleted', value: true });
    const tables = await exported(db);
    expect(tables.sessions.text.startsWith('\uFEFFsession_id,started,')).toBe(true);
    expect(tables.sessions.lines).toMatchObject([
      { session_id: session.id, started: '2026-11-20 19:30:05', ended: '', reps: '2', corrected: '1' },
    ]);
    expect(tables.sets.lines).toMatchObject([
      {
        ...{ session_id: session.id, exercise: 'calf-raise-single', side: 'right', reps: '2', full_reps: '1' },
        ...{ mean_range: '0.055', mean_lower_seconds: '1.7', cramp: '', fatigue: 'some', pain: '2', note },
      },
    ]);
    expect(tables.reps.lines).toMatchObject([
      { set_id: set.id, n: '1', counts: '1', raise_seconds: '0.9', hold_seconds: '0.5', lower_seconds: '1.7' },
      { n: '2', counts: '1', faults: 'shallow knee-bent', height_cm: '7.1' },
      { n: '3', counts: '0', faults: '', direction: '' },
    ]);
  });

  test('a row a break, whatever happened to it', async () => {
    const { db, breaks } = history();
    const dueAtMs = 1_700_000_000_000;
    const exercise = 'calf-raise-double';
    const events = [
      { kind: 'sat', atMs: dueAtMs - 1, fromMs: dueAtMs - 9 },
      { kind: 'offered', atMs: dueAtMs + 1, dueAtMs, n: 1 },
      { kind: 'snoozed', atMs: dueAtMs + 2, dueAtMs, minutes: 5 },
      { kind: 'offered', atMs: dueAtMs + 3, dueAtMs, n: 2 },
      { kind: 'done', atMs: dueAtMs + 4, dueAtMs, how: 'reported', sessionId: null },
      { kind: 'done', atMs: dueAtMs + 5, dueAtMs: null, how: 'reported', sessionId: null },
      { kind: 'offered', atMs: dueAtMs + 6, dueAtMs: dueAtMs + 6, n: 1 },
    ] as const;
    breaks.save(
      {},
      events.map((event) => ({ id: uuidv7(), event, exercise: event.kind === 'done' ? exercise : null })),
    );
    const { breaks: table } = await exported(db);
    expect(table.lines).toMatchObject([
      { offers: '2', snoozes: '1', outcome: 'done', detail: 'reported', exercise },
      { due: '', offers: '0', outcome: 'done' },
      { offers: '1', outcome: 'open', ended: '', exercise: '' },
    ]);
  });

  describe('no text is a formula to a spreadsheet', () => {
    const SIGN = /^[=+\-@＝＋－＠]/;
    const pieces = ['=', '+', '-', '@', '＝', '\t', '\r', '\n', ' ', ';', '|', ',', '"', "'", 'x', '1'];
    const hostile = fc.oneof(
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
      fc.tuple(fc.constantFrom(...pieces), fc.string()).map((parts) => parts.join('')),
    );
    const rows = fc.array(fc.array(hostile, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });

    test('where it separates by commas, and every text is there as it was but for the apostrophes', () => {
      fc.assert(
        fc.property(rows, fc.double({ noNaN: true }), (texts, number) => {
          const read = cellsOf(csvLines(texts.map((row) => [...row, number])), ',');
          for (const [i, row] of texts.entries()) {
            const cells = read[i] ?? [];
            expect(cells.at(-1)).toBe(String(number));
            for (const cell of cells.slice(0, -1)) expect(cell.trimStart()).not.toMatch(SIGN);
            const apart = (text: string): string => text.replaceAll("'", '');
            expect(cells.slice(0, -1).map(apart)).toEqual(row.map(apart));
          }
        }),
      );
    });

    test.each([';', '\t', '|'])(
      'where it separates by %j, and would begin cells in the middle of ours',
      (separator) => {
        fc.assert(
          fc.property(rows, (texts) => {
            // As in a file of ours: an id comes first.
            const written = csvLines(texts.map((row) => ['id', ...row, -1.5]));
            const naive = written.split(new RegExp(`[\r\n${separator}]`));
            for (const cell of [...cellsOf(written, separator).flat(), ...naive]) {
              expect(cell.replace(/^[\s"]+/, '')).not.toMatch(SIGN);
            }
          }),
        );
      },
    );

    test('by example', () => {
      expect(csvLines([[-1.5, '-1.5', '=1+1', "=cmd|' /C calc'!A0\n"]])).toBe(
        `-1.5,'-1.5,'=1+1,"'=cmd|' /C calc'!A0\n"\r\n`,
      );
      expect(csvLines([["x;=cmd|' /C calc'!A0", 'x\t=1', 'x|"=1', '; \n =1', '5 - 3; then 2 + 2']])).toBe(
        `"x;'=cmd|' /C calc'!A0","x\t'=1","x|'""=1","; \n' =1","5 - 3; then 2 + 2"\r\n`,
      );
    });
  });
});

/** As a spreadsheet reads lines: a quote counts where it stands first in a cell, and what follows the closing one is taken as it is. */
function cellsOf(text: string, separator: string): string[][] {
  const lines: string[][] = [[]];
  for (let rest = text; ; ) {
    const [quoted, inside = ''] = /^"((?:[^"]|"")*)"?/.exec(rest) ?? [''];
    const [plain = ''] = new RegExp(`^[^${separator}\r\n]*`).exec(rest.slice(quoted.length)) ?? [];
    lines.at(-1)?.push(inside.replaceAll('""', '"') + plain);
    rest = rest.slice(quoted.length + plain.length);
    if (rest === '') return lines;
    if (!rest.startsWith(separator)) lines.push([]);
    rest = rest.replace(/^\r\n|^./s, '');
  }
}
