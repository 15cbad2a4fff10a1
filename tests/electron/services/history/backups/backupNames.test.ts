import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BackupName,
  fileStamp,
  machineName,
  nameBackup,
  outdated,
  readBackupName,
} from '../../../../../electron/services/history/backups/backupNames.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 20, 19);

function backup(daysAgo: number, changes: Partial<BackupName> = {}): BackupName {
  const atMs = NOW - daysAgo * DAY;
  return { file: `${atMs}`, kind: 'daily', machine: 'desk', version: null, atMs, reps: 100, ...changes };
}

const agesOf = (backups: readonly BackupName[]): number[] =>
  backups.map(({ atMs }) => (NOW - atMs) / DAY).sort((a, b) => a - b);

describe('names', () => {
  const anyBackup = fc.record({
    machine: fc.string({ maxLength: 30 }).map(machineName),
    kind: fc.constantFrom('daily' as const, 'asked' as const, 'before-version' as const),
    number: fc.integer({ min: 1, max: 9999 }),
    atMs: fc.integer({ min: 0, max: Date.UTC(2200, 0) }),
    reps: fc.integer({ min: 0, max: 999_999_999 }),
  });

  test('say all that they were given, whatever the machine is called', () => {
    fc.assert(
      fc.property(anyBackup, ({ machine, kind, number, atMs, reps }) => {
        const version = kind === 'before-version' ? number : null;
        const file = nameBackup({ machine, kind, version }, fileStamp(atMs), reps);
        expect(readBackupName(file)).toEqual({ file, machine, kind, version, atMs, reps });
      }),
    );
  });

  test.each(['holiday.sqlite', 'soleus-desk-daily-2026-13-45T99-00-00.000Z-1-reps.sqlite', 'history.sqlite', ''])(
    'a file of someone else: %s',
    (file) => expect(readBackupName(file)).toBeNull(),
  );
});

describe('what has had its time', () => {
  test('after months of daily backups there are seven days, four weeks, and each migration', () => {
    // The Friday evenings of the last hundred days; NOW is one of them.
    let kept: BackupName[] = [];
    for (let age = 100; age >= 0; age--) {
      const today = backup(age, { reps: 1000 - age });
      const migration = age === 60 || age === 50 ? [backup(age, { kind: 'before-version', version: age })] : [];
      kept.push(today, ...migration);
      const gone = new Set(outdated(kept, today.atMs));
      kept = kept.filter((one) => !gone.has(one));
    }
    // Days 0–6; the Sundays that end the three weeks before; the migrations.
    expect(agesOf(kept)).toEqual([0, 1, 2, 3, 4, 5, 6, 12, 19, 50, 60].map((age) => age));
  });

  test('never the newest, the largest, one from the future, or what is no daily one', () => {
    const any = fc.record({
      daysAgo: fc.double({ min: -30, max: 200, noNaN: true }),
      reps: fc.nat(500),
      version: fc.constantFrom(null, 3, 4),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), (ones) => {
        const all = ones.map(({ daysAgo, ...rest }) =>
          backup(daysAgo, { ...rest, kind: rest.version === null ? 'daily' : 'before-version' }),
        );
        const gone = new Set(outdated(all, NOW));
        const own = all.filter(({ atMs }) => atMs <= NOW);
        expect([...gone].every((one) => own.includes(one))).toBe(true);
        const kept = own.filter((one) => !gone.has(one));
        for (const version of [null, 3, 4]) {
          const newest = (of: BackupName[]): number =>
            Math.max(...of.filter((one) => one.version === version).map(({ atMs }) => atMs));
          expect(newest(kept)).toBe(newest(own));
        }
        expect(Math.max(0, ...kept.map(({ reps }) => reps))).toBe(Math.max(0, ...own.map(({ reps }) => reps)));
        expect(kept.length).toBeLessThanOrEqual(7 + 4 + 2 + 1);
      }),
    );
  });

  test('an evening counts once, however often one backs up in it', () => {
    const evening = [0, 0.01, 0.02, 0.03].map((age) => backup(age));
    expect(agesOf(outdated(evening, NOW))).toHaveLength(3);
  });
});
