import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import type * as Mediabunny from 'mediabunny';
import { browserOptions } from '../../../tools/browser/chromium.ts';
import type { Clip } from '../../../tools/clips/clips.ts';
import { EIGHT_DOUBLES, STAND_MS } from '../../../tools/clips/fakeCameraClips.ts';
import { renderedClips } from '../../../tools/clips/mjpeg.ts';

/** A video file to make of a clip of the demo athlete. */
export interface VideoWish {
  readonly clip: Clip;
  readonly container: 'webm' | 'mp4';
  /** Which part of the clip. */
  readonly fromMs: number;
  readonly toMs: number;
  /** The pictures lie on their side in the file, which says so. */
  readonly onItsSide?: boolean;
}

/** As it is handed to a file chooser. */
export interface VideoFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** From here on the clip stands still for just long enough. */
const FROM_MS = STAND_MS - 1200;

/** Five raises, and two in a recording that was made with the camera on its side. */
export const FIVE_IN_WEBM: VideoWish = {
  clip: EIGHT_DOUBLES,
  container: 'webm',
  fromMs: FROM_MS,
  toMs: STAND_MS + 18_300,
};
export const TWO_IN_MP4: VideoWish = {
  ...{ clip: EIGHT_DOUBLES, container: 'mp4', fromMs: FROM_MS, toMs: STAND_MS + 7200, onItsSide: true },
};

/** A name that never leaves the browser: every request is answered from here. */
const ORIGIN = 'http://localhost:1';
const ROOT = join(import.meta.dirname, '../../..');
const CACHE = join(ROOT, '.cache/videos');
const LIBRARY = join(ROOT, 'node_modules/mediabunny/dist/bundles/mediabunny.min.mjs');
/** The fake camera's clips. */
const FPS = 30;
/** Cameras lose frames: every so many-th is missing, so that only true frame times give true durations. */
const LOST_EVERY = 7;

/** Made with the browser's own encoders, so that no video has to lie in the repository; kept until the clip changes. */
export async function videosOf(wishes: readonly VideoWish[]): Promise<VideoFile[]> {
  mkdirSync(CACHE, { recursive: true });
  const clips = await renderedClips([...new Set(wishes.map((wish) => wish.clip))], () => undefined);
  const videos = wishes.map((wish) => ({ wish, clip: clips.get(wish.clip.name) ?? '', path: '' }));
  for (const video of videos) video.path = pathOf(video.wish, video.clip);
  const missing = videos.filter(({ path }) => !existsSync(path));
  if (missing.length > 0) {
    const browser = await chromium.launch(browserOptions([], true));
    try {
      for (const { wish, clip, path } of missing)
        writeFileSync(path, await encoded(await browser.newPage(), wish, clip));
    } finally {
      await browser.close();
    }
  }
  return videos.map(({ wish: { clip, container }, path }) => ({
    name: `${clip.name}.${container}`,
    mimeType: `video/${container}`,
    buffer: readFileSync(path),
  }));
}

function pathOf({ container, fromMs, toMs, onItsSide }: VideoWish, clip: string): string {
  const name = [basename(clip, '.mjpeg'), fromMs, toMs, onItsSide ? 'side' : 'upright'].join('-');
  return join(CACHE, `${name}.${container}`);
}

async function encoded(page: Page, { container, onItsSide = false, fromMs, toMs }: VideoWish, clip: string) {
  const bodies: Record<string, { path?: string; body?: string; contentType: string }> = {
    '/': { body: '<!doctype html>', contentType: 'text/html' },
    '/mediabunny.mjs': { path: LIBRARY, contentType: 'text/javascript' },
    '/clip': { path: clip, contentType: 'application/octet-stream' },
  };
  await page.route(`${ORIGIN}/**`, (route) => {
    const answer = bodies[new URL(route.request().url()).pathname];
    return route.fulfill(answer ?? { status: 404 });
  });
  await page.goto(`${ORIGIN}/`);
  const frameAt = (ms: number): number => Math.round((ms * FPS) / 1000);
  const pictures = picturesIn(readFileSync(clip)).slice(frameAt(fromMs), frameAt(toMs));
  const text = await page.evaluate(encode, { container, onItsSide, fps: FPS, lostEvery: LOST_EVERY, pictures });
  return Buffer.from(text, 'base64');
}

interface Encoding {
  readonly container: 'webm' | 'mp4';
  readonly onItsSide: boolean;
  readonly fps: number;
  readonly lostEvery: number;
  readonly pictures: readonly (readonly [number, number])[];
}

/** Runs in the page. */
async function encode({ container, onItsSide, fps, lostEvery, pictures }: Encoding): Promise<string> {
  const path = '/mediabunny.mjs';
  const media: typeof Mediabunny = await import(path);
  const format = container === 'mp4' ? new media.Mp4OutputFormat() : new media.WebMOutputFormat();
  const target = new media.BufferTarget();
  const output = new media.Output({ format, target });
  const codecs = container === 'mp4' ? (['avc', 'vp9'] as const) : (['vp8'] as const);
  const bitrate = 2_500_000;
  const codec = await media.getFirstEncodableVideoCodec([...codecs], { width: 640, height: 480, bitrate });
  if (!codec) throw new Error(`This browser cannot encode ${codecs.join(' or ')}.`);
  const source = new media.VideoSampleSource({ codec, bitrate, latencyMode: 'realtime', keyFrameInterval: 2 });
  output.addVideoTrack(source, { rotation: onItsSide ? 90 : 0 });
  await output.start();
  const clip = await (await fetch('/clip')).blob();
  for (const [i, [from, to]] of pictures.entries()) {
    if (i % lostEvery === 0 && i > 0) continue;
    const picture = await createImageBitmap(clip.slice(from, to, 'image/jpeg'));
    const { width, height } = picture;
    const canvas = new OffscreenCanvas(onItsSide ? height : width, onItsSide ? width : height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No 2D canvas.');
    if (onItsSide) {
      // A quarter turn to the left; the file asks for one to the right.
      context.translate(0, width);
      context.rotate(-Math.PI / 2);
    }
    context.drawImage(picture, 0, 0);
    picture.close();
    const sample = new media.VideoSample(canvas, { timestamp: i / fps, duration: 1 / fps });
    await source.add(sample);
    sample.close();
  }
  await output.finalize();
  const bytes = new Uint8Array(target.buffer ?? new ArrayBuffer(0));
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

/** Where each picture of an .mjpeg file begins and ends: one begins with the marker that follows the end of the last. */
function picturesIn(file: Buffer): [number, number][] {
  const border = Buffer.from([0xff, 0xd9, 0xff, 0xd8]);
  const places: [number, number][] = [];
  let from = 0;
  for (;;) {
    const next = file.indexOf(border, from);
    if (next === -1) return [...places, [from, file.length]];
    places.push([from, next + 2]);
    from = next + 2;
  }
}
