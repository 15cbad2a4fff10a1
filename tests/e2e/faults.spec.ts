import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { text } from '../../renderer/messages/en.ts';
import { startSet } from '../../tools/browser/soleusApp.ts';
import { expect, test } from './support/app.ts';
import { cut, cutableSockets, loseNextAnswer } from './support/cutableSockets.ts';
import { DRAWN_CAMERA, type DrawnPage, doRaises, drawPerson } from './support/drawnPerson.ts';

/** What breaks in the browser in mid-set, with a drawn person: each fault ends in a sentence and a set that goes on. */

const WITHIN_MS = 60_000;

/** A set of double raises of which one is counted. */
async function inASet(page: Page, reps: number, sets = 1): Promise<void> {
  await drawPerson(page);
  await startSet(page, { exercise: 'calf-raise-double', reps, sets });
  await expect(page.locator('.counting')).toBeVisible({ timeout: WITHIN_MS });
  await doRaises(page, 1);
  await expectCount(page, 1);
}

async function expectCount(page: Page, count: number): Promise<void> {
  await expect(page.locator('.count')).toHaveText(String(count), { timeout: WITHIN_MS });
}

const tryAgain = (page: Page): Promise<void> =>
  page.getByRole('button', { name: text.session.tryAgain, exact: true }).click();

test('the connection is cut: nothing is announced that is not saved, and then it goes on', async ({ openApp }) => {
  const { page, sessionsAfterStop } = await openApp({
    browserArgs: DRAWN_CAMERA,
    beforeLoad: cutableSockets,
    expectedErrors: /WebSocket/,
  });
  await inASet(page, 4);
  await loseNextAnswer(page, 'history.addRep');
  await doRaises(page, 1);
  await expect(page.getByRole('alert')).toContainText(text.callError['not-connected'].title, { timeout: WITHIN_MS });
  await expectCount(page, 1);
  await tryAgain(page);
  await expectCount(page, 2);
  await cut(page, true);
  await doRaises(page, 1);
  await expect(page.getByRole('alert')).toContainText(text.callError['not-connected'].title, { timeout: WITHIN_MS });
  await expectCount(page, 2);
  await tryAgain(page);
  await expect(page.getByRole('alert')).toContainText(text.callError['not-connected'].title);
  await cut(page, false);
  await tryAgain(page);
  await doRaises(page, 1);
  await expect(page.getByRole('heading', { name: text.summary.title.finished })).toBeVisible({ timeout: WITHIN_MS });
  // What cannot be written at the end is told until it is, whatever makes that happen.
  const feel = (name: string): Promise<void> => page.getByRole('radio', { name, exact: true }).check({ force: true });
  await cut(page, true);
  await feel(text.feel.choices.worse);
  await expect(page.getByRole('alert')).toContainText(text.callError['not-connected'].title);
  await cut(page, false);
  await feel(text.feel.choices.better);
  await expect(page.getByRole('alert')).toBeHidden();
  const [session] = await sessionsAfterStop();
  expect(session?.sets.map(({ reps }) => reps.map(({ n }) => n))).toEqual([[1, 2, 3, 4]]);
  expect(session?.feels.map((said) => said.feel)).toEqual(['worse', 'better']);
});

test('the page dies: what it had announced is there, and the set can go on in a new one', async ({ openApp }) => {
  const { page, host, dataFolder, sessionsAfterStop } = await openApp({ browserArgs: DRAWN_CAMERA });
  await inASet(page, 3);
  const crashed = page.waitForEvent('crash');
  const cdp = await page.context().newCDPSession(page);
  void cdp.send('Page.crash').catch(() => undefined);
  await crashed;

  const again = await page.context().newPage();
  // What a second launch opens.
  await again.goto(await secondLaunch(dataFolder));
  expect(host.hasEnded()).toBe(false);
  await expect(again.getByRole('heading', { name: text.today.unfinishedTitle })).toBeVisible();
  await drawPerson(again);
  await again.getByRole('button', { name: text.today.resume }).click();
  await expect(again.locator('.counting')).toBeVisible({ timeout: WITHIN_MS });
  await doRaises(again, 2);
  await expect(again.getByRole('heading', { name: text.summary.title.finished })).toBeVisible({ timeout: WITHIN_MS });
  const [session] = await sessionsAfterStop();
  expect(session?.sets.map(({ reps }) => reps.map(({ n }) => n))).toEqual([[1, 2, 3]]);
});

test('the camera is lost a hundred times: each time it says so, nothing is left behind, and the count goes on', async ({
  openApp,
}) => {
  const { page, sessionsAfterStop } = await openApp({ browserArgs: DRAWN_CAMERA });
  await inASet(page, 3);
  const { title } = text.problem['camera-unplugged'];
  expect(await page.evaluate(unplugAgainAndAgain, { times: 100, title, button: text.session.tryAgain })).toBe(100);
  await expectCount(page, 1);
  const left = await page.evaluate(() => {
    const { cameras, branches, workers } = globalThis as unknown as DrawnPage;
    const live = (tracks: readonly MediaStreamTrack[]): number =>
      tracks.filter(({ readyState }) => readyState === 'live').length;
    return {
      cameras: live(cameras),
      branches: live(branches),
      workers: workers.filter(({ isEnded }) => !isEnded).length,
    };
  });
  expect(left).toEqual({ cameras: 1, branches: 1, workers: 1 });
  await doRaises(page, 2);
  await expect(page.getByRole('heading', { name: text.summary.title.finished })).toBeVisible({ timeout: WITHIN_MS });
  const [session] = await sessionsAfterStop();
  expect(session?.sets.map(({ reps }) => reps.map(({ n }) => n))).toEqual([[1, 2, 3]]);
});

