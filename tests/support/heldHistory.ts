import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type HeldHistory, holdHistory } from '../../electron/services/history/heldHistory.ts';
import { DATABASE_FILE } from '../../electron/services/history/swap.ts';
import { UTC_DAYS } from './localDays.ts';
import { NO_LOG } from './noLog.ts';

/** A history in this folder, until the test is over. */
export function hold(folder: string, { now = (): number => 1, log = NO_LOG } = {}): HeldHistory {
  const history = holdHistory({ folder, now, keepCopy: () => undefined, ...UTC_DAYS, log });
  onTestFinished(() => history.end());
  return history;
}

/** A clock that goes on by a millisecond each time it is looked at. */
export function ticking(): () => number {
  let ms = 0;
  return () => ++ms;
}

/** Everything is in the file, nothing in memory, and then the file is written over. */
export function writeOver(history: HeldHistory): void {
  history.db().pragma('wal_checkpoint(TRUNCATE)');
  history.db().pragma('shrink_memory');
  const file = join(history.folder, DATABASE_FILE);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(statSync(file).size - 4096, 0x5a), 0, undefined, 4096);
  closeSync(handle);
}
