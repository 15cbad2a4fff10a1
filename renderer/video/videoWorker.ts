import { openVideoFile, type Picture, type VideoFile } from './videoFile.ts';
import type { VideoReply, VideoRequest } from './videoMessages.ts';
import { VideoError } from './videoProblem.ts';

/**
 * The video worker takes a file apart. A file can be made so that a reader is busy with it for ever: here that stops nothing
 * else, and the page puts an end to it.
 */
let video: VideoFile | null = null;
let pictures: AsyncGenerator<Picture> | null = null;

addEventListener('message', ({ data }: MessageEvent<VideoRequest>) => {
  answer(data).then(reply, (error: unknown) => {
    reply({ type: 'failed', problem: error instanceof VideoError ? error.problem : null, detail: String(error) });
  });
});

function reply(message: VideoReply): void {
  const transfer = message.type === 'picture' && message.picture ? [message.picture.bitmap] : [];
  postMessage(message, { transfer });
}

async function answer(request: VideoRequest): Promise<VideoReply> {
  if (request.type === 'open') {
    video = await openVideoFile(request.file);
    pictures = video.pictures();
    const { size, fps, durationMs } = video;
    return { type: 'opened', size, fps, durationMs };
  }
  if (!video || !pictures) throw new Error('No video is open.');
  if (request.type === 'is-cut-off') return { type: 'cut-off', isCutOff: await video.isCutOffAt(request.atMs) };
  const { value, done } = await pictures.next();
  return { type: 'picture', picture: done ? null : value };
}
