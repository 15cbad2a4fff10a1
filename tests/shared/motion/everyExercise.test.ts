import { describe, expect, test } from 'vitest';
import { bridge, lieDown } from '../../../renderer/athlete/bridges.ts';
import { rollingRaise } from '../../../renderer/athlete/calfRaises.ts';
import { hops } from '../../../renderer/athlete/hops.ts';
import { jumpingJacks, lieStill, sitDownAndUp, toeRaises } from '../../../renderer/athlete/idleMoves.ts';
import { kneeToWall, takeSplitStance, touchWall } from '../../../renderer/athlete/kneeToWall.ts';
import { type Movement, movementOf, newScore, type Score, wait } from '../../../renderer/athlete/movements.ts';
import { performanceOf } from '../../../renderer/athlete/performances.ts';
import { cameraViewOf } from '../../../renderer/athlete/views.ts';
import { catalogueEntry } from '../../../shared/exercises/catalogue.ts';
import { EXERCISE_IDS, type ExerciseId, type Side } from '../../../shared/exercises/exerciseIds.ts';
import type { MotionEvent } from '../../../shared/motion/events.ts';
import { countFrames, repsIn, worst } from '../../support/counting.ts';
import { drawnFrames, everyFrame, FRONT } from '../../support/drawnPose.ts';

/** Counts a movement as seen from where a person would put the camera; −1 sees it from the other side. */
function counted(exercise: ExerciseId, movement: Movement, fps = 30, sign: 1 | -1 = 1): MotionEvent[] {
  const { distanceM, cameraHeightM: heightM, facingDeg, aimHeightM } = cameraViewOf(exercise);
  const camera = { ...FRONT, distanceM, heightM, facingDeg: sign * facingDeg, ...(aimHeightM && { aimHeightM }) };
  const frames = drawnFrames(movement, everyFrame(movement.durationMs + 1200, fps), { camera });
  return countFrames(exercise, frames);
}

function acted(act: (score: Score) => void): Movement {
  const score = newScore();
  wait(score, 1500);
  act(score);
  wait(score, 1500);
  return movementOf(score);
}

const SIDED = EXERCISE_IDS.map((exercise): [ExerciseId, Side] => [
  exercise,
  catalogueEntry(exercise).isOneSided ? 'left' : 'both',
]);

describe.each(SIDED)('%s', (exercise, side) => {
  const movement = performanceOf(exercise, side, 5, 2000);

  test.each([1, -1] as const)('five are five, on the right side, seen from either side (%i)', (sign) => {
    const reps = repsIn(counted(exercise, movement, 30, sign));
    expect(reps.map((rep) => rep.side)).toEqual(Array(5).fill(side));
  });

  test.each([15, 24, 60])('at %i frames a second', (fps) => {
    expect(repsIn(counted(exercise, movement, fps))).toHaveLength(5);
  });

  test('without a person nothing counts', () => {
    const nobody = everyFrame(5000).map((tMs) => ({ tMs, image: null, world: null }));
    expect(countFrames(exercise, nobody)).toEqual([]);
  });
});

describe('a bumped camera', () => {
  const movement = performanceOf('calf-raise-double', 'both', 6, 2000);
  const plain = drawnFrames(movement, everyFrame(movement.durationMs + 1200), { camera: FRONT });
  const restMs = ((movement.reps[2]?.endMs ?? 0) + (movement.reps[3]?.startMs ?? 0)) / 2;

  test.each([0.01, 0.03, 0.08, -0.05])('between two reps, by %d of the picture, adds no rep and loses none', (by) => {
    const frames = plain.map((frame) => ({
      ...frame,
      image: frame.tMs < restMs ? frame.image : (frame.image?.map((p) => ({ ...p, y: p.y + by })) ?? null),
    }));
    expect(repsIn(countFrames('calf-raise-double', frames))).toHaveLength(6);
  });

  test('tilted slowly, it moves the whole picture and raises nobody', () => {
    const standing = drawnFrames(movement, everyFrame(1900), { camera: FRONT });
    const tilted = [...standing, ...standing, ...standing].map((frame, i) => ({
      ...frame,
      tMs: i * 33.3,
      image: frame.image?.map((p) => ({ ...p, y: p.y - 0.05 * Math.min(1, Math.max(0, (i - 60) / 30)) })) ?? null,
    }));
    expect(repsIn(countFrames('calf-raise-double', tilted))).toEqual([]);
  });
});

