import {
  closeSync,
  copyFileSync,
  cpSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '../../../../electron/services/history/database.ts';
import { type HeldHistory, holdHistory } from '../../../../electron/services/history/heldHistory.ts';
import { createHistoryStore } from '../../../../electron/services/history/store.ts';
import { DATABASE_FILE, newName } from '../../../../electron/services/history/swap.ts';
import { CallError } from '../../../../shared/contract/contract.ts';
import { UTC_DAYS } from '../../../support/localDays.ts';
import { NO_LOG } from '../../../support/noLog.ts';
import { aRep, aSession, aSet, measuresOf } from '../../../support/records.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

// Disks and machines can be slow.
vi.setConfig({ testTimeout: 60_000 });

function hold(folder: string, { now = (): number => 1, log = NO_LOG } = {}): HeldHistory {
  const history = holdHistory({ folder, now, keepCopy: () => undefined, ...UTC_DAYS, log });
  onTestFinished(() => history.end());
  return history;
}

function ticking(): () => number {
  let ms = 0;
  return () => ++ms;
}

const setAside = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('damaged-'));

/** Everything is in the file, nothing in memory, and then the file is written over. */
function writeOver(history: HeldHistory): void {
  history.db().pragma('wal_checkpoint(TRUNCATE)');
  history.db().pragma('shrink_memory');
  const file = join(history.folder, DATABASE_FILE);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(statSync(file).size - 4096, 0x5a), 0, undefined, 4096);
  closeSync(handle);
}

test('pages are written over in mid-set: what this run has saved is there, whatever could be read', () => {
  const folder = tempFolder();
  const history = hold(folder);
  const session = aSession();
  const set = aSet(session.id);
  history.append((store) => store.startSession(session));
  history.append((store) => store.startSet(set));
  for (let n = 1; n <= 60; n++) history.append((store) => store.addRep(aRep(set.id, n)));

  writeOver(history);
  const next = aRep(set.id, 61);
  const add = (): void => history.append((store) => store.addRep(next));
  let error: unknown;
  try {
    add();
  } catch (reason) {
    error = reason;
  }
  expect(error).toMatchObject({ code: expect.stringMatching(/^SQLITE_CORRUPT/) });
  expect(history.mend(new CallError('disk-full', 'of something else'))).toBe(false);
  expect(history.mend(error)).toBe(true);
  add();
  const [kept] = history.store().sessions(Number.MAX_SAFE_INTEGER, 5);
  expect(kept?.sets[0]?.reps.map(({ n }) => n)).toEqual(Array.from({ length: 61 }, (_, i) => i + 1));
  expect(setAside(folder)).toHaveLength(1);
});

// Windows holds on to a file that is open.
const isWindows = process.platform === 'win32';

