import { rmSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { FolderProblem } from '../../../../shared/history/backups.ts';

/** What is the matter with a folder for backups, found out by writing in it; null when nothing is. */
export function problemOfFolder(folder: string): FolderProblem | null {
  if (!isAbsolute(folder)) return 'missing';
  const probe = join(folder, `.soleus-may-write-${process.pid}`);
  try {
    if (!statSync(folder).isDirectory()) return 'not-a-folder';
    writeFileSync(probe, 'Soleus looks whether it may write here.');
    rmSync(probe);
    return null;
  } catch (error) {
    rmSync(probe, { force: true });
    return folderProblemOf(error);
  }
}

export function folderProblemOf(error: unknown): FolderProblem {
  const code = String((error as { code?: unknown }).code);
  if (code === 'ENOENT') return 'missing';
  if (code === 'ENOTDIR') return 'not-a-folder';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') return 'full';
  return 'unwritable';
}
