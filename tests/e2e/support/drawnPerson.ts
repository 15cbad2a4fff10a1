import type { Page } from '@playwright/test';
import type { PoseFrame } from '../../../shared/pose/landmarks.ts';
import { roundFrame } from '../../../shared/trace/trace.ts';
import { raises } from '../../../tools/clips/clips.ts';
import { drawnFrames, everyFrame } from '../../support/drawnPose.ts';

/**
 * A person before the camera without camera and pose model: where faults of everything behind them are to be seen, landmarks
 * drawn by geometry do, and the machine's cores are free for other tests. Chromium's own test picture is the camera.
 */
export const DRAWN_CAMERA = ['--use-fake-device-for-media-stream'] as const;

const FPS = 25;
const STAND_MS = 2000;
const TEMPO = { raiseMs: 900, holdMs: 300, lowerMs: 1300, restMs: 400, heightM: 0.075, rampMs: 250 };
const RAISES = raises('calf-raise-double', 'both', 12, TEMPO, { standMs: STAND_MS });

/** What the page knows of the stand-ins. */
export interface DrawnPage {
  readonly workers: DrawnWorker[];
  readonly tracks: MediaStreamTrack[];
  isMoving: boolean;
}

export interface DrawnWorker extends Worker {
  readonly isEnded: boolean;
  /** Sees so many frames at once. */
  see(frames: number): void;
}

/** From here on the page's pose workers see someone who stands still, and does raises once told to. */
export async function drawPerson(page: Page): Promise<void> {
  const frames = drawnFrames(RAISES, everyFrame(RAISES.durationMs, FPS)).map(roundFrame);
  await page.evaluate(standIn, { frames, standing: Math.floor((STAND_MS / 1000) * FPS), everyMs: 1000 / FPS });
}

export async function letMove(page: Page, isMoving = true): Promise<void> {
  await page.evaluate((moving) => {
    (globalThis as unknown as DrawnPage).isMoving = moving;
  }, isMoving);
}

interface Drawn {
  readonly frames: readonly PoseFrame[];
  /** The first so many show nothing but standing. */
  readonly standing: number;
  readonly everyMs: number;
}

/** Runs in the page. */
function standIn({ frames, standing, everyMs }: Drawn): void {
  const drawn: DrawnPage = { workers: [], tracks: [], isMoving: false };
  Object.assign(globalThis, drawn);
  const now = globalThis as unknown as DrawnPage;
  const Plain = globalThis.Worker;
  class Drawing extends EventTarget {
    onmessage: ((event: MessageEvent) => void) | null = null;
    onerror: ((event: ErrorEvent) => void) | null = null;
    private timer: ReturnType<typeof setInterval> | undefined;
    private at = 0;
    isEnded = false;
    postMessage(): void {
      this.timer = setInterval(() => {
        this.at = now.isMoving ? (this.at + 1) % frames.length : (this.at + 1) % standing;
        this.reply(performance.now());
      }, everyMs);
    }
    terminate(): void {
      this.isEnded = true;
      clearInterval(this.timer);
    }
    see(count: number): void {
      const fromMs = performance.now();
      for (let i = 0; i < count; i++) this.reply(fromMs + i / 1000);
    }
    private reply(tMs: number): void {
      const reply = { inferenceMs: 5, arrivedEpochMs: performance.timeOrigin + tMs, brightness: 0.6 };
      const data = { type: 'pose', frame: { ...frames[this.at], tMs }, ...reply };
      this.onmessage?.(new MessageEvent('message', { data }));
    }
  }
  globalThis.Worker = new Proxy(Plain, {
    construct: (target, [url, options]) => {
      if ((options as WorkerOptions | undefined)?.name !== 'pose') return new target(url, options);
      const worker = new Drawing() as unknown as DrawnWorker;
      now.workers.push(worker);
      return worker;
    },
  });
  const devices = navigator.mediaDevices;
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wish) => {
    const stream = await open(wish);
    now.tracks.push(...stream.getVideoTracks());
    return stream;
  };
}
