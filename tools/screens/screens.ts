import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from '../browser/installBrowser.ts';
import { openSoleus } from '../browser/soleusApp.ts';
import { CAMERA_TOURS, TOURS } from './tour.ts';

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
  for (const tour of [...TOURS, ...CAMERA_TOURS].filter(({ name }) => !values.only || name === values.only)) {
    const app = await openSoleus({ ...tour.app, context });
    app.page.setDefaultTimeout(SET_WITHIN_MS);
    try {
      for (const stop of tour.stops) {
        await stop.go(app.page);
        // Fonts, the athlete's first picture, a screen that is fetched.
        await app.page.waitForLoadState('networkidle');
        for (const colorScheme of SCHEMES) {
          await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          const path = join(folder, `${stop.name}-${colorScheme}.jpg`);
          await app.page.screenshot({ path, type: 'jpeg', quality: QUALITY });
        }
        console.log(stop.name);
      }
    } finally {
      await app.close();
    }
  }
}

await main();
