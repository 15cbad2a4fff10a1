import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../../../electron/services/history/database.ts';
import { createHistoryStore } from '../../../../../electron/services/history/store.ts';
import { DATABASE_FILE } from '../../../../../electron/services/history/swap.ts';
import { KEPT_TABLES } from '../../../../../electron/services/history/transfer/keptTables.ts';
import type { AnyRecord } from '../../../../../shared/history/keptRecords.ts';
import { contents, historyMachines, type Machines } from '../../../../support/historyMachines.ts';
import { randomHistory } from '../../../../support/randomHistories.ts';
import { aRep, aSession, aSet } from '../../../../support/records.ts';
import { tempFolder } from '../../../../support/tempFolder.ts';

let machines: Machines;
beforeAll(() => {
  machines = historyMachines();
});
afterAll(() => machines.close());

/** What three machines know of the same life: each has some of it, and none has a record without what that belongs to. */
const threeMachines = fc.tuple(randomHistory, fc.infiniteStream(fc.integer({ min: 0, max: 7 }))).map(([life, dice]) => {
  const holders = life.map(() => Number(dice.next().value) || 7);
  const endings = life.map(() => Number(dice.next().value));
  return [1, 2, 4].map((machine) => {
    const here = new Set<unknown>();
    return life.flatMap((one, i) => {
      const fields = one.record as unknown as Record<string, unknown>;
      const parents = [fields['sessionId'], fields['setId'], fields['repId'], fields['targetId']].filter(
        (parent) => parent != null,
      );
      const isHere = ((holders[i] ?? 0) & machine) > 0 && parents.every((parent) => here.has(parent));
      if (!isHere) return [];
      here.add(fields['id']);
      return [endedHere(one, (endings[i] ?? 0) & machine)];
    });
  });
});

/** One of them may have closed what another one finished, at another time. */
function endedHere(one: AnyRecord, otherwise: number): AnyRecord {
  if (otherwise === 0 || (one.kind !== 'sessionEnds' && one.kind !== 'setEnds')) return one;
  const reason = otherwise === 4 ? 'closed-later' : 'finished';
  return { ...one, record: { ...one.record, reason, endedAtMs: one.record.endedAtMs + otherwise } } as AnyRecord;
}

const WITHIN_MS = 60_000;

describe('a history goes out and comes back', () => {
  test('every table of the history is kept with every column, but what is derived and the bookmark of the breaks', () => {
    const db = machines.fresh();
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all() as string[];
    const kept = new Map(KEPT_TABLES.map(({ table, columns }) => [table, columns.map(({ column }) => column).sort()]));
    expect(tables.filter((table) => !kept.has(table)).sort()).toEqual([
      ...['break_state', 'derived', 'essential_sets', 'lower_months', 'rep_months', 'session_summaries', 'set_shapes'],
      'set_summaries',
    ]);
    for (const [table, columns] of kept) {
      expect(db.prepare('SELECT name FROM pragma_table_info(?) ORDER BY name').pluck().all(table)).toEqual(columns);
    }
  });

  test(
    'export, wipe and import give the same database, row for row, and the same file',
    async () => {
      await fc.assert(
        fc.asyncProperty(randomHistory, fc.integer({ min: 1, max: 50 }), async (records, pieces) => {
          const db = machines.fresh(records);
          const file = await machines.exported(db);
          JSON.parse(file);
          const other = machines.fresh();
          await machines.imported(other, file, pieces);
          expect(contents(other)).toEqual(contents(db));
          expect(await machines.exported(other)).toBe(file);
          for (const one of [db, other]) one.close();
        }),
        { numRuns: 30 },
      );
    },
    WITHIN_MS,
  );

  test('real histories of every version come back row for row', async () => {
    const old = join(import.meta.dirname, '../migrations/old');
    for (const name of readdirSync(old)) {
      const folder = tempFolder();
      writeFileSync(join(folder, DATABASE_FILE), gunzipSync(readFileSync(join(old, name))));
      const { db } = openDatabase(folder, 'now');
      createHistoryStore(db);
      const other = machines.fresh();
      await machines.imported(other, await machines.exported(db));
      const { derived: _, ...theirs } = contents(other);
      const { derived: __, ...ours } = contents(db);
      expect(theirs, name).toEqual(ours);
      expect(ours['reps']?.length, name).toBeGreaterThan(0);
      db.close();
    }
  });

  test('a file from before there were amendments is taken in', async () => {
    const [records = []] = fc.sample(
      randomHistory.filter((life) => life.length > 50),
      { numRuns: 1, seed: 3 },
    );
    const before = records.filter(({ kind }) => kind !== 'amendments');
    const { amendments: _, counts, ...file } = JSON.parse(await machines.exported(machines.fresh(before)));
    const { amendments: __, ...counted } = counts;
    const other = machines.fresh();
    await machines.imported(other, JSON.stringify({ ...file, schema: 4, counts: counted }));
    expect(contents(other)).toEqual(contents(machines.fresh(before)));
  });

  test('what is saved while it goes out is not in the file, and the file is whole', async () => {
    const [records = []] = fc.sample(
      randomHistory.filter((life) => life.length > 50),
      { numRuns: 1, seed: 3 },
    );
    const db = machines.fresh(records);
    const before = await machines.exported(db);
    const store = createHistoryStore(db);
    const file = await machines.exported(db, () => {
      const session = aSession();
      const set = aSet(session.id);
      store.startSession(session);
      store.startSet(set);
      store.addRep(aRep(set.id, 1));
    });
    expect(contents(db)['sessions']?.length).toBeGreaterThan(10);
    expect(file).toBe(before);
  });

  test(
    'merging is commutative, associative and idempotent, and loses nothing',
    async () => {
      await fc.assert(
        fc.asyncProperty(threeMachines, async ([a = [], b = [], c = []]) => {
          const [fileA, fileB, fileC] = await Promise.all(
            [a, b, c].map((records) => machines.exported(machines.fresh(records))),
          );
          const merged = async (first: readonly AnyRecord[], ...files: (string | undefined)[]) => {
            const db = machines.fresh(first);
            for (const file of files) await machines.imported(db, file ?? '');
            return db;
          };
          const ab = await merged(a, fileB);
          expect(contents(await merged(b, fileA))).toEqual(contents(ab));
          expect(contents(await merged(a, fileB, fileB, fileA))).toEqual(contents(ab));
          const bc = await machines.exported(await merged(b, fileC));
          expect(contents(await merged(a, bc))).toEqual(contents(await merged(a, fileB, fileC)));
          const known = JSON.stringify(contents(ab));
          for (const { kind, record } of [...a, ...b]) {
            if ('id' in record) expect(known, kind).toContain(record.id);
          }
        }),
        { numRuns: 15 },
      );
    },
    WITHIN_MS,
  );
});
