import { describe, expect, test } from 'vitest';
import { type CheckInput, checkSummary } from '../../../shared/progression/checks.ts';
import type { CheckEvidence, CheckKind } from '../../../shared/progression/progress.ts';

const UNKNOWN: CheckInput = { age: null, sex: null };

function result(
  kind: CheckKind,
  side: CheckEvidence['side'],
  value: number | null,
  atMs = 1,
  passed: boolean | null = null,
): CheckEvidence {
  return { atMs, kind, side, value, passed, heightCm: null };
}

test('nothing done, nothing known', () => {
  expect(checkSummary([], UNKNOWN)).toEqual({ kneeToWall: null, heelRise: null, balance: null });
});

describe('knee to wall', () => {
  test.each([
    [10, null, true],
    [9.5, null, false],
    [null, true, true],
    [8, true, true],
  ])('%s cm, said to be %s: passed is %s', (cm, said, passed) => {
    const { kneeToWall } = checkSummary([result('knee-to-wall', 'left', cm, 1, said)], UNKNOWN);
    expect(kneeToWall?.left?.passed).toBe(passed);
    expect(kneeToWall?.right).toBeNull();
    expect(kneeToWall?.index).toBeNull();
  });

  test.each([
    [8, 9.9, 'noise'],
    [8, 10, 'better'],
    [10, 8, 'worse'],
  ] as const)('from %s to %s cm is %s', (from, to, verdict) => {
    const checks = [result('knee-to-wall', 'left', to, 2), result('knee-to-wall', 'left', from, 1)];
    expect(checkSummary(checks, UNKNOWN).kneeToWall?.left?.trend?.verdict).toBe(verdict);
  });
});

describe('heel rises', () => {
  const both = (left: number, right: number): CheckEvidence[] => [
    result('heel-rise', 'left', left),
    result('heel-rise', 'right', right),
  ];

  test.each([
    ['male', 25, 37, 20, false],
    ['female', 25, 30, 20, false],
    ['male', 39, 32, 30, false],
    ['female', 40, 24, 40, false],
    ['male', 55, 23, 50, false],
    ['female', 66, 19, 60, false],
    ['male', 70, 14, 70, false],
    ['female', 89, 13, 80, false],
    ['male', 18, 37, 20, true],
    ['female', 93, 13, 80, true],
  ] as const)('half of the %s people of %i do more than %i', (sex, age, medianReps, decade, isNearest) => {
    const { heelRise } = checkSummary(both(20, 20), { age, sex });
    expect(heelRise?.norm).toMatchObject({ medianReps, decade, isNearest });
  });

  test.each([
    [34, 'above'],
    [33, 'about'],
    [21, 'about'],
    [20, 'below'],
  ] as const)('%i reps of a woman of 30 are %s the median', (reps, verdict) => {
    const { heelRise } = checkSummary([result('heel-rise', 'left', reps)], { age: 30, sex: 'female' });
    expect(heelRise?.norm).toMatchObject({ left: verdict, right: null });
  });

  test('no norm without age or sex', () => {
    expect(checkSummary(both(20, 20), { age: 30, sex: null }).heelRise?.norm).toBeNull();
    expect(checkSummary(both(20, 20), { age: null, sex: 'male' }).heelRise?.norm).toBeNull();
  });

  test.each([
    [19, 25, { percent: 76, weaker: 'left', withinNoise: true }],
    [18, 25, { percent: 72, weaker: 'left', withinNoise: false }],
    [20, 20, { percent: 100, weaker: null, withinNoise: true }],
  ])('%i left and %i right', (left, right, index) => {
    expect(checkSummary(both(left, right), UNKNOWN).heelRise?.index).toEqual(index);
  });

  test('neither leg could do one: nothing to compare', () => {
    expect(checkSummary(both(0, 0), UNKNOWN).heelRise?.index).toBeNull();
  });

  test('work shows what reps alone hide', () => {
    const input = { ...UNKNOWN, heelRiseHeightCm: { left: 8, right: 10 } };
    const { heelRise } = checkSummary(both(19, 20), input);
    expect(heelRise?.index?.percent).toBe(95);
    expect(heelRise?.heightIndex).toMatchObject({ percent: 80, weaker: 'left' });
    expect(heelRise?.workIndex).toMatchObject({ percent: 76, weaker: 'left' });
  });

  test('unknown heights stay unknown', () => {
    expect(checkSummary(both(19, 20), UNKNOWN).heelRise).toMatchObject({ heightIndex: null, workIndex: null });
  });
});

test('of a balance nobody has said how much is noise', () => {
  const checks = [
    result('balance', 'left', 20, 1),
    result('balance', 'left', 32, 2),
    result('balance', 'right', 16, 2),
  ];
  const { balance } = checkSummary(checks, UNKNOWN);
  expect(balance?.left?.trend).toEqual({ change: 12, verdict: 'unknown' });
  expect(balance?.index).toEqual({ percent: 50, weaker: 'right', withinNoise: false });
});
