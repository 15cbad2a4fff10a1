import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { type BreakStore, createBreakStore } from '../../electron/services/breaks/breakStore.ts';
import { openDatabase } from '../../electron/services/history/database.ts';
import { createHistoryStore, type HistoryStore } from '../../electron/services/history/store.ts';
import { DATABASE_FILE } from '../../electron/services/history/swap.ts';
import { text } from '../../renderer/messages/en.ts';
import type { KeptEvent } from '../../shared/breaks/statistics.ts';
import { catalogueEntry } from '../../shared/exercises/catalogue.ts';
import type { ExerciseId, Side } from '../../shared/exercises/exerciseIds.ts';
import type { SessionRecord } from '../../shared/history/records.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings/settings.ts';
import type { Clip } from '../clips/clips.ts';
import { renderedClips } from '../clips/mjpeg.ts';
import { launchBrowser, SAYS_YES } from './chromium.ts';
import { type SoleusHost, startSoleusHost } from './soleusHost.ts';

/** The real app, driven from outside: the browser host on a data folder, a headless Chromium, a camera that shows a clip. */
export interface SoleusApp {
  readonly page: Page;
  readonly host: SoleusHost;
  readonly dataFolder: string;
  /** Ends the host and reads what is in the database file, newest first. */
  sessionsAfterStop(): Promise<SessionRecord[]>;
  /** Ends the host and reads what became of the breaks, oldest first. */
  breaksAfterStop(): Promise<KeptEvent[]>;
  /** Ends everything; a data folder of its own is removed. */
  close(): Promise<void>;
}

export interface SoleusAppOptions {
  /** What the fake camera shows; without it there is no camera. */
  readonly clip?: Clip;
  readonly settings?: Partial<Settings>;
  readonly dataFolder?: string;
  /** Writes down what was done before the app is opened. */
  readonly past?: (store: HistoryStore, breaks: BreakStore) => void;
  readonly browserArgs?: readonly string[];
  /** Opens the page in this browser, and leaves it as it was; without it in one of its own. */
  readonly browser?: Browser | undefined;
  /** Says yes to the camera question, as a person would; false leaves it unanswered. */
  readonly fakeUi?: boolean;
  /** Runs on the new page before it loads anything. */
  readonly prepare?: (page: Page, host: SoleusHost) => Promise<void> | void;
  readonly context?: BrowserContextOptions;
}

/** Settings that need no measuring, of someone who has been here before: every run begins the same. */
export const RUN_SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  personHeightCm: 175,
  units: 'metric',
  poseModel: 'lite',
  poseDelegate: 'CPU',
  welcomed: true,
  redFlagsRead: true,
};

export async function openSoleus(options: SoleusAppOptions = {}): Promise<SoleusApp> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'soleus-run-'));
  mkdirSync(dataFolder, { recursive: true });
  const settings = { ...RUN_SETTINGS, ...options.settings };
  writeFileSync(join(dataFolder, 'settings.json'), JSON.stringify(settings));
  if (options.past) writePast(dataFolder, options.past);
  const args = [...(await cameraArgs(options)), ...(options.browserArgs ?? [])];
  const host = await startSoleusHost(dataFolder);
  const { browser: given } = options;
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    if (given) await Promise.all(given.contexts().map((context) => context.close()));
    else await browser?.close();
    await host.kill();
    if (!options.dataFolder) rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    browser = given ?? (await launchBrowser(args));
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options.context });
    const page = await context.newPage();
    await options.prepare?.(page, host);
    await page.goto(host.address);
    return {
      ...{ page, host, dataFolder, close },
      sessionsAfterStop: () =>
        readAfterStop(host, dataFolder, (db) => createHistoryStore(db).sessions(Number.MAX_SAFE_INTEGER, 100)),
      breaksAfterStop: () =>
        readAfterStop(host, dataFolder, (db) => createBreakStore(db).events(0, Number.MAX_SAFE_INTEGER)),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What a person does to begin an exercise: finds it in the library, and chooses how much. One set, unless told otherwise. */
export async function startSet(
  page: Page,
  plan: { exercise: ExerciseId; reps: number; sets?: number; side?: Side; athlete?: boolean },
): Promise<void> {
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const enter = async (name: string, value: number): Promise<void> => {
    const field = page.getByRole('textbox', { name });
    await field.fill(String(value));
    await field.press('Tab');
  };
  await press(text.app.library);
  await press(text.exercise(plan.exercise).name);
  if (plan.side && plan.side !== 'both') {
    await page.getByRole('radio', { name: text.side(plan.side), exact: true }).check({ force: true });
  }
  await enter(text.library.sets, plan.sets ?? 1);
  await enter(text.library.repsLabel(catalogueEntry(plan.exercise).verification), plan.reps);
  await press(plan.athlete ? text.library.demo : text.library.start);
}

async function cameraArgs({ clip, fakeUi = true }: SoleusAppOptions): Promise<string[]> {
  const args = fakeUi ? SAYS_YES : [];
  if (!clip) return [...args];
  const files = await renderedClips([clip], console.log);
  return [...args, '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${files.get(clip.name)}`];
}

function writePast(dataFolder: string, write: NonNullable<SoleusAppOptions['past']>): void {
  const { db } = openDatabase(join(dataFolder, 'history'), 'past');
  try {
    // At once: months of single writes would wait for the disk each time.
    db.transaction(() => write(createHistoryStore(db), createBreakStore(db)))();
  } finally {
    db.close();
  }
}

async function readAfterStop<T>(host: SoleusHost, dataFolder: string, read: (db: Database.Database) => T): Promise<T> {
  await host.stop();
  const db = new Database(join(dataFolder, 'history', DATABASE_FILE), { readonly: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
}
