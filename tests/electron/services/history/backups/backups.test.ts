import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Backups, createBackups } from '../../../../../electron/services/history/backups/backups.ts';
import { type HeldHistory, holdHistory } from '../../../../../electron/services/history/heldHistory.ts';
import { MIGRATIONS } from '../../../../../electron/services/history/migrations/migrations.ts';
import { commitStaged, DATABASE_FILE } from '../../../../../electron/services/history/swap.ts';
import { destroyPage, LARGE, largeHistory } from '../../../../support/largeHistory.ts';
import { UTC_DAYS } from '../../../../support/localDays.ts';
import { NO_LOG } from '../../../../support/noLog.ts';
import { aRep, aSession, aSet, measuresOf } from '../../../../support/records.ts';
import { tempFolder } from '../../../../support/tempFolder.ts';

// Disks and machines can be slow.
vi.setConfig({ testTimeout: 60_000 });

const NOON = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;

interface Bench {
  readonly folder: string;
  readonly history: HeldHistory;
  readonly backups: Backups;
  readonly machine: string;
  chosen: string | null;
  nowMs: number;
  lastSavedMs: number;
  /** Lets the timer ring that is set, and whatever it began finish. */
  ring(): Promise<void>;
}

function bench({ folder = tempFolder(), machine = 'desk', chosen = null as string | null } = {}): Bench {
  let timer: (() => void) | null = null;
  const clock = {
    now: () => self.nowMs,
    setTimer: (_: number, run: () => void) => {
      timer = run;
      return run;
    },
    clearTimer: () => {
      timer = null;
    },
  };
  const history = holdHistory({ folder, now: clock.now, keepCopy: () => undefined, ...UTC_DAYS, log: NO_LOG });
  onTestFinished(() => history.end());
  const backups = createBackups({
    ...{ history, clock, machine, log: NO_LOG },
    chosenFolder: () => self.chosen,
    keepFolder: (kept) => {
      self.chosen = kept;
    },
    lastSavedMs: () => self.lastSavedMs,
  });
  const self: Bench = {
    ...{ folder, history, backups, machine, chosen },
    nowMs: NOON,
    lastSavedMs: Number.NEGATIVE_INFINITY,
    ring: async () => {
      timer?.();
      await backups.idle();
    },
  };
  return self;
}

/** A session of one set with so many reps. */
function train({ history }: Bench, reps: number): void {
  const store = history.store();
  const session = aSession();
  const set = aSet(session.id);
  store.startSession(session);
  store.startSet(set);
  for (let n = 1; n <= reps; n++) {
    const rep = aRep(set.id, n);
    store.addRep(rep);
    store.addRepMeasures(measuresOf(rep));
  }
}

function repsNow({ history }: Bench): number {
  return history.db().prepare('SELECT count(*) FROM reps').pluck().get() as number;
}

const folderOf = ({ folder }: Bench): string => join(folder, 'backups');

