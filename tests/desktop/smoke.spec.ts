import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { createHistoryStore } from '../../electron/services/history/store.ts';
import { DATABASE_FILE } from '../../electron/services/history/swap.ts';
import { text } from '../../renderer/messages/en.ts';
import { openDesktop } from '../../tools/browser/desktopApp.ts';
import { RUN_SETTINGS, startSet } from '../../tools/browser/soleusApp.ts';
import { EIGHT_DOUBLES } from '../../tools/clips/fakeCameraClips.ts';
import { renderedClips } from '../../tools/clips/mjpeg.ts';
import { foreignOf, recordTraffic } from '../e2e/support/traffic.ts';
import { openElsewhere, tryEveryWay } from '../e2e/support/waysOut.ts';
import { picturesIn } from '../support/pictures.ts';

/**
 * Runs where Electron's binary can be had: the public workflows, or a machine with a network and a screen. SOLEUS_APP names
 * the program of a packed app; without it Electron runs the build of this folder.
 */
const PACKED = process.env['SOLEUS_APP'];

test('the desktop app counts the demo athlete before a fake camera, keeps the reps and nothing else, reaches nobody and quits', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'soleus-desktop-'));
  // With breaks on it would stay in the tray when its window is closed.
  const settings = { ...RUN_SETTINGS, breaks: { ...RUN_SETTINGS.breaks, enabled: false } };
  writeFileSync(join(dataFolder, 'settings.json'), JSON.stringify(settings));
  const files = await renderedClips([EIGHT_DOUBLES], () => undefined);
  const camera = [
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${files.get(EIGHT_DOUBLES.name)}`,
  ];
  const app = PACKED
    ? await openDesktop(PACKED, camera, { SOLEUS_DATA: dataFolder })
    : await openDesktop(electronProgram(), [...electronArgs(), ...camera], { SOLEUS_DATA: dataFolder });
  const elsewhere = await openElsewhere();
  try {
    const { page } = app;
    const traffic = recordTraffic(page);
    await expect(page.getByRole('heading', { name: text.today.greeting })).toBeVisible();
    expect(page.url()).toBe('app://soleus/');
    await startSet(page, { exercise: 'calf-raise-double', reps: 8 });
    await expect(page.getByRole('heading', { name: text.summary.title.finished })).toBeVisible({ timeout: 150_000 });
    await page.getByRole('button', { name: text.summary.finish }).click();
    await expect(page.getByRole('heading', { name: text.today.greeting })).toBeVisible();
    await tryEveryWay(page, elsewhere);
    expect(elsewhere.reached()).toEqual([]);
    expect(foreignOf(traffic.asked(), new URL(page.url()).host)).toEqual([]);
    await page.evaluate(() => window.close()).catch(() => undefined);
    expect(await app.ended).toBe(0);
  } catch (error) {
    await app.page.screenshot({ path: test.info().outputPath('last.png') }).catch(() => undefined);
    throw error;
  } finally {
    app.kill();
    elsewhere.close();
  }
  const db = new Database(join(dataFolder, 'history', DATABASE_FILE), { readonly: true });
  const [session] = createHistoryStore(db).sessions(Number.MAX_SAFE_INTEGER, 1);
  db.close();
  expect(session?.sets[0]?.reps).toHaveLength(8);
  // Chromium's own files are the parts of the app, pictures among them, compiled and drawn.
  const pictures = picturesIn(dataFolder).filter((finding) => !finding.startsWith(`desktop${sep}`));
  expect(pictures).toEqual([]);
  rmSync(dataFolder, { recursive: true, force: true });
});

function electronProgram(): string {
  return createRequire(import.meta.url)('electron');
}

/** Electron as it is fetched has no sandbox of its own on Linux. */
function electronArgs(): string[] {
  return [join(import.meta.dirname, '../..'), ...(process.platform === 'linux' ? ['--no-sandbox'] : [])];
}
