import { describe, expect, test } from 'vitest';
import { type Joints, segmentsFor } from '../../../renderer/athlete/anatomy.ts';
import { bentKneeRaise, declineRaise } from '../../../renderer/athlete/calfRaises.ts';
import { jointsOf } from '../../../renderer/athlete/joints.ts';
import { type Movement, movementOf, newScore, poseAt } from '../../../renderer/athlete/movements.ts';
import { leanOnWall, standOnDecline } from '../../../renderer/athlete/stances.ts';
import { add, length, scale, type Vec } from '../../../renderer/athlete/vectors.ts';

const SEGMENTS = segmentsFor(1.75);
const TEMPO = { raiseMs: 1000, holdMs: 500, lowerMs: 1800, restMs: 600, heightM: 0.06, rampMs: 280 };
const VARIANTS = [
  { name: 'bent-knee', stance: leanOnWall, raise: bentKneeRaise, restM: -0.015 },
  { name: 'decline', stance: standOnDecline, raise: declineRaise, restM: -0.03 },
] as const;

function jointsAt(movement: Movement, tMs: number): Joints {
  return jointsOf(SEGMENTS, poseAt(movement, SEGMENTS, tMs));
}

describe.each(VARIANTS)('$name raises', ({ stance, raise, restM }) => {
  const score = newScore();
  stance(score, 'left');
  const standsMs = score.nowMs;
  raise(score, TEMPO, 'left');
  const movement = movementOf(score);
  const { topMs = 0, heightCm = 0 } = movement.reps[0] ?? {};

  test('rise by what the truth says from a heel below the toes', () => {
    const [rest, top] = [jointsAt(movement, standsMs), jointsAt(movement, topMs + 250)];
    expect(rest.left.heel.y).toBeLessThan(rest.left.ball.y + restM);
    expect(heightCm).toBeCloseTo(100 * (TEMPO.heightM - restM), 6);
    expect(100 * (top.pelvis.y - rest.pelvis.y)).toBeCloseTo(heightCm, 6);
    expect(100 * (top.left.ankle.y - rest.left.ankle.y)).toBeCloseTo(heightCm, 6);
  });

  test('keep heel and toes above the floor', () => {
    for (let tMs = 0; tMs < movement.durationMs; tMs += 100) {
      const { left, right } = jointsAt(movement, tMs);
      for (const p of [left.heel, left.toe, right.heel, right.toe]) expect(p.y).toBeGreaterThan(-0.005);
    }
  });
});

test('leaning on the wall the body is one line from the ankle, and the knee stays bent', () => {
  const score = newScore();
  leanOnWall(score, 'right');
  const fromMs = score.nowMs;
  bentKneeRaise(score, TEMPO, 'right');
  const movement = movementOf(score);
  const rest = jointsAt(movement, fromMs);
  const lean = (from: Vec, to: Vec): number => (Math.atan2(to.z - from.z, to.y - from.y) * 180) / Math.PI;
  expect(lean(rest.right.ankle, rest.chest)).toBeGreaterThan(15);
  expect(lean(rest.right.ankle, rest.chest)).toBeLessThan(20);
  for (let tMs = fromMs; tMs < movement.durationMs; tMs += 100) {
    const { hip, knee, ankle } = jointsAt(movement, tMs).right;
    const reach = length(add(hip, scale(ankle, -1)));
    const bend = 180 - angleOfTriangle(length(add(hip, scale(knee, -1))), length(add(knee, scale(ankle, -1))), reach);
    expect(bend).toBeGreaterThan(17);
    expect(bend).toBeLessThan(32);
  }
});

function angleOfTriangle(a: number, b: number, opposite: number): number {
  return (Math.acos((a * a + b * b - opposite * opposite) / (2 * a * b)) * 180) / Math.PI;
}
