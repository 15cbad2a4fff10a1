import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { toDisk } from '../toDisk.ts';
import { type BackupName, nameBackup, readBackupName } from './backupNames.ts';
import { countRows, type Inspection, inspect, NotWholeError } from './inspect.ts';
import { inspectBeside } from './inspectBeside.ts';

/** What a copy is to be called; what is in it is known when it is made. */
export type BackupWish = Pick<BackupName, 'machine' | 'kind' | 'version'> & { readonly stamp: string };

/** So many pages are copied at a time; in between, whoever saves a rep comes first. */
const PAGES_AT_A_TIME = 250;

/**
 * Copies the history while it is in use, looks the copy through, and only then gives it its name. The folder has to be there.
 *
 * @throws NotWholeError, or an error of the file system or of SQLite; nothing is left of the copy
 */
export async function writeBackup(db: Database.Database, folder: string, wish: BackupWish): Promise<BackupName> {
  const before = countRows(db);
  const part = beginPart(folder, wish);
  try {
    await db.backup(part, { progress: () => PAGES_AT_A_TIME });
    const after = countRows(db);
    const inspection = await inspectBeside({ file: part, isOurs: true });
    // What is saved meanwhile may be in the copy or not; everything else has to be.
    const misses = Object.entries(inspection.rows).some(
      ([table, rows]) =>
        rows < Math.min(before[table] ?? 0, after[table] ?? 0) ||
        rows > Math.max(before[table] ?? 0, after[table] ?? 0),
    );
    if (misses) throw new NotWholeError('The copy does not have the rows of the history.');
    return finish(folder, part, wish, inspection);
  } catch (error) {
    remove(part);
    throw error;
  }
}

/** The same at a moment when nothing else can go on: before a migration. */
export function writeBackupNow(db: Database.Database, folder: string, wish: BackupWish): void {
  const part = beginPart(folder, wish);
  try {
    db.prepare('VACUUM INTO ?').run(part);
    finish(folder, part, wish, inspect(part, true));
  } catch (error) {
    remove(part);
    throw error;
  }
}

/** The backups in a folder, newest first; none where it cannot be read. */
export function listBackups(folder: string): BackupName[] {
  let files: string[];
  try {
    files = readdirSync(folder);
  } catch {
    return [];
  }
  return files
    .map(readBackupName)
    .filter((name) => name !== null)
    .sort((a, b) => b.atMs - a.atMs);
}

/** Copies that were cut off: nobody can use them. */
export function removeParts(folder: string, machine: string): void {
  const ours = `soleus-${machine}-`;
  for (const file of readdirSync(folder)) {
    if (file.startsWith(ours) && file.endsWith('.part')) remove(join(folder, file));
  }
}

/** An empty file to copy into: it may lie in a folder of others, and is nobody's but this account's. */
function beginPart(folder: string, { machine, stamp }: BackupWish): string {
  const part = join(folder, `soleus-${machine}-${stamp}.part`);
  writeFileSync(part, '', { mode: 0o600 });
  return part;
}

function finish(folder: string, part: string, wish: BackupWish, { reps }: Inspection): BackupName {
  const file = nameBackup(wish, wish.stamp, reps);
  toDisk(part);
  renameSync(part, join(folder, file));
  const { machine, kind, version } = wish;
  return { file, machine, kind, version, atMs: readBackupName(file)?.atMs ?? 0, reps };
}

function remove(part: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(part + ending, { force: true });
}
