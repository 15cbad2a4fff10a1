import type { Page } from '@playwright/test';
import { text } from '../../renderer/messages/en.ts';
import type { Instruction } from '../../shared/setup/setupCheck.ts';
import { startSet } from '../../tools/browser/soleusApp.ts';
import { DARK_ROOM, DIM_ROOM, EIGHT_DOUBLES, FEET_OUT, TOO_NEAR } from '../../tools/clips/fakeCameraClips.ts';
import { expect, test } from './support/app.ts';
import { expectProblem } from './support/problems.ts';

/** What is said of the picture before a set: enough pictures a second have to come for all but the first of it. */

const DOUBLES = { exercise: 'calf-raise-double', reps: 3 } as const;

async function expectInstruction(page: Page, instruction: Instruction): Promise<void> {
  await expect(page.locator('.setup-instruction')).toHaveText(text.setup.instruction[instruction], { timeout: 30_000 });
}

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
    // The longest of them, at a size to be read across the room, leaves the keys in the window.
    await expect(page.getByRole('button', { name: text.session.menu })).toBeInViewport({ ratio: 1 });
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

test('another program has the camera, until it lets go', async ({ openApp }) => {
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

/** Runs in the page, before the app: a camera that gives eight pictures a second. */
function slowCamera(): void {
  const devices = navigator.mediaDevices;
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = (wish) =>
    open({ video: { ...(wish?.video as MediaTrackConstraints), frameRate: { exact: 8 } } });
}
