import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialCounter, stepCounter } from '../../../shared/motion/counter.ts';
import type { MotionEvent } from '../../../shared/motion/events.ts';
import { LANDMARK_COUNT, type PoseFrame } from '../../../shared/pose/landmarks.ts';
import { raises } from '../../../tools/clips/clips.ts';
import { randomFrom } from '../../../tools/clips/random.ts';
import { countFrames, repsIn } from '../../support/counting.ts';
import { ASPECT, drawnFrames, everyFrame } from '../../support/drawnPose.ts';

const TEMPO = { raiseMs: 900, holdMs: 500, lowerMs: 1600, restMs: 600, heightM: 0.075, rampMs: 270 };
const MOVEMENT = raises('calf-raise-double', 'both', 4, TEMPO, { standMs: 2000, random: randomFrom(9) });
const FRAMES = drawnFrames(MOVEMENT, everyFrame(MOVEMENT.durationMs));
const SIDED = raises('calf-raise-single', 'left', 3, TEMPO, { standMs: 2500, random: randomFrom(9) });
const SIDED_FRAMES = drawnFrames(SIDED, everyFrame(SIDED.durationMs));

describe('the same movement gives the same reps', () => {
  test('shifted in time', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e9 }), (byMs) => {
        const shifted = FRAMES.map((frame) => ({ ...frame, tMs: frame.tMs + byMs }));
        const [there, here] = [countFrames('calf-raise-double', shifted), countFrames('calf-raise-double', FRAMES)];
        expect(repsIn(there).map((rep) => Math.round((rep.lowerMs ?? 0) * 10))).toEqual(
          repsIn(here).map((rep) => Math.round((rep.lowerMs ?? 0) * 10)),
        );
      }),
      { numRuns: 10 },
    );
  });

  test('moved about the picture and seen from further away', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.1, max: 0.1, noNaN: true }),
        fc.double({ min: -0.02, max: 0.02, noNaN: true }),
        fc.double({ min: 0.75, max: 1, noNaN: true }),
        (dx, dy, scale) => {
          const moved = FRAMES.map((frame) =>
            mapImage(frame, (x, y) => [0.5 + (x - 0.5) * scale + dx, 0.5 + (y - 0.5) * scale + dy]),
          );
          const reps = repsIn(countFrames('calf-raise-double', moved));
          expect(reps).toHaveLength(4);
          expect(reps.every((rep) => rep.side === 'both')).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('mirrored, with left and right changing places', () => {
    const mirrored = SIDED_FRAMES.map(mirror);
    const [left, right] = [countFrames('calf-raise-single', SIDED_FRAMES), countFrames('calf-raise-single', mirrored)];
    expect(repsIn(left).map((rep) => rep.side)).toEqual(['left', 'left', 'left']);
    expect(repsIn(right).map((rep) => rep.side)).toEqual(['right', 'right', 'right']);
    expect(repsIn(right).map((rep) => rep.lowerMs)).toEqual(repsIn(left).map((rep) => rep.lowerMs));
  });

  test('played twice', () => {
    expect(countFrames('calf-raise-double', FRAMES)).toEqual(countFrames('calf-raise-double', FRAMES));
  });
});

describe('nonsense never throws and never counts', () => {
  const number = fc.oneof(
    fc.double({ min: -1, max: 2, noNaN: true }),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0),
  );
  const point = fc.record({ x: number, y: number, z: number, visibility: number });
  const body = fc.array(point, { minLength: LANDMARK_COUNT, maxLength: LANDMARK_COUNT });
  const time = fc.oneof(fc.double({ min: -1000, max: 60_000 }), fc.constantFrom(Number.NaN, Number.NEGATIVE_INFINITY));

  test('random landmarks at random times', () => {
    const frame = fc.record({ tMs: time, image: fc.option(body), world: fc.option(body) });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 60 }), (frames) => {
        expect(repsIn(countFrames('calf-raise-eccentric', frames))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('a frozen picture', () => {
    const [first] = FRAMES;
    const frozen = FRAMES.map((frame) => ({ ...(first as PoseFrame), tMs: frame.tMs }));
    expect(repsIn(countFrames('calf-raise-double', frozen))).toEqual([]);
  });

  test('frames that come again, or late, are ignored', () => {
    const stuttering = FRAMES.flatMap((frame, i) => [frame, frame, FRAMES[Math.max(0, i - 7)] as PoseFrame]);
    expect(countFrames('calf-raise-double', stuttering)).toEqual(countFrames('calf-raise-double', FRAMES));
  });

  test('landmarks that become NaN in the middle of a rep', () => {
    const broken = FRAMES.map((frame, i) =>
      i >= 90 && i < 96 ? mapImage(frame, () => [Number.NaN, Number.NaN]) : frame,
    );
    expect(repsIn(countFrames('calf-raise-double', broken))).toHaveLength(4);
  });
});

test('the state stays small however long the set', () => {
  const setup = { exercise: 'calf-raise-double' as const, aspect: ASPECT };
  let state = initialCounter();
  const sizes: number[] = [];
  let offsetMs = 0;
  for (let round = 0; round < 12; round++) {
    for (const frame of FRAMES) [state] = stepCounter(setup, state, { ...frame, tMs: frame.tMs + offsetMs });
    offsetMs += MOVEMENT.durationMs + 33;
    sizes.push(JSON.stringify(state).length);
  }
  expect(state.tally.count).toBe(48);
  expect(Math.max(...sizes.slice(6))).toBeLessThan(1.2 * Math.max(...sizes.slice(0, 6)));
});

test('events are the same whether frames come one by one or in bursts', () => {
  const setup = { exercise: 'calf-raise-double' as const, aspect: ASPECT, personHeightCm: 175 };
  const inBursts: MotionEvent[] = [];
  let state = initialCounter();
  for (let i = 0; i < FRAMES.length; i += 17) {
    for (const frame of FRAMES.slice(i, i + 17)) {
      const [next, events] = stepCounter(setup, state, frame);
      state = structuredClone(next);
      inBursts.push(...events);
    }
  }
  expect(inBursts).toEqual(countFrames('calf-raise-double', FRAMES));
});

function mapImage(frame: PoseFrame, map: (x: number, y: number) => [number, number]): PoseFrame {
  return {
    ...frame,
    image:
      frame.image?.map((p) => {
        const [x, y] = map(p.x, p.y);
        return { ...p, x, y };
      }) ?? null,
  };
}

/** Pairs of left and right landmarks: the model's order alternates from the eyes on, in threes for the eyes. */
const PAIRS = [[1, 4], [2, 5], [3, 6], ...Array.from({ length: 13 }, (_, i) => [7 + 2 * i, 8 + 2 * i])] as [
  number,
  number,
][];

function mirror(frame: PoseFrame): PoseFrame {
  const swap = <T>(points: readonly T[]): T[] => {
    const copy = [...points];
    for (const [a, b] of PAIRS) [copy[a], copy[b]] = [points[b] as T, points[a] as T];
    return copy;
  };
  return {
    tMs: frame.tMs,
    image: frame.image && swap(frame.image.map((p) => ({ ...p, x: 1 - p.x }))),
    world: frame.world && swap(frame.world.map((w) => ({ ...w, x: -w.x }))),
  };
}
