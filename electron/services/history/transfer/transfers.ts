import { mkdirSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type Database from 'better-sqlite3';
import { CallError } from '../../../../shared/contract/contract.ts';
import type { PersonSettings } from '../../../../shared/history/historyFile.ts';
import { type ImportKind, type ImportReport, RefusedError } from '../../../../shared/history/importing.ts';
import { type ExportFormat, type ImportPart, isUnderWay, type Transfer } from '../../../../shared/history/transfer.ts';
import { makePrivateFolder } from '../../privateFolder.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import { type Arriving, arrivingOf, READING_SHARE } from './arriving.ts';
import { exportCsv } from './exportCsv.ts';
import { ownExportFolder } from './exportFolders.ts';
import { exportJson, type Report } from './exportJson.ts';
import { makeWhole, writeFile } from './outputs.ts';

export interface TransferOptions {
  readonly dataFolder: string;
  /** Of the app. */
  readonly version: string;
  readonly now: () => number;
  /** Opens the history where it is not open. */
  readonly database: () => Database.Database;
  readonly settings: () => PersonSettings;
  /** Takes over what is not set here yet; says how much. */
  readonly takeSettings: (settings: PersonSettings) => number;
  /** Makes a backup, before an import writes. */
  readonly backUp: () => Promise<void>;
  /** Something new may be in the history. */
  readonly saved: () => void;
}

/** The history goes out and comes in: one piece of work at a time, and its outcome until the next one. */
export interface Transfers {
  view(): Transfer;
  /** @throws CallError `busy` */
  startExport(format: ExportFormat, folder: string): Transfer;
  /**
   * An import that was begun before and not finished is given up.
   *
   * @param size of all parts together
   * @throws CallError `busy`
   */
  beginImport(importId: string, kind: ImportKind, size: number): Transfer;
  /** @throws CallError `bad-request` where this import is not the one that was begun last, or is of another kind */
  addPart(importId: string, part: ImportPart): Transfer;
  finishImport(importId: string): Transfer;
  cancel(): Transfer;
  /** Gives up whatever is going on. */
  close(): void;
}

const STAGING_FILE = 'import.sqlite';

class Cancelled extends Error {}

export function createTransfers(options: TransferOptions): Transfers {
  const { dataFolder, version, now, database, settings, takeSettings, backUp, saved } = options;
  let transfer: Transfer = { state: 'none' };
  let arriving: Arriving | null = null;
  /** Raised whenever what goes on is given up: whoever finds another number than at the beginning stops. */
  let round = 0;

  const giveUp = (): void => {
    round++;
    arriving?.job.discard();
    arriving = null;
  };
  const checkFree = (): void => {
    const isWaiting = arriving !== null && transfer.state === 'importing' && !transfer.isWriting;
    if (isUnderWay(transfer) && !isWaiting) throw new CallError('busy', 'Something is being exported or imported.');
    giveUp();
  };
  const reporter = (show: (ratio: number) => Transfer): Report => {
    const own = round;
    return (done, of) => {
      if (own !== round) throw new Cancelled();
      transfer = show(of === 0 ? 1 : Math.min(1, done / of));
    };
  };
  /** Does the work while others go on, and keeps what became of it. */
  const run = (work: () => Promise<Transfer>): Transfer => {
    const own = round;
    void work()
      .catch(outcomeOf)
      .then((outcome) => {
        if (own === round) transfer = outcome;
      });
    return transfer;
  };
  const expect = (importId: string): Arriving => {
    if (arriving?.id !== importId) throw new CallError('bad-request', 'This import is not under way.');
    return arriving;
  };

  return {
    view: () => transfer,
    startExport: (format, folder) => {
      checkFree();
      const db = database();
      transfer = { state: 'exporting', ratio: 0 };
      const report = reporter((ratio) => ({ state: 'exporting', ratio }));
      return run(async () => {
        if (!isAbsolute(folder)) throw Object.assign(new Error('Not a whole path.'), { code: 'ENOENT' });
        if (folder === ownExportFolder(dataFolder)) makePrivateFolder(folder);
        const atMs = now();
        const date = new Date(atMs).toISOString().slice(0, 10);
        const path =
          format === 'json'
            ? await makeWhole(folder, { name: `soleus-history-${date}`, ending: '.json' }, (unfinished) =>
                writeFile(unfinished, (file) => {
                  const head = { app: version, schema: MIGRATIONS.length, exportedAtMs: atMs, settings: settings() };
                  return exportJson(db, file, head, report);
                }),
              )
            : await makeWhole(folder, { name: `soleus-csv-${date}`, ending: '' }, (unfinished) =>
                exportCsv(db, unfinished, report),
              );
        return { state: 'exported', format, path };
      });
    },
    beginImport: (id, kind, size) => {
      checkFree();
      database();
      const folder = join(dataFolder, 'history');
      mkdirSync(folder, { recursive: true });
      arriving = arrivingOf(id, kind, size, join(folder, STAGING_FILE));
      transfer = { state: 'importing', ratio: 0, isWriting: false };
      return transfer;
    },
    addPart: (importId, part) => {
      const current = expect(importId);
      try {
        transfer = { state: 'importing', ratio: current.take(part), isWriting: false };
      } catch (error) {
        if (error instanceof CallError) throw error;
        giveUp();
        transfer = outcomeOf(error);
      }
      return transfer;
    },
    finishImport: (importId) => {
      const { job, kind } = expect(importId);
      arriving = null;
      const db = database();
      const progress = reporter((ratio) => ({
        ...{ state: 'importing', isWriting: ratio === 1 },
        ratio: READING_SHARE + (1 - READING_SHARE) * ratio,
      }));
      return run(async () => {
        try {
          const { tallies, settings: person } = await job.finish(db, backUp, progress);
          saved();
          const report: ImportReport = { kind, records: tallies, settings: person ? takeSettings(person) : 0 };
          return { state: 'imported', report };
        } finally {
          job.discard();
        }
      });
    },
    cancel: () => {
      if (isUnderWay(transfer) && !(transfer.state === 'importing' && transfer.isWriting)) {
        giveUp();
        transfer = { state: 'cancelled' };
      }
      return transfer;
    },
    close: () => {
      giveUp();
      rmSync(join(dataFolder, 'history', STAGING_FILE), { force: true });
    },
  };
}

function outcomeOf(error: unknown): Transfer {
  if (error instanceof RefusedError) return { state: 'refused', refusal: error.refusal };
  if (error instanceof Cancelled) return { state: 'cancelled' };
  return { state: 'failed', problem: problemOf(error), detail: String(error) };
}

function problemOf(error: unknown): Extract<Transfer, { state: 'failed' }>['problem'] {
  const code = String((error as { code?: unknown }).code);
  if (['ENOENT', 'ENOTDIR'].includes(code)) return 'no-folder';
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return 'folder-unwritable';
  if (['ENOSPC', 'SQLITE_FULL', 'disk-full'].includes(code)) return 'disk-full';
  return code.startsWith('SQLITE') || code.startsWith('history') ? 'history' : 'internal';
}