describe('by itself', () => {
  test('one a day, when something changed and nobody is being counted', async () => {
    const b = bench();
    b.backups.start();
    await b.ring();
    expect(b.backups.view().backups).toEqual([]);

    train(b, 3);
    b.nowMs += HOUR;
    b.lastSavedMs = b.nowMs - 30_000;
    await b.ring();
    expect(b.backups.view().backups).toEqual([]);
    b.nowMs += 120_000;
    await b.ring();
    expect(b.backups.view().backups).toMatchObject([{ kind: 'daily', reps: 3, atMs: b.nowMs, machine: null }]);

    train(b, 2);
    b.nowMs += 10 * HOUR;
    await b.ring();
    expect(b.backups.view().backups).toHaveLength(1);
    b.nowMs += 10 * HOUR;
    await b.ring();
    expect(b.backups.view().backups.map(({ reps }) => reps)).toEqual([5, 3]);

    b.nowMs += 40 * HOUR;
    await b.ring();
    expect(b.backups.view().backups).toHaveLength(2);
  });

  test('a clock that was wrong stops nothing and costs nothing', async () => {
    const b = bench();
    b.backups.start();
    train(b, 1);
    b.nowMs = Date.UTC(2040, 0);
    await b.ring();
    train(b, 1);
    b.lastSavedMs = b.nowMs;
    b.nowMs = NOON;
    await b.ring();
    expect(b.backups.view().backups.map(({ reps }) => reps)).toEqual([1, 2]);
    for (let day = 1; day <= 10; day++) {
      train(b, 1);
      b.nowMs += 24 * HOUR;
      await b.ring();
    }
    const { backups } = b.backups.view();
    expect(backups[0]).toMatchObject({ reps: 1 });
    expect(backups[1]).toMatchObject({ reps: 12 });
    expect(backups.length).toBeLessThanOrEqual(11);
  });

  test('reps go on being saved while a copy is made, and the copy is whole', async () => {
    const b = bench();
    train(b, 400);
    const making = b.backups.make();
    train(b, 5);
    await making;
    train(b, 1);
    const [file = ''] = readdirSync(folderOf(b));
    const copy = new Database(join(folderOf(b), file), { readonly: true });
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete');
    expect(copy.prepare('SELECT count(*) FROM reps').pluck().get()).toBeGreaterThanOrEqual(400);
    copy.close();
    expect(readdirSync(folderOf(b))).toEqual([file]);
  });

  test('a copy that was cut off is swept away, nothing else', async () => {
    const b = bench();
    train(b, 1);
    mkdirSync(folderOf(b));
    writeFileSync(join(folderOf(b), 'soleus-desk-2026-11-19T12-00-00.000Z.part'), 'half');
    writeFileSync(join(folderOf(b), 'soleus-lap-2026-11-19T12-00-00.000Z.part'), 'of another machine, perhaps at work');
    writeFileSync(join(folderOf(b), 'letter.txt'), 'mine');
    await b.backups.make();
    expect(readdirSync(folderOf(b)).toSorted()).toEqual([
      'letter.txt',
      'soleus-desk-asked-2026-11-20T12-00-00.000Z-1-reps.sqlite',
      'soleus-lap-2026-11-19T12-00-00.000Z.part',
    ]);
  });
});

describe('a history that is too large to be looked through at the start, and damaged where its rows are counted', () => {
  test.each([
    ['while there is no backup yet', false],
    ['while there is one of the day before', true],
  ])('%s: the next look mends it, and the one after that copies all of it', async (_, hasBackup) => {
    const folder = largeHistory();
    if (hasBackup) {
      const before = bench({ folder });
      await before.backups.make();
      before.history.end();
    }
    destroyPage(folder, 'first', 'sqlite_autoindex_reps_1');
    const b = bench({ folder });
    b.nowMs += 24 * HOUR;
    b.backups.start();
    await b.ring();
    expect(readdirSync(folder).filter((name) => name.startsWith('damaged-'))).toHaveLength(1);
    expect(b.backups.view().failure).toBe(hasBackup ? 'not-whole' : null);
    expect(readdirSync(folderOf(b)).filter((name) => name.endsWith('.part'))).toEqual([]);
    b.nowMs += HOUR;
    await b.ring();
    const { failure, backups } = b.backups.view();
    expect(failure).toBeNull();
    expect(backups[0]).toMatchObject({ kind: 'daily', reps: LARGE.reps.length });
  });

  test('whoever asks for one is told that the history was not whole, and nothing is left of the copy', async () => {
    const folder = largeHistory();
    destroyPage(folder, 'first', 'sqlite_autoindex_reps_1');
    const b = bench({ folder });
    await expect(b.backups.make()).rejects.toMatchObject({ code: 'SQLITE_CORRUPT' });
    expect(b.backups.view()).toMatchObject({ failure: 'not-whole', backups: [] });
    expect(readdirSync(folderOf(b))).toEqual([]);
    expect((await b.backups.make()).backups).toMatchObject([{ reps: LARGE.reps.length }]);
  });
});

