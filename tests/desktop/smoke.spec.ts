import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { createHistoryStore } from '../../electron/services/history/store.ts';
import { DATABASE_FILE } from '../../electron/services/history/swap.ts';
import { text } from '../../renderer/messages/en.ts';
import { startSet } from '../../tools/browser/soleusApp.ts';
import { EIGHT_DOUBLES } from '../../tools/clips/fakeCameraClips.ts';
import { renderedClips } from '../../tools/clips/mjpeg.ts';

/** Runs where Electron's binary can be had: the public workflow, or a machine with a network and a screen. */
const ROOT = join(import.meta.dirname, '../..');

test('the desktop window counts the demo athlete before a fake camera and keeps the reps', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'soleus-desktop-'));
  const files = await renderedClips([EIGHT_DOUBLES], () => undefined);
  const app = await _electron.launch({
    args: [
      ROOT,
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${files.get(EIGHT_DOUBLES.name)}`,
      ...(process.platform === 'linux' ? ['--no-sandbox'] : []),
    ],
    env: { ...process.env, SOLEUS_DATA: dataFolder } as Record<string, string>,
  });
  try {
    const page = await app.firstWindow();
    await page.getByRole('button', { name: text.welcome.skip }).click();
    await expect(page.getByRole('heading', { name: text.today.greeting })).toBeVisible();
    expect(page.url()).toBe('app://soleus/');
    await startSet(page, { exercise: 'calf-raise-double', reps: 8 });
    await expect(page.getByRole('heading', { name: text.summary.title.finished })).toBeVisible({ timeout: 150_000 });
    await page.getByRole('button', { name: text.summary.finish }).click();
    await expect(page.getByRole('heading', { name: text.today.greeting })).toBeVisible();
  } finally {
    await app.close();
  }
  const db = new Database(join(dataFolder, 'history', DATABASE_FILE), { readonly: true });
  const [session] = createHistoryStore(db).sessions(Number.MAX_SAFE_INTEGER, 1);
  db.close();
  expect(session?.sets[0]?.reps).toHaveLength(8);
  rmSync(dataFolder, { recursive: true, force: true });
});
