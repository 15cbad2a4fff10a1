import { parentPort } from 'node:worker_threads';
import { openVideoFile } from '../../renderer/video/videoFile.ts';
import { VideoError } from '../../renderer/video/videoProblem.ts';

/** A worker that opens videos as the app's own does. Only a browser decodes; here it says that it could. */
Object.assign(globalThis, { VideoDecoder: { isConfigSupported: async () => ({ supported: true }) } });

export type VideoSeen =
  | { readonly name: 'claims'; readonly size: { width: number; height: number }; fps: number; durationMs: number }
  | { readonly name: 'refused' }
  | { readonly name: 'broken'; readonly detail: string };

async function read(bytes: Uint8Array<ArrayBuffer>): Promise<VideoSeen> {
  try {
    const { size, fps, durationMs, close } = await openVideoFile(new File([bytes], 'a video'));
    close();
    return { name: 'claims', size, fps, durationMs };
  } catch (error) {
    return error instanceof VideoError ? { name: 'refused' } : { name: 'broken', detail: String(error) };
  }
}

parentPort?.on('message', (bytes: Uint8Array<ArrayBuffer>) => {
  void read(bytes).then((seen) => parentPort?.postMessage(seen));
});
