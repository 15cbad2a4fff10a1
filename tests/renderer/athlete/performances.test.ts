import { describe, expect, test } from 'vitest';
import { segmentsFor } from '../../../renderer/athlete/anatomy.ts';
import { jointsOf } from '../../../renderer/athlete/joints.ts';
import { type Movement, movementOf, newScore, poseAt } from '../../../renderer/athlete/movements.ts';
import { performanceOf, waitingFor } from '../../../renderer/athlete/performances.ts';
import { add, length, scale, type Vec } from '../../../renderer/athlete/vectors.ts';
import { cameraViewOf } from '../../../renderer/athlete/views.ts';
import { EXERCISE_IDS } from '../../../shared/exercises/exerciseIds.ts';
import { drawnFrames, everyFrame } from '../../support/drawnPose.ts';
import { IDLE_MOVES } from '../../support/idleMoves.ts';

const SEGMENTS = segmentsFor(1.75);
describe.each(EXERCISE_IDS)('the performance of %s', (exercise) => {
  const movement = performanceOf(exercise, 'left', 3, 1000);

  test('has its reps, one after the other', () => {
    const starts = movement.reps.map((rep) => rep.takeoffMs ?? rep.startMs ?? Number.NaN);
    expect(starts).toHaveLength(3);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(starts[0]).toBeGreaterThan(1000);
    const last = movement.reps.at(-1);
    expect(last?.landMs ?? last?.endMs).toBeLessThan(movement.durationMs);
  });

  test('is done by a body whose bones keep their length', () => keepsItsBones(movement));

  test('begins where the athlete waited, and stays in the picture', () => {
    const { distanceM, cameraHeightM, facingDeg, aimHeightM } = cameraViewOf(exercise);
    const view = { distanceM, heightM: cameraHeightM, facingDeg, jitterPx: 0 };
    const camera = aimHeightM === undefined ? view : { ...view, aimHeightM };
    const waiting = jointsOf(SEGMENTS, poseAt(waitingFor(exercise), SEGMENTS, 0));
    expect(apart(jointsOf(SEGMENTS, poseAt(movement, SEGMENTS, 0)).pelvis, waiting.pelvis)).toBeCloseTo(0, 6);
    for (const frame of drawnFrames(performanceOf(exercise, 'right', 12, 500), everyFrame(12_000, 4), { camera })) {
      for (const { x, y } of frame.image ?? []) expect(x > 0 && x < 1 && y > 0 && y < 1).toBe(true);
    }
  });
});

test('heel-rise endurance keeps the beat: a raise every two seconds', () => {
  const { reps } = performanceOf('heel-rise-endurance', 'left', 30, 1000);
  const first = reps[0]?.startMs ?? Number.NaN;
  for (const [i, { startMs }] of reps.entries()) expect(startMs).toBeCloseTo(first + 2000 * i, 6);
});

describe.each(IDLE_MOVES)('%s', (name, idleMove) => {
  const score = newScore();
  idleMove(score);
  const movement = movementOf(score);

  test('is no rep, and ends where it began', () => {
    expect(movement.reps).toEqual([]);
    const still = poseAt({ ...movement, segments: [] }, SEGMENTS, movement.durationMs);
    const after = poseAt(movement, SEGMENTS, movement.durationMs);
    if (name === 'lieStill') expect(after.lying).not.toBeNull();
    else expect(jointsOf(SEGMENTS, after).head).toEqual(jointsOf(SEGMENTS, still).head);
  });

  test('is done by a body whose bones keep their length', () => keepsItsBones(movement));
});

function keepsItsBones(movement: Movement): void {
  for (let tMs = 0; tMs < movement.durationMs; tMs += 40) {
    const { left, right } = jointsOf(SEGMENTS, poseAt(movement, SEGMENTS, tMs));
    for (const leg of [left, right]) {
      expect(apart(leg.hip, leg.knee)).toBeCloseTo(SEGMENTS.thigh, 2);
      expect(Math.abs(apart(leg.knee, leg.ankle) - SEGMENTS.shank)).toBeLessThan(0.01);
      expect(Math.min(leg.toe.y, leg.heel.y)).toBeGreaterThan(-0.03);
    }
  }
}

function apart(a: Vec, b: Vec): number {
  return length(add(a, scale(b, -1)));
}
