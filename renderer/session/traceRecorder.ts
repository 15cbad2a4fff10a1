import { LANDMARK_COUNT, type Landmark, type PoseFrame, type WorldLandmark } from '../../shared/pose/landmarks.ts';
import { roundFrame } from '../../shared/trace/trace.ts';

/**
 * Remembers the landmarks of the present set, so that a miscounted one can be looked into: the last five minutes of a
 * usual camera, in memory that is taken once (about 8 MB). Nothing is written unless the person asks.
 */
export interface TraceRecorder {
  start(): void;
  add(frame: PoseFrame): void;
  frames(): PoseFrame[];
}

const MOST_FRAMES = 5 * 60 * 30;
const NUMBERS = LANDMARK_COUNT * 7;

/** @param mostFrames older frames than these are forgotten */
export function createTraceRecorder(mostFrames = MOST_FRAMES): TraceRecorder {
  const times = new Float64Array(mostFrames);
  const isSeen = new Uint8Array(mostFrames);
  const numbers = new Float32Array(mostFrames * NUMBERS);
  let added = 0;
  const slot = (i: number): Float32Array => numbers.subarray(i * NUMBERS, (i + 1) * NUMBERS);
  return {
    start: () => {
      added = 0;
    },
    add: (frame) => {
      const i = added % mostFrames;
      times[i] = frame.tMs;
      isSeen[i] = frame.image && frame.world ? 1 : 0;
      pack(frame, slot(i));
      added++;
    },
    // Frames were rounded to five decimals before; single precision keeps seven, so rounding restores them exactly.
    frames: () =>
      Array.from({ length: Math.min(added, mostFrames) }, (_, k) => {
        const i = (Math.max(0, added - mostFrames) + k) % mostFrames;
        return roundFrame(unpack(times[i] ?? 0, isSeen[i] === 1 ? slot(i) : null));
      }),
  };
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
