import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { openDatabase } from '../../electron/services/history/database.ts';
import { DATABASE_FILE } from '../../electron/services/history/swap.ts';
import { UNKNOWN } from '../../renderer/help/places.ts';
import { text } from '../../renderer/messages/en.ts';
import { startSet } from '../../tools/browser/soleusApp.ts';
import { EIGHT_DOUBLES } from '../../tools/clips/fakeCameraClips.ts';
import { expect, test } from './support/app.ts';
import { expectProblem } from './support/problems.ts';

/** Every bad input gets a clear sentence on the screen and loses nothing. */

const DOUBLES = { exercise: 'calf-raise-double', reps: 3 } as const;
const ANY_ERROR = /./;

test.describe('the camera', () => {
  test('there is none', async ({ openApp }) => {
    const { page } = await openApp();
    await startSet(page, DOUBLES);
    await expectProblem(page, text.problem['no-camera']);
    await page.getByRole('button', { name: text.session.back }).click();
    await expect(page.getByRole('heading', { name: text.library.title, exact: true })).toBeVisible();
  });

  test('it may not be used', async ({ openApp }) => {
    const { page } = await openApp({
      browserArgs: ['--use-fake-device-for-media-stream', '--deny-permission-prompts'],
      fakeUi: false,
    });
    await startSet(page, DOUBLES);
    await expectProblem(page, text.problem['permission-denied']);
  });
});

test.describe('the pose model', () => {
  test('is missing', async ({ openApp }) => {
    const { page } = await openApp({ clip: EIGHT_DOUBLES, expectedErrors: ANY_ERROR });
    await page.route('**/*.task', (route) => route.fulfill({ status: 404 }));
    await startSet(page, DOUBLES);
    await expectProblem(page, text.problem['model-missing']);
  });

  test('is damaged', async ({ openApp }) => {
    const { page } = await openApp({ clip: EIGHT_DOUBLES });
    await page.route('**/*.task', async (route) => {
      const response = await route.fetch();
      const body = Buffer.from(await response.body());
      body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 0xff;
      await route.fulfill({ response, body });
    });
    await startSet(page, DOUBLES);
    await expectProblem(page, text.problem['model-damaged']);
  });

  test('has no WebGL 2', async ({ openApp }) => {
    const { page } = await openApp({
      clip: EIGHT_DOUBLES,
      browserArgs: ['--disable-software-rasterizer'],
      expectedErrors: ANY_ERROR,
    });
    await expect(page.getByRole('heading', { name: text.today.greeting })).toBeVisible();
    await startSet(page, DOUBLES);
    await expectProblem(page, text.problem['no-webgl2']);
  });
});

test.describe('sound', () => {
  test('blocked by the browser: it says so and offers to turn it on', async ({ openApp }) => {
    const { page } = await openApp({ clip: EIGHT_DOUBLES, beforeLoad: keepAudio });
    await startSet(page, DOUBLES);
    await expect(page.locator('.setup-instruction, .count-in').first()).toBeVisible();
    await page.evaluate(() => (globalThis as unknown as { audio: AudioContext }).audio.suspend());
    await page.getByRole('button', { name: text.session.soundOn }).click();
    await expect(page.getByText(text.session.soundBlocked)).toBeHidden();
    expect(await page.evaluate(() => (globalThis as unknown as { audio: AudioContext }).audio.state)).toBe('running');
  });
});

test.describe('the history', () => {
  const folders: string[] = [];
  function prepared(prepare: (history: string) => void): string {
    const folder = mkdtempSync(join(tmpdir(), 'soleus-e2e-'));
    folders.push(folder);
    prepare(join(folder, 'history'));
    return folder;
  }
  test.afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  test('another program has it, until it lets go', async ({ openApp }) => {
    let other: Database.Database | undefined;
    const dataFolder = prepared((history) => {
      other = openDatabase(history, 'now').db;
    });
    const { page } = await openApp({ dataFolder });
    await expectProblem(page, text.callError['history-locked']);
    other?.close();
    await page.getByRole('button', { name: text.session.tryAgain }).click();
    await expect(page.getByRole('heading', { name: text.today.greeting })).toBeVisible();
  });

  test('cannot be written', async ({ openApp }) => {
    const dataFolder = prepared((history) => writeFileSync(history, 'a file where the folder should be'));
    const { page } = await openApp({ dataFolder });
    await expectProblem(page, text.callError['history-unwritable']);
  });

  test('comes from a newer version', async ({ openApp }) => {
    const dataFolder = prepared((history) => {
      const { db } = openDatabase(history, 'now');
      // Under a form of ours another version would be a header that came to harm.
      db.exec('ALTER TABLE sessions ADD COLUMN mood TEXT');
      db.pragma('user_version = 99');
      db.close();
    });
    const { page } = await openApp({ dataFolder });
    await expectProblem(page, text.callError['history-newer']);
  });

  test('is damaged and has no backup: it was set aside, and a new one works', async ({ openApp }) => {
    const dataFolder = prepared((history) => {
      mkdirSync(history);
      writeFileSync(join(history, DATABASE_FILE), 'not a database '.repeat(1000));
    });
    const { page } = await openApp({ dataFolder });
    const dialog = page.getByRole('alertdialog', { name: text.recovery.title });
    await expect(dialog).toContainText('not deleted');
    await expect(dialog).toContainText(text.recovery.nothingRead);
    await dialog.getByRole('button', { name: text.manual.whatDoesThisMean }).click();
    const explanation = page.getByRole('dialog', { name: text.recovery.title });
    await explanation.getByRole('button', { name: text.manual.close, exact: true }).first().click();
    await expect(explanation).toBeHidden();
    await dialog.getByRole('button', { name: text.recovery.goOn }).click();
    const notice = page.locator('.notice');
    await expect(notice).toContainText('put aside, not deleted');
    // Its entry has no path in its heading.
    await notice.getByRole('button', { name: text.manual.whatDoesThisMean }).click();
    await expect(page.getByRole('dialog', { name: text.notice['history-set-aside'](UNKNOWN) })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: text.today.greeting })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: text.today.greeting })).toBeVisible();
    await expect(page.locator('.notice')).toBeHidden();
  });
});

test('an address that was used already says what to do', async ({ openApp }) => {
  const { page, host } = await openApp();
  await expect(page.getByRole('heading', { name: text.today.greeting })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: text.today.greeting })).toBeVisible();
  const browser = page.context().browser();
  if (!browser) throw new Error('The page has no browser.');
  const stranger = await browser.newPage();
  await stranger.goto(host.address);
  await expectProblem(stranger, text.callError['not-connected']);
});

/** Runs in the page, before the app: keeps hold of its audio. */
function keepAudio(): void {
  const Plain = globalThis.AudioContext;
  globalThis.AudioContext = class extends Plain {
    constructor(options?: AudioContextOptions) {
      super(options);
      Object.assign(globalThis, { audio: this });
    }
  };
}
