import { expect, test } from 'vitest';
import { type Joints, segmentsFor } from '../../../renderer/athlete/anatomy.ts';
import { jointsOf } from '../../../renderer/athlete/joints.ts';
import { kneeToWall, type RockFaults, takeSplitStance } from '../../../renderer/athlete/kneeToWall.ts';
import { type Movement, movementOf, newScore, poseAt, wait } from '../../../renderer/athlete/movements.ts';
import { add, length, scale } from '../../../renderer/athlete/vectors.ts';

const SEGMENTS = segmentsFor(1.75);
const TEMPO = { forwardMs: 1100, holdMs: 3000, backMs: 1000, restMs: 500, rampMs: 260, travelM: 0.12 };

function rocking(side: 'left' | 'right', faults?: RockFaults): Movement {
  const score = newScore();
  takeSplitStance(score, side);
  wait(score, 300);
  kneeToWall(score, TEMPO, side, faults);
  takeSplitStance(score, 'both');
  return movementOf(score);
}

function jointsAt(movement: Movement, tMs: number): Joints {
  return jointsOf(SEGMENTS, poseAt(movement, SEGMENTS, tMs));
}

test.each(['left', 'right'] as const)(
  'the front knee travels as far and when the truth says, its heel down (%s)',
  (side) => {
    const movement = rocking(side);
    const { startMs = 0, topMs = 0, lowerStartMs = 0, endMs = 0 } = movement.reps[0] ?? {};
    // The knee from the toes, without the sway of the whole body.
    const kneeAt = (tMs: number): number => jointsAt(movement, tMs)[side].knee.z - jointsAt(movement, tMs)[side].toe.z;
    const speedAt = (tMs: number): number => Math.abs(kneeAt(tMs + 5) - kneeAt(tMs - 5));
    expect(kneeAt(topMs + 500) - kneeAt(startMs - 200)).toBeCloseTo(TEMPO.travelM, 2);
    for (const tMs of [startMs, topMs]) expect(speedAt(tMs) / speedAt((startMs + topMs) / 2)).toBeCloseTo(0.05, 1);
    for (const tMs of [lowerStartMs, endMs]) {
      expect(speedAt(tMs) / speedAt((lowerStartMs + endMs) / 2)).toBeCloseTo(0.05, 1);
    }
    for (let tMs = startMs; tMs <= endMs; tMs += 50) {
      const joints = jointsAt(movement, tMs);
      expect(joints[side].heel.y).toBeCloseTo(SEGMENTS.ballHeight, 6);
      for (const { hip, knee, ankle } of [joints.left, joints.right]) {
        expect(length(add(hip, scale(knee, -1)))).toBeCloseTo(SEGMENTS.thigh, 3);
        expect(length(add(knee, scale(ankle, -1)))).toBeCloseTo(SEGMENTS.shank, 3);
      }
    }
  },
);

test('with the fault the front heel comes up', () => {
  const movement = rocking('right', { heelRiseM: 0.03 });
  const top = jointsAt(movement, (movement.reps[0]?.topMs ?? 0) + 100);
  expect(top.right.ankle.y - SEGMENTS.ankleHeight).toBeCloseTo(0.03, 6);
  expect(top.left.ankle.y).toBeCloseTo(SEGMENTS.ankleHeight, 6);
});