describe('hops', () => {
  const movement = performanceOf('pogo-double', 'both', 12, 2000);

  test('take-off, landing and flight are within a frame of the truth', () => {
    const reps = repsIn(counted('pogo-double', movement));
    const errors = (moment: 'takeoffMs' | 'landMs' | 'flightMs'): number[] =>
      reps.map((rep, i) => (rep[moment] ?? Number.NaN) - (movement.reps[i]?.[moment] ?? Number.NaN));
    expect(worst(errors('flightMs'))).toBeLessThan(33);
    expect(worst(errors('takeoffMs'))).toBeLessThan(45);
    expect(worst(errors('landMs'))).toBeLessThan(45);
  });

  test('without the person’s height a hop has no height either', () => {
    const frames = drawnFrames(movement, everyFrame(movement.durationMs), { camera: FRONT });
    const reps = repsIn(countFrames('pogo-double', frames, null));
    expect(reps).toHaveLength(12);
    for (const rep of reps) expect(rep).not.toHaveProperty('heightCm');
  });

  test('three a second are counted one by one', () => {
    const quick = acted((score) => hops(score, { side: 'both', count: 15, flightMs: 180, contactMs: 150 }));
    expect(repsIn(counted('pogo-double', quick))).toHaveLength(15);
  });

  test('the time on the floor is told by a fast camera only', () => {
    const contacts = (fps: number): (number | undefined)[] =>
      repsIn(counted('pogo-double', movement, fps)).map((rep) => rep.contactMs);
    expect(contacts(30).every((contact) => contact === undefined)).toBe(true);
    const fast = contacts(120);
    expect(fast[0]).toBeUndefined();
    expect(fast.slice(1).every((contact) => Math.abs((contact ?? 0) - 215) < 40)).toBe(true);
  });

  test.each<[string, { stepX?: number; stepZ?: number }]>([
    ['forward and back', { stepZ: 0.25 }],
    ['from side to side', { stepX: 0.25 }],
  ])('over a line, %s', (_, step) => {
    const line = acted((score) =>
      hops(score, { side: 'both', count: 6, flightMs: 240, contactMs: 220, alternate: true, ...step }),
    );
    const reps = repsIn(counted('pogo-line', line));
    expect(reps.map((rep) => rep.direction)).toEqual(line.reps.map((rep) => rep.direction));
  });

  test('jumping jacks are no pogo hops', () => {
    expect(
      repsIn(
        counted(
          'pogo-double',
          acted((score) => jumpingJacks(score, 5)),
        ),
      ),
    ).toEqual([]);
  });
});

describe('bridges', () => {
  const TEMPO = { raiseMs: 1100, holdMs: 2000, lowerMs: 1500, restMs: 700, rampMs: 280, peakHipDeg: 177 };
  const bridges = (peakHipDeg: number): Movement =>
    acted((score) => {
      lieDown(score);
      wait(score, 1500);
      for (let i = 0; i < 3; i++) bridge(score, { ...TEMPO, peakHipDeg }, 'both');
    });

  test('the hip’s angle at the top is told, and a bent hip is a fault', () => {
    const stretched = repsIn(counted('glute-bridge', bridges(175)));
    expect(stretched.map((rep) => rep.faults)).toEqual([[], [], []]);
    expect(worst(stretched.map((rep) => (rep.peakHipDeg ?? 0) - 175))).toBeLessThan(4);
    const low = repsIn(counted('glute-bridge', bridges(152)));
    expect(low.map((rep) => rep.faults)).toEqual([['hips-low'], ['hips-low'], ['hips-low']]);
  });

  test('the model’s swaps of left and right do not disturb the count', () => {
    const movement = bridges(177);
    const { distanceM, cameraHeightM: heightM, facingDeg, aimHeightM } = cameraViewOf('glute-bridge');
    const camera = { ...FRONT, distanceM, heightM, facingDeg, ...(aimHeightM && { aimHeightM }) };
    const frames = drawnFrames(movement, everyFrame(movement.durationMs), { camera }).map((frame, i) => {
      const swap = <T>(points: readonly T[] | null): T[] | null =>
        points?.map((p, k) => (k < 23 ? p : (points[k % 2 === 1 ? k + 1 : k - 1] ?? p))) ?? null;
      return i % 5 < 2 ? { tMs: frame.tMs, image: swap(frame.image), world: swap(frame.world) } : frame;
    });
    const reps = repsIn(countFrames('glute-bridge', frames));
    expect(reps).toHaveLength(3);
    expect(worst(reps.map((rep, i) => (rep.lowerMs ?? 0) - (movement.reps[i]?.lowerMs ?? 0)))).toBeLessThan(150);
  });

  test('lying still, and standing before lying down, count nothing', () => {
    const still = acted((score) => lieStill(score, 6000));
    expect(repsIn(counted('glute-bridge', still))).toEqual([]);
    const standing = acted((score) => sitDownAndUp(score, 2000));
    expect(repsIn(counted('glute-bridge', standing))).toEqual([]);
  });
});

