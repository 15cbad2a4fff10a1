import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { uuidv7 } from 'uuidv7';
import { describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../../../electron/services/history/database.ts';
import type { HeldHistory } from '../../../../electron/services/history/heldHistory.ts';
import { createHistoryStore } from '../../../../electron/services/history/store.ts';
import { DATABASE_FILE, newName } from '../../../../electron/services/history/swap.ts';
import { CallError } from '../../../../shared/contract/contract.ts';
import { hold, ticking, writeOver } from '../../../support/heldHistory.ts';
import { destroyPage, LARGE, largeHistory } from '../../../support/largeHistory.ts';
import { aRep, aSession, aSet } from '../../../support/records.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

// Disks and machines can be slow.
vi.setConfig({ testTimeout: 60_000 });

const setAside = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('damaged-'));

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

  // Windows holds on to a file that is open.
  test.skipIf(process.platform === 'win32')('the file is removed: it stays, and takes its place', () => {
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
  for (const file of [unfinished, `${unfinished}-wal`, `${join(folder, DATABASE_FILE)}.new`]) writeFileSync(file, '');
  const history = hold(folder);
  history.store();
  history.end();
  expect(readdirSync(folder).toSorted()).toEqual([DATABASE_FILE, `${DATABASE_FILE}.new`]);
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
