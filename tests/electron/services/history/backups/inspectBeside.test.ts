import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { inspectBeside } from '../../../../../electron/services/history/backups/inspectBeside.ts';
import { openDatabase } from '../../../../../electron/services/history/database.ts';
import { tempFolder } from '../../../../support/tempFolder.ts';

// Disks and machines can be slow.
vi.setConfig({ testTimeout: 60_000 });

test('a thread of its own says the same of a copy as whoever asks it', async () => {
  const folder = tempFolder();
  const { db } = openDatabase(folder, 'now');
  const file = join(folder, 'copy.sqlite');
  await db.backup(file);
  db.close();
  const beside = await inspectBeside({ file, isOurs: true }, { smallBytes: 0 });
  expect(beside).toMatchObject({ reps: 0, rows: { sessions: 0 } });
  expect(beside).toEqual(await inspectBeside({ file, isOurs: false }));
  // One that ends without a word keeps nobody waiting.
  const silent = { smallBytes: 0, worker: new URL('data:text/javascript,') };
  expect(await inspectBeside({ file, isOurs: false }, silent)).toEqual(beside);
  writeFileSync(file, 'Dear diary');
  await expect(inspectBeside({ file, isOurs: false }, { smallBytes: 0 })).rejects.toThrow(/not a database/);
});
