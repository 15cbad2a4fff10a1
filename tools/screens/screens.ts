import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { text } from '../../renderer/messages/en.ts';
import { ensureBrowser } from '../browser/installBrowser.ts';
import { openSoleus, startSet } from '../browser/soleusApp.ts';
import { EIGHT_DOUBLES } from '../clips/fakeCameraClips.ts';
import { TOURS } from './tour.ts';

/**
 * `npm run screens`: a picture of every screen, light and dark, into `docs/screens`; small ones of a window of 1280×720.
 * `-- --large` makes large ones of 1920×1080 into `.cache/screens` instead, for looking closely; `-- --only NAME` one tour.
 */
const ROOT = join(import.meta.dirname, '../..');
const SCHEMES = ['light', 'dark'] as const;
const SMALL = { folder: join(ROOT, 'docs/screens'), viewport: { width: 1280, height: 720 }, deviceScaleFactor: 0.75 };
const LARGE = {
  folder: join(ROOT, '.cache/screens'),
  viewport: { width: 1920, height: 1080 },
  deviceScaleFactor: 1,
};
const QUALITY = 72;
const SET_WITHIN_MS = 120_000;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { large: { type: 'boolean' }, only: { type: 'string' } } });
  const { folder, ...context } = values.large ? LARGE : SMALL;
  ensureBrowser();
  if (!values.only) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const picture = async (page: Page, name: string): Promise<void> => {
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}.jpg`), type: 'jpeg', quality: QUALITY });
    }
    console.log(name);
  };
  for (const tour of TOURS.filter(({ name }) => !values.only || name === values.only)) {
    const app = await openSoleus({ ...tour.app, context });
    app.page.setDefaultTimeout(SET_WITHIN_MS);
    try {
      for (const stop of tour.stops) {
        await stop.go(app.page);
        // Fonts, the athlete's first picture, a screen that is fetched.
        await app.page.waitForLoadState('networkidle');
        await picture(app.page, stop.name);
      }
    } finally {
      await app.close();
    }
  }
  if (!values.only || values.only === 'camera') await beforeTheCamera(context, picture);
}

/** A counted set, from standing ready to its end. */
async function beforeTheCamera(
  context: Pick<typeof SMALL, 'viewport' | 'deviceScaleFactor'>,
  picture: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const app = await openSoleus({ clip: EIGHT_DOUBLES, context });
  const { page } = app;
  page.setDefaultTimeout(SET_WITHIN_MS);
  try {
    await startSet(page, { exercise: 'calf-raise-double', reps: 8 });
    await page.locator('.setup-check-ok').first().waitFor();
    await picture(page, 'set-up');
    await page.locator('.count').getByText('5', { exact: true }).waitFor();
    await picture(page, 'counting');
    await page.getByRole('heading', { name: text.summary.title.finished }).waitFor();
    await picture(page, 'set-done');
  } finally {
    await app.close();
  }
}

await main();
