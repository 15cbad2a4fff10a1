import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import type { Api, Notice } from '../../shared/contract/contract.ts';
import type { Amendment } from '../../shared/history/amendments.ts';
import { calendarDays } from '../../shared/history/days.ts';
import { personSettings, takeOver } from '../../shared/history/historyFile.ts';
import { type BreakService, createBreakService } from './breaks/breakService.ts';
import type { BreakStore } from './breaks/breakStore.ts';
import { MACHINE_TIME, machineZone } from './breaks/localTime.ts';
import { type PresenceSource, UNKNOWN_PRESENCE } from './breaks/presence.ts';
import type { Clock } from './clock.ts';
import { fileStamp } from './history/backups/backupNames.ts';
import { type Backups, copyToBackups, createBackups, hasOwnBackups } from './history/backups/backups.ts';
import { asCallError } from './history/database.ts';
import { holdHistory } from './history/heldHistory.ts';
import type { HistoryQueries, HistoryQueryName } from './history/queries.ts';
import { unsettled } from './history/salvage/recoveryRecord.ts';
import type { HistoryStore } from './history/store.ts';
import { DATABASE_FILE } from './history/swap.ts';
import { exportFolder } from './history/transfer/exportFolders.ts';
import { createTransfers } from './history/transfer/transfers.ts';
import { diagnose } from './log/diagnostics.ts';
import { type Log, openLog } from './log/log.ts';
import { scrubError, scrubStack } from './log/scrub.ts';
import { openSettingsFile, type SettingsFile } from './settingsFile.ts';
import { saveTrace } from './traceFolder.ts';

export interface ServiceOptions {
  readonly dataFolder: string;
  readonly host: 'desktop' | 'browser';
  readonly version: string;
  /** Wall-clock time in ms since 1970. */
  readonly now: () => number;
  /** Tells whether someone is there, for the breaks. */
  readonly presence?: PresenceSource;
  /** Where newer versions can be had. */
  readonly releases?: Releases | null;
  /** Has the system start the app at login, or not. Throws where that cannot be kept. */
  readonly setStartAtLogin?: (isOn: boolean) => void;
}

export interface Releases {
  readonly page: string;
  /** Leads the person's browser there. */
  open(): Promise<void>;
}

export interface Services {
  readonly api: Api;
  /** Call people out of the chair once they are started: by a host that can show it. */
  readonly breaks: BreakService;
  /** Make one a day once they are started. */
  readonly backups: Backups;
  readonly settings: SettingsFile;
  readonly log: Log;
  close(): void;
}

/** Nothing else runs for two seconds while the history of another program is waited for. */
const ASK_AGAIN_MS = 60_000;

