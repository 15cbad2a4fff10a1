import { Mp4OutputFormat } from 'mediabunny';
import { text } from '../../renderer/messages/en.ts';
import { endlessVideo, tinyVideo } from '../../tools/fuzz/tinyVideo.ts';
import { expect, test } from './support/app.ts';

test('a video that keeps its reader busy for ever can be cancelled, and is damaged after a minute', async ({
  openApp,
}) => {
  const { page } = await openApp();
  const buffer = endlessVideo(await tinyVideo(new Mp4OutputFormat()));
  await page.getByRole('button', { name: text.app.video, exact: true }).click();
  await page.clock.install();
  await page.locator('input[type=file]').setInputFiles({ name: 'endless.mp4', mimeType: 'video/mp4', buffer });
  const analyse = page.getByRole('button', { name: text.video.analyse });
  const cancel = page.getByRole('button', { name: text.video.cancel });

  await analyse.click();
  await cancel.click();
  await expect(page.getByText(text.video.cancelled)).toBeAttached();

  await analyse.click();
  await expect(cancel).toBeVisible();
  await page.clock.fastForward(61_000);
  await expect(page.getByRole('alert')).toContainText(text.videoProblem.damaged.title);
});
