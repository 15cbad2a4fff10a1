import { describe, expect, test } from 'vitest';
import { type Joints, segmentsFor } from '../../../renderer/athlete/anatomy.ts';
import { bridge, lieDown, stretchOtherLeg } from '../../../renderer/athlete/bridges.ts';
import { jointsOf } from '../../../renderer/athlete/joints.ts';
import { type Movement, movementOf, newScore, poseAt, wait } from '../../../renderer/athlete/movements.ts';
import { add, length, scale, type Vec } from '../../../renderer/athlete/vectors.ts';
import type { Side } from '../../../shared/exercises/exerciseIds.ts';
import { drawnFrames, everyFrame, LOW_SIDE } from '../../support/drawnPose.ts';

const SEGMENTS = segmentsFor(1.75);
const TEMPO = { raiseMs: 1000, holdMs: 3000, lowerMs: 1600, restMs: 500, rampMs: 270, peakHipDeg: 177 };

function bridging(side: Side, peakHipDeg = TEMPO.peakHipDeg): Movement {
  const score = newScore();
  lieDown(score);
  wait(score, 500);
  stretchOtherLeg(score, side);
  bridge(score, { ...TEMPO, peakHipDeg }, side);
  return movementOf(score);
}

function jointsAt(movement: Movement, tMs: number): Joints {
  return jointsOf(SEGMENTS, poseAt(movement, SEGMENTS, tMs));
}

describe('bridges', () => {
  test.each([180, 177, 165])('the hip is open by %d° at the top', (peakHipDeg) => {
    const [rep] = bridging('both', peakHipDeg).reps;
    const top = jointsAt(bridging('both', peakHipDeg), (rep?.topMs ?? 0) + 100);
    // In the body's own plane, where the width of the shoulders and the hips does not count.
    const angle = angleAt(inPlane(top.leftArm.shoulder), inPlane(top.left.hip), inPlane(top.left.knee));
    expect(angle).toBeCloseTo(peakHipDeg, 1);
    expect(rep?.peakHipDeg).toBe(peakHipDeg);
  });

  test('the hips rise by what the truth says, and cross 5 % of their speed when it says', () => {
    const movement = bridging('both');
    const [rep] = movement.reps;
    const hipsAt = (tMs: number): number => jointsAt(movement, tMs).pelvis.y;
    const speedAt = (tMs: number): number => Math.abs(hipsAt(tMs + 0.5) - hipsAt(tMs - 0.5));
    const { startMs = 0, topMs = 0, lowerStartMs = 0, endMs = 0 } = rep ?? {};
    expect(100 * (hipsAt(topMs + 500) - hipsAt(0))).toBeCloseTo(rep?.heightCm ?? 0, 6);
    for (const tMs of [startMs, topMs]) expect(speedAt(tMs) / speedAt((startMs + topMs) / 2)).toBeCloseTo(0.05, 2);
    for (const tMs of [lowerStartMs, endMs]) {
      expect(speedAt(tMs) / speedAt((lowerStartMs + endMs) / 2)).toBeCloseTo(0.05, 2);
    }
  });

  test.each(['both', 'left', 'right'] as const)('shoulders and working feet stay where they are (%s)', (side) => {
    const movement = bridging(side);
    const start = jointsAt(movement, 0);
    const works = side === 'both' ? (['left', 'right'] as const) : [side];
    for (let tMs = 0; tMs < movement.durationMs; tMs += 100) {
      const now = jointsAt(movement, tMs);
      for (const leg of works) {
        for (const part of ['ankle', 'heel', 'toe'] as const)
          expect(apart(now[leg][part], start[leg][part])).toBeCloseTo(0);
      }
      expect(apart(now.leftArm.shoulder, start.leftArm.shoulder)).toBeCloseTo(0, 6);
      for (const leg of [now.left, now.right]) {
        expect(apart(leg.hip, leg.knee)).toBeCloseTo(SEGMENTS.thigh, 6);
        expect(apart(leg.knee, leg.ankle)).toBeCloseTo(SEGMENTS.shank, 6);
      }
    }
  });

  test('on one side the other leg is in line with the working thigh, off the floor', () => {
    const movement = bridging('left');
    const top = jointsAt(movement, (movement.reps[0]?.topMs ?? 0) + 100);
    expect(angleAt(top.right.hip, top.right.knee, top.right.ankle)).toBeGreaterThan(165);
    expect(top.right.ankle.y).toBeGreaterThan(top.right.knee.y - 0.1);
    expect(top.left.ankle.y).toBeCloseTo(SEGMENTS.ankleHeight, 6);
  });

  test('a low camera from the side has the whole lying body in the picture', () => {
    const movement = bridging('right');
    for (const facingDeg of [90, -90]) {
      const camera = { ...LOW_SIDE, facingDeg };
      for (const frame of drawnFrames(movement, everyFrame(movement.durationMs, 5), { camera })) {
        for (const { x, y } of frame.image ?? []) expect(x > 0 && x < 1 && y > 0 && y < 1).toBe(true);
      }
    }
  });
});

function inPlane(p: Vec): Vec {
  return { ...p, x: 0 };
}

function apart(a: Vec, b: Vec): number {
  return length(add(a, scale(b, -1)));
}

function angleAt(a: Vec, corner: Vec, b: Vec): number {
  const [u, v] = [add(a, scale(corner, -1)), add(b, scale(corner, -1))];
  return (Math.acos((u.x * v.x + u.y * v.y + u.z * v.z) / (length(u) * length(v))) * 180) / Math.PI;
}
