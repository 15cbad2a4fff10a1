import { expect, test } from 'vitest';
import { alternativesTo } from '../../../renderer/coach/alternatives.ts';
import { rungPlan } from '../../../renderer/coach/rungPlan.ts';
import { NO_PROGRESS } from '../../../shared/progression/progress.ts';

test('what takes the place of an exercise is of its kind, open, and with what is at hand', () => {
  expect(alternativesTo('calf-raise-double', ['wall'], [])).toEqual(['calf-raise-single']);
  expect(alternativesTo('calf-raise-single', ['wall', 'step'], ['calf-raise-decline'])).toEqual([
    'calf-raise-double',
    'calf-raise-eccentric',
    'calf-raise-bent-knee',
  ]);
  expect(alternativesTo('pogo-double', [], ['pogo-single', 'pogo-line', 'pogo-travel'])).toEqual([]);
});

test('nothing takes the place of a check, least of all a test to the limit', () => {
  expect(alternativesTo('knee-to-wall-test', ['wall'], [])).toEqual([]);
});

test('a rung alone is what earns it, but a new hop begins with at most 50 landings', () => {
  expect(rungPlan('calf-raise-double', NO_PROGRESS).blocks).toMatchObject([{ sets: 3, target: { reps: 15 } }]);
  expect(rungPlan('pogo-double', NO_PROGRESS).blocks).toMatchObject([{ sets: 3, target: { reps: 15 } }]);
  expect(rungPlan('pogo-single', NO_PROGRESS).blocks).toMatchObject([{ sets: 1, sides: ['left', 'right'] }]);
});
