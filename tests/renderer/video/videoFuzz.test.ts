import { Mp4OutputFormat } from 'mediabunny';
import { expect, onTestFinished, test } from 'vitest';
import { endlessVideo, tinyVideo } from '../../../tools/fuzz/tinyVideo.ts';
import { fuzzVideos, startVideoReader, VIDEO_FORMATS } from '../../../tools/fuzz/videoFiles.ts';

/** A short share of `npm run test:fuzz`. */
const CHANGED = 70;

test.each(VIDEO_FORMATS.map((format) => [format.fileExtension, format] as const))(
  '%s: whatever is changed in a file, it is refused, or claims what can be looked at, or is put away',
  async (_, format) => {
    const { claims, refused, putAway } = await fuzzVideos(format, 11, CHANGED);
    expect(claims).toBeGreaterThan(4);
    expect(refused).toBeGreaterThan(4);
    expect(putAway).toBeLessThan(6);
  },
  90_000,
);

test('a whole file claims what it is, and one that keeps a reader busy for ever is put away', async () => {
  const reader = startVideoReader();
  onTestFinished(reader.close);
  const video = await tinyVideo(new Mp4OutputFormat());
  const size = { width: 16, height: 16 };
  expect(await reader.read(video)).toMatchObject({ name: 'claims', size, durationMs: 2000 });
  expect(await reader.read(endlessVideo(video))).toBeNull();
});
