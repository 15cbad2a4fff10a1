import { test as base, expect, type Page } from '@playwright/test';
import { openSoleus, type SoleusApp, type SoleusAppOptions } from '../../../tools/browser/soleusApp.ts';
import type { SoleusHost } from '../../../tools/browser/soleusHost.ts';
import { picturesIn } from '../../support/pictures.ts';
import { foreignOf, recordTraffic, type Traffic } from './traffic.ts';

export interface AppOptions extends Omit<SoleusAppOptions, 'prepare' | 'browser'> {
  /** Runs in the page before the app does. */
  readonly beforeLoad?: () => void;
  /** Console errors that belong to the test. */
  readonly expectedErrors?: RegExp;
}

export interface OpenApp extends SoleusApp {
  readonly traffic: Traffic;
}

/** In every test: nothing leaves the machine, no picture reaches the disk, and nothing goes wrong unseen. */
export const test = base.extend<{ openApp: (options?: AppOptions) => Promise<OpenApp> }>({
  openApp: async ({ browser }, use) => {
    const apps: OpenApp[] = [];
    await use(async ({ beforeLoad, expectedErrors, ...options } = {}) => {
      let traffic: Traffic | undefined;
      const app = await openSoleus({
        ...options,
        // The worker's own, which says yes to the camera question, unless the test needs another.
        browser: options.clip || options.browserArgs || options.fakeUi === false ? undefined : browser,
        prepare: async (page, host) => {
          traffic = recordTraffic(page);
          watchForTrouble(page, host, expectedErrors);
          if (beforeLoad) await page.addInitScript(beforeLoad);
        },
      });
      if (!traffic) throw new Error('The page was not prepared.');
      const open = { ...app, traffic };
      apps.push(open);
      return open;
    });
    for (const { host, dataFolder, traffic, close } of apps.reverse()) {
      const pictures = picturesIn(dataFolder);
      await close();
      expect(foreignOf(traffic.asked(), new URL(host.address).host)).toEqual([]);
      expect(pictures).toEqual([]);
    }
  },
});
export { expect };

function watchForTrouble(page: Page, host: SoleusHost, expectedErrors?: RegExp): void {
  page.on('pageerror', (error) => {
    throw error;
  });
  page.on('console', (message) => {
    const isError = message.type() === 'error' && !isChatter(message.text()) && !host.hasEnded();
    if (isError && !expectedErrors?.test(message.text())) throw new Error(`On the page’s console: ${message.text()}`);
  });
}

/** MediaPipe reports its own start as an error. */
function isChatter(line: string): boolean {
  return line.startsWith('INFO: Created TensorFlow Lite');
}