test('a camera that sends nothing is said to, and what it sends later is seen', async ({ openApp }) => {
  const { page } = await openApp({ beforeLoad: silentCamera });
  await startSet(page, { exercise: 'calf-raise-double', reps: 2 });
  const instruction = page.locator('.setup-instruction');
  await expect(instruction).toHaveText(text.session.noFrames);
  await page.evaluate(() => (globalThis as unknown as { sendPictures(): void }).sendPictures());
  await expect(instruction).toHaveText(text.setup.instruction['step-into-picture']);
});

test('the pose worker dies again and again: in the end it says so, and goes on when told to', async ({ openApp }) => {
  const { page } = await openApp({ browserArgs: DRAWN_CAMERA });
  await inASet(page, 2);
  for (let i = 0; i < 6; i++) {
    await page.evaluate(() => {
      const { workers } = globalThis as unknown as DrawnPage;
      workers.at(-1)?.onerror?.(new ErrorEvent('error', { message: 'out of memory' }));
    });
  }
  await expect(page.getByRole('alert')).toContainText(text.problem['pose-failed'].title);
  await tryAgain(page);
  await doRaises(page, 1);
  await expect(page.getByRole('heading', { name: text.summary.title.finished })).toBeVisible({ timeout: WITHIN_MS });
});

test('a pose worker that has looked at many frames is replaced in the rest, not in the set', async ({ openApp }) => {
  const { page, sessionsAfterStop } = await openApp({ browserArgs: DRAWN_CAMERA });
  const endedOf = (): Promise<boolean[]> =>
    page.evaluate(() => (globalThis as unknown as DrawnPage).workers.map(({ isEnded }) => isEnded));
  await inASet(page, 2, 2);
  await page.evaluate(() => (globalThis as unknown as DrawnPage).workers[0]?.see(18_000));
  expect(await endedOf()).toEqual([false]);
  await doRaises(page, 1);
  await expect(page.getByRole('heading', { name: text.rest.title })).toBeVisible({ timeout: WITHIN_MS });
  await expect.poll(endedOf).toEqual([true, false]);
  await page.getByRole('button', { name: text.rest.startNow, exact: true }).click();
  await expect(page.locator('.counting')).toBeVisible({ timeout: WITHIN_MS });
  await doRaises(page, 2);
  await expect(page.getByRole('heading', { name: text.summary.sessionDone })).toBeVisible({ timeout: WITHIN_MS });
  // With the session the camera ends, and whoever looked at it; there was no third one.
  await expect.poll(endedOf).toEqual([true, true]);
  const [session] = await sessionsAfterStop();
  expect(session?.sets.map(({ reps }) => reps.map(({ n }) => n))).toEqual([
    [1, 2],
    [1, 2],
  ]);
});

test('the page itself breaks: it says so, and comes back', async ({ openApp }) => {
  const { page } = await openApp({ expectedErrors: /TypeError|recreate|boundary/ });
  await expect(page.getByRole('heading', { name: text.today.greeting })).toBeVisible();
  await page.evaluate(() => {
    Object.entries = () => {
      throw new TypeError('of a test');
    };
  });
  await page.getByRole('button', { name: text.app.library, exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(text.callError.internal.title);
  await tryAgain(page);
  await expect(page.getByRole('heading', { name: text.today.greeting })).toBeVisible();
});

test('the diagnostics are shown before they are copied, and they are what is copied', async ({ openApp }) => {
  const { page } = await openApp({ context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  await press(text.app.settings);
  await press(text.diagnostics.show);
  const shown = await page.getByRole('textbox', { name: text.diagnostics.label }).inputValue();
  expect(shown).toContain('start version=');
  await press(text.diagnostics.copy);
  await expect(page.getByText(text.diagnostics.copied, { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
});

/** Runs in the page, before the app: a camera that has nothing to send until it is told to. */
function silentCamera(): void {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 480];
  const context = canvas.getContext('2d');
  navigator.mediaDevices.getUserMedia = async () => canvas.captureStream();
  let drawn = 0;
  const sendPictures = (): void => {
    setInterval(() => {
      drawn += 1;
      if (!context) return;
      context.fillStyle = drawn % 2 ? '#998877' : '#998878';
      context.fillRect(0, 0, canvas.width, canvas.height);
    }, 33);
  };
  Object.assign(globalThis, { sendPictures });
}

interface Unplugging {
  readonly times: number;
  readonly title: string;
  readonly button: string;
}

/** Runs in the page: pulls the cable, waits for the sentence, presses the button; answers how often it was as expected. */
async function unplugAgainAndAgain({ times, title, button }: Unplugging): Promise<number> {
  const page = globalThis as unknown as DrawnPage;
  const until = async <T>(look: () => T | null | undefined | false): Promise<T> => {
    for (;;) {
      const found = look();
      if (found) return found;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };
  let said = 0;
  for (let i = 0; i < times; i++) {
    const workers = page.workers.length;
    const track = page.cameras.at(-1);
    track?.stop();
    track?.dispatchEvent(new Event('ended'));
    const alert = await until(() => document.querySelector('[role=alert]'));
    if (alert.textContent?.includes(title)) said += 1;
    (await until(() => [...document.querySelectorAll('button')].find((one) => one.textContent === button))).click();
    await until(() => page.workers.length > workers && !document.querySelector('[role=alert]'));
  }
  return said;
}

async function secondLaunch(dataFolder: string): Promise<string> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../electron/browserHost.ts'), '--no-open'], {
    env: { ...process.env, SOLEUS_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  await once(child, 'exit');
  return /http:\S+/.exec(output)?.[0] ?? '';
}
