import type { Picture, VideoFile } from './videoFile.ts';
import type { VideoReply, VideoRequest } from './videoMessages.ts';
import { VideoError } from './videoProblem.ts';

/** Even a slow stick gives its table of contents sooner. */
const OPEN_WITHIN_MS = 60_000;

/**
 * Opens a video in a worker of its own.
 *
 * @throws VideoError; anything once the signal has aborted
 */
export async function openVideoInWorker(file: File, signal: AbortSignal): Promise<VideoFile> {
  if (!('VideoDecoder' in globalThis)) throw new VideoError('no-webcodecs', 'There is no VideoDecoder.');
  const worker = new Worker(new URL('./videoWorker.ts', import.meta.url), { type: 'module', name: 'video' });
  let fail: (error: Error) => void = () => undefined;
  const close = (reason: Error = new Error('It was closed.')): void => {
    worker.terminate();
    fail(reason);
  };
  const ask = (request: VideoRequest): Promise<VideoReply> =>
    new Promise((resolve, reject) => {
      fail = reject;
      worker.onmessage = ({ data }: MessageEvent<VideoReply>) => {
        if (data.type !== 'failed') resolve(data);
        else reject(data.problem ? new VideoError(data.problem, data.detail) : new Error(data.detail));
      };
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(request);
    });
  const next = async (): Promise<Picture | null> => {
    const reply = await ask({ type: 'next' });
    return reply.type === 'picture' ? reply.picture : null;
  };
  signal.addEventListener('abort', () => close(), { once: true });
  const tooLong = new VideoError('damaged', `It could not be opened within ${OPEN_WITHIN_MS} ms.`);
  const deadline = setTimeout(() => close(tooLong), OPEN_WITHIN_MS);
  try {
    const opened = await ask({ type: 'open', file });
    if (opened.type !== 'opened') throw new Error(`The worker answered with ${opened.type}.`);
    const { size, fps, durationMs } = opened;
    return {
      ...{ size, fps, durationMs, close },
      pictures: () => picturesAhead(next),
      isCutOffAt: async (atMs) => {
        const reply = await ask({ type: 'is-cut-off', atMs });
        return reply.type === 'cut-off' && reply.isCutOff;
      },
    };
  } catch (error) {
    close();
    throw error;
  } finally {
    clearTimeout(deadline);
  }
}

/** The next picture is made ready while this one is looked at. */
async function* picturesAhead(next: () => Promise<Picture | null>): AsyncGenerator<Picture> {
  let ahead = next();
  for (;;) {
    const picture = await ahead;
    if (!picture) return;
    ahead = next();
    // Whoever stops here closes the worker, and nobody waits for the next one any more.
    ahead.catch(() => undefined);
    yield picture;
  }
}
