import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import type { PoseFrame } from '../../shared/pose/landmarks.ts';
import type { PoseModelName } from '../../shared/pose/poseModels.ts';
import { browserOptions } from '../browser/chromium.ts';
import { type Clip, frameTimes, shownTimes } from './clips.ts';
import { randomFrom } from './random.ts';
import type { Studio } from './studio.ts';

const ROOT = join(import.meta.dirname, '../..');
const BUILT = join(ROOT, '.cache/studio');
/** A name that never leaves the browser: every request is answered from the built files. */
const ORIGIN = 'http://localhost:1';
const BATCH = 30;

declare const studio: Studio;

/** The studio in a headless browser. */
export interface StudioPage {
  /** The clip's frames as JPEG, in order. */
  pictures(clip: Clip, onPicture: (jpeg: Buffer) => void): Promise<void>;
  /** What the real model sees of the clip. */
  poses(clip: Clip, model: PoseModelName): Promise<PoseFrame[]>;
  close(): Promise<void>;
}

/** A studio draws and packs by turns, so two of them keep a machine of two cores busy. */
const STUDIOS = 2;

/**
 * Works through the items in several studios side by side, each with a browser of its own: pages of one browser draw in
 * turns.
 */
export async function inStudios<Item>(
  items: readonly Item[],
  work: (studio: StudioPage, item: Item) => Promise<void>,
  studioCount = STUDIOS,
): Promise<void> {
  if (items.length === 0) return;
  await buildStudio();
  const waiting = [...items];
  const studios = await Promise.all(Array.from({ length: Math.min(studioCount, items.length) }, openBrowser));
  const workThrough = async (studio: StudioPage): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(studio, item);
  };
  try {
    await Promise.all(studios.map(workThrough));
  } finally {
    await Promise.all(studios.map((studio) => studio.close()));
  }
}

async function buildStudio(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    assetsInclude: ['**/*.task'],
    build: {
      outDir: BUILT,
      emptyOutDir: true,
      target: 'esnext',
      rolldownOptions: { input: join(import.meta.dirname, 'studio.html') },
    },
  });
}

async function openBrowser(): Promise<StudioPage> {
  const browser = await chromium.launch(browserOptions([], true));
  const page = await browser.newPage();
  await page.route(`${ORIGIN}/**`, async (route) => {
    const path = join(BUILT, new URL(route.request().url()).pathname);
    await route.fulfill({ body: await readFile(path), contentType: contentType(path) });
  });
  await load(page);
  return {
    pictures: async (clip, onPicture) => {
      const times = shownTimes(clip, await openClip(page, clip));
      const distinct = [...new Set(times)];
      for (let i = 0; i < distinct.length; i += BATCH) {
        const batch = distinct.slice(i, i + BATCH);
        const pictures = await page.evaluate((timesMs) => studio.pictures(timesMs), batch);
        const drawn = new Map(batch.map((tMs, k) => [tMs, Buffer.from(pictures[k] ?? '', 'base64')]));
        for (const tMs of times.filter((t) => drawn.has(t))) {
          const picture = drawn.get(tMs);
          if (picture) onPicture(picture);
        }
      }
    },
    poses: async (clip, model) => {
      // A model that was closed keeps its memory: a fresh page gives it back.
      await load(page);
      const times = await openClip(page, clip);
      await page.evaluate((name) => studio.openModel(name), model);
      const frames: PoseFrame[] = [];
      for (let i = 0; i < times.length; i += BATCH) {
        frames.push(...(await page.evaluate((timesMs) => studio.poses(timesMs), times.slice(i, i + BATCH))));
      }
      return frames;
    },
    close: () => browser.close(),
  };
}

async function load(page: Page): Promise<void> {
  await page.goto(`${ORIGIN}/studio.html`);
  await page.waitForFunction(() => 'studio' in globalThis);
}

async function openClip(page: Page, clip: Clip): Promise<number[]> {
  await page.evaluate(([stage, movement, noise]) => studio.open(stage, movement, noise), [
    clip.stage,
    clip.movement,
    clip.camera.noise,
  ] as const);
  return frameTimes(clip.movement.durationMs, clip.camera, randomFrom(clip.camera.seed));
}

function contentType(path: string): string {
  return (
    { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' }[extname(path)] ??
    'application/octet-stream'
  );
}