describe('the folder of the person’s choice', () => {
  test('takes the backups; when it is gone they go beside the history, and the page is told', async () => {
    const chosen = tempFolder();
    const b = bench();
    train(b, 2);
    expect(b.backups.chooseFolder(chosen)).toMatchObject({ folder: chosen, chosenFolder: chosen, folderProblem: null });
    await b.backups.make();
    expect(readdirSync(chosen)).toHaveLength(1);

    rmSync(chosen, { recursive: true });
    train(b, 1);
    b.nowMs += HOUR;
    const view = await b.backups.make();
    expect(view).toMatchObject({ folder: folderOf(b), chosenFolder: chosen, folderProblem: 'missing', failure: null });
    expect(view.backups.map(({ reps }) => reps)).toEqual([3]);
    expect(existsSync(chosen)).toBe(false);

    mkdirSync(chosen);
    expect(b.backups.view()).toMatchObject({ folder: chosen, folderProblem: null, backups: [{ reps: 3 }] });
  });

  test('whoever asks whether it is away is told what is known, and it is left alone', async () => {
    const chosen = tempFolder();
    const b = bench({ chosen });
    train(b, 1);
    expect(b.backups.folderAway()).toBeNull();
    rmSync(chosen, { recursive: true });
    expect(b.backups.folderAway()).toBeNull();
    await b.backups.make();
    expect(b.backups.folderAway()).toBe(chosen);
    mkdirSync(chosen);
    expect(b.backups.folderAway()).toBe(chosen);
    expect(readdirSync(chosen)).toEqual([]);
    await b.backups.make();
    expect(b.backups.folderAway()).toBeNull();
    // Another choice is tried at once.
    b.chosen = join(chosen, 'not there');
    expect(b.backups.folderAway()).toBe(b.chosen);
  });

  test.each([
    ['missing', () => join(tempFolder(), 'nowhere')],
    ['missing', () => 'not/an/absolute/one'],
    [
      'not-a-folder',
      () => {
        const file = join(tempFolder(), 'file');
        writeFileSync(file, '');
        return file;
      },
    ],
  ])('one that is %s is refused, and the one before stays', (problem, folder) => {
    const b = bench();
    expect(() => b.backups.chooseFolder(folder())).toThrow(
      expect.objectContaining({ code: 'backup-folder', message: problem }),
    );
    expect(b.backups.view()).toMatchObject({ folder: folderOf(b), chosenFolder: null });
  });

  test('two machines share one without taking each other’s', async () => {
    const chosen = tempFolder();
    const desk = bench({ machine: 'desk', chosen });
    const lap = bench({ machine: 'lap', chosen });
    train(desk, 7);
    await desk.backups.make();
    for (let day = 0; day < 10; day++) {
      lap.nowMs += 24 * HOUR;
      train(lap, 1);
      await lap.backups.make();
    }
    expect(desk.backups.view().backups.filter(({ machine }) => machine === null)).toMatchObject([{ reps: 7 }]);
    const [one] = lap.backups.view().backups.filter(({ machine }) => machine === 'desk');
    await lap.backups.restore(one?.id ?? '');
    expect(repsNow(lap)).toBe(7);
  });
});

test('beside the history all are its own, whatever the machine was called: they are offered and cleared away', async () => {
  const desk = bench();
  train(desk, 4);
  await desk.backups.make();
  desk.history.end();
  const renamed = bench({ folder: desk.folder, machine: 'new-desk' });
  expect(renamed.backups.view().backups).toMatchObject([{ reps: 4, machine: null }]);
  train(renamed, 1);
  renamed.nowMs += HOUR;
  await renamed.backups.make();
  expect(renamed.backups.view().backups.map(({ reps }) => reps)).toEqual([5]);
  renamed.history.end();

  writeFileSync(join(desk.folder, DATABASE_FILE), 'lightning');
  const again = bench({ folder: desk.folder, machine: 'newest-desk' });
  again.nowMs += 2 * HOUR;
  expect(await again.backups.recovery.state()).toMatchObject({ backup: { reps: 5 } });
});

