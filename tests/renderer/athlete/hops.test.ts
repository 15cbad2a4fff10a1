import { describe, expect, test } from 'vitest';
import { type Joints, segmentsFor } from '../../../renderer/athlete/anatomy.ts';
import { type HopOptions, hops } from '../../../renderer/athlete/hops.ts';
import { jointsOf } from '../../../renderer/athlete/joints.ts';
import { type Movement, movementOf, newScore, poseAt, wait } from '../../../renderer/athlete/movements.ts';
import { standOn } from '../../../renderer/athlete/stances.ts';
import { randomFrom } from '../../../tools/clips/random.ts';

const SEGMENTS = segmentsFor(1.75);
const GRAVITY = 9.81;
const POGO = { side: 'both', count: 4, flightMs: 240, contactMs: 210 } as const;

function hopping(options: HopOptions): Movement {
  const score = newScore();
  wait(score, 500);
  standOn(score, options.side);
  hops(score, options);
  standOn(score, 'both');
  return movementOf(score);
}

function jointsAt(movement: Movement, tMs: number): Joints {
  return jointsOf(SEGMENTS, poseAt(movement, SEGMENTS, tMs));
}

describe('hops', () => {
  test.each(['both', 'left', 'right'] as const)(
    'the body flies by gravity and the toes leave the floor (%s)',
    (side) => {
      const movement = hopping({ ...POGO, side, vary: 0.15, random: randomFrom(3) });
      const standing = lowestToe(jointsAt(movement, 0));
      expect(movement.reps).toHaveLength(4);
      for (const { takeoffMs = 0, landMs = 0, topMs, flightMs = 0, heightCm = 0 } of movement.reps) {
        expect(landMs - takeoffMs).toBeCloseTo(flightMs, 6);
        expect(topMs - takeoffMs).toBeCloseTo(flightMs / 2, 6);
        const hipsAt = (tMs: number): number => jointsAt(movement, tMs).pelvis.y;
        expect(100 * (hipsAt(topMs) - hipsAt(takeoffMs))).toBeCloseTo(heightCm, 6);
        for (const share of [0.05, 0.3, 0.7, 0.95]) {
          const t = (share * flightMs) / 1000;
          const thrown = (GRAVITY * flightMs * t) / 2000 - (GRAVITY * t * t) / 2;
          expect(hipsAt(takeoffMs + 1000 * t) - hipsAt(takeoffMs)).toBeCloseTo(thrown, 6);
          expect(lowestToe(jointsAt(movement, takeoffMs + 1000 * t))).toBeGreaterThan(standing + thrown / 3);
        }
        for (const tMs of [takeoffMs - 1, takeoffMs, landMs, landMs + 1]) {
          expect(lowestToe(jointsAt(movement, tMs))).toBeCloseTo(standing, 6);
        }
      }
    },
  );

  test('the body is as fast before as after the toes leave and touch the floor', () => {
    const movement = hopping({ ...POGO, vary: 0.2, random: randomFrom(5) });
    const speedAt = (tMs: number): number =>
      1000 * (jointsAt(movement, tMs + 0.5).pelvis.y - jointsAt(movement, tMs - 0.5).pelvis.y);
    for (const { takeoffMs = 0, landMs = 0, flightMs = 0 } of movement.reps) {
      const speed = (GRAVITY * flightMs) / 2000;
      for (const offMs of [-1, 1]) {
        expect(Math.abs(speedAt(takeoffMs + offMs) - speed)).toBeLessThan(0.05);
        expect(Math.abs(speedAt(landMs + offMs) + speed)).toBeLessThan(0.05);
      }
    }
  });

  test('the heels stay off the floor from the first take-off to the last landing', () => {
    const movement = hopping(POGO);
    const [fromMs, toMs] = [movement.reps.at(0)?.takeoffMs ?? 0, movement.reps.at(-1)?.landMs ?? 0];
    const flat = jointsAt(movement, 0).left.ankle.y;
    for (let tMs = fromMs; tMs <= toMs; tMs += 10) {
      expect(jointsAt(movement, tMs).left.ankle.y - flat).toBeGreaterThan(0.01);
    }
  });

  test('hops over a line go there and back, and travelling hops go on', () => {
    const sideways = hopping({ ...POGO, stepX: 0.2, alternate: true });
    expect(sideways.reps.map((rep) => rep.direction)).toEqual(['left', 'right', 'left', 'right']);
    const toeX = sideways.reps.map((rep) => jointsAt(sideways, rep.landMs ?? 0).left.toe.x);
    expect((toeX[0] ?? 0) - (toeX[1] ?? 0)).toBeCloseTo(0.2, 3);

    const onward = hopping({ ...POGO, stepZ: 0.18 });
    expect(onward.reps.map((rep) => rep.direction)).toEqual(['forward', 'forward', 'forward', 'forward']);
    const toeZ = onward.reps.map((rep) => jointsAt(onward, rep.landMs ?? 0).left.toe.z);
    expect((toeZ[3] ?? 0) - (toeZ[0] ?? 0)).toBeCloseTo(3 * 0.18, 3);
  });
});

function lowestToe({ left, right }: Joints): number {
  return Math.min(left.toe.y, right.toe.y);
}