describe('while another history is being built', () => {
  function built(meanwhile: (history: HeldHistory) => void): void {
    const history = hold(tempFolder(), { now: ticking() });
    const [present, other] = [aSession(), aSession()];
    history.append((store) => store.startSession(present));
    const staging = history.staging();
    const { db } = openDatabase(staging, 'staged');
    createHistoryStore(db).startSession(other);
    db.close();
    meanwhile(history);
    history.replaceBy(staging);
    expect(history.store().session(other.id)).not.toBeNull();
    expect(history.store().session(present.id)).toBeNull();
  }

  test('damage shows: it stays, and takes its place', () => {
    built((history) => history.mend(Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' })));
  });

  test.skipIf(isWindows)('the file is removed: it stays, and takes its place', () => {
    built((history) => {
      rmSync(join(history.folder, DATABASE_FILE));
      history.store();
    });
  });

  test('it is gone: no empty one is begun in its place, and the present one stays', () => {
    const history = hold(tempFolder());
    const session = aSession();
    history.append((store) => store.startSession(session));
    for (const how of ['alone', 'together'] as const) {
      expect(() => history.replaceBy(history.staging(), how)).toThrow();
    }
    expect(history.store().session(session.id)).not.toBeNull();
    expect(readdirSync(history.folder).filter((name) => name.startsWith('re'))).toEqual([]);
  });
});

test('a new one that was cut off while it was built is swept away at the next start, nothing else', () => {
  const folder = tempFolder();
  const unfinished = newName(join(folder, DATABASE_FILE));
  for (const file of [unfinished, `${unfinished}-wal`, join(folder, 'letter.new')]) writeFileSync(file, '');
  const history = hold(folder);
  history.store();
  history.end();
  expect(readdirSync(folder).toSorted()).toEqual([DATABASE_FILE, 'letter.new']);
});

test('damage after one has gone back brings nothing of what one went back from', () => {
  const history = hold(tempFolder());
  const [before, since] = [aSession(), aSession()];
  history.append((store) => store.startSession(before));
  const staging = history.staging();
  openDatabase(staging, 'staged').db.close();
  history.replaceBy(staging);
  history.append((store) => store.startSession(since));
  writeOver(history);
  history.distrust();
  expect(history.store().session(since.id)).not.toBeNull();
  expect(history.store().session(before.id)).toBeNull();
});

describe.skipIf(isWindows)('the file is removed or replaced while it is open', () => {
  const SESSION = aSession();
  const SET = aSet(SESSION.id);
  /** Reps up to this one are in the file that was there before. */
  const BEFORE = 3;

  function addReps(history: HeldHistory, from: number, to: number): void {
    for (let n = from; n <= to; n++) history.append((store) => store.addRep(aRep(SET.id, n)));
  }

  /** Closed again, and a copy of it lies beside it. */
  function written(): { readonly folder: string; readonly file: string; readonly older: string } {
    const folder = tempFolder();
    const history = hold(folder);
    history.append((store) => store.startSession(SESSION));
    history.append((store) => store.startSet(SET));
    addReps(history, 1, BEFORE);
    history.end();
    const file = join(folder, DATABASE_FILE);
    copyFileSync(file, join(folder, 'older'));
    return { folder, file, older: join(folder, 'older') };
  }

  /** The older file, and the journal of the open one, fit together no more. */
  function openedLater(folder: string, log = NO_LOG): { readonly history: HeldHistory; readonly reps: number } {
    const history = hold(folder, { now: ticking(), log });
    addReps(history, BEFORE + 1, 200);
    history.db().pragma('wal_checkpoint(TRUNCATE)');
    addReps(history, 201, 210);
    return { history, reps: 210 };
  }

  const repsIn = (history: HeldHistory): number =>
    history.db().prepare('SELECT count(*) FROM reps').pluck().get() as number;

  test.each<[string, (file: string, older: string) => void]>([
    ['removed', (file) => rmSync(file)],
    ['replaced', (file, older) => renameSync(older, file)],
  ])('it is %s and not used again before the end: the next start has every rep', (_, harm) => {
    const { folder, file, older } = written();
    const { history, reps } = openedLater(folder);
    harm(file, older);
    history.end();
    expect(repsIn(hold(folder))).toBe(reps);
    expect(setAside(folder)).toEqual([]);
  });

  test('what lay in its place is set aside as it was', () => {
    const { folder, file, older } = written();
    const { history } = openedLater(folder);
    const bytes = readFileSync(older);
    renameSync(older, file);
    history.store();
    const [replaced = ''] = readdirSync(folder).filter((name) => name.startsWith('replaced-'));
    expect(readFileSync(join(folder, replaced, DATABASE_FILE)).equals(bytes)).toBe(true);
    expect(statSync(join(folder, replaced, `${DATABASE_FILE}-wal`), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
  });

  test('it is replaced and another one is to take its place: that one does', () => {
    const { folder, file, older } = written();
    const { history } = openedLater(folder);
    const staging = history.staging();
    copyFileSync(older, join(staging, DATABASE_FILE));
    renameSync(older, file);
    history.replaceBy(staging);
    expect(repsIn(history)).toBe(BEFORE);
  });

  test.each<[string, (file: string, older: string) => void]>([
    ['removed', (file) => rmSync(file)],
    ['replaced', (file, older) => renameSync(older, file)],
    ['robbed of its journal', (file) => rmSync(`${file}-wal`)],
  ])('it is %s while it is being opened: every rep is there, then and after a power cut', (_, harm) => {
    const { folder, file, older } = written();
    let isHarmed = false;
    const note = (what: string): void => {
      if (what !== 'history-opened' || isHarmed) return;
      isHarmed = true;
      harm(file, older);
    };
    const { history, reps } = openedLater(folder, { ...NO_LOG, note });
    expect(isHarmed).toBe(true);
    expect(repsIn(history)).toBe(reps);
    const afterwards = tempFolder();
    cpSync(folder, afterwards, { recursive: true });
    expect(repsIn(hold(afterwards))).toBe(reps);
  });

  test('putting it back fails: nothing is left of that, and the next use tries again', () => {
    const { folder, file } = written();
    const history = hold(folder);
    addReps(history, BEFORE + 1, 20);
    rmSync(file);
    // Something lies where the copy is to wait.
    const obstacle = join(folder, 'restoring-1970-01-01T00-00-00.001Z-0-reps');
    writeFileSync(obstacle, '');
    expect(() => history.store()).toThrow();
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    rmSync(obstacle);
    expect(repsIn(history)).toBe(20);
    expect(repsIn(history)).toBe(20);
  });

  test('and its pages were written over: what this run has saved is there, with what lies there now', () => {
    const { folder, file, older } = written();
    const { history, reps } = openedLater(folder);
    writeOver(history);
    renameSync(older, file);
    let error: unknown;
    try {
      history.store();
    } catch (reason) {
      error = reason;
    }
    expect(history.mend(error)).toBe(true);
    expect(repsIn(history)).toBe(reps);
  });
});

test.skipIf(isWindows)('putting it back is cut off: the next start finishes it', () => {
  const folder = tempFolder();
  const history = hold(folder);
  const session = aSession();
  history.append((store) => store.startSession(session));
  const file = join(folder, DATABASE_FILE);
  rmSync(file);
  writeFileSync(file, 'a letter');
  // Something lies where the letter is to go.
  const obstacle = join(folder, 'replaced-1970-01-01T00-00-00.001Z-0-reps');
  writeFileSync(obstacle, '');
  expect(() => history.store()).toThrow();
  rmSync(obstacle);
  expect(hold(folder).store().unfinished()?.id).toBe(session.id);
  expect(readFileSync(join(obstacle, DATABASE_FILE), 'utf8')).toBe('a letter');
});

describe('a history that is too large to be looked through at the start', () => {
  const SESSION = aSession();
  const SET = aSet(SESSION.id);
  const REPS = Array.from({ length: 200 }, (_, i) => aRep(SET.id, i + 1));

  /** With a page destroyed that a quick look does not read: the last one with rows or entries of this table or index. */
  function damagedIn(what: string, change: (db: Database.Database) => void = () => undefined): string {
    const folder = tempFolder();
    const { db } = openDatabase(folder, 'then');
    db.transaction(() => {
      const store = createHistoryStore(db);
      store.startSession(SESSION);
      store.startSet(SET);
      for (const rep of REPS) {
        store.addRep(rep);
        store.addRepMeasures(measuresOf(rep));
      }
      db.prepare("INSERT INTO overrides VALUES ('o', 1, 'pogo-double', ?)").run('long '.repeat(3_400_000));
    })();
    change(db);
    const find = db.prepare("SELECT max(pageno) FROM dbstat WHERE name = ? AND pagetype = 'leaf'").pluck();
    const page = find.get(what) as number;
    db.close();
    const file = join(folder, DATABASE_FILE);
    const bytes = readFileSync(file);
    expect(bytes.length).toBeGreaterThan(16_000_000);
    writeFileSync(file, bytes.fill(0xff, 4096 * (page - 1), 4096 * page));
    return folder;
  }

  test('what was deleted cannot be found: it is mended at the start, with every rep', () => {
    const folder = damagedIn('amendments_of_deletion');
    const history = hold(folder);
    expect(history.store().session(SESSION.id)?.sets[0]?.reps).toHaveLength(REPS.length);
    expect(setAside(folder)).toHaveLength(1);
  });

  test('its summaries cannot be built: it is mended at the start, with every rep', () => {
    const stale = (db: Database.Database): unknown => db.prepare('UPDATE derived SET version = 0').run();
    const folder = damagedIn('rep_measures', stale);
    const history = hold(folder);
    const reps = history.store().session(SESSION.id)?.sets[0]?.reps ?? [];
    expect(reps).toHaveLength(REPS.length);
    expect(reps.filter(({ measures }) => measures).length).toBeGreaterThan(100);
    expect(setAside(folder)).toHaveLength(1);
  });
});
