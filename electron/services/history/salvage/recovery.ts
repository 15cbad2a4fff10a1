import { join } from 'node:path';
import { CallError } from '../../../../shared/contract/contract.ts';
import type { Recovery } from '../../../../shared/history/backups.ts';
import type { Log } from '../../log/log.ts';
import type { FoundBackup } from '../backups/backupPlaces.ts';
import { countRows } from '../backups/inspect.ts';
import { inspectBeside } from '../backups/inspectBeside.ts';
import { stageBackup } from '../backups/stageBackup.ts';
import type { HeldHistory } from '../heldHistory.ts';
import { DATABASE_FILE, workFolder } from '../swap.ts';
import { type Damaged, isUnread, unsettled, writeRecord } from './recoveryRecord.ts';
import { salvage } from './salvage.ts';
import { asFarAsItGoes } from './takeOver.ts';

/** What may still be done after a damaged history was set aside. */
export interface RecoveryService {
  /** What the person has not settled yet; null when there is nothing. */
  state(): Promise<Recovery | null>;
  /**
   * Puts a backup under what could be read and what was done since; with null all stays as it is.
   *
   * @throws CallError `backup-unusable` or `disk-full`; nothing is settled
   */
  choose(backupId: string | null): Promise<void>;
}

export interface RecoveryOptions {
  readonly history: HeldHistory;
  readonly find: () => FoundBackup[];
  readonly log: Pick<Log, 'error'>;
}

export function createRecovery({ history, find, log }: RecoveryOptions): RecoveryService {
  const found = (): Damaged[] => {
    // It is when the history is opened that damage is found.
    history.db();
    return unsettled(history.folder);
  };
  return {
    state: async () => {
      const open = found();
      const { reps: present = 0 } = countRows(history.db());
      const [damaged] = open;
      if (!damaged) return null;
      const { path, record } = damaged;
      // A backup that was made since is one of what could be read. Where a clock was wrong, more reps tell an older one.
      const damagedMs = Math.min(...open.map(({ atMs }) => atMs));
      const newest = await newestWhole(find().filter(({ atMs, reps }) => atMs < damagedMs || (reps ?? 0) > present));
      const backup = newest && (({ path: _, version: __, ...shown }) => shown)(newest);
      const salvaged = isUnread(damaged) ? null : (record?.salvaged ?? null);
      return record?.isGone
        ? { isGone: true, path: join(history.folder, DATABASE_FILE), salvaged, backup }
        : { isGone: false, path, salvaged, backup };
    },
    choose: async (backupId) => {
      if (backupId === null) history.readRest();
      const open = found();
      if (backupId !== null) {
        const backup = find().find(({ id }) => id === backupId);
        if (!backup) throw new CallError('backup-unusable', 'It is not there any more.');
        // What could be read is read once more: the backup may have what its rows refer to.
        const staging = await stageBackup(history, backup, (db) => {
          for (const { path } of open.filter(({ record }) => !record?.isGone))
            asFarAsItGoes(() => salvage(db, path, workFolder(history.folder)), log);
        });
        history.replaceBy(staging, 'together');
      }
      for (const { path, record } of open) {
        const { tries = 1, salvaged = { sessions: 0, reps: 0 }, isGone = false } = record ?? {};
        writeRecord(path, { state: 'settled', tries, salvaged, isGone });
      }
    },
  };
}

async function newestWhole(backups: readonly FoundBackup[]): Promise<FoundBackup | null> {
  for (const backup of backups) {
    if (backup.kind === 'replaced' || backup.machine !== null) continue;
    try {
      await inspectBeside({ file: backup.path, isOurs: false });
      return backup;
    } catch {
      // An older one, then.
    }
  }
  return null;
}
