import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup, FolderProblem } from '../../../../shared/history/backups.ts';
import { DATABASE_FILE } from '../swap.ts';
import { listBackups } from './backupFiles.ts';
import { problemOfFolder } from './backupFolder.ts';
import { type BackupName, readStamp } from './backupNames.ts';

/** Where backups go and where they are found. */
export interface BackupPlaces {
  readonly chosen: string | null;
  /** Why backups do not go where the person wants them. */
  readonly problem: FolderProblem | null;
  /** Where to write, the first choice first. The last one, beside the history, is always there to fall back on. */
  readonly folders: readonly string[];
  /** Whether a backup in one of the folders was made of this history. */
  isOwn(folder: string, backup: BackupName): boolean;
}

/** A backup and the file or folder that it is. */
export interface FoundBackup extends Backup {
  readonly path: string;
  readonly version: number | null;
}

/** @param beside the folder of backups beside the history */
export function backupPlaces(beside: string, chosen: string | null, machine: string): BackupPlaces {
  try {
    mkdirSync(beside, { recursive: true });
  } catch {
    // Whoever writes into it is told why that cannot be.
  }
  const problem = chosen === null ? null : problemOfFolder(chosen);
  const folders = chosen === null || problem !== null ? [beside] : [chosen, beside];
  // Beside the history all are, whatever the machine was called when it made them. In a shared folder only the name tells.
  const isOwn = (folder: string, backup: BackupName): boolean => folder === beside || backup.machine === machine;
  return { chosen, problem, folders, isOwn };
}

/** Those of this history, newest first. */
export function ownBackups({ isOwn }: BackupPlaces, folder: string): BackupName[] {
  return listBackups(folder).filter((backup) => isOwn(folder, backup));
}

/** Everything that can be gone back to, newest first. */
export function findBackups({ folders, isOwn }: BackupPlaces, history: string): FoundBackup[] {
  const copies = folders.flatMap((folder) =>
    listBackups(folder).map((backup) => {
      const { file, kind, version, atMs, reps } = backup;
      const machine = isOwn(folder, backup) ? null : backup.machine;
      return { id: file, kind, version, atMs, reps, machine, path: join(folder, file) };
    }),
  );
  const found = [...copies, ...findReplaced(history)].flatMap((backup) => {
    const bytes = sizeOf(backup.path);
    return bytes === null ? [] : [{ ...backup, bytes }];
  });
  return [...new Map(found.toReversed().map((backup) => [backup.id, backup])).values()].sort((a, b) => b.atMs - a.atMs);
}

const REPLACED = /^replaced-(.+Z)-(\d+)-reps$/;

function findReplaced(history: string): Omit<FoundBackup, 'bytes'>[] {
  return readdirSync(history).flatMap((id) => {
    const [, stamp = '', reps] = REPLACED.exec(id) ?? [];
    const atMs = readStamp(stamp);
    if (Number.isNaN(atMs)) return [];
    const path = join(history, id, DATABASE_FILE);
    return [{ id, kind: 'replaced', version: null, atMs, reps: Number(reps), machine: null, path }];
  });
}

function sizeOf(file: string): number | null {
  try {
    return statSync(file).size;
  } catch {
    return null;
  }
}
