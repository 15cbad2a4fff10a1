import { FAKE_CAMERA_CLIPS } from '../../../tools/clips/fakeCameraClips.ts';
import { renderedClips } from '../../../tools/clips/mjpeg.ts';

/** Draws the fake camera's clips before the first test, once. */
async function globalSetup(): Promise<void> {
  await renderedClips(FAKE_CAMERA_CLIPS, (line) => process.stdout.write(`${line}\n`));
}

export default globalSetup;
