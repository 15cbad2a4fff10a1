import { describe, expect, test } from 'vitest';
import { segmentsFor } from '../../../renderer/athlete/anatomy.ts';
import { doubleRaise, singleRaise } from '../../../renderer/athlete/calfRaises.ts';
import { jointsOf } from '../../../renderer/athlete/joints.ts';
import { movementOf, newScore, poseAt, wait } from '../../../renderer/athlete/movements.ts';
import { standOn } from '../../../renderer/athlete/stances.ts';
import { phaseOf, progress, valueAt } from '../../../renderer/athlete/timeline.ts';

const TEMPO = { raiseMs: 1000, holdMs: 500, lowerMs: 1800, restMs: 600, heightM: 0.08, rampMs: 280 };

describe('movement in time', () => {
  test('goes from 0 to 1 without a jump, at a nearly steady speed', () => {
    const steps = Array.from({ length: 101 }, (_, i) => progress(10 * i, 1000, 250));
    expect([steps[0], steps[100]]).toEqual([0, 1]);
    const speeds = steps.slice(1).map((value, i) => value - (steps[i] ?? 0));
    expect(Math.min(...speeds)).toBeGreaterThan(0);
    const middle = speeds.slice(30, 70);
    expect(Math.max(...middle) / Math.min(...middle)).toBeCloseTo(1, 5);
  });

  test('the truth of a phase is where its speed crosses 5 % of the peak', () => {
    const segment = { channel: 'a', fromMs: 500, toMs: 1500, to: 1, rampMs: 280 };
    const speedAt = (tMs: number): number => valueAt([segment], 'a', tMs + 0.5) - valueAt([segment], 'a', tMs - 0.5);
    const { fromMs, toMs } = phaseOf(segment);
    expect(speedAt(fromMs) / speedAt(1000)).toBeCloseTo(0.05, 2);
    expect(speedAt(toMs) / speedAt(1000)).toBeCloseTo(0.05, 2);
  });

  test('a channel keeps its value between segments', () => {
    const segments = [
      { channel: 'a', fromMs: 0, toMs: 100, to: 2, rampMs: 50 },
      { channel: 'a', fromMs: 300, toMs: 400, to: 1, rampMs: 50 },
    ];
    expect([valueAt(segments, 'a', -1), valueAt(segments, 'a', 200), valueAt(segments, 'a', 500)]).toEqual([0, 2, 1]);
  });
});

describe('the athlete’s body', () => {
  const s = segmentsFor(1.75);

  test('rises by what the truth says', () => {
    const score = newScore();
    wait(score, 1000);
    doubleRaise(score, TEMPO);
    const movement = movementOf(score);
    const hipsAt = (tMs: number): number => jointsOf(s, poseAt(movement, s, tMs)).pelvis.y;
    expect(hipsAt(2200) - hipsAt(500)).toBeCloseTo(0.08, 3);
    expect(movement.reps[0]?.heightCm).toBe(8);
  });

  test('keeps the length of its bones, whatever it does', () => {
    const score = newScore();
    standOn(score, 'left');
    singleRaise(score, TEMPO, 'left');
    const movement = movementOf(score);
    for (let tMs = 0; tMs < movement.durationMs; tMs += 100) {
      const { left, right } = jointsOf(s, poseAt(movement, s, tMs));
      for (const leg of [left, right]) {
        expect(distance(leg.hip, leg.knee)).toBeCloseTo(s.thigh, 2);
        expect(distance(leg.knee, leg.ankle)).toBeCloseTo(s.shank, 2);
      }
      expect(Math.min(left.toe.y, left.heel.y)).toBeGreaterThan(-0.01);
    }
  });
});

function distance(a: { x: number; y: number; z: number }, b: { x: number; y: number; z: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);
}
