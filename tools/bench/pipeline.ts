import { text } from '../../renderer/messages/en.ts';
import type { RepRecord } from '../../shared/history/records.ts';
import type { PoseModelName } from '../../shared/pose/poseModels.ts';
import { openSoleus, type SoleusApp, startSet } from '../browser/soleusApp.ts';
import type { Clip } from '../clips/clips.ts';
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
  /** How often the live trace was drawn, a second. */
  readonly traceFps: number;
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

/** What the listeners below leave in the page. */
interface Watched {
  readonly seen: SeenReading[];
  readonly camera: { framesPerSecond(): number };
  /** When the live trace was drawn. */
  readonly drawn: number[];
}

/** Frames before this are the start of the model. */
const WARM_UP_MS = 4000;
const SET_WITHIN_MS = 120_000;

export async function runPipeline(clip: Clip, model: PoseModelName): Promise<PipelineRun> {
  const app = await openForBench(clip, model);
  try {
    const { page } = app;
    await startSet(page, { exercise: clip.exercise, side: clip.side, reps: clip.movement.reps.length });
    await page.getByRole('heading', { name: text.summary.title.finished }).waitFor({ timeout: SET_WITHIN_MS });
    const { readings, cameraFps, drawnMs } = await page.evaluate(() => {
      const { seen, camera, drawn } = globalThis as unknown as Watched;
      return { readings: seen, cameraFps: camera.framesPerSecond(), drawnMs: drawn };
    });
    const [session] = await app.sessionsAfterStop();
    const reps = session?.sets[0]?.reps ?? [];
    return {
      model,
      clip: clip.name,
      cameraFps,
      ...pace(readings, cameraFps),
      traceFps: rate(drawnMs),
      ...exactness(reps, clip),
    };
  } finally {
    await app.close();
  }
}

/** The app with a listener beside its own on the pose worker's replies, and on the camera. */
export function openForBench(clip: Clip, poseModel: PoseModelName): Promise<SoleusApp> {
  return openSoleus({
    clip,
    settings: { poseModel },
    prepare: async (page) => {
      await page.addInitScript(listenToPoseWorkers);
      await page.addInitScript(watchCamera);
      await page.addInitScript(watchTrace);
    },
  });
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

/** Runs in the page, before the app: notes each drawing of the live trace, which begins with an empty canvas. */
function watchTrace(): void {
  const drawn: number[] = [];
  Object.assign(globalThis, { drawn });
  const plain = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function clearRect(...box) {
    if (this.canvas instanceof HTMLCanvasElement && this.canvas.classList.contains('live-trace')) {
      drawn.push(performance.now());
    }
    plain.apply(this, box);
  };
}

function rate(timesMs: readonly number[]): number {
  return (1000 * (timesMs.length - 1)) / ((timesMs.at(-1) ?? 0) - (timesMs[0] ?? 0));
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
