import type { Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import { text } from '../../renderer/messages/en.ts';
import type { Block } from '../../shared/session/sessionPlan.ts';
import type { Programme } from '../../shared/settings/settings.ts';
import { expect, test } from './support/app.ts';

const led: Block = {
  ...{ exercise: 'step-drop-stretch', part: 'main', sets: 1, sides: ['both'], restMs: 0 },
  target: { goMs: 5000 },
};
const seen: Block = { ...led, exercise: 'calf-raise-double', target: { reps: 2 } };
const PROGRAMME: Programme = { id: uuidv7(), name: 'By the clock, and seen', blocks: [led, seen, led, seen] };

/** Chromium's own fake camera: it shows nobody, and its light is whether a track of it is live. */
const CAMERA = ['--use-fake-device-for-media-stream'];

interface WithTracks {
  tracks?: MediaStreamTrack[];
}

/** Remembers every track that the page is given. */
function rememberTracks(): void {
  const tracks: MediaStreamTrack[] = [];
  (globalThis as WithTracks).tracks = tracks;
  const devices = navigator.mediaDevices;
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wanted) => {
    const stream = await open(wanted);
    tracks.push(...stream.getTracks());
    return stream;
  };
}

function opened(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as WithTracks).tracks?.length ?? 0);
}

/** Whether the light of the camera is on. */
function isLit(page: Page): Promise<boolean> {
  return page.evaluate(() => ((globalThis as WithTracks).tracks ?? []).some(({ readyState }) => readyState === 'live'));
}

for (const cameraOffBetweenSets of [true, false]) {
  test(`the camera is ${cameraOffBetweenSets ? 'off' : 'on'} while a clock leads`, async ({ openApp }) => {
    const settings = { programmes: [PROGRAMME], cameraOffBetweenSets };
    const { page } = await openApp({ settings, browserArgs: CAMERA, beforeLoad: rememberTracks });
    await page.getByRole('button', { name: text.app.programmes }).click();
    await page.getByRole('button', { name: text.blocks.startOf(PROGRAMME.name) }).click();
    await expect(page.getByText(text.session.getReadyNow)).toBeVisible();
    await expect.poll(() => isLit(page)).toBe(!cameraOffBetweenSets);

    await page.getByRole('button', { name: text.session.begin, exact: true }).click();
    await expect(page.getByRole('heading', { name: text.rest.title })).toBeVisible();
    const notice = page.getByText(text.rest.cameraOff);
    expect(await notice.count()).toBe(cameraOffBetweenSets ? 1 : 0);
    await page.getByRole('button', { name: text.rest.startNow }).click();
    await expect(page.getByRole('list', { name: text.setup.title })).toBeVisible();
    await expect.poll(() => isLit(page)).toBe(true);

    await page.getByRole('button', { name: text.session.menu, exact: true }).click();
    await page.getByRole('button', { name: text.session.skip, exact: true }).click();
    await expect(page.getByText(text.session.getReadyNow)).toBeVisible();
    await expect.poll(() => isLit(page)).toBe(!cameraOffBetweenSets);
    expect(await opened(page)).toBe(1);
  });
}
