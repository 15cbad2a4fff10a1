import type { Backup, BackupFailure, BackupKind, FolderProblem } from '../../shared/history/backups.ts';
import { formatBytes, formatCount, formatDateTime } from './format.ts';

const reps = (n: number): string => (n === 1 ? '1 rep' : `${formatCount(n)} reps`);

/** Copies of the history: where they are, and how to go back to one. */
export const backupsText = {
  title: 'Backups',
  lead: 'Soleus keeps a copy of your history on each day on which it changed, and before each update of its form. It looks through every copy before it counts on it. The last seven days and four weeks stay.',
  now: 'Back up now',
  working: 'Copying …',
  made: 'Done: the copy is whole.',
  none: 'No backups yet. The first one is made when there is something to keep.',
  table: 'Backups, newest first',
  columns: { at: 'Made', why: 'Why', reps: 'Reps', size: 'Size', restore: 'Go back' },
  kind: {
    daily: 'Of the day',
    asked: 'By your wish',
    'before-version': 'Before an update',
    replaced: 'Replaced by another one',
  } satisfies Record<BackupKind, string>,
  other: (machine: string) => `from ${machine}`,
  unknown: '–',
  restore: 'Restore …',
  restoreOf: (atMs: number) => `Restore the backup of ${formatDateTime(atMs)}`,

  askTitle: (atMs: number) => `Go back to ${formatDateTime(atMs)}?`,
  ask: (backup: Pick<Backup, 'reps'>) =>
    backup.reps === null
      ? 'Your history becomes what it was then.'
      : `Your history becomes what it was then, with ${reps(backup.reps)}.`,
  askKept: 'As it is now, it is kept too: it stays in this list, and you can come back to it.',
  confirm: 'Go back to it',
  cancel: 'Leave it as it is',
  restored: (atMs: number) =>
    `Your history is as it was on ${formatDateTime(atMs)}. What was there before stays in this list.`,

  setAside: (n: number, bytes: number, folder: string) =>
    `${n === 1 ? 'One history that was' : `${formatCount(n)} histories that were`} damaged or replaced ${n === 1 ? 'is' : 'are'} kept beside yours: ${formatBytes(bytes)}, in ${folder}. Soleus never deletes them; you may.`,

  folder: 'Folder',
  goTo: (folder: string) => `Backups go into ${folder}`,
  ownFolder: 'A folder of your own',
  ownFolderHint: 'Another disk is best. Write its whole path; the folder has to be there already.',
  use: 'Use this folder',
  useUsual: 'Back to the usual folder',
  folderProblem: {
    missing: 'The folder of your choice is not there just now',
    'not-a-folder': 'The folder of your choice is not a folder',
    unwritable: 'Soleus may not write in the folder of your choice',
    full: 'The disk of the folder of your choice is full',
  } satisfies Record<FolderProblem, string>,
  meanwhile: (chosen: string, folder: string) => `${chosen} is left alone until then: backups go into ${folder}.`,
  failure: {
    full: 'The last backup found no room: the disk is full. Make some room, and back up again.',
    unwritable: 'The last backup could not be written. Look at the folder, and back up again.',
    'not-whole':
      'The last copy was not whole, so it was not kept. Soleus then looked closely at your history. Where it found harm, it asks you at your next step; then back up again.',
  } satisfies Record<BackupFailure, string>,
};
