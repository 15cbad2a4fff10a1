import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as fc from 'fast-check';
import { MkvOutputFormat, Mp4OutputFormat, type OutputFormat, WebMOutputFormat } from 'mediabunny';
import { lookedAtSize } from '../../renderer/video/pictureSize.ts';
import { MOST_MS } from '../../renderer/video/videoProblem.ts';
import { tinyVideo } from './tinyVideo.ts';
import { Broken } from './verdict.ts';
import type { VideoSeen } from './videoReader.ts';

/** Videos of which something was changed: refused, or claiming what can be looked at, or put away with their reader. */

export const VIDEO_FORMATS: readonly OutputFormat[] = [
  new Mp4OutputFormat(),
  new WebMOutputFormat(),
  new MkvOutputFormat(),
];

/** What became of them; `putAway` are those that their reader did not come back from. */
export interface VideoTally {
  claims: number;
  refused: number;
  putAway: number;
}

/** What a reader trips over: numbers that are too large, none, or any. */
const BYTES = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 8 }),
  fc.constantFrom(...['ffffffff', '00000000', '7fffffff', '80000000'].map((hex) => Buffer.from(hex, 'hex'))),
);

/** @throws Broken */
export async function fuzzVideos(format: OutputFormat, seed: number, count: number): Promise<VideoTally> {
  const video = await tinyVideo(format);
  const reader = startVideoReader();
  const tally: VideoTally = { claims: 0, refused: 0, putAway: 0 };
  const changes = fc.array(fc.record({ at: fc.nat(video.length), bytes: BYTES }), { minLength: 1, maxLength: 4 });
  const cut = fc.tuple(changes, fc.nat(3 * video.length));
  try {
    for (const [list, end] of fc.sample(cut, { numRuns: count, seed })) {
      const changed = Buffer.from(video);
      for (const { at, bytes } of list) changed.set(bytes.subarray(0, changed.length - at), at);
      const seen = await reader.read(changed.subarray(0, end));
      if (seen) look(seen, JSON.stringify(list));
      tally[seen === null ? 'putAway' : seen.name === 'claims' ? 'claims' : 'refused'] += 1;
    }
  } finally {
    await reader.close();
  }
  return tally;
}

function look(seen: VideoSeen, changes: string): void {
  if (seen.name === 'refused') return;
  if (seen.name === 'broken') throw new Broken(`${seen.detail}: ${changes}`);
  const { width, height } = lookedAtSize(seen.size);
  const isFine =
    width * height <= 1280 * 2560 && seen.durationMs <= MOST_MS && seen.fps > 0 && Number.isFinite(seen.fps);
  if (!isFine) throw new Broken(`${JSON.stringify(seen)} was let through: ${changes}`);
}

export interface VideoReader {
  /** Null for a file that the reader did not come back from. */
  read(bytes: Buffer<ArrayBuffer>): Promise<VideoSeen | null>;
  close(): Promise<void>;
}

const AT_MOST_MS = 2000;

/** Reads every file in a worker, as the app does, and puts one that does not come back away with it. */
export function startVideoReader(): VideoReader {
  const start = (): Worker => new Worker(join(import.meta.dirname, 'videoReader.ts'), { stdout: true });
  let worker = start();
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
    close: async () => {
      await worker.terminate();
    },
  };
}
