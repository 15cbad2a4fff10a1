import { roundFrame } from '../../shared/trace/trace.ts';
import { meanBrightness } from './brightness.ts';
import { createPoseEngine, type PoseEngine } from './poseEngine.ts';
import type { PoseReply, PoseRequest, PoseSetup } from './poseMessages.ts';
import { PoseError } from './poseProblem.ts';

/**
 * The pose worker. Before a camera it takes frames straight from the track, always the newest, one at a time, and starts
 * the next one the moment it is free. Before a video it looks at each picture that it is sent. A frame's time is its
 * capture time.
 */
const BRIGHTNESS_EVERY_MS = 1000;

function reply(message: PoseReply): void {
  postMessage(message);
}

addEventListener('message', ({ data }: MessageEvent<PoseRequest>) => {
  workOn(data).catch((error: unknown) => {
    const problem = error instanceof PoseError ? error.problem : 'pose-failed';
    reply({ type: 'failed', problem, detail: String(error) });
  });
});

function workOn(request: PoseRequest): Promise<void> {
  switch (request.type) {
    case 'watch':
      return watch(request);
    case 'open':
      return open(request);
    case 'look':
      return look(request.picture, request.tMs);
    case 'measure':
      return measure(request.candidates, request.picture);
  }
}

let inOrder: PoseEngine | null = null;

async function open({ model, delegate }: PoseSetup): Promise<void> {
  inOrder = await createPoseEngine(model, delegate);
  reply({ type: 'opened' });
}

async function look(picture: ImageBitmap, tMs: number): Promise<void> {
  try {
    if (!inOrder) throw new PoseError('pose-failed', 'A picture came before the model.');
    reply({ type: 'looked', frame: roundFrame(inOrder.detect(picture, tMs)) });
  } finally {
    picture.close();
  }
}

async function watch({ model, delegate, frames }: Extract<PoseRequest, { type: 'watch' }>): Promise<void> {
  const newest = newestFrameOf(frames);
  const engine = await createPoseEngine(model, delegate);
  const brightness = brightnessMeter();
  let lastMs = Number.NEGATIVE_INFINITY;
  for (;;) {
    const taken = await newest.take();
    if (!taken) return;
    const { frame, arrivedEpochMs } = taken;
    try {
      const tMs = frame.timestamp / 1000;
      // The graph is poisoned for good by a time that does not rise.
      if (tMs <= lastMs) continue;
      lastMs = tMs;
      const started = performance.now();
      const pose = engine.detect(frame, tMs);
      const inferenceMs = performance.now() - started;
      reply({
        type: 'pose',
        frame: roundFrame(pose),
        inferenceMs,
        brightness: brightness(frame, tMs),
        arrivedEpochMs,
      });
    } finally {
      frame.close();
    }
  }
}

interface TakenFrame {
  readonly frame: VideoFrame;
  readonly arrivedEpochMs: number;
}

interface NewestFrame {
  /** Waits for a frame if none has come since the last one; null when the camera has ended. */
  take(): Promise<TakenFrame | null>;
}

/** Drains the stream and keeps only the newest frame. */
function newestFrameOf(frames: ReadableStream<VideoFrame>): NewestFrame {
  let newest: TakenFrame | null = null;
  let ended = false;
  let wake: () => void = () => undefined;
  const drain = async (): Promise<void> => {
    const reader = frames.getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      newest?.frame.close();
      newest = { frame: value, arrivedEpochMs: performance.timeOrigin + performance.now() };
      wake();
    }
    ended = true;
    wake();
  };
  const draining = drain();
  return {
    take: async () => {
      // Frames that came while the network was busy wait as tasks: let them in, so that the newest is taken.
      await nextTask();
      while (!newest && !ended) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (!newest) {
        await draining;
        return null;
      }
      const taken = newest;
      newest = null;
      return taken;
    },
  };
}

const channel = new MessageChannel();

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
}

/** Looks at a frame each second, beside the other work; answers with what it saw last. */
function brightnessMeter(): (frame: VideoFrame, tMs: number) => number {
  let last = 1;
  let measuredMs = Number.NEGATIVE_INFINITY;
  return (frame, tMs) => {
    if (tMs - measuredMs >= BRIGHTNESS_EVERY_MS) {
      measuredMs = tMs;
      void meanBrightness(frame.clone()).then((brightness) => {
        last = brightness ?? last;
      });
    }
    return last;
  };
}

const MEASURE = { warmUp: 2, rounds: 9, hopelessMs: 120 } as const;

async function measure(candidates: readonly PoseSetup[], picture: ImageBitmap): Promise<void> {
  for (const setup of candidates) {
    reply({ type: 'measured', setup, inferenceMs: await medianInferenceMs(setup, picture) });
  }
  picture.close();
  reply({ type: 'measured-all' });
}

/** Median time of one inference in ms; null when this combination does not work here. */
async function medianInferenceMs(setup: PoseSetup, picture: ImageBitmap): Promise<number | null> {
  let engine: PoseEngine;
  try {
    engine = await createPoseEngine(setup.model, setup.delegate);
  } catch (error) {
    // A missing model is missing for every delegate; a delegate that fails is only no choice.
    if (error instanceof PoseError && error.problem !== 'pose-failed') throw error;
    return null;
  }
  const times: number[] = [];
  for (let i = 0; i < MEASURE.warmUp + MEASURE.rounds; i++) {
    const started = performance.now();
    engine.detect(picture, i + 1);
    const ms = performance.now() - started;
    if (i >= MEASURE.warmUp) times.push(ms);
    if (i >= 1 && ms > MEASURE.hopelessMs) return ms;
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? null;
}
