import type { Page } from '@playwright/test';
import type { PoseFrame } from '../../../shared/pose/landmarks.ts';
import { roundFrame } from '../../../shared/trace/trace.ts';
import { raises } from '../../../tools/clips/clips.ts';
import { drawnFrames, everyFrame } from '../../support/drawnPose.ts';

/**
 * A person before the camera without camera and pose model: where faults of everything behind them are to be seen, landmarks
 * drawn by geometry do, and the machine's cores are free for other tests. Chromium's own test picture is the camera.
 *
 * The page's time goes from picture to picture, about ten times as fast as the wall's: a busy machine makes a test slower, and
 * changes nothing of what it shows.
 */
export const DRAWN_CAMERA = ['--use-fake-device-for-media-stream'] as const;

const FPS = 25;
const TIMES_AS_FAST = 10;
/** Whoever looks anew arms after 600 ms of stillness. */
const STAND_MS = 1200;
const TEMPO = { raiseMs: 900, holdMs: 300, lowerMs: 1300, restMs: 400, heightM: 0.075, rampMs: 250 };
const RAISE = raises('calf-raise-double', 'both', 1, TEMPO, { standMs: STAND_MS });

/** What the page knows of the stand-ins. */
export interface DrawnPage {
  readonly workers: DrawnWorker[];
  /** As they were opened, and the branches of them. */
  readonly cameras: MediaStreamTrack[];
  readonly branches: MediaStreamTrack[];
  /** How many raises are still to be done. */
  raises: number;
  /** For so many pictures whoever looks now has seen nothing but standing. */
  stood: number;
}

export interface DrawnWorker extends Worker {
  readonly isEnded: boolean;
  /** Looks at the picture of this moment so many times. */
  see(times: number): void;
}

/** From here on the page's pose workers see someone who stands still, and does raises when told to. */
export async function drawPerson(page: Page): Promise<void> {
  const frames = drawnFrames(RAISE, everyFrame(RAISE.durationMs, FPS)).map(roundFrame);
  const everyMs = 1000 / FPS;
  await page.evaluate(standIn, { frames, standing: STAND_MS / everyMs, everyMs, timesAsFast: TIMES_AS_FAST });
}

/** So many raises, once whoever looks has seen them stand still. */
export async function doRaises(page: Page, count: number): Promise<void> {
  await page.evaluate((more) => {
    const drawn = globalThis as unknown as DrawnPage;
    drawn.raises += more;
    drawn.stood = 0;
  }, count);
}

interface Drawn {
  /** Of one raise. */
  readonly frames: readonly PoseFrame[];
  /** The first so many show nothing but standing. */
  readonly standing: number;
  readonly everyMs: number;
  readonly timesAsFast: number;
}

/** Runs in the page. */
function standIn({ frames, standing, everyMs, timesAsFast }: Drawn): void {
  const drawn: DrawnPage = { workers: [], cameras: [], branches: [], raises: 0, stood: 0 };
  Object.assign(globalThis, drawn);
  const now = globalThis as unknown as DrawnPage;
  let nowMs = performance.now();
  performance.now = () => nowMs;
  /** A camera counts its time from when it was opened, as the athlete's does. */
  let openedMs = nowMs;
  let at = 0;
  setInterval(() => {
    nowMs += everyMs;
    at = (at + 1) % frames.length;
    now.stood += 1;
    if (at === standing) {
      if (now.raises === 0 || now.stood < standing) at = 0;
      else now.raises -= 1;
    }
    for (const worker of drawn.workers) worker.see(1);
  }, everyMs / timesAsFast);
  const Plain = globalThis.Worker;
  class Drawing extends EventTarget {
    onmessage: ((event: MessageEvent) => void) | null = null;
    onerror: ((event: ErrorEvent) => void) | null = null;
    isEnded = false;
    postMessage(): void {}
    terminate(): void {
      this.isEnded = true;
    }
    see(times: number): void {
      const reply = { inferenceMs: 5, arrivedEpochMs: performance.timeOrigin + nowMs, brightness: 0.6 };
      const data = { type: 'pose', frame: { ...frames[at], tMs: nowMs - openedMs }, ...reply };
      for (let i = 0; i < times && !this.isEnded; i++) this.onmessage?.(new MessageEvent('message', { data }));
    }
  }
  globalThis.Worker = new Proxy(Plain, {
    construct: (target, [url, options]) => {
      if ((options as WorkerOptions | undefined)?.name !== 'pose') return new target(url, options);
      const worker = new Drawing() as unknown as DrawnWorker;
      now.workers.push(worker);
      now.stood = 0;
      return worker;
    },
  });
  const devices = navigator.mediaDevices;
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wish) => {
    const stream = await open(wish);
    openedMs = nowMs;
    now.cameras.push(...stream.getVideoTracks());
    return stream;
  };
  const { clone } = MediaStreamTrack.prototype;
  MediaStreamTrack.prototype.clone = function (this: MediaStreamTrack) {
    const branch = clone.call(this);
    now.branches.push(branch);
    return branch;
  };
}