/** Everything behind the contract, in plain Node. The history is opened on first use, and tried again after a failure. */
export function createServices(options: ServiceOptions): Services {
  const { dataFolder, host, version, now, presence = UNKNOWN_PRESENCE, releases, setStartAtLogin } = options;
  const notices: Notice[] = [];
  const log = openLog(dataFolder, now);
  log.note('start', { version, host, platform: process.platform, node: process.versions.node });
  const settings = openSettingsFile(dataFolder, fileStamp(now()));
  if (settings.notice) {
    log.note(settings.notice.code);
    notices.push(settings.notice);
  }

  const clock: Clock = {
    now,
    // A timer of ours keeps no process alive.
    setTimer: (ms, run) => setTimeout(run, ms).unref(),
    clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout),
  };
  const chosenFolder = (): string | null => settings.read().backupFolder;
  const historyFolder = join(dataFolder, 'history');
  const historyFile = join(historyFolder, DATABASE_FILE);
  const held = holdHistory({
    folder: historyFolder,
    now,
    keepCopy: copyToBackups(historyFolder, { clock, chosenFolder }),
    hasBackups: () => hasOwnBackups(historyFolder, { chosenFolder }),
    onPutBack: () => {
      const notice: Notice = { code: 'history-put-back', path: historyFile };
      if (!notices.some(({ code }) => code === notice.code)) notices.push(notice);
    },
    days: calendarDays(MACHINE_TIME.dayOf),
    zone: machineZone(),
    log,
  });
  const history = held.store;
  let lastSavedMs = Number.NEGATIVE_INFINITY;
  const backups = createBackups({
    ...{ history: held, clock, chosenFolder, log },
    keepFolder: (backupFolder) => settings.change({ backupFolder }),
    lastSavedMs: () => lastSavedMs,
  });
  let refused: { readonly atMs: number; readonly error: unknown } | null = null;
  /** For the breaks, which look again and again: while the history is refused they do not ask every time. */
  const breakStore = (): BreakStore => {
    if (!held.isOpen() && refused && Math.abs(now() - refused.atMs) < ASK_AGAIN_MS) throw refused.error;
    try {
      return held.breakStore();
    } catch (error) {
      refused = { atMs: now(), error };
      throw error;
    }
  };
  const breaks = createBreakService({
    clock,
    local: MACHINE_TIME,
    presence,
    settings: () => settings.read(),
    store: breakStore,
    newId: uuidv7,
  });
  const transfers = createTransfers({
    ...{ dataFolder, version, now },
    database: held.db,
    settings: () => personSettings(settings.read()),
    takeSettings: (person) => {
      const before = settings.read();
      const { programmes, ...profile } = takeOver(before, person);
      settings.change({ ...profile, programmes });
      return Object.keys(profile).length + (programmes ? programmes.length - before.programmes.length : 0);
    },
    backUp: async () => {
      await backups.make();
    },
    saved: () => {
      lastSavedMs = now();
    },
  });
  const guarded = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      try {
        if (held.mend(error)) return await work();
      } catch (again) {
        throw asCallError(again);
      }
      throw asCallError(error);
    }
  };
  /** @param then what else is to know of it */
  const append =
    <Record>(add: (store: HistoryStore, record: Record) => void, then?: (record: Record) => void) =>
    (record: Record): Promise<null> =>
      guarded(() => {
        held.append((store) => add(store, record));
        lastSavedMs = now();
        then?.(record);
        return null;
      });
  const amend = append((store, amendment: Amendment) => store.amend(amendment));
  const ask =
    <Name extends HistoryQueryName>(name: Name) =>
    (request: Parameters<HistoryQueries[Name]>[0]): Promise<ReturnType<HistoryQueries[Name]>> =>
      guarded(() => held.queries()[name](request as never) as ReturnType<HistoryQueries[Name]>);

  const api: Api = {
    'app.info': () =>
      guarded(() => {
        // Opening the history here makes its troubles known when the app starts, not in the first set.
        history();
        const path = backups.folderAway();
        const away: Notice[] = path === null ? [] : [{ code: 'backup-folder-away', path }];
        const damaged = unsettled(historyFolder).map(
          ({ path: aside, record }): Notice =>
            record?.isGone ? { code: 'history-gone', path: historyFile } : { code: 'history-set-aside', path: aside },
        );
        const releasesPage = releases?.page ?? null;
        return { version, host, dataFolder, releasesPage, notices: [...notices, ...damaged, ...away] };
      }),
    'app.openReleases': async () => {
      await releases?.open();
      return null;
    },
    'app.diagnostics': () =>
      guarded(() => ({ text: diagnose({ version, host, log, history: held.figures, backups: backups.view }) })),
    'app.report': ({ name, stack }) =>
      guarded(() => {
        log.scrubbed('page', { ...scrubError({ name }), frames: scrubStack(stack) });
        return null;
      }),
    'settings.read': () => guarded(() => settings.read()),
    'settings.change': (change) =>
      guarded(() => {
        const startAtLogin = change.breaks?.startAtLogin;
        // The system first: the settings never claim what is not so.
        if (startAtLogin !== undefined && startAtLogin !== settings.read().breaks.startAtLogin) {
          setStartAtLogin?.(startAtLogin);
        }
        const changed = settings.change(change);
        breaks.look();
        return changed;
      }),
    'history.startSession': append(
      (store, session) => store.startSession(session),
      ({ source }) => breaks.hearSession(source === 'camera'),
    ),
    'history.addPlan': append((store, plan) => store.addPlan(plan)),
    'history.endSession': append(
      (store, end) => store.endSession(end),
      ({ reason }) => {
        // One that was cut off is closed by someone who is not in it.
        if (reason !== 'closed-later') breaks.endSession(reason === 'finished');
      },
    ),
    'history.startSet': append(
      (store, set) => store.startSet(set),
      () => breaks.hearSession(true),
    ),
    'history.endSet': append(
      (store, end) => store.endSet(end),
      () => breaks.hearSession(true),
    ),
    'history.addRep': append(
      (store, rep) => store.addRep(rep),
      () => breaks.hearSession(true),
    ),
    'history.addRepMeasures': append((store, measures) => store.addRepMeasures(measures)),
    'history.addAttempt': append((store, attempt) => store.addAttempt(attempt)),
    'history.addCorrection': append((store, correction) => store.addCorrection(correction)),
    'history.addCheckIn': append((store, checkIn) => store.addCheckIn(checkIn)),
    'history.addFeel': append((store, feel) => store.addFeel(feel)),
    'history.addOverride': append((store, override) => store.addOverride(override)),
    'history.addCheckResult': append((store, result) => store.addCheckResult(result)),
    'history.addImported': append((store, session) => store.addImported(session)),
    'history.amend': (said) => guarded(() => amend(history().dated(said))),
    'history.calendar': ask('history.calendar'),
    'history.bests': ask('history.bests'),
    'history.trends': ask('history.trends'),
    'history.repProfile': ask('history.repProfile'),
    'history.checks': ask('history.checks'),
    'history.report': ask('history.report'),
    'history.list': ask('history.list'),
    'history.deleted': ask('history.deleted'),
    'history.session': ({ id }) => guarded(() => history().session(id)),
    'history.sessions': ({ beforeMs, limit }) => guarded(() => history().sessions(beforeMs, limit)),
    'history.progress': ask('history.progress'),
    'history.unfinished': () => guarded(() => history().unfinished()),
    'backups.list': () => guarded(backups.view),
    'backups.make': () => guarded(backups.make),
    'backups.restore': ({ id }) => guarded(() => backups.restore(id)),
    'backups.chooseFolder': ({ folder }) => guarded(() => backups.chooseFolder(folder)),
    'recovery.state': () => guarded(backups.recovery.state),
    'recovery.choose': ({ backup }) =>
      guarded(async () => {
        await backups.recovery.choose(backup);
        return null;
      }),
    'breaks.state': () => guarded(() => breaks.view()),
    'breaks.act': (action) => guarded(() => breaks.act(action)),
    'breaks.session': ({ isShown }) =>
      guarded(() => {
        if (isShown) breaks.hearSession(null);
        else breaks.endSession(false);
        return null;
      }),
    'breaks.statistics': ({ days }) => guarded(() => breaks.statistics(days)),
    'data.folder': () => guarded(() => ({ path: exportFolder(dataFolder, process.platform, process.env) })),
    'data.export': ({ format, folder }) => guarded(() => transfers.startExport(format, folder)),
    'data.transfer': () => guarded(transfers.view),
    'data.cancel': () => guarded(transfers.cancel),
    'data.beginImport': ({ importId, kind, size }) => guarded(() => transfers.beginImport(importId, kind, size)),
    'data.importPart': ({ importId, part }) => guarded(() => transfers.addPart(importId, part)),
    'data.endImport': ({ importId }) => guarded(() => transfers.finishImport(importId)),
    'traces.save': ({ setId, trace, part }) => guarded(() => ({ path: saveTrace(dataFolder, setId, trace, part) })),
  };
  return {
    api: loggedApi(api, log),
    breaks,
    backups,
    settings,
    log,
    close: () => {
      breaks.stop();
      transfers.close();
      backups.stop();
      held.end();
      log.note('end');
    },
  };
}

/** Every call, and a line in the log for each that fails. */
function loggedApi(api: Api, log: Log): Api {
  const calls = Object.entries(api).map(([name, call]) => {
    const logged = async (request: never): Promise<unknown> => {
      try {
        return await call(request);
      } catch (error) {
        log.error(name, error);
        throw error;
      }
    };
    return [name, logged];
  });
  return Object.fromEntries(calls) as Api;
}
