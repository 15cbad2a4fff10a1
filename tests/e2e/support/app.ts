import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, test as base, expect, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { DATABASE_FILE } from '../../../electron/services/history/database.ts';
import { createHistoryStore } from '../../../electron/services/history/store.ts';
import type { SessionRecord } from '../../../shared/history/records.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/settings/settings.ts';
import { launchBrowser } from '../../../tools/browser/chromium.ts';
import { type SoleusHost, startSoleusHost } from '../../../tools/browser/soleusHost.ts';
import type { Clip } from '../../../tools/clips/clips.ts';
import { renderedClips } from '../../../tools/clips/mjpeg.ts';

/** The app as a person meets it: the browser host on a fresh data folder, a real Chromium, a camera that shows a clip. */
export interface App {
  readonly page: Page;
  readonly host: SoleusHost;
  readonly dataFolder: string;
  /** Ends the host and reads what is in the database file. */
  sessionsAfterStop(): Promise<SessionRecord[]>;
}

export interface AppOptions {
  /** What the fake camera shows; without it there is no camera. */
  readonly clip?: Clip;
  readonly settings?: Partial<Settings>;
  readonly dataFolder?: string;
  readonly browserArgs?: readonly string[];
  /** Console errors that belong to the test. */
  readonly expectedErrors?: RegExp;
}

const SETTINGS: Partial<Settings> = { personHeightCm: 175, poseModel: 'lite', poseDelegate: 'CPU' };

export const test = base.extend<{ openApp: (options?: AppOptions) => Promise<App> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names off the first parameter
  openApp: async ({}, use) => {
    const closers: (() => Promise<void> | void)[] = [];
    await use(async (options = {}) => {
      const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'soleus-e2e-'));
      if (!options.dataFolder) closers.push(() => rmSync(dataFolder, { recursive: true, force: true }));
      mkdirSync(dataFolder, { recursive: true });
      writeFileSync(
        join(dataFolder, 'settings.json'),
        JSON.stringify({ ...DEFAULT_SETTINGS, ...SETTINGS, ...options.settings }),
      );
      const host = await startSoleusHost(dataFolder);
      closers.push(() => host.kill());
      const browser = await launchBrowser([...(await cameraArgs(options.clip)), ...(options.browserArgs ?? [])]);
      closers.push(() => browser.close());
      const page = await openPage(browser, host, options.expectedErrors);
      return { page, host, dataFolder, sessionsAfterStop: () => readSessions(host, dataFolder) };
    });
    for (const close of closers.reverse()) await close();
  },
});
export { expect };

async function cameraArgs(clip: Clip | undefined): Promise<string[]> {
  const args = ['--autoplay-policy=no-user-gesture-required', '--use-fake-ui-for-media-stream'];
  if (!clip) return args;
  const files = await renderedClips([clip], () => undefined);
  return [...args, '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${files.get(clip.name)}`];
}

async function openPage(browser: Browser, host: SoleusHost, expectedErrors?: RegExp): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const own = new URL(host.address).host;
  // Nothing may leave the machine, and nothing may go wrong unseen, in any test.
  page.on('request', (request) => {
    const { host: target, protocol } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:') expect(target).toBe(own);
  });
  page.on('pageerror', (error) => {
    throw error;
  });
  page.on('console', (message) => {
    const isError = message.type() === 'error' && !isChatter(message.text());
    if (isError && !expectedErrors?.test(message.text())) throw new Error(`On the page’s console: ${message.text()}`);
  });
  await page.goto(host.address);
  return page;
}

/** MediaPipe reports its own start as an error. */
function isChatter(line: string): boolean {
  return line.startsWith('INFO: Created TensorFlow Lite');
}

async function readSessions(host: SoleusHost, dataFolder: string): Promise<SessionRecord[]> {
  await host.stop();
  const db = new Database(join(dataFolder, 'history', DATABASE_FILE), { readonly: true });
  try {
    return createHistoryStore(db).sessions(Number.MAX_SAFE_INTEGER, 100);
  } finally {
    db.close();
  }
}
