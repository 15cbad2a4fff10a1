import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { text } from '../renderer/messages/en.ts';
import type { SetRecord } from '../shared/history/records.ts';
import { ensureBrowser } from './browser/installBrowser.ts';
import { openSoleus, startSet } from './browser/soleusApp.ts';
import type { Clip } from './clips/clips.ts';
import { EIGHT_DOUBLES, FIVE_LOWERS } from './clips/fakeCameraClips.ts';

/**
 * `npm run demo`: the main job without a camera or a screen. The app runs in a headless browser, the demo athlete moves
 * before its camera, through the real pose model into a real database; what was counted is printed beside what was done.
 */
const PICTURES = join(import.meta.dirname, '../.cache/demo');
const SET_WITHIN_MS = 120_000;

async function main(): Promise<void> {
  ensureBrowser();
  mkdirSync(PICTURES, { recursive: true });
  const dataFolder = mkdtempSync(join(tmpdir(), 'soleus-demo-'));
  try {
    const results = [await show(EIGHT_DOUBLES, dataFolder), await show(FIVE_LOWERS, dataFolder)];
    console.log(`\nPictures are in ${PICTURES}`);
    process.exitCode = results.every(Boolean) ? 0 : 1;
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Does one set; true when every rep was counted. */
async function show(clip: Clip, dataFolder: string): Promise<boolean> {
  const reps = clip.movement.reps.length;
  console.log(
    `\n${text.exercise(clip.exercise).name}, ${text.sideOfBody(clip.side)}: ${reps} reps before the camera …`,
  );
  const app = await openSoleus({ clip, dataFolder });
  try {
    await startSet(app.page, { exercise: clip.exercise, side: clip.side, reps });
    await picture(app.page, `${clip.name}-counting.png`, () =>
      app.page
        .locator('.count')
        .getByText(String(Math.ceil(reps / 2)), { exact: true })
        .waitFor({ timeout: SET_WITHIN_MS }),
    );
    await picture(app.page, `${clip.name}-summary.png`, () =>
      app.page.getByRole('heading', { name: text.summary.title.finished }).waitFor({ timeout: SET_WITHIN_MS }),
    );
    await app.page.getByRole('button', { name: text.summary.finish }).click();
    await app.page.getByRole('heading', { name: text.today.greeting }).waitFor();
    const [latest] = await app.sessionsAfterStop();
    return compare(clip, latest?.sets[0]);
  } finally {
    await app.close();
  }
}

async function picture(page: Page, name: string, moment: () => Promise<void>): Promise<void> {
  await moment();
  await page.screenshot({ path: join(PICTURES, name) });
}

/** Prints what was done beside what was counted and timed. */
function compare(clip: Clip, set: SetRecord | undefined): boolean {
  const seconds = (ms: number | undefined): string =>
    (ms === undefined ? '–' : `${(ms / 1000).toFixed(2)} s`).padStart(8);
  const centimetres = (cm: number | undefined): string => (cm === undefined ? '–' : `${cm.toFixed(1)} cm`).padStart(8);
  console.log('  rep   lowering done  seen     rise done  seen    side   faults');
  clip.movement.reps.forEach((truth, i) => {
    const seen = set?.reps[i]?.measures;
    const { lowerStartMs, endMs } = seen ?? {};
    const lowerMs = lowerStartMs && endMs ? endMs - lowerStartMs : undefined;
    const cells = [
      seconds(truth.lowerMs),
      seconds(lowerMs),
      '  ',
      centimetres(truth.heightCm),
      centimetres(seen?.heightCm ?? undefined),
    ];
    console.log(
      `  ${String(i + 1).padStart(3)}        ${cells.join('')}   ${(seen?.side ?? '–').padEnd(6)} ${seen?.faults.join(', ') ?? ''}`,
    );
  });
  const counted = set?.reps.length ?? 0;
  const isExact = counted === clip.movement.reps.length;
  console.log(`  done ${clip.movement.reps.length}, counted ${counted}${isExact ? '' : ' – NOT EXACT'}`);
  return isExact;
}

await main();
