import { test as base, expect, type Page } from '@playwright/test';
import { openSoleus, type SoleusApp, type SoleusAppOptions } from '../../../tools/browser/soleusApp.ts';
import type { SoleusHost } from '../../../tools/browser/soleusHost.ts';

export interface AppOptions extends Omit<SoleusAppOptions, 'prepare'> {
  /** Runs in the page before the app does. */
  readonly beforeLoad?: () => void;
  /** Console errors that belong to the test. */
  readonly expectedErrors?: RegExp;
}

export const test = base.extend<{ openApp: (options?: AppOptions) => Promise<SoleusApp> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names off the first parameter
  openApp: async ({}, use) => {
    const apps: SoleusApp[] = [];
    await use(async ({ beforeLoad, expectedErrors, ...options } = {}) => {
      const app = await openSoleus({
        ...options,
        prepare: async (page, host) => {
          watchForTrouble(page, host, expectedErrors);
          if (beforeLoad) await page.addInitScript(beforeLoad);
        },
      });
      apps.push(app);
      return app;
    });
    for (const app of apps.reverse()) await app.close();
  },
});
export { expect };

/** Nothing may leave the machine, and nothing may go wrong unseen, in any test. */
function watchForTrouble(page: Page, host: SoleusHost, expectedErrors?: RegExp): void {
  const own = new URL(host.address).host;
  page.on('request', (request) => {
    const { host: target, protocol } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:') expect(target).toBe(own);
  });
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
