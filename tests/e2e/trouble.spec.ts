import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type Database from 'better-sqlite3';
import { openDatabase } from '../../electron/services/history/database.ts';
import { DATABASE_FILE } from '../../electron/services/history/swap.ts';
import { UNKNOWN } from '../../renderer/help/places.ts';
import { text } from '../../renderer/messages/en.ts';
import type { Problem } from '../../renderer/messages/problem.ts';
import type { Instruction } from '../../shared/setup/setupCheck.ts';
import { startSet } from '../../tools/browser/soleusApp.ts';
import { DARK_ROOM, DIM_ROOM, EIGHT_DOUBLES, FEET_OUT, TOO_NEAR } from '../../tools/clips/fakeCameraClips.ts';
import { expect, test } from './support/app.ts';

/** Every bad input gets a clear sentence on the screen and loses nothing. */

const DOUBLES = { exercise: 'calf-raise-double', reps: 3 } as const;
const ANY_ERROR = /./;
const WITHIN_MS = 60_000;

async function expectProblem(page: Page, problem: Problem): Promise<void> {
  const card = page.getByRole('alert');
  await expect(card).toContainText(problem.title);
  await expect(card).toContainText(problem.advice);
}

async function expectInstruction(page: Page, instruction: Instruction): Promise<void> {
  await expect(page.locator('.setup-instruction')).toHaveText(text.setup.instruction[instruction], { timeout: 30_000 });
}

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

  test('another program has it, until it lets go', async ({ openApp }) => {
    const { page } = await openApp({ clip: EIGHT_DOUBLES });
    await page.evaluate(() => {
      const devices = navigator.mediaDevices;
      const open = devices.getUserMedia.bind(devices);
      let refusals = 1;
      devices.getUserMedia = async (wish) => {
        if (refusals-- > 0) throw new DOMException('Could not start video source', 'NotReadableError');
        return open(wish);
      };
    });
    await startSet(page, DOUBLES);
    await expectProblem(page, text.problem['camera-in-use']);
    await page.getByRole('button', { name: text.session.tryAgain }).click();
    await expect(page.locator('.count-in, .counting').first()).toBeVisible({ timeout: 30_000 });
  });

  test.describe('one plain instruction at a time', () => {
    test('a black picture', async ({ openApp }) => {
      const { page } = await openApp({ clip: DARK_ROOM });
      await startSet(page, DOUBLES);
      await expectInstruction(page, 'picture-black');
    });

    test('a dim room', async ({ openApp }) => {
      const { page } = await openApp({ clip: DIM_ROOM });
      await startSet(page, DOUBLES);
      await expectInstruction(page, 'too-dark');
    });

    test('too few frames', async ({ openApp }) => {
      const { page } = await openApp({ clip: EIGHT_DOUBLES, beforeLoad: slowCamera });
      await startSet(page, DOUBLES);
      await expectInstruction(page, 'too-few-frames');
    });

    test('nobody there', async ({ openApp }) => {
      const { page } = await openApp({ browserArgs: ['--use-fake-device-for-media-stream'] });
      await startSet(page, DOUBLES);
      await expectInstruction(page, 'step-into-picture');
    });

    test('feet out of the picture', async ({ openApp }) => {
      const { page } = await openApp({ clip: FEET_OUT });
      await startSet(page, DOUBLES);
      await expectInstruction(page, 'show-feet');
    });

    test('too near', async ({ openApp }) => {
      const { page } = await openApp({ clip: TOO_NEAR });
      await startSet(page, DOUBLES);
      await expectInstruction(page, 'show-body');
    });
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

test('in a set the pose worker is ended, and then the camera: both come back, and the count goes on', async ({
  openApp,
}) => {
  const { page, sessionsAfterStop } = await openApp({ clip: EIGHT_DOUBLES, beforeLoad: keepAtHand });
  const expectCount = async (from: number, timeout = WITHIN_MS): Promise<number> => {
    const count = page.locator('.count');
    await expect.poll(async () => Number(await count.textContent()), { timeout }).toBeGreaterThan(from);
    return Number(await count.textContent());
  };
  await startSet(page, { exercise: 'calf-raise-double', reps: 20 });
  const before = await expectCount(0);
  // As the system ends it for want of memory: without a word.
  await page.evaluate(() => (globalThis as unknown as AtHand).workers.at(-1)?.terminate());
  await expect(page.locator('.veil')).toContainText(text.session.noFrames);
  await page.waitForFunction(() => (globalThis as unknown as AtHand).workers.length === 2, null, {
    timeout: WITHIN_MS,
  });
  const withNewWorker = await expectCount(before);
  await expect(page.locator('.veil')).toBeHidden();

  await page.evaluate(() => {
    const track = (globalThis as unknown as AtHand).tracks.at(-1);
    track?.stop();
    track?.dispatchEvent(new Event('ended'));
  });
  await expectProblem(page, text.problem['camera-unplugged']);
  await page.getByRole('button', { name: text.session.tryAgain, exact: true }).click();
  // The clip begins anew as well, and stands still for its first 14 s.
  const last = await expectCount(withNewWorker, 30_000);
  const [session] = await sessionsAfterStop();
  const counted = session?.sets[0]?.reps.map(({ n }) => n) ?? [];
  expect(counted).toEqual(counted.map((_, i) => i + 1));
  expect(counted.length).toBeGreaterThanOrEqual(last);
});

interface AtHand {
  readonly workers: Worker[];
  readonly tracks: MediaStreamTrack[];
}

/** Runs in the page, before the app: what could be ended from outside. */
function keepAtHand(): void {
  const atHand: AtHand = { workers: [], tracks: [] };
  globalThis.Worker = new Proxy(globalThis.Worker, {
    construct: (target, [url, options]) => {
      const worker = new target(url, options);
      if ((options as WorkerOptions | undefined)?.name === 'pose') atHand.workers.push(worker);
      return worker;
    },
  });
  const devices = navigator.mediaDevices;
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wish) => {
    const stream = await open(wish);
    atHand.tracks.push(...stream.getVideoTracks());
    return stream;
  };
  Object.assign(globalThis, atHand);
}

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

/** Runs in the page, before the app: a camera that gives eight pictures a second. */
function slowCamera(): void {
  const devices = navigator.mediaDevices;
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = (wish) =>
    open({ video: { ...(wish?.video as MediaTrackConstraints), frameRate: { exact: 8 } } });
}

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
