import { closeSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { holdHistory } from '../../../../electron/services/history/heldHistory.ts';
import { DATABASE_FILE } from '../../../../electron/services/history/swap.ts';
import { CallError } from '../../../../shared/contract/contract.ts';
import { UTC_DAYS } from '../../../support/localDays.ts';
import { NO_LOG } from '../../../support/noLog.ts';
import { aRep, aSession, aSet } from '../../../support/records.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

// Disks and machines can be slow.
vi.setConfig({ testTimeout: 60_000 });

test('pages are written over in mid-set: what this run has saved is there, whatever could be read', () => {
  const folder = tempFolder();
  const history = holdHistory({ folder, now: () => 1, keepCopy: () => undefined, ...UTC_DAYS, log: NO_LOG });
  onTestFinished(() => history.end());
  const session = aSession();
  const set = aSet(session.id);
  history.append((store) => store.startSession(session));
  history.append((store) => store.startSet(set));
  for (let n = 1; n <= 60; n++) history.append((store) => store.addRep(aRep(set.id, n)));

  // Everything is in the file, nothing in memory, and then the file is written over.
  history.db().pragma('wal_checkpoint(TRUNCATE)');
  history.db().pragma('shrink_memory');
  const file = join(folder, DATABASE_FILE);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(statSync(file).size - 4096, 0x5a), 0, undefined, 4096);
  closeSync(handle);

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
  expect(readdirSync(folder).filter((name) => name.startsWith('damaged-'))).toHaveLength(1);
});
