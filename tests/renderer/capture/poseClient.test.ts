import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type PoseClient, watchPose } from '../../../renderer/capture/poseClient.ts';
import type { PoseReply } from '../../../renderer/capture/poseMessages.ts';

/** As much of a worker as its client sees. */
class WorkerDouble {
  onmessage: ((event: { data: PoseReply }) => void) | null = null;
  onerror: (() => void) | null = null;
  isEnded = false;
  constructor() {
    workers.push(this);
  }
  postMessage(): void {
    expect(this.isEnded).toBe(false);
  }
  terminate(): void {
    this.isEnded = true;
  }
  /** The frame of this moment was looked at. */
  see(tMs: number): void {
    const frame = { tMs, image: null, world: null };
    const reply = { type: 'pose', frame, inferenceMs: 5, arrivedEpochMs: tMs, brightness: 1 } as const;
    if (!this.isEnded) this.onmessage?.({ data: reply });
  }
}

let workers: WorkerDouble[] = [];
let clones = 0;
let seen: number[] = [];
let problems: string[] = [];
/** Ten minutes at 30 a second. */
const MANY = 18_000;

beforeEach(() => {
  [workers, clones, seen, problems] = [[], 0, [], []];
  vi.useFakeTimers();
  vi.stubGlobal('Worker', WorkerDouble);
  vi.stubGlobal('document', { hidden: false });
  vi.stubGlobal('MediaStreamTrackProcessor', class {});
  onTestFinished(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
});

function watch(): PoseClient {
  const clone = (): object => {
    clones += 1;
    return {
      stop: () => {
        clones -= 1;
      },
    };
  };
  const track = { readyState: 'live', muted: false, clone } as unknown as MediaStreamVideoTrack;
  return watchPose(
    track,
    { model: 'lite', delegate: 'CPU' },
    {
      onReading: ({ frame }) => seen.push(frame.tMs),
      onProblem: (problem) => problems.push(problem),
    },
  );
}

function seeMany(worker: WorkerDouble | undefined, from: number, count = MANY): void {
  for (let i = 0; i < count; i++) worker?.see(from + i);
}

describe('a worker that has looked at many frames', () => {
  test('is replaced between sets, and no frame is lost or seen twice', () => {
    const client = watch();
    const [old] = workers;
    seeMany(old, 1);
    expect(workers).toHaveLength(1);
    client.setIdle(true);
    const [, heir] = workers;
    // The old one goes on while the new one starts, and its first frame is one that the old one had too.
    for (let t = MANY + 1; t <= MANY + 40; t++) old?.see(t);
    heir?.see(MANY + 38);
    expect(old?.isEnded).toBe(true);
    for (let t = MANY + 39; t <= MANY + 60; t++) heir?.see(t);
    expect(seen).toEqual(Array.from({ length: MANY + 60 }, (_, i) => i + 1));
    expect([workers.length, clones]).toEqual([2, 1]);
  });

  test('stays through a set, however long, and is replaced in the first rest after it', () => {
    const client = watch();
    seeMany(workers[0], 1, 3 * MANY);
    expect(workers).toHaveLength(1);
    client.setIdle(true);
    expect(workers).toHaveLength(2);
  });

  test('goes on where the next set begins before the new one sees', () => {
    const client = watch();
    seeMany(workers[0], 1);
    client.setIdle(true);
    client.setIdle(false);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([false, true]);
    workers[0]?.see(MANY + 1);
    expect(seen.at(-1)).toBe(MANY + 1);
    expect(clones).toBe(1);
  });

  test('goes on where the new one cannot be started', () => {
    const client = watch();
    seeMany(workers[0], 1);
    client.setIdle(true);
    workers[1]?.onmessage?.({ data: { type: 'failed', problem: 'model-missing', detail: '' } });
    expect(problems).toEqual([]);
    seeMany(workers[0], MANY + 1, 100);
    expect(seen.at(-1)).toBe(MANY + 100);
    expect(workers).toHaveLength(2);
  });

  test('a fresh one is left alone', () => {
    const client = watch();
    seeMany(workers[0], 1, 100);
    client.setIdle(true);
    client.setIdle(false);
    expect(workers).toHaveLength(1);
  });
});

test('one that is silent is started again, five times, and then given up', () => {
  watch();
  for (let start = 1; start <= 6; start++) {
    expect(workers).toHaveLength(start);
    expect(clones).toBe(1);
    vi.advanceTimersByTime(30_000);
  }
  expect([workers.length, clones, problems]).toEqual([6, 0, ['pose-failed']]);
});
