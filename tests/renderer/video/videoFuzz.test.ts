import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as fc from 'fast-check';
import { MkvOutputFormat, Mp4OutputFormat, WebMOutputFormat } from 'mediabunny';
import { expect, onTestFinished, test } from 'vitest';
import { lookedAtSize } from '../../../renderer/video/pictureSize.ts';
import { MOST_MS } from '../../../renderer/video/videoProblem.ts';
import { endlessVideo, tinyVideo } from '../../support/tinyVideo.ts';
import type { VideoSeen } from '../../support/videoReader.ts';

/** Every file is read in a worker, as in the app, and one that does not come back is put away with it. */
const AT_MOST_MS = 2000;

interface Reader {
  /** Null for a file that the reader did not come back from. */
  read(bytes: Buffer<ArrayBuffer>): Promise<VideoSeen | null>;
}

function startReader(): Reader {
  const start = (): Worker => new Worker(join(import.meta.dirname, '../../support/videoReader.ts'), { stdout: true });
  let worker = start();
  onTestFinished(async () => {
    await worker.terminate();
  });
  return {
    read: async (bytes) => {
      const reading = worker;
      const seen = await new Promise<VideoSeen | null>((resolve, reject) => {
        const deadline = setTimeout(() => end(null), AT_MOST_MS);
        const end = (read: VideoSeen | null): void => {
          clearTimeout(deadline);
          reading.off('message', end).off('error', reject);
          resolve(read);
        };
        reading.on('message', end).on('error', reject);
        reading.postMessage(bytes);
      });
      if (seen) return seen;
      await worker.terminate();
      worker = start();
      return null;
    },
  };
}

/** What a reader trips over: numbers that are too large, none, or any. */
const BYTES = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 8 }),
  fc.constantFrom(...['ffffffff', '00000000', '7fffffff', '80000000'].map((hex) => Buffer.from(hex, 'hex'))),
);

test.each([
  ['mp4', new Mp4OutputFormat()],
  ['webm', new WebMOutputFormat()],
  ['mkv', new MkvOutputFormat()],
])(
  '%s: whatever is changed in a file, it is refused, or claims what can be looked at, or is put away',
  async (_, format) => {
    const video = await tinyVideo(format);
    const reader = startReader();
    expect(await reader.read(video)).toMatchObject({
      name: 'claims',
      size: { width: 16, height: 16 },
      durationMs: 2000,
    });
    const changes = fc.array(fc.record({ at: fc.nat(video.length), bytes: BYTES }), { minLength: 1, maxLength: 4 });
    const counts = { claims: 0, refused: 0, putAway: 0 };
    for (const [list, end] of fc.sample(fc.tuple(changes, fc.nat(3 * video.length)), { numRuns: 200, seed: 11 })) {
      const changed = Buffer.from(video);
      for (const { at, bytes } of list) changed.set(bytes.subarray(0, changed.length - at), at);
      const seen = await reader.read(changed.subarray(0, end));
      if (!seen) counts.putAway += 1;
      else if (seen.name === 'broken') throw new Error(`${seen.detail}: ${JSON.stringify(list)}`);
      else {
        counts[seen.name] += 1;
        if (seen.name === 'refused') continue;
        const { width, height } = lookedAtSize(seen.size);
        expect(width * height).toBeLessThanOrEqual(1280 * 2560);
        expect(seen.durationMs).toBeLessThanOrEqual(MOST_MS);
        expect(seen.fps > 0 && Number.isFinite(seen.fps)).toBe(true);
      }
    }
    expect(counts.claims).toBeGreaterThan(10);
    expect(counts.refused).toBeGreaterThan(10);
    expect(counts.putAway).toBeLessThan(12);
  },
  90_000,
);

test('a file that keeps a reader busy for ever is such a one', async () => {
  expect(await startReader().read(endlessVideo(await tinyVideo(new Mp4OutputFormat())))).toBeNull();
});