describe('knee to wall', () => {
  const TEMPO = { forwardMs: 1000, holdMs: 3000, backMs: 1000, restMs: 600, rampMs: 270, travelM: 0.12 };
  const rocks = (heelLifts: boolean): Movement =>
    acted((score) => {
      takeSplitStance(score, 'right');
      wait(score, 800);
      for (let i = 0; i < 3; i++) kneeToWall(score, TEMPO, 'right', { heelRiseM: heelLifts ? 0.05 : 0 });
    });

  test('a hold of three seconds is told', () => {
    const movement = rocks(false);
    const reps = repsIn(counted('knee-to-wall', movement));
    expect(reps.map((rep) => rep.side)).toEqual(['right', 'right', 'right']);
    const holds = movement.reps.map((rep) => (rep.lowerStartMs ?? 0) - rep.topMs);
    expect(worst(reps.map((rep, i) => (rep.holdMs ?? 0) - (holds[i] ?? 0)))).toBeLessThan(150);
  });

  test('a heel that comes up is an attempt, and says so', () => {
    const events = counted('knee-to-wall', rocks(true));
    expect(repsIn(events)).toEqual([]);
    expect(events.flatMap((event) => (event.type === 'attempt' ? [event.reason] : []))).toEqual(
      Array(3).fill('heel-lifted'),
    );
  });
});

describe('the knee-to-wall test', () => {
  const touched = (ms: number, heelRiseM: number): MotionEvent[] =>
    counted(
      'knee-to-wall-test',
      acted((score) => {
        takeSplitStance(score, 'right');
        wait(score, 800);
        touchWall(score, ms, 'right', { heelRiseM });
      }),
    );
  const attempts = (events: readonly MotionEvent[]): string[] =>
    events.flatMap((event) => (event.type === 'attempt' ? [event.reason] : []));

  test('a touch of a second and a half is let go too soon', () => {
    expect(repsIn(touched(4000, 0))).toHaveLength(1);
    const short = touched(1500, 0);
    expect(repsIn(short)).toEqual([]);
    expect(attempts(short)).toEqual(['let-go']);
  });

  test.each([0.05, 0.06])('with the heel up by %d m the knee may stay there: it is no test', (heelRiseM) => {
    expect(repsIn(touched(6000, heelRiseM))).toEqual([]);
  });

  test.each<[string, (score: Score) => void]>([
    ['the split stance alone', (score) => wait(score, 6000)],
    [
      'rocks, one after the other',
      (score) => {
        const rock = { forwardMs: 900, holdMs: 300, backMs: 900, restMs: 100, rampMs: 270, travelM: 0.15 };
        for (let i = 0; i < 5; i++) kneeToWall(score, rock, 'right');
      },
    ],
  ])('%s is none either', (_, act) => {
    const movement = acted((score) => {
      takeSplitStance(score, 'right');
      wait(score, 800);
      act(score);
    });
    expect(repsIn(counted('knee-to-wall-test', movement))).toEqual([]);
  });
});

describe('the dynamic calf stretch', () => {
  test('toes that come up count nothing and leave the floor where it is', () => {
    const roll = { backMs: 500, holdMs: 100, downMs: 450, rampMs: 220 };
    const raise = { raiseMs: 600, holdMs: 100, lowerMs: 650, restMs: 60, heightM: 0.06, rampMs: 240 };
    const movement = acted((score) => {
      for (let i = 0; i < 6; i++) rollingRaise(score, raise, roll);
    });
    const events = counted('dynamic-calf-stretch', movement);
    expect(events.filter((event) => event.type === 'attempt')).toEqual([]);
    const reps = repsIn(events);
    expect(reps).toHaveLength(6);
    expect(worst(reps.map((rep) => (rep.heightCm ?? 0) - 6))).toBeLessThan(1);
  });

  test('rolling to and fro on the heels alone is nothing', () => {
    expect(
      repsIn(
        counted(
          'dynamic-calf-stretch',
          acted((score) => toeRaises(score, 5)),
        ),
      ),
    ).toEqual([]);
  });
});
