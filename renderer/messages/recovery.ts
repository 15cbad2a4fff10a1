import type { Backup, Recovery } from '../../shared/history/backups.ts';
import { formatCount, formatDate, formatDateTime } from './format.ts';

const counted = (n: number, one: string, many: string): string => (n === 1 ? `1 ${one}` : `${formatCount(n)} ${many}`);
const reps = (n: number): string => counted(n, 'rep', 'reps');

/** After a damaged history: what happened, what is safe, what to do. */
export const recoveryText = {
  title: 'Your history file was damaged',
  goneTitle: 'Your history file is gone',
  gone: (path: string) => `It lay in ${path}. A new history was begun.`,
  aside: (path: string) => `It was put aside, not deleted: it lies in ${path}.`,
  read: ({ sessions, reps: n }: NonNullable<Recovery['salvaged']>) =>
    `${counted(sessions, 'session', 'sessions')} with ${reps(n)} could be read from it, and ${sessions === 1 ? 'is' : 'are'} in your history again.`,
  nothingRead: 'Nothing could be read from it.',
  notReadYet:
    'It was not read to its end yet: the disk was full, or Soleus was ended meanwhile. Whatever you choose, it is read then.',
  offer: ({ atMs, reps: n }: Pick<Backup, 'atMs' | 'reps'>) =>
    `There is a whole backup of ${formatDateTime(atMs)}${n === null ? '' : ` with ${reps(n)}`}. With it you have both: what was in it, and what came later as far as it could be read.`,
  goneOffer: ({ atMs, reps: n }: Pick<Backup, 'atMs' | 'reps'>) =>
    `There is a whole backup of ${formatDateTime(atMs)}${n === null ? '' : ` with ${reps(n)}`}. With it you have what was in it, and what you did since.`,
  noBackup: 'There is no backup that is whole. From now on Soleus makes one on each day on which something changes.',
  use: (atMs: number) => `Use the backup of ${formatDate(atMs)}`,
  working: 'Bringing it back …',
  startEmpty: 'Start empty',
  goOn: 'Go on as it is',
};
