import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { performanceOf } from '../../../renderer/athlete/performances.ts';
import { cameraViewOf } from '../../../renderer/athlete/views.ts';
import { catalogueEntry } from '../../../shared/exercises/catalogue.ts';
import { EXERCISE_IDS, type ExerciseId } from '../../../shared/exercises/exerciseIds.ts';
import { endCounter, initialCounter, stepCounter } from '../../../shared/motion/counter.ts';
import type { MotionEvent } from '../../../shared/motion/events.ts';
import { LANDMARK_COUNT, type PoseFrame } from '../../../shared/pose/landmarks.ts';
import { countFrames, repsIn } from '../../support/counting.ts';
import { ASPECT, drawnFrames, everyFrame, FRONT } from '../../support/drawnPose.ts';

/** One exercise of each family, on one side where it has one, as a person would place the camera. */
interface Scene {
  readonly exercise: ExerciseId;
  readonly reps: number;
  readonly durationMs: number;
  readonly frames: readonly PoseFrame[];
}

const SCENES: readonly Scene[] = (
  [
    'calf-raise-double',
    'calf-raise-single',
    'calf-raise-eccentric',
    'pogo-single',
    'glute-bridge',
    'knee-to-wall',
  ] as const
).map((exercise) => {
  const movement = performanceOf(exercise, catalogueEntry(exercise).isOneSided ? 'left' : 'both', 3, 1500);
  const { distanceM, cameraHeightM: heightM, facingDeg, aimHeightM } = cameraViewOf(exercise);
  const camera = { ...FRONT, distanceM, heightM, facingDeg, ...(aimHeightM && { aimHeightM }) };
  const durationMs = movement.durationMs + 1000;
  return { exercise, reps: 3, durationMs, frames: drawnFrames(movement, everyFrame(durationMs), { camera }) };
});
const [DOUBLE] = SCENES as [Scene, ...Scene[]];

/** The reps without the clock: how long each phase was, on which side. */
function shapesOf(exercise: ExerciseId, frames: readonly PoseFrame[]): unknown[] {
  return repsIn(countFrames(exercise, frames)).map(({ side, raiseMs, lowerMs, flightMs }) => [
    side,
    ...[raiseMs, lowerMs, flightMs].map((ms) => ms && Math.round(ms * 10)),
  ]);
}

describe.each(SCENES)('the same movement gives the same reps: $exercise', ({ exercise, frames, reps, durationMs }) => {
  const plain = shapesOf(exercise, frames);

  test('counted at all', () => expect(plain).toHaveLength(reps));

  test('shifted in time', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e9 }), (byMs) => {
        const shifted = frames.map((frame) => ({ ...frame, tMs: frame.tMs + byMs }));
        expect(shapesOf(exercise, shifted)).toEqual(plain);
      }),
      { numRuns: 5 },
    );
  });

  test('moved about the picture and seen from further away', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.08, max: 0.08, noNaN: true }),
        fc.double({ min: -0.02, max: 0.02, noNaN: true }),
        fc.double({ min: 0.75, max: 1, noNaN: true }),
        (dx, dy, scale) => {
          const moved = frames.map((frame) =>
            mapImage(frame, (x, y) => [0.5 + (x - 0.5) * scale + dx, 0.5 + (y - 0.5) * scale + dy]),
          );
          const seen = repsIn(countFrames(exercise, moved));
          expect(seen.map((rep) => rep.side)).toEqual(repsIn(countFrames(exercise, frames)).map((rep) => rep.side));
        },
      ),
      { numRuns: 8 },
    );
  });

  test('mirrored, with left and right changing places', () => {
    const swapped = { left: 'right', right: 'left', both: 'both' } as const;
    const here = repsIn(countFrames(exercise, frames));
    const there = repsIn(countFrames(exercise, frames.map(mirror)));
    expect(there.map((rep) => rep.side)).toEqual(here.map((rep) => swapped[rep.side]));
    there.forEach((rep, i) => {
      expect(rep.topMs).toBeCloseTo(here[i]?.topMs ?? Number.NaN, 3);
    });
  });

  test('fed one by one or in bursts, from a state that was stored and read again', () => {
    const setup = { exercise, aspect: ASPECT, personHeightCm: 175 };
    const inBursts: MotionEvent[] = [];
    let state = initialCounter();
    for (let i = 0; i < frames.length; i += 17) {
      for (const frame of frames.slice(i, i + 17)) {
        const [next, events] = stepCounter(setup, state, frame);
        state = structuredClone(next);
        inBursts.push(...events);
      }
    }
    expect([...inBursts, ...endCounter(setup, state)]).toEqual(countFrames(exercise, frames));
  });

  test('with frames that come again, or late', () => {
    const stuttering = frames.flatMap((frame, i) => [frame, frame, frames[Math.max(0, i - 7)] as PoseFrame]);
    expect(countFrames(exercise, stuttering)).toEqual(countFrames(exercise, frames));
  });

  test('frozen, it counts nothing', () => {
    const [first] = frames;
    const frozen = frames.map((frame) => ({ ...(first as PoseFrame), tMs: frame.tMs }));
    expect(repsIn(countFrames(exercise, frozen))).toEqual([]);
  });

  test('the state stays small however long the set', () => {
    const setup = { exercise, aspect: ASPECT };
    let state = initialCounter();
    const sizes: number[] = [];
    for (let round = 0; round < 8; round++) {
      for (const frame of frames)
        [state] = stepCounter(setup, state, { ...frame, tMs: frame.tMs + round * (durationMs + 33) });
      sizes.push(JSON.stringify(state).length);
    }
    expect(state.tally.count).toBeGreaterThanOrEqual(7 * reps);
    expect(Math.max(...sizes.slice(4))).toBeLessThan(1.3 * Math.max(...sizes.slice(0, 4)));
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

  test.each(EXERCISE_IDS)('random landmarks at random times: %s', (exercise) => {
    const frame = fc.record({ tMs: time, image: fc.option(body), world: fc.option(body) });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 60 }), (frames) => {
        expect(repsIn(countFrames(exercise, frames))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test('landmarks that become NaN in the middle of a rep', () => {
    const broken = DOUBLE.frames.map((frame, i) =>
      i >= 90 && i < 96 ? mapImage(frame, () => [Number.NaN, Number.NaN]) : frame,
    );
    expect(repsIn(countFrames('calf-raise-double', broken))).toHaveLength(3);
  });
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
