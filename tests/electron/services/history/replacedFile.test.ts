import { copyFileSync, cpSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { HeldHistory } from '../../../../electron/services/history/heldHistory.ts';
import { DATABASE_FILE } from '../../../../electron/services/history/swap.ts';
import { hold, ticking, writeOver } from '../../../support/heldHistory.ts';
import { NO_LOG } from '../../../support/noLog.ts';
import { aRep, aSession, aSet } from '../../../support/records.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

// Disks and machines can be slow.
vi.setConfig({ testTimeout: 60_000 });

// Windows holds on to a file that is open.
describe.skipIf(process.platform === 'win32')('the file is removed or replaced while it is open', () => {
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
    expect(readdirSync(folder).filter((name) => name.startsWith('damaged-'))).toEqual([]);
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

  test('putting it back is cut off: the next start finishes it', () => {
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
});
