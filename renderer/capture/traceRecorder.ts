import { LANDMARK_COUNT, type Landmark, type PoseFrame, type WorldLandmark } from '../../shared/pose/landmarks.ts';
import { roundFrame } from '../../shared/trace/trace.ts';

/**
 * Remembers the landmarks of a set, so that a miscounted one can be looked into: about 1 kB a frame, of a live set the last
 * five minutes of a usual camera, in memory that is taken once. Nothing is written unless the person asks.
 */
export interface TraceRecorder {
  start(): void;
  add(frame: PoseFrame): void;
  /** Those from the `from`-th up to the `to`-th, or all of them. */
  frames(from?: number, to?: number): PoseFrame[];
  /** How many are kept. */
  count(): number;
}

const LIVE_FRAMES = 5 * 60 * 30;
const NUMBERS = LANDMARK_COUNT * 7;

/** @param mostFrames older frames than these are forgotten; without a bound the memory grows with the frames */
export function createTraceRecorder(mostFrames = LIVE_FRAMES): TraceRecorder {
  let memory = memoryFor(Math.min(mostFrames, LIVE_FRAMES));
  let added = 0;
  const count = (): number => Math.min(added, mostFrames);
  const frameAt = (k: number): PoseFrame => {
    const i = (Math.max(0, added - memory.size) + k) % memory.size;
    // Frames were rounded to five decimals before; single precision keeps seven, so rounding restores them exactly.
    return roundFrame(unpack(memory.times[i] ?? 0, memory.isSeen[i] === 1 ? slot(memory, i) : null));
  };
  return {
    start: () => {
      added = 0;
    },
    add: (frame) => {
      if (added === memory.size && memory.size < mostFrames) memory = grown(memory);
      const i = added % memory.size;
      memory.times[i] = frame.tMs;
      memory.isSeen[i] = frame.image && frame.world ? 1 : 0;
      pack(frame, slot(memory, i));
      added++;
    },
    frames: (from = 0, to = count()) =>
      Array.from({ length: Math.max(0, Math.min(to, count()) - from) }, (_, k) => frameAt(from + k)),
    count,
  };
}

interface Memory {
  readonly size: number;
  readonly times: Float64Array;
  readonly isSeen: Uint8Array;
  readonly numbers: Float32Array;
}

function memoryFor(size: number): Memory {
  return {
    size,
    times: new Float64Array(size),
    isSeen: new Uint8Array(size),
    numbers: new Float32Array(size * NUMBERS),
  };
}

function grown(memory: Memory): Memory {
  const larger = memoryFor(2 * memory.size);
  larger.times.set(memory.times);
  larger.isSeen.set(memory.isSeen);
  larger.numbers.set(memory.numbers);
  return larger;
}

function slot({ numbers }: Memory, i: number): Float32Array {
  return numbers.subarray(i * NUMBERS, (i + 1) * NUMBERS);
}

function pack({ image, world }: PoseFrame, into: Float32Array): void {
  image?.forEach((p, i) => {
    into.set([p.x, p.y, p.z, p.visibility], 4 * i);
  });
  world?.forEach((w, i) => {
    into.set([w.x, w.y, w.z], 4 * LANDMARK_COUNT + 3 * i);
  });
}

function unpack(tMs: number, numbers: Float32Array | null): PoseFrame {
  if (!numbers) return { tMs, image: null, world: null };
  const at = (i: number): number => numbers[i] ?? 0;
  const indices = Array.from({ length: LANDMARK_COUNT }, (_, i) => i);
  return {
    tMs,
    image: indices.map(
      (i): Landmark => ({ x: at(4 * i), y: at(4 * i + 1), z: at(4 * i + 2), visibility: at(4 * i + 3) }),
    ),
    world: indices.map((i): WorldLandmark => {
      const base = 4 * LANDMARK_COUNT + 3 * i;
      return { x: at(base), y: at(base + 1), z: at(base + 2) };
    }),
  };
}
