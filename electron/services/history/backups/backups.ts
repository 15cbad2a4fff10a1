import { rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { CallError } from '../../../../shared/contract/contract.ts';
import type { BackupFailure, BackupsView } from '../../../../shared/history/backups.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log/log.ts';
import { BACKUP_FOLDER, isDamage, type KeepCopy } from '../database.ts';
import type { HeldHistory } from '../heldHistory.ts';
import { createRecovery, type RecoveryService } from '../salvage/recovery.ts';
import { unsettled } from '../salvage/recoveryRecord.ts';
import { setAsideIn } from '../swap.ts';
import { type BackupWish, listBackups, removeParts, writeBackup, writeBackupNow } from './backupFiles.ts';
import { folderProblemOf, problemOfFolder } from './backupFolder.ts';
import { fileStamp, machineName, outdated } from './backupNames.ts';
import { type BackupPlaces, backupPlaces, type FoundBackup, findBackups, ownBackups } from './backupPlaces.ts';
import { countRows, rowsOf } from './inspect.ts';
import { stageBackup } from './stageBackup.ts';

/** Keeps copies of the history, and brings them back. */
export interface Backups {
  /** From here on it makes one a day by itself, when something changed and nobody is being counted. */
  start(): void;
  stop(): void;
  /** When nothing is being copied or brought back any more. */
  idle(): Promise<void>;
  view(): BackupsView;
  /** The folder of the person's choice where backups cannot go into it, as far as is known: it is tried at the start, and with each backup. */
  folderAway(): string | null;
  make(): Promise<BackupsView>;
  /** The present history is set aside, and can be gone back to in turn. */
  restore(id: string): Promise<BackupsView>;
  /** Null for the one beside the history. */
  chooseFolder(folder: string | null): BackupsView;
  readonly recovery: RecoveryService;
}

export interface BackupsOptions {
  readonly history: HeldHistory;
  readonly clock: Clock;
  readonly chosenFolder: () => string | null;
  readonly keepFolder: (folder: string | null) => void;
  readonly log: Pick<Log, 'note' | 'error'>;
  /** When something was saved last, in ms since 1970. */
  readonly lastSavedMs: () => number;
  /** By which its backups are told from those of other machines in the same folder. */
  readonly machine?: string;
}

/** Copies a history before it is brought to the next version, into the folder of the person's choice where that can be. */
export function copyToBackups(
  historyFolder: string,
  {
    clock,
    chosenFolder,
    machine = machineName(hostname()),
  }: Pick<BackupsOptions, 'clock' | 'chosenFolder' | 'machine'>,
): KeepCopy {
  return (db, version) => {
    const { folders } = backupPlaces(join(historyFolder, BACKUP_FOLDER), chosenFolder(), machine);
    const wish: BackupWish = { kind: 'before-version', version, machine, stamp: fileStamp(clock.now()) };
    for (const [i, folder] of folders.entries()) {
      try {
        writeBackupNow(db, folder, wish);
        return;
      } catch (error) {
        if (i === folders.length - 1) throw error;
      }
    }
  };
}

/** Whether there are backups of this history, looked for without writing anything. */
export function hasOwnBackups(
  historyFolder: string,
  { chosenFolder, machine = machineName(hostname()) }: Pick<BackupsOptions, 'chosenFolder' | 'machine'>,
): boolean {
  const chosen = chosenFolder();
  const away = chosen === null ? [] : listBackups(chosen).filter((backup) => backup.machine === machine);
  return away.length > 0 || listBackups(join(historyFolder, BACKUP_FOLDER)).length > 0;
}

const FIRST_LOOK_MS = 15_000;
const LOOK_EVERY_MS = 60_000;
/** Comparing the history with its newest backup reads both: not every minute. */
const COMPARE_EVERY_MS = 3_600_000;
/** Nearly a day: whoever trains at the same hour every evening gets one every evening. */
const DAILY_MS = 20 * 3_600_000;
/** Someone whose last rep is this long ago is not being counted. */
const QUIET_MS = 120_000;

export function createBackups(options: BackupsOptions): Backups {
  const { history, clock, chosenFolder, keepFolder, lastSavedMs, log } = options;
  const machine = options.machine ?? machineName(hostname());
  let timer: unknown = null;
  let comparedMs = Number.NEGATIVE_INFINITY;
  let last: Promise<unknown> = Promise.resolve();
  let failure: BackupFailure | null = null;

  let known: BackupPlaces | null = null;

  /** Tries the folder of choice, by writing into it: a drive in the network may take its time. */
  const places = (): BackupPlaces => {
    known = backupPlaces(join(history.folder, BACKUP_FOLDER), chosenFolder(), machine);
    return known;
  };
  const wish = (kind: 'daily' | 'asked'): BackupWish => ({
    kind,
    version: null,
    machine,
    stamp: fileStamp(clock.now()),
  });

  /** One after the other: a history is not replaced while it is copied. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }

  /** It may be the history itself that is not whole: then the next copy is one of what could be read of it. */
  async function mending<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isDamage(error)) history.distrust();
      throw error;
    }
  }

  async function write(kind: 'daily' | 'asked'): Promise<void> {
    const now = places();
    const { folders } = now;
    for (const [i, folder] of folders.entries()) {
      try {
        removeParts(folder, machine);
        await writeBackup(history.db(), folder, wish(kind));
        log.note('backup-made', { kind, choice: i });
        failure = null;
        removeOutdated(now, folder);
        return;
      } catch (error) {
        log.error('backup', error);
        // Where the chosen folder fails, there is the one beside the history.
        if (i < folders.length - 1) continue;
        failure = failureOf(error);
        throw error;
      }
    }
  }

  function removeOutdated(now: BackupPlaces, folder: string): void {
    // One that was made today of what could be read would take the place of this morning's, with all that was there.
    if (unsettled(history.folder).length > 0) return;
    for (const { file } of outdated(ownBackups(now, folder), clock.now())) {
      try {
        rmSync(join(folder, file));
      } catch {
        // It goes with the next one.
      }
    }
  }

  function view(): BackupsView {
    const now = places();
    const backups = findBackups(now, history.folder).map(({ path, version, ...backup }) => backup);
    const [folder = ''] = now.folders;
    const setAside = { folder: history.folder, ...setAsideIn(history.folder) };
    return { folder, chosenFolder: now.chosen, folderProblem: now.problem, failure, backups, setAside };
  }

  function isDue(): boolean {
    const nowMs = clock.now();
    // A clock that was set back is no reason to wait.
    if (nowMs - lastSavedMs() < QUIET_MS && nowMs >= lastSavedMs()) return false;
    if (nowMs - comparedMs < COMPARE_EVERY_MS && nowMs >= comparedMs) return false;
    comparedMs = nowMs;
    const now = places();
    const [folder = ''] = now.folders;
    const newest = ownBackups(now, folder).find(({ atMs }) => atMs <= nowMs);
    if (!newest) return Object.values(countRows(history.db())).some((rows) => rows > 0);
    return nowMs - newest.atMs >= DAILY_MS && hasChanged(join(folder, newest.file));
  }

  function hasChanged(backup: string): boolean {
    try {
      const before = rowsOf(backup);
      return Object.entries(countRows(history.db())).some(([table, rows]) => rows !== before[table]);
    } catch {
      return true;
    }
  }

  function look(): void {
    timer = clock.setTimer(LOOK_EVERY_MS, look);
    const daily = async (): Promise<void> => {
      if (timer !== null && isDue()) await write('daily');
    };
    void inTurn(() => mending(daily)).catch((error) => log.error('backups', error));
  }

  const find = (): FoundBackup[] => findBackups(places(), history.folder);
  const recovery = createRecovery({ history, find, log });

  return {
    start: () => {
      timer = clock.setTimer(FIRST_LOOK_MS, look);
    },
    stop: () => {
      if (timer !== null) clock.clearTimer(timer);
      timer = null;
    },
    idle: async () => {
      await last;
    },
    view,
    folderAway: () => {
      const { chosen, problem } = known?.chosen === chosenFolder() ? known : places();
      return problem === null ? null : chosen;
    },
    make: () =>
      inTurn(async () => {
        await mending(() => write('asked'));
        return view();
      }),
    restore: (id) =>
      inTurn(async () => {
        const backup = find().find((one) => one.id === id);
        if (!backup) throw new CallError('backup-unusable', 'It is not there any more.');
        history.replaceBy(await stageBackup(history, backup));
        return view();
      }),
    chooseFolder: (folder) => {
      const problem = folder === null ? null : problemOfFolder(folder);
      if (problem !== null) throw new CallError('backup-folder', problem);
      keepFolder(folder);
      comparedMs = Number.NEGATIVE_INFINITY;
      return view();
    },
    recovery: {
      state: () => inTurn(recovery.state),
      choose: (backupId) => inTurn(() => recovery.choose(backupId)),
    },
  };
}

function failureOf(error: unknown): BackupFailure {
  if (isDamage(error)) return 'not-whole';
  return folderProblemOf(error) === 'full' ? 'full' : 'unwritable';
}
