import { join } from 'node:path';
import type { Api, Notice } from '../../shared/contract/contract.ts';
import { asCallError, type OpenDatabase, openDatabase } from './history/database.ts';
import { createHistoryStore, type HistoryStore } from './history/store.ts';
import { openSettingsFile } from './settingsFile.ts';
import { saveTrace } from './traceFolder.ts';

export interface ServiceOptions {
  readonly dataFolder: string;
  readonly host: 'desktop' | 'browser';
  readonly version: string;
  /** Wall-clock time in ms since 1970. */
  readonly now: () => number;
}

export interface Services {
  readonly api: Api;
  close(): void;
}

/** Everything behind the contract, in plain Node. The history is opened on first use, and tried again after a failure. */
export function createServices({ dataFolder, host, version, now }: ServiceOptions): Services {
  const notices: Notice[] = [];
  const settings = openSettingsFile(dataFolder, fileStamp(now()));
  if (settings.setAside) notices.push({ code: 'settings-set-aside', path: settings.setAside });

  let open: (OpenDatabase & { store: HistoryStore }) | null = null;
  const history = (): HistoryStore => {
    if (!open) {
      const database = openDatabase(join(dataFolder, 'history'), fileStamp(now()));
      if (database.setAside) notices.push({ code: 'history-set-aside', path: database.setAside });
      open = { ...database, store: createHistoryStore(database.db) };
    }
    return open.store;
  };
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
        return { version, host, dataFolder, notices };
      }),
    'settings.read': () => guarded(() => settings.read()),
    'settings.change': (change) => guarded(() => settings.change(change)),
    'history.startSession': append((store, session) => store.startSession(session)),
    'history.addPlan': append((store, plan) => store.addPlan(plan)),
    'history.endSession': append((store, end) => store.endSession(end)),
    'history.startSet': append((store, set) => store.startSet(set)),
    'history.endSet': append((store, end) => store.endSet(end)),
    'history.addRep': append((store, rep) => store.addRep(rep)),
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
    'traces.save': ({ setId, trace, part }) => guarded(() => ({ path: saveTrace(dataFolder, setId, trace, part) })),
  };
  return {
    api,
    close: () => {
      open?.db.close();
      open = null;
    },
  };
}

/** A time that can stand in a file name. */
function fileStamp(ms: number): string {
  return new Date(ms).toISOString().replaceAll(':', '-');
}
