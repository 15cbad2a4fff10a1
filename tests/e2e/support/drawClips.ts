import { FAKE_CAMERA_CLIPS } from '../../../tools/clips/fakeCameraClips.ts';
import { renderedClips } from '../../../tools/clips/mjpeg.ts';
import { FIVE_IN_WEBM, TWO_IN_MP4, videosOf } from './videoFiles.ts';

/** Draws the fake camera's clips, once, and makes video files of some. */
export async function drawClips(): Promise<void> {
  await renderedClips(FAKE_CAMERA_CLIPS, (line) => process.stdout.write(`${line}\n`));
  await videosOf([FIVE_IN_WEBM, TWO_IN_MP4]);
}

if (import.meta.main) await drawClips();
