import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import type { Api, Notice } from '../../shared/contract/contract.ts';
import { type BreakService, createBreakService } from './breaks/breakService.ts';
import { type BreakStore, createBreakStore } from './breaks/breakStore.ts';
import { MACHINE_TIME } from './breaks/localTime.ts';
import { type PresenceSource, UNKNOWN_PRESENCE } from './breaks/presence.ts';
import { asCallError, type OpenDatabase, openDatabase } from './history/database.ts';
import { createHistoryStore, type HistoryStore } from './history/store.ts';
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
  readonly settings: SettingsFile;
  close(): void;
}

/** Nothing else runs for two seconds while the history of another program is waited for. */
const ASK_AGAIN_MS = 60_000;

/** Everything behind the contract, in plain Node. The history is opened on first use, and tried again after a failure. */
export function createServices(options: ServiceOptions): Services {
  const { dataFolder, host, version, now, presence = UNKNOWN_PRESENCE, releases, setStartAtLogin } = options;
  const notices: Notice[] = [];
  const settings = openSettingsFile(dataFolder, fileStamp(now()));
  if (settings.setAside) notices.push({ code: 'settings-set-aside', path: settings.setAside });

  let open: (OpenDatabase & { store: HistoryStore; breakStore: BreakStore }) | null = null;
  const opened = (): NonNullable<typeof open> => {
    if (!open) {
      const database = openDatabase(join(dataFolder, 'history'), fileStamp(now()));
      if (database.setAside) notices.push({ code: 'history-set-aside', path: database.setAside });
      open = { ...database, store: createHistoryStore(database.db), breakStore: createBreakStore(database.db) };
    }
    return open;
  };
  const history = (): HistoryStore => opened().store;
  let refused: { readonly atMs: number; readonly error: unknown } | null = null;
  /** For the breaks, which look again and again: while the history is refused they do not ask every time. */
  const breakStore = (): BreakStore => {
    if (!open && refused && Math.abs(now() - refused.atMs) < ASK_AGAIN_MS) throw refused.error;
    try {
      return opened().breakStore;
    } catch (error) {
      refused = { atMs: now(), error };
      throw error;
    }
  };
  const breaks = createBreakService({
    clock: {
      now,
      // A timer of ours keeps no process alive.
      setTimer: (ms, run) => setTimeout(run, ms).unref(),
      clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout),
    },
    local: MACHINE_TIME,
    presence,
    settings: () => settings.read(),
    store: breakStore,
    newId: uuidv7,
  });
  const guarded = async <T>(work: () => T): Promise<T> => {
    try {
      return work();
    } catch (error) {
      throw asCallError(error);
    }
  };
  const append =
    <Record>(add: (store: HistoryStore, record: Record) => void) =>
    (record: Record): Promise<null> =>
      guarded(() => {
        add(history(), record);
        return null;
      });

  const api: Api = {
    'app.info': () =>
      guarded(() => {
        // Opening the history here makes its troubles known when the app starts, not in the first set.
        history();
        return { version, host, dataFolder, releasesPage: releases?.page ?? null, notices };
      }),
    'app.openReleases': async () => {
      await releases?.open();
      return null;
    },
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
    'history.startSession': append((store, session) => {
      store.startSession(session);
      breaks.hearSession(session.source === 'camera');
    }),
    'history.addPlan': append((store, plan) => store.addPlan(plan)),
    'history.endSession': append((store, end) => {
      store.endSession(end);
      // One that was cut off is closed by someone who is not in it.
      if (end.reason !== 'closed-later') breaks.endSession(end.reason === 'finished');
    }),
    'history.startSet': append((store, set) => {
      store.startSet(set);
      breaks.hearSession(true);
    }),
    'history.endSet': append((store, end) => {
      store.endSet(end);
      breaks.hearSession(true);
    }),
    'history.addRep': append((store, rep) => {
      store.addRep(rep);
      breaks.hearSession(true);
    }),
    'history.addRepMeasures': append((store, measures) => store.addRepMeasures(measures)),
    'history.addAttempt': append((store, attempt) => store.addAttempt(attempt)),
    'history.addCorrection': append((store, correction) => store.addCorrection(correction)),
    'history.addCheckIn': append((store, checkIn) => store.addCheckIn(checkIn)),
    'history.addFeel': append((store, feel) => store.addFeel(feel)),
    'history.addOverride': append((store, override) => store.addOverride(override)),
    'history.addCheckResult': append((store, result) => store.addCheckResult(result)),
    'history.addImported': append((store, session) => store.addImported(session)),
    'history.sessions': ({ beforeMs, limit }) => guarded(() => history().sessions(beforeMs, limit)),
    'history.progress': () => guarded(() => history().progress()),
    'history.unfinished': () => guarded(() => history().unfinished()),
    'breaks.state': () => guarded(() => breaks.view()),
    'breaks.act': (action) => guarded(() => breaks.act(action)),
    'breaks.statistics': ({ days }) => guarded(() => breaks.statistics(days)),
    'traces.save': ({ setId, trace, part }) => guarded(() => ({ path: saveTrace(dataFolder, setId, trace, part) })),
  };
  return {
    api,
    breaks,
    settings,
    close: () => {
      breaks.stop();
      open?.db.close();
      open = null;
    },
  };
}

/** A time that can stand in a file name. */
function fileStamp(ms: number): string {
  return new Date(ms).toISOString().replaceAll(':', '-');
}
