import { text } from '../../renderer/messages/en.ts';
import { startSet } from '../../tools/browser/soleusApp.ts';
import { TEN_BRISK } from '../../tools/clips/fakeCameraClips.ts';
import { expect, test } from './support/app.ts';
import { expectProblem } from './support/problems.ts';

const WITHIN_MS = 60_000;

test('in a set the pose worker is ended, and then the camera: both come back, and the count goes on', async ({
  openApp,
}) => {
  const { page, sessionsAfterStop } = await openApp({ clip: TEN_BRISK, beforeLoad: keepAtHand });
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
  // The clip begins anew as well, with standing still.
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
