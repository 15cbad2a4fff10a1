import { existsSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { CallError } from '../../../../shared/contract/contract.ts';
import { asCallError } from '../database.ts';
import type { HeldHistory } from '../heldHistory.ts';
import { openStaged } from '../openStaged.ts';
import { createHistoryStore } from '../store.ts';
import { DATABASE_FILE } from '../swap.ts';
import type { FoundBackup } from './backupPlaces.ts';
import { inspectBeside } from './inspectBeside.ts';

/**
 * Copies a backup, looks the copy through and brings it up to date, before anything happens to the present history.
 *
 * @param work what else is done with it
 * @returns the staging folder, for `HeldHistory.replaceBy`
 * @throws CallError `backup-unusable` or `disk-full`; nothing is left of the copy
 */
export async function stageBackup(
  history: HeldHistory,
  { path }: FoundBackup,
  work: (db: Database.Database) => void = () => undefined,
): Promise<string> {
  const staging = history.staging();
  const file = join(staging, DATABASE_FILE);
  try {
    await copyFile(path, file);
    if (existsSync(`${path}-wal`)) await copyFile(`${path}-wal`, `${file}-wal`);
    await inspectBeside({ file, isOurs: true });
    const db = openStaged(staging);
    try {
      work(db);
      // What follows from its rows has to come out, or it could not be opened once it is in its place.
      createHistoryStore(db);
    } finally {
      db.close();
    }
    return staging;
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    throw asCallError(error).code === 'disk-full' ? error : new CallError('backup-unusable', String(error));
  }
}
