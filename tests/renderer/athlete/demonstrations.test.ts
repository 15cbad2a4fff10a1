import { describe, expect, test } from 'vitest';
import { type Joints, segmentsFor } from '../../../renderer/athlete/anatomy.ts';
import { demonstrationOf } from '../../../renderer/athlete/demonstrations.ts';
import { jointsOf } from '../../../renderer/athlete/joints.ts';
import { poseAt } from '../../../renderer/athlete/movements.ts';
import { add, length, scale, type Vec } from '../../../renderer/athlete/vectors.ts';
import { catalogueEntry } from '../../../shared/exercises/catalogue.ts';
import { CATALOGUE_IDS } from '../../../shared/exercises/exerciseIds.ts';
import { ASPECT, drawnFrames, everyFrame } from '../../support/drawnPose.ts';

const SEGMENTS = segmentsFor(1.75);
/** A demonstration's picture is narrower than a camera's. */
const DEMO_ASPECT = 720 / 600;

describe.each(CATALOGUE_IDS)('the demonstration of %s', (exercise) => {
  const sides = catalogueEntry(exercise).isOneSided ? (['left', 'right'] as const) : (['both'] as const);
  const shown = sides.map((side) => demonstrationOf(exercise, side));

  test('ends where it begins, and moves in between', () => {
    for (const { movement, stillMs } of shown) {
      const at = (tMs: number): Joints => jointsOf(SEGMENTS, poseAt(movement, SEGMENTS, tMs, 0));
      expect(farthest(at(0), at(movement.durationMs))).toBeLessThan(0.002);
      expect(stillMs).toBeGreaterThan(0);
      expect(stillMs).toBeLessThan(movement.durationMs);
      const breathes = Math.abs(at(stillMs).breath - at(0).breath) > 0.9;
      expect(breathes || farthest(at(0), at(stillMs)) > 0.02).toBe(true);
    }
  });

  test('is done by a body whose bones keep their length, and that stays on the floor', () => {
    for (const { movement } of shown) {
      for (let tMs = 0; tMs < movement.durationMs; tMs += 60) {
        const { left, right, leftArm, rightArm } = jointsOf(SEGMENTS, poseAt(movement, SEGMENTS, tMs));
        for (const leg of [left, right]) {
          expect(apart(leg.hip, leg.knee)).toBeCloseTo(SEGMENTS.thigh, 2);
          expect(Math.abs(apart(leg.knee, leg.ankle) - SEGMENTS.shank)).toBeLessThan(0.01);
          expect(Math.min(leg.toe.y, leg.heel.y)).toBeGreaterThan(-0.03);
        }
        for (const arm of [leftArm, rightArm]) {
          expect(apart(arm.shoulder, arm.elbow)).toBeCloseTo(SEGMENTS.upperArm, 2);
          expect(apart(arm.elbow, arm.wrist)).toBeLessThan(SEGMENTS.forearm + 0.005);
        }
      }
    }
  });

  test('stays in its picture', () => {
    for (const { movement, scenery } of shown) {
      const { distanceM, cameraHeightM, facingDeg, aimHeightM } = scenery.view;
      const camera = { distanceM, heightM: cameraHeightM, facingDeg, jitterPx: 0, ...(aimHeightM && { aimHeightM }) };
      for (const { image } of drawnFrames(movement, everyFrame(movement.durationMs, 5), { camera })) {
        for (const { x, y } of image ?? []) {
          expect(Math.abs(x - 0.5) * (ASPECT / DEMO_ASPECT)).toBeLessThan(0.5);
          expect(Math.abs(y - 0.5)).toBeLessThan(0.5);
        }
      }
    }
  });
});

/** The largest way of any joint between two postures, in metres. */
function farthest(a: Joints, b: Joints): number {
  const pairs = (['left', 'right', 'leftArm', 'rightArm'] as const).flatMap((limb) => {
    const [from, to] = [a[limb], b[limb]] as unknown as Record<string, Vec>[];
    return Object.keys(from ?? {}).map((name): [Vec, Vec] => [from?.[name] as Vec, to?.[name] as Vec]);
  });
  return Math.max(...[...pairs, [a.head, b.head] as const].map(([from, to]) => apart(from, to)));
}

function apart(a: Vec, b: Vec): number {
  return length(add(a, scale(b, -1)));
}
