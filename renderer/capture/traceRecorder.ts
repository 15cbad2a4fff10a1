import { LANDMARK_COUNT, type Landmark, type PoseFrame, type WorldLandmark } from '../../shared/pose/landmarks.ts';
import { roundFrame } from '../../shared/trace/trace.ts';

/**
 * Remembers the landmarks of a set, so that a miscounted one can be looked into. Compact and bounded: about 1 kB a frame,
 * of a live set the last five minutes. Nothing is written unless the person asks.
 */
export interface TraceRecorder {
  start(): void;
  add(frame: PoseFrame): void;
  /** Those from the `from`-th up to the `to`-th, or all of them. */
  frames(from?: number, to?: number): PoseFrame[];
  /** How many are kept. */
  count(): number;
}

const LIVE_MOST_MS = 5 * 60_000;
const NUMBERS = LANDMARK_COUNT * 7;

interface Kept {
  readonly tMs: number;
  readonly numbers: Float32Array | null;
}

export function createTraceRecorder(mostMs = LIVE_MOST_MS): TraceRecorder {
  let kept: Kept[] = [];
  return {
    start: () => {
      kept = [];
    },
    add: (frame) => {
      kept.push(pack(frame));
      const oldest = kept[0];
      if (oldest && frame.tMs - oldest.tMs > mostMs) kept.shift();
    },
    // Frames were rounded to five decimals before; single precision keeps seven, so rounding restores them exactly.
    frames: (from, to) => kept.slice(from, to).map((k) => roundFrame(unpack(k))),
    count: () => kept.length,
  };
}

function pack({ tMs, image, world }: PoseFrame): Kept {
  if (!image || !world) return { tMs, numbers: null };
  const numbers = new Float32Array(NUMBERS);
  image.forEach((p, i) => {
    numbers.set([p.x, p.y, p.z, p.visibility], 4 * i);
  });
  world.forEach((w, i) => {
    numbers.set([w.x, w.y, w.z], 4 * LANDMARK_COUNT + 3 * i);
  });
  return { tMs, numbers };
}

function unpack({ tMs, numbers }: Kept): PoseFrame {
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
