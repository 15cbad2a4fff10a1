import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';

/** Where the page touches pixels. A picture is looked at, drawn on the screen and forgotten; nothing here can keep one. */
const ROOT = join(import.meta.dirname, '../..');

/** Whatever turns a picture into bytes or a file, or keeps anything in the browser. */
const KEEPS =
  /\b(toDataURL|toBlob|convertToBlob|ImageCapture|MediaRecorder|VideoEncoder|ImageEncoder|showSaveFilePicker|indexedDB|localStorage|caches|getDirectory)\b/;
/** Whatever reads a picture, or hands one on. */
const READS = /\b(getImageData|readPixels|copyTo|createImageBitmap|transferToImageBitmap|drawImage)\b/;

const READERS: Readonly<Record<string, string>> = {
  'renderer/athlete/demoStage.ts': 'draws the demo athlete',
  'renderer/capture/brightness.ts': 'one number of a frame: how bright it is',
  'renderer/session/PictureView.tsx': 'the mirror on the screen',
  'renderer/session/openLiveSession.ts': 'one picture to measure the speed of the model with',
  'renderer/video/videoFile.ts': 'a video’s pictures, one after the other, to the model',
};

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function using(api: RegExp, folders: readonly string[]): string[] {
  return folders
    .flatMap(sources)
    .filter((path) => api.test(readFileSync(join(ROOT, path), 'utf8')))
    .sort();
}

test('nothing in the app can keep a picture', () => {
  expect(using(KEEPS, ['renderer', 'shared', 'electron'])).toEqual([]);
});

test('pictures are read where they are looked at or shown, and nowhere else', () => {
  expect(using(READS, ['renderer', 'shared', 'electron'])).toEqual(Object.keys(READERS).sort());
});
