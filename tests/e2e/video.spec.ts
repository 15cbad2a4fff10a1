import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { text } from '../../renderer/messages/en.ts';
import type { Problem } from '../../renderer/messages/problem.ts';
import { type Replay, replayTrace } from '../../shared/trace/replay.ts';
import { parseTrace } from '../../shared/trace/trace.ts';
import { EIGHT_DOUBLES } from '../../tools/clips/fakeCameraClips.ts';
import { expect, test } from './support/app.ts';
import { FIVE_IN_WEBM, TWO_IN_MP4, type VideoFile, videosOf } from './support/videoFiles.ts';

const RECORDED_AT_MS = Date.UTC(2026, 2, 5, 9, 30);
const ANALYSED_WITHIN_MS = 90_000;

let webm: VideoFile;
let mp4: VideoFile;

test.beforeAll(async () => {
  [webm, mp4] = (await videosOf([FIVE_IN_WEBM, TWO_IN_MP4])) as [VideoFile, VideoFile];
});

test('a dropped webm is counted picture by picture, saved as imported, and its trace replays to the same', async ({
  openApp,
}) => {
  const { page, dataFolder, sessionsAfterStop } = await openApp();
  await openVideoScreen(page);
  await drop(page, webm);
  await analyse(page);
  const bar = page.getByRole('progressbar');
  await expect(bar).toHaveAttribute('aria-valuenow', /^[1-9]/);
  await expect(page.locator('.video-progress')).toContainText(/\d+ pictures/);
  await expectDone(page, 5);
  await expect(page.locator('.rep-table tbody tr')).toHaveCount(5);
  await page.getByRole('button', { name: text.video.save, exact: true }).click();
  await expect(page.getByText(text.video.saved)).toBeVisible();
  await page.getByRole('button', { name: text.video.saveTrace }).click();
  await expect(page.getByText(text.summary.traceSaved(join(dataFolder, 'traces')))).toBeVisible();

  await page.getByRole('button', { name: text.video.showHistory }).click();
  await expect(page.locator('.session-item')).toContainText(text.history.source.imported);
  await expect(page.locator('.session-item')).toContainText(text.repCount(5));

  const replay = replayOnly(dataFolder);
  expect(replay.count).toBe(5);
  expectLoweringsNear(replay, 5);
  const [session] = await sessionsAfterStop();
  expect(session).toMatchObject({ source: 'imported', end: { endedAtMs: RECORDED_AT_MS } });
  const kept = session?.sets[0]?.reps.map(({ n, measures }) => ({ n, ...measures })) ?? [];
  expect(kept).toMatchObject(
    replay.reps.map(({ n, side, startMs, topMs, endMs, heightCm }) => ({ n, side, startMs, topMs, endMs, heightCm })),
  );
});

test('a recording that lies on its side in an mp4 is turned upright and counted', async ({ openApp }) => {
  const { page, dataFolder } = await openApp();
  await openVideoScreen(page);
  await page.locator('input[type=file]').setInputFiles(mp4);
  await analyse(page);
  await expectDone(page, 2);
  await page.getByRole('button', { name: text.video.saveTrace }).click();
  await expect(page.getByText(text.summary.traceSaved(join(dataFolder, 'traces')))).toBeVisible();
  const { header } = traceOnly(dataFolder);
  expect(header).toMatchObject({ width: 640, height: 480 });
  expectLoweringsNear(replayOnly(dataFolder), 2);
});

test('cancelling keeps nothing, and the next video can begin at once', async ({ openApp }) => {
  const { page, sessionsAfterStop } = await openApp();
  await openVideoScreen(page);
  await drop(page, webm);
  await analyse(page);
  await expect(page.locator('.video-progress')).toContainText(/\d+ pictures/);
  await page.getByRole('button', { name: text.video.cancel }).click();
  await expect(page.getByText(text.video.cancelled)).toBeAttached();
  await expect(page.getByText(text.video.chosen(webm.name))).toBeVisible();
  await analyse(page);
  await expect(page.locator('.video-progress')).toContainText(/\d+ pictures/);
  await page.getByRole('button', { name: text.video.cancel }).click();
  expect(await sessionsAfterStop()).toEqual([]);
});

