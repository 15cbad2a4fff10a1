import { z } from 'zod';

/**
 * Why a copy of the history was made. `replaced` is no copy: it is a history that another one took the place of, or a
 * file that lay where ours belongs.
 */
export const BACKUP_KINDS = ['daily', 'asked', 'before-version', 'replaced'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

export const backupSchema = z.object({
  /** Its name, which also says that it is the same one in another list. */
  id: z.string(),
  kind: z.enum(BACKUP_KINDS),
  /** When it was made, in ms since 1970. */
  atMs: z.number(),
  bytes: z.int().min(0),
  /** How many reps are in it; null where it does not say so in its name. */
  reps: z.int().min(0).nullable(),
  /** The other machine that made it; null for one of this machine. */
  machine: z.string().nullable(),
});
export type Backup = z.infer<typeof backupSchema>;

/** What is the matter with the folder that the person chose for backups. */
export const FOLDER_PROBLEMS = ['missing', 'not-a-folder', 'unwritable', 'full'] as const;
export type FolderProblem = (typeof FOLDER_PROBLEMS)[number];

/** Why no backup could be made anywhere. */
export const BACKUP_FAILURES = ['full', 'unwritable', 'not-whole'] as const;
export type BackupFailure = (typeof BACKUP_FAILURES)[number];

export const backupsViewSchema = z.object({
  /** Where backups go now. */
  folder: z.string(),
  /** The folder that the person chose; null for the one beside the history. */
  chosenFolder: z.string().nullable(),
  /** Why backups go elsewhere than the person chose. */
  folderProblem: z.enum(FOLDER_PROBLEMS).nullable(),
  /** Why the last backup could not be made anywhere. */
  failure: z.enum(BACKUP_FAILURES).nullable(),
  /** Newest first. */
  backups: z.array(backupSchema),
  /** Histories that were damaged or replaced. Soleus never removes them. */
  setAside: z.object({ folder: z.string(), histories: z.int().min(0), bytes: z.int().min(0) }),
});
export type BackupsView = z.infer<typeof backupsViewSchema>;

/** What became of a damaged history, and what may still be done for it. */
export const recoverySchema = z.object({
  /** Nothing is left of it but backups. */
  isGone: z.boolean(),
  /** Where the damaged file lies, or lay. */
  path: z.string(),
  /** What could be read out of it and is in the history that was begun anew; null where it was not read to its end yet. */
  salvaged: z.object({ sessions: z.int().min(0), reps: z.int().min(0) }).nullable(),
  /** The newest backup that opens and is whole. */
  backup: backupSchema.nullable(),
});
export type Recovery = z.infer<typeof recoverySchema>;
