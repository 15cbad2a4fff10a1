import {
  BlobSource,
  Input,
  InputDisposedError,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  QTFF,
  type VideoSample,
  VideoSampleSink,
  WEBM,
} from 'mediabunny';
import { lookedAtSize, type Size } from './pictureSize.ts';
import { MOST_MS, problemOfSize, VideoError } from './videoProblem.ts';

/** A video whose pictures can be taken out one by one. */
export interface VideoFile {
  /** As it is meant to be shown: upright, with square points. */
  readonly size: Size;
  /** Pictures a second, from the first hundred. */
  readonly fps: number;
  readonly durationMs: number;
  /**
   * Every picture in order, with the time at which it is shown; the next one is taken when this one has been looked at.
   *
   * @throws VideoError `damaged` where the file cannot be read on
   */
  pictures(): AsyncGenerator<Picture>;
  /** Whether the file should go on, but does not. */
  isCutOffAt(tMs: number): Promise<boolean>;
  close(): void;
}

/** The receiver closes the bitmap, or hands it over. */
export interface Picture {
  readonly tMs: number;
  readonly bitmap: ImageBitmap;
}

/** A file that ends this much before it says is cut off; less is a matter of rounding. */
const CUT_OFF_MS = 1000;
const FPS_FROM_PACKETS = 100;

/** @throws VideoError */
export async function openVideoFile(file: File): Promise<VideoFile> {
  const problem = problemOfSize(file.size);
  if (problem) throw new VideoError(problem, `${file.size} bytes`);
  await ensureReadable(file);
  const input = new Input({
    source: new BlobSource(file, { handleUnhandledError: () => undefined }),
    formats: [MP4, QTFF, WEBM, MATROSKA],
  });
  try {
    return await describe(input);
  } catch (error) {
    input.dispose();
    throw error instanceof VideoError ? error : new VideoError('damaged', String(error));
  }
}

/** A file that was moved or may not be read fails at its first byte. */
async function ensureReadable(file: File): Promise<void> {
  await file
    .slice(0, 1)
    .arrayBuffer()
    .catch((error: unknown) => {
      throw new VideoError('unreadable', String(error));
    });
}

async function describe(input: Input): Promise<VideoFile> {
  if (!(await input.canRead())) throw new VideoError('not-a-video', 'It is neither mp4 nor webm.');
  // An mp4 that was cut off has lost its table of contents, which most cameras write last.
  if ((await input.getTracks()).length === 0) throw new VideoError('damaged', 'It names no tracks.');
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new VideoError('no-picture', 'There is no video track.');
  if (!(await track.canDecode())) {
    throw new VideoError('unknown-codec', (await track.getCodecParameterString()) ?? 'unknown');
  }
  const promisedMs = 1000 * ((await input.getDurationFromMetadata()) ?? 0);
  const durationMs = Math.max(promisedMs, 1000 * (await track.computeDuration()));
  if (durationMs > MOST_MS) throw new VideoError('too-long', `${durationMs} ms`);
  const { averagePacketRate } = await track.computePacketStats(FPS_FROM_PACKETS);
  if (!(averagePacketRate > 0)) throw new VideoError('damaged', 'It holds no pictures.');
  const size = { width: await track.getDisplayWidth(), height: await track.getDisplayHeight() };
  return {
    size,
    fps: Math.round(100 * averagePacketRate) / 100,
    durationMs,
    pictures: () => pictures(track, lookedAtSize(size)),
    isCutOffAt: async (tMs) => {
      // In an mp4 a table says how long the track is; a webm only says it of the whole file, sound included.
      const tableMs = 1000 * (await track.computeDuration());
      const thereMs = 1000 * (await input.computeDuration());
      return tableMs - tMs > CUT_OFF_MS || promisedMs - thereMs > CUT_OFF_MS;
    },
    close: () => input.dispose(),
  };
}

async function* pictures(track: InputVideoTrack, { width, height }: Size): AsyncGenerator<Picture> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No 2D canvas.');
  let lastMs = Number.NEGATIVE_INFINITY;
  for await (const sample of samples(track)) {
    try {
      const tMs = 1000 * sample.timestamp;
      // What lies before the beginning is not shown, and the model must never see time stand still.
      if (tMs < 0 || tMs <= lastMs) continue;
      lastMs = tMs;
      sample.draw(context, 0, 0, width, height);
    } finally {
      sample.close();
    }
    yield { tMs: lastMs, bitmap: canvas.transferToImageBitmap() };
  }
}

async function* samples(track: InputVideoTrack): AsyncGenerator<VideoSample> {
  try {
    yield* new VideoSampleSink(track).samples();
  } catch (error) {
    if (error instanceof InputDisposedError) return;
    throw new VideoError('damaged', String(error));
  }
}
