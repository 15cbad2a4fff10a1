import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { DATABASE_FILE } from '../../electron/services/history/database.ts';
import { createHistoryStore } from '../../electron/services/history/store.ts';
import { text } from '../../renderer/messages/en.ts';
import type { RepRecord } from '../../shared/history/records.ts';
import type { PoseModelName } from '../../shared/pose/poseModels.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { launchBrowser } from '../browser/chromium.ts';
import { startSoleusHost } from '../browser/soleusHost.ts';
import type { Clip } from '../clips/clips.ts';
import { renderedClips } from '../clips/mjpeg.ts';
import { median, percentile } from './stats.ts';

/** One set before the fake camera, in the real app, watched from outside. */
export interface PipelineRun {
  readonly model: PoseModelName;
  readonly clip: string;
  readonly cameraFps: number;
  readonly processedFps: number;
  readonly inferenceMs: number;
  /** Processed frames a second ÷ min(camera rate, 1000 ÷ median inference). */
  readonly ratio: number;
  /** From the capture of a frame to the end of its handling in the page. */
  readonly latencyMs: { readonly median: number; readonly p95: number };
  readonly count: { readonly seen: number; readonly truth: number };
  /** Largest error of a lowering time, in ms. */
  readonly worstLowerMs: number;
}

/** A reply of the pose worker, as seen in the page. */
interface SeenReading {
  readonly tMs: number;
  readonly arrivedEpochMs: number;
  readonly inferenceMs: number;
  readonly handledEpochMs: number;
}

interface CameraWatch {
  framesPerSecond(): number;
}

/** Frames before this are the start of the model. */
const WARM_UP_MS = 4000;
const SET_WITHIN_MS = 120_000;

export async function runPipeline(clip: Clip, model: PoseModelName): Promise<PipelineRun> {
  const app = await openForBench(clip, model);
  try {
    const { page } = app;
    await page.getByRole('radio', { name: text.exercise(clip.exercise).name }).check({ force: true });
    if (clip.side !== 'both')
      await page.getByRole('radio', { name: text.side(clip.side), exact: true }).check({ force: true });
    const field = page.getByRole('textbox', { name: text.today.reps });
    await field.fill(String(clip.movement.reps.length));
    await field.press('Tab');
    await page.getByRole('button', { name: text.today.start, exact: true }).click();
    await page.getByRole('heading', { name: text.summary.title.finished }).waitFor({ timeout: SET_WITHIN_MS });
    const { readings, cameraFps } = await page.evaluate(() => {
      const { seen, camera } = globalThis as unknown as { seen: SeenReading[]; camera: CameraWatch };
      return { readings: seen, cameraFps: camera.framesPerSecond() };
    });
    const reps = await app.reps();
    return { model, clip: clip.name, cameraFps, ...pace(readings, cameraFps), ...exactness(reps, clip) };
  } finally {
    await app.close();
  }
}

export interface BenchApp {
  readonly page: Page;
  reps(): Promise<readonly RepRecord[]>;
  close(): Promise<void>;
}

/** The app on a fresh data folder, with a listener beside its own on the pose worker's replies. */
export async function openForBench(clip: Clip, poseModel: PoseModelName): Promise<BenchApp> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'soleus-bench-'));
  mkdirSync(dataFolder, { recursive: true });
  const settings = { ...DEFAULT_SETTINGS, personHeightCm: 175, poseModel, poseDelegate: 'CPU' };
  writeFileSync(join(dataFolder, 'settings.json'), JSON.stringify(settings));
  const files = await renderedClips([clip], console.log);
  const host = await startSoleusHost(dataFolder);
  const browser = await launchBrowser([
    '--autoplay-policy=no-user-gesture-required',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${files.get(clip.name)}`,
  ]);
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.addInitScript(listenToPoseWorkers);
  await page.addInitScript(watchCamera);
  await page.goto(host.address);
  return {
    page,
    reps: async () => {
      await host.stop();
      const db = new Database(join(dataFolder, 'history', DATABASE_FILE), { readonly: true });
      const [session] = createHistoryStore(db).sessions(Number.MAX_SAFE_INTEGER, 1);
      db.close();
      return session?.sets[0]?.reps ?? [];
    },
    close: async () => {
      await browser.close();
      await host.kill();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Runs in the page, before the app. */
function listenToPoseWorkers(): void {
  const seen: unknown[] = [];
  Object.assign(globalThis, { seen });
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      // After the app has set its own handler, so that its work is part of what is measured.
      queueMicrotask(() =>
        this.addEventListener('message', ({ data }) => {
          if (data.type !== 'pose') return;
          const { frame, arrivedEpochMs, inferenceMs } = data;
          const handledEpochMs = performance.timeOrigin + performance.now();
          seen.push({ tMs: frame.tMs, arrivedEpochMs, inferenceMs, handledEpochMs });
        }),
      );
    }
  };
}

/** Runs in the page, before the app: counts the frames that the camera itself has made. */
function watchCamera(): void {
  const plain = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await plain(constraints);
    const [track] = stream.getVideoTracks() as (MediaStreamTrack & { stats: { totalFrames: number } })[];
    const startedMs = performance.now();
    const before = track?.stats.totalFrames ?? 0;
    const framesPerSecond = (): number =>
      (1000 * ((track?.stats.totalFrames ?? 0) - before)) / (performance.now() - startedMs);
    Object.assign(globalThis, { camera: { framesPerSecond } });
    return stream;
  };
}

function pace(
  all: readonly SeenReading[],
  cameraFps: number,
): Pick<PipelineRun, 'processedFps' | 'inferenceMs' | 'ratio' | 'latencyMs'> {
  const startMs = all[0]?.tMs ?? 0;
  const readings = all.filter((r) => r.tMs - startMs > WARM_UP_MS);
  const spanS = ((readings.at(-1)?.tMs ?? 0) - (readings[0]?.tMs ?? 0)) / 1000;
  const processedFps = (readings.length - 1) / spanS;
  const inferenceMs = median(readings.map((r) => r.inferenceMs));
  // A frame's time has its own origin; the quickest arrival ties it to the page's clock, to within half a millisecond.
  const offset = Math.min(...readings.map((r) => r.arrivedEpochMs - r.tMs));
  const latencies = readings.map((r) => r.handledEpochMs - r.tMs - offset);
  return {
    processedFps,
    inferenceMs,
    ratio: processedFps / Math.min(cameraFps, 1000 / inferenceMs),
    latencyMs: { median: median(latencies), p95: percentile(latencies, 0.95) },
  };
}

function exactness(reps: readonly RepRecord[], { movement }: Clip): Pick<PipelineRun, 'count' | 'worstLowerMs'> {
  const errors = reps.map(({ measures }, i) =>
    Math.abs(
      (measures?.endMs ?? Number.NaN) -
        (measures?.lowerStartMs ?? Number.NaN) -
        (movement.reps[i]?.lowerMs ?? Number.NaN),
    ),
  );
  return { count: { seen: reps.length, truth: movement.reps.length }, worstLowerMs: Math.max(...errors) };
}