describe('going back', () => {
  test('the present history is kept, and can be gone back to in turn', async () => {
    const b = bench();
    train(b, 4);
    const [asked] = (await b.backups.make()).backups;
    train(b, 2);
    b.nowMs += HOUR;
    const { backups } = await b.backups.restore(asked?.id ?? '');
    expect(repsNow(b)).toBe(4);
    const replaced = backups.find(({ kind }) => kind === 'replaced');
    expect(b.backups.view().setAside).toEqual({ folder: b.folder, histories: 1, bytes: replaced?.bytes });
    expect(replaced).toMatchObject({ reps: 6, atMs: b.nowMs });
    b.nowMs += HOUR;
    await b.backups.restore(replaced?.id ?? '');
    expect(repsNow(b)).toBe(6);
    train(b, 1);
    expect(repsNow(b)).toBe(7);
  });

  test('an older one is brought up to date', async () => {
    const b = bench();
    train(b, 2);
    b.history.end();
    const older = bench({ folder: b.folder });
    mkdirSync(folderOf(b));
    const copy = join(folderOf(b), 'soleus-desk-before-version-4-2026-11-19T12-00-00.000Z-0-reps.sqlite');
    const db = new Database(copy);
    for (const sql of MIGRATIONS.slice(0, 3)) db.exec(sql);
    db.pragma('user_version = 3');
    db.close();
    const before = readFileSync(copy);
    await older.backups.restore(older.backups.view().backups[0]?.id ?? '');
    expect(repsNow(older)).toBe(0);
    expect(older.history.db().pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(readFileSync(copy).equals(before)).toBe(true);
  });

  test.each<[string, (file: string) => void]>([
    [
      'damaged',
      (file) => writeFileSync(file, Buffer.concat([readFileSync(file).subarray(0, 8192), Buffer.alloc(8192)])),
    ],
    ['no database at all', (file) => writeFileSync(file, 'Dear diary')],
    ['empty', (file) => writeFileSync(file, '')],
    [
      'of another program',
      (file) => {
        rmSync(file);
        new Database(file).exec('CREATE TABLE recipes (id)').close();
      },
    ],
    [
      'from a newer version',
      (file) => {
        const db = new Database(file);
        db.exec('ALTER TABLE sessions ADD COLUMN mood TEXT');
        db.pragma('user_version = 99');
        db.close();
      },
    ],
    [
      'under a version that is not its own',
      (file) => {
        const db = new Database(file);
        db.pragma('user_version = 99');
        db.close();
      },
    ],
    ['gone', (file) => rmSync(file)],
    ...(
      [
        ['a trigger', 'CREATE TRIGGER t AFTER INSERT ON sessions BEGIN DELETE FROM reps; END'],
        ['a view', 'CREATE VIEW v AS SELECT randomblob(1000000000) FROM reps'],
        ['a table of its own', 'CREATE TABLE pictures (bytes BLOB)'],
        ['a table less', 'DROP TABLE feels'],
        ['a column more', 'ALTER TABLE reps ADD COLUMN picture BLOB'],
        ['an index less', 'DROP INDEX reps_by_set'],
        ['values that nothing follows from', "UPDATE derived SET version = 0; UPDATE rep_measures SET faults = '{}'"],
      ] as const
    ).map(([what, sql]): [string, (file: string) => void] => [
      `whole but has ${what}`,
      (file) => new Database(file).exec(sql).close(),
    ]),
  ])('a backup that is %s is refused, and nothing is touched', async (_, spoil) => {
    const b = bench();
    train(b, 3);
    const [asked] = (await b.backups.make()).backups;
    spoil(join(folderOf(b), asked?.id ?? ''));
    train(b, 1);
    await expect(b.backups.restore(asked?.id ?? '')).rejects.toMatchObject({ code: 'backup-unusable' });
    expect(repsNow(b)).toBe(4);
    expect(readdirSync(b.folder).filter((name) => /^(restoring|replaced|damaged)/.test(name))).toEqual([]);
  });

  test.each(['../history.sqlite', '/etc/passwd', ''])('%j is no backup', async (id) => {
    await expect(bench().backups.restore(id)).rejects.toMatchObject({ code: 'backup-unusable' });
  });

  test('cut off at any moment, there is the one history or the other, whole', async () => {
    const b = bench();
    train(b, 4);
    await b.backups.make();
    train(b, 2);
    const staging = b.history.staging();
    const [copy = ''] = readdirSync(folderOf(b));
    copyFileSync(join(folderOf(b), copy), join(staging, DATABASE_FILE));
    b.history.end();
    // Before it counts, it is swept away by the next one; the present history stays.
    const before = bench({ folder: b.folder });
    expect(repsNow(before)).toBe(6);
    const again = before.history.staging();
    expect(readdirSync(again)).toEqual([]);
    copyFileSync(join(folderOf(b), copy), join(again, DATABASE_FILE));
    before.history.end();
    // From here on it counts, and whoever opens the history next finishes it, once.
    commitStaged(again);
    const after = bench({ folder: b.folder });
    expect(repsNow(after)).toBe(4);
    train(after, 1);
    after.history.end();
    expect(repsNow(bench({ folder: b.folder }))).toBe(5);
  });
});