test('what cannot be analysed gets a sentence, and a file that is cut off is counted up to its end', async ({
  openApp,
}) => {
  const { page } = await openApp({ expectedErrors: /404/ });
  await openVideoScreen(page);
  const expectProblem = async (buffer: Buffer, problem: Problem): Promise<void> => {
    await page.locator('input[type=file]').setInputFiles({ ...mp4, buffer });
    await analyse(page);
    await expect(page.getByRole('alert')).toContainText(problem.title);
    await expect(page.getByRole('alert')).toContainText(problem.advice);
  };
  const { buffer } = mp4;
  const { videoProblem } = text;
  await expectProblem(
    Buffer.from('Dear physiotherapist, here is how it went. '.repeat(99)),
    videoProblem['not-a-video'],
  );
  await expectProblem(Buffer.alloc(0), videoProblem['empty-file']);
  await expectProblem(withoutIndex(buffer), videoProblem.damaged);
  await page.route('**/*.task', (route) => route.fulfill({ status: 404 }));
  await expectProblem(buffer, text.problem['model-missing']);
  await page.unroute('**/*.task');

  const cutOff = { ...webm, buffer: webm.buffer.subarray(0, Math.round(0.35 * webm.buffer.length)) };
  await page.locator('input[type=file]').setInputFiles(cutOff);
  await analyse(page);
  await expect(page.locator('.notice')).toContainText(/cut off: it could be read up to 0:0\d of 0:19/, {
    timeout: ANALYSED_WITHIN_MS,
  });
  await expect(page.locator('.video-count strong')).toHaveText(/^[1-3]$/);

  await page.getByRole('button', { name: text.video.another }).click();
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'VideoDecoder'));
  await expectProblem(buffer, videoProblem['no-webcodecs']);
});

async function openVideoScreen(page: Page): Promise<void> {
  await page.getByRole('button', { name: text.app.video, exact: true }).click();
  await expect(page.getByRole('heading', { name: text.video.title })).toBeVisible();
}

/** As a camera leaves an mp4 that it could not finish: with its type and its pictures, without the table of them. */
function withoutIndex(file: Buffer): Buffer {
  return Buffer.concat([file.subarray(0, file.readUInt32BE(0)), Buffer.from('\0\0\0\x08mdat', 'latin1')]);
}

/** Lets go of a file over the drop zone, through the browser's own drag and drop. */
async function drop(page: Page, { name, buffer }: VideoFile): Promise<void> {
  const file = test.info().outputPath(name);
  writeFileSync(file, buffer);
  utimesSync(file, RECORDED_AT_MS / 1000, RECORDED_AT_MS / 1000);
  const zone = await page.locator('.video-drop').boundingBox();
  if (!zone) throw new Error('There is no drop zone.');
  const devTools = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devTools.send('Input.dispatchDragEvent', { type, x: zone.x + 40, y: zone.y + 40, data });
  }
  await expect(page.getByText(text.video.chosen(name))).toBeVisible();
}

async function analyse(page: Page): Promise<void> {
  await page.getByRole('button', { name: text.video.analyse, exact: true }).click();
}

async function expectDone(page: Page, count: number): Promise<void> {
  await expect(page.getByRole('status').first()).toHaveText(text.video.done(text.repCount(count)), {
    timeout: ANALYSED_WITHIN_MS,
  });
  await expect(page.locator('.video-count strong')).toHaveText(String(count));
}

function traceOnly(dataFolder: string) {
  const folder = join(dataFolder, 'traces');
  const [name = ''] = readdirSync(folder);
  return parseTrace(gunzipSync(readFileSync(join(folder, name))).toString());
}

function replayOnly(dataFolder: string): Replay {
  return replayTrace(traceOnly(dataFolder));
}

/** Each lowering against what the athlete did, though the file lacks every seventh picture. */
function expectLoweringsNear(replay: Replay, count: number): void {
  expect(replay.reps).toHaveLength(count);
  replay.reps.forEach((rep, i) => {
    const truth = EIGHT_DOUBLES.movement.reps[i]?.lowerMs ?? Number.NaN;
    expect(Math.abs((rep.lowerMs ?? Number.NaN) - truth), `rep ${rep.n}: ${rep.lowerMs} for ${truth}`).toBeLessThan(
      300,
    );
  });
}
