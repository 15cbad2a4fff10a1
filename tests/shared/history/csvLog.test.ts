import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exerciseNames, LOG_FIELDS, type LogMapping, type LogTable, readLog } from '../../../shared/history/csvLog.ts';
import { guessMapping } from '../../../shared/history/guessLog.ts';
import { logPartSchema, logSessionSchema } from '../../../shared/history/logSessions.ts';
import { type LocalDate, readDate, readSeconds, readTime } from '../../../shared/history/logTimes.ts';
import { anyText } from '../../../tools/fuzz/texts.ts';

const NOW = Date.UTC(2026, 10, 20, 20);

function tableOf(header: string, ...rows: readonly string[]): LogTable {
  const cellsOf = (row: string): string[] => row.split(';');
  return { header: cellsOf(header), rows: rows.map((row, i) => ({ line: i + 2, cells: cellsOf(row) })) };
}

/** In a place where local time is UTC. */
function msOf([year, month, day]: LocalDate, [hour, minute, second]: readonly [number, number, number]): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function read(table: LogTable, mapping: LogMapping = guessMapping(table, 'dmy')) {
  return readLog(table, mapping, NOW, msOf);
}

describe('an old log', () => {
  test('is understood without help where it is usual', () => {
    const table = tableOf(
      'Date;Exercise;Side;Sets;Reps;Weight;Pain;Notes',
      '18/11/2026;Single calf raise;L;2;12;10 kg;2;tired',
      '18/11/2026;single  CALF raises;R;1;11;;;',
      '20/11/2026;Glute bridge;;;15;;0;',
      '20/11/2026;Bench press;;;8;;;',
    );
    const { sessions, sets, reps, problems, leftOut } = read(table);
    expect({ sets, reps, problems, leftOut }).toEqual({ sets: 4, reps: 50, problems: [], leftOut: 1 });
    expect(sessions).toEqual(sessions.map((session) => logSessionSchema.parse(session)));
    const noon = Date.UTC(2026, 10, 18, 12);
    const raise = { exercise: 'calf-raise-single', seconds: null } as const;
    const left = { ...raise, side: 'left', reps: 12, pain: 2, note: 'tired · Weight: 10 kg' };
    expect(sessions).toMatchObject([
      {
        startedAtMs: noon,
        sets: [
          { ...left, startedAtMs: noon },
          { ...left, startedAtMs: noon + 60_000 },
          { ...raise, side: 'right', reps: 11, pain: null, note: '', startedAtMs: noon + 120_000 },
        ],
      },
      { startedAtMs: Date.UTC(2026, 10, 20, 12), sets: [{ exercise: 'glute-bridge', side: 'both', pain: 0 }] },
    ]);
  });

  test('what cannot be read is named by its line', () => {
    const table = tableOf(
      'date;time;exercise;side;reps;seconds;pain',
      '2026-02-30;;Glute bridge;;5;;',
      '2026-02-01;25:00;Glute bridge;;5;;',
      '2026-02-01;;;;5;;',
      '2026-02-01;;Glute bridge;up;5;;',
      '2026-02-01;;Glute bridge;;many;;',
      '2026-02-01;;Glute bridge;;501;;',
      '2026-02-01;;Glute bridge;;;forever;',
      '2026-02-01;;Glute bridge;;5;;11',
      '2026-02-01;;Glute bridge;;0;;',
      '2027-02-01;;Glute bridge;;5;;',
      '2026-02-01;;Glute bridge;;5;;',
    );
    const { problems, sets } = read(table);
    expect(sets).toBe(1);
    const codes = ['date', 'time', 'no-exercise', 'side', 'reps', 'reps', 'seconds', 'pain', 'nothing-done', 'date'];
    expect(problems.map(({ line, code }) => [line, code])).toEqual(codes.map((code, i) => [i + 2, code]));
  });

  test('dates and times as people write them', () => {
    const date = [2026, 3, 4];
    for (const [text, order] of [
      ['2026-03-04', 'ymd'],
      ['4.3.2026', 'dmy'],
      ['04/03/26', 'dmy'],
      ['3/4/2026', 'mdy'],
      ['2026/3/4', 'ymd'],
    ] as const) {
      expect(readDate(text, order), text).toEqual({ date, time: null });
    }
    expect(readDate('2026-03-04T19:30:05.123Z', 'ymd')).toEqual({ date, time: [19, 30, 5] });
    expect(readDate('2026-03-04 7:30 pm', 'ymd')).toEqual({ date, time: [19, 30, 0] });
    for (const text of ['', 'soon', '2026-13-01', '2026-02-29', '1/1/1', '2026-03-04 x']) {
      expect(readDate(text, 'ymd'), text).toBeNull();
    }
    expect([readTime('12:05 am'), readTime('12:05 pm'), readTime('24:00')]).toEqual([[0, 5, 0], [12, 5, 0], null]);
    expect([readSeconds('45', 60), readSeconds('4.5 s', 60), readSeconds('1:30', 99)]).toEqual([45, 4.5, 90]);
    expect([readSeconds('61', 60), readSeconds('-1', 60), readSeconds('1e3', 2000)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('what is far too long for a date is none, and is found out at once', () => {
    // A minute, where every space is tried as the last one.
    expect(readDate(`1.2.2026${' '.repeat(200_000)}x\n`, 'dmy')).toBeNull();
  });

  test('the order of dates is guessed from those that say it', () => {
    const ordered = (...dates: string[]) => guessMapping(tableOf('date', ...dates), 'dmy').dates;
    expect(ordered('01/02/2026', '03/25/2026')).toBe('mdy');
    expect(ordered('01/02/2026', '25/03/2026')).toBe('dmy');
    expect(ordered('01/02/2026')).toBe('dmy');
    expect(ordered('2026-02-01')).toBe('ymd');
  });

  test('exercises are guessed only where there is one that is meant', () => {
    const table = tableOf(
      'exercise',
      'Calf raise',
      'calf-raise-eccentric',
      'Glute bridges',
      'glute bridges',
      'Swimming',
    );
    const { exercises } = guessMapping(table, 'dmy');
    expect(exerciseNames(table, 0)).toEqual(['Calf raise', 'calf-raise-eccentric', 'Glute bridges', 'Swimming']);
    expect([...exercises.values()]).toEqual([null, 'calf-raise-eccentric', 'glute-bridge', null]);
  });

  test('a log that went on since gives the same sets as before, and more', () => {
    const rows = ['1.2.2026;Glute bridge;8', '1.2.2026;Glute bridge;8', '3.2.2026;Glute bridge;9'];
    const before = read(tableOf('date;exercise;reps', ...rows));
    const after = read(tableOf('date;exercise;reps', '5.2.2026;Glute bridge;10', ...rows, '3.2.2026;Glute bridge;7'));
    const setsOf = ({ sessions }: typeof before) => sessions.flatMap((session) => session.sets);
    expect(setsOf(after)).toEqual(expect.arrayContaining(setsOf(before)));
    expect(setsOf(after)).toHaveLength(5);
  });

  test('a long day becomes several sessions, each of which is taken in at once', () => {
    const { sessions, reps } = read(tableOf('date;exercise;sets;reps', '1.2.2026;Glute bridge;20;500'));
    expect(reps).toBe(10_000);
    expect(sessions).toHaveLength(5);
    for (const session of sessions) expect(logPartSchema.safeParse([session]).success).toBe(true);
    expect(sessions.flatMap(({ sets }) => sets.map(({ startedAtMs }) => startedAtMs))).toEqual(
      Array.from({ length: 20 }, (_, i) => Date.UTC(2026, 1, 1, 12, i)),
    );
  });

  test('a small table that claims millions of reps is too large, and is not read to its end', () => {
    const rows = (n: number) => Array.from({ length: n }, () => '1.2.2026;Glute bridge;20;500');
    expect(read(tableOf('date;exercise;sets;reps', ...rows(49)))).toMatchObject({ reps: 490_000, isTooLarge: false });
    const { reps, isTooLarge } = read(tableOf('date;exercise;sets;reps', ...rows(20_000)));
    expect(isTooLarge).toBe(true);
    expect(reps).toBeLessThan(600_000);
  });

  test('whatever stands in it, every row is taken in, left out or named', () => {
    const cell = fc.oneof(
      anyText({ maxLength: 30 }),
      fc.constantFrom(
        '2026-02-01',
        '__proto__',
        'constructor',
        'NaN',
        '-0',
        '1e999',
        'Glute bridge',
        'L',
        '12',
        '9'.repeat(500),
      ),
    );
    const row = fc.array(cell, { maxLength: 12 });
    const column = fc.option(fc.integer({ min: -1, max: 12 }), { nil: undefined });
    const columns = fc.record(Object.fromEntries(LOG_FIELDS.map((field) => [field, column])));
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 8 }),
        row,
        columns,
        fc.constantFrom('ymd', 'dmy', 'mdy'),
        (rows, header, c, dates) => {
          const table = { header, rows: rows.map((cells, i) => ({ line: i + 2, cells })) };
          const { exercises } = guessMapping(table, dates);
          const { sessions, problems, leftOut } = read(table, { columns: c, dates, exercises });
          for (const session of sessions) expect(logPartSchema.safeParse([session]).error).toBeUndefined();
          const lines = problems.length + leftOut;
          expect(lines).toBeLessThanOrEqual(rows.length);
          expect(sessions.length > 0 || lines === rows.length).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});
