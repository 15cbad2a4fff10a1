import { closeSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { uuidv7 } from 'uuidv7';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '../../../../electron/services/history/database.ts';
import { type HeldHistory, holdHistory } from '../../../../electron/services/history/heldHistory.ts';
import { DATABASE_FILE } from '../../../../electron/services/history/swap.ts';
import { CallError } from '../../../../shared/contract/contract.ts';
import { destroyPage, LARGE, largeHistory } from '../../../support/largeHistory.ts';
import { UTC_DAYS } from '../../../support/localDays.ts';
import { NO_LOG } from '../../../support/noLog.ts';
import { aRep, aSession, aSet } from '../../../support/records.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

// Disks and machines can be slow.
vi.setConfig({ testTimeout: 60_000 });

function hold(folder: string): HeldHistory {
  const history = holdHistory({ folder, now: () => 1, keepCopy: () => undefined, ...UTC_DAYS, log: NO_LOG });
  onTestFinished(() => history.end());
  return history;
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

// Windows holds on to a file that is open.
test.skipIf(process.platform === 'win32')('putting it back is cut off: the next start finishes it', () => {
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
  /** With a page destroyed that a quick look does not read. */
  function damagedIn(what: string, change?: (db: Database.Database) => void): string {
    const folder = largeHistory(change);
    expect(statSync(join(folder, DATABASE_FILE)).size).toBeGreaterThan(16_000_000);
    destroyPage(folder, 'last', what);
    return folder;
  }

  test('what was deleted cannot be found: it is mended at the start, with every rep', () => {
    const folder = damagedIn('amendments_of_deletion');
    const history = hold(folder);
    expect(history.store().session(LARGE.session.id)?.sets[0]?.reps).toHaveLength(LARGE.reps.length);
    expect(setAside(folder)).toHaveLength(1);
  });

  test('its summaries cannot be built: it is mended at the start, with every rep', () => {
    const stale = (db: Database.Database): unknown => db.prepare('UPDATE derived SET version = 0').run();
    const folder = damagedIn('rep_measures', stale);
    const history = hold(folder);
    const reps = history.store().session(LARGE.session.id)?.sets[0]?.reps ?? [];
    expect(reps).toHaveLength(LARGE.reps.length);
    expect(reps.filter(({ measures }) => measures).length).toBeGreaterThan(100);
    expect(setAside(folder)).toHaveLength(1);
  });
});

describe('what was said otherwise in this run, and was lost in part', () => {
  /** Says these notes of a session, one after the other, and loses some: by their place. */
  function saidAndLost(notes: readonly (readonly [string, number])[], lost: readonly number[]): string | undefined {
    const history = hold(tempFolder());
    const session = aSession();
    history.append((store) => store.startSession(session));
    const kept = notes.map(([value, atMs]) => {
      const said = { id: uuidv7(), atMs, of: 'session', targetId: session.id, field: 'note', value } as const;
      const dated = history.store().dated(said);
      history.append((store) => store.amend(dated));
      return dated.id;
    });
    for (const i of lost) history.db().prepare('DELETE FROM amendments WHERE id = ?').run(kept[i]);
    history.distrust();
    return history.store().session(session.id)?.note;
  }
  const [FIRST, LAST] = [['first', 1e12] as const, ['the last word', 1e12 + 5] as const];
  const SET_BACK = ['the last word', 1e12 - 5] as const;

  test.each([[[0]], [[1]], [[0, 1]]])('what was said last holds, when number %j comes back', (lost) => {
    expect(saidAndLost([FIRST, LAST], lost)).toBe('the last word');
    expect(saidAndLost([FIRST, SET_BACK], lost)).toBe('the last word');
  });
});
