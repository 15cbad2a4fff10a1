import { describe, expect, test } from 'vitest';
import type { CatalogueId } from '../../../shared/exercises/exerciseIds.ts';
import { GOALS } from '../../../shared/settings/settings.ts';
import { ankleTest, aSetOf, at, goodSets, past, session } from '../../support/pasts.ts';
import {
  blockOf,
  DECLINE,
  DOUBLE,
  ids,
  LOWER,
  notes,
  one,
  plan,
  reasonsFor,
  SINGLE,
  tested,
  upToHops,
  upToSingle,
} from '../../support/planned.ts';

describe('the first session', () => {
  const first = plan(past(), at(0));
  test('is a test, a warm-up, the first rung in a dose that can earn it, and something more', () => {
    expect(ids(first).slice(0, 3)).toContain('knee-to-wall-test');
    expect(ids(first)).toContain('dynamic-calf-stretch');
    expect(blockOf(first, DOUBLE)).toMatchObject({ sets: 3, target: { reps: 15 }, part: 'main' });
    expect(first.items.at(-1)?.block.part).toBe('cool-down');
    expect(first.items.length).toBeGreaterThan(4);
  });
  test('says why', () => {
    expect(reasonsFor(first, DOUBLE)).toEqual([
      { code: 'your-rung', rung: DOUBLE },
      { code: 'gate-progress', have: 0, need: 2, next: SINGLE },
    ]);
    expect(reasonsFor(first, 'knee-to-wall-test')).toEqual([{ code: 'test-due', days: null }]);
    expect(first.items.every(({ reasons }) => reasons.length > 0)).toBe(true);
  });
});

describe('when it goes well, or not at all', () => {
  test('better: twice a day is fine', () => {
    const better = past(session(at(0), goodSets(DOUBLE), { nextDay: 'better' }));
    expect(notes(plan(better, at(1)))).toContain('better-twice-a-day');
    expect(notes(plan(better, at(3)))).not.toContain('better-twice-a-day');
  });

  test('a pause is welcomed back; after a long one there are fewer sets', () => {
    const week = plan(past(one(DOUBLE, 0)), at(7));
    expect(week.notes).toContainEqual({ code: 'welcome-back', days: 7 });
    expect(blockOf(week, DOUBLE)?.sets).toBe(3);
    const month = plan(past(one(DOUBLE, 0)), at(30));
    expect(blockOf(month, DOUBLE)?.sets).toBe(2);
    expect(reasonsFor(month, DOUBLE)).toContainEqual({ code: 'after-pause', days: 30 });
  });
});

describe('what fills the time', () => {
  const rested = past(...tested, one(DOUBLE, 0));
  test('the sore side goes first', () => {
    const planned = plan(rested, at(1), { profile: { soreSide: 'right' } });
    const oneSided = planned.items.filter(({ block }) => block.sides.length === 2);
    expect(oneSided.length).toBeGreaterThan(1);
    for (const { block, reasons } of oneSided) {
      expect(block.sides).toEqual(['right', 'left']);
      expect(reasons).toContainEqual({ code: 'sore-side-first', side: 'right' });
    }
  });

  test('the tight side alone when time is short', () => {
    const done = past(rested, one('hamstring-stretch', 0), one('step-drop-stretch', 0), one('calf-board-stretch', 0));
    const planned = plan(past(done, one('foam-roll-calf', 0)), at(1), { minutes: 5, profile: { soreSide: 'left' } });
    expect(blockOf(planned, 'wall-calf-stretch')?.sides).toEqual(['left']);
    expect(reasonsFor(planned, 'wall-calf-stretch')).toContainEqual({ code: 'sore-side-only', side: 'left' });
  });

  test.each(GOALS)('serves the goal %s', (goal) => {
    const planned = plan(rested, at(1), { minutes: 10, profile: { goals: [goal] } });
    const serving = planned.items.filter(({ reasons }) => reasons.some(({ code }) => code === 'goal'));
    expect(serving.length).toBeGreaterThanOrEqual(2);
  });

  test('what was left out for longest comes first', () => {
    const planned = plan(past(rested, one('knee-to-wall', 0), one('banded-ankle-mobilisation', -5)), at(1));
    expect(reasonsFor(planned, 'banded-ankle-mobilisation')).toContainEqual({ code: 'not-since', days: 6 });
    const place = (id: CatalogueId): number => ids(planned).indexOf(id);
    expect(place('knee-to-wall')).not.toBe(0);
    expect(place('banded-ankle-mobilisation')).toBe(0);
  });

  test('the ankle test is due after a week; failed, it asks for knee to wall', () => {
    const failed = past(
      ankleTest(at(0), true),
      ankleTest(at(0), false, 'right'),
      one(DOUBLE, 0),
      one('knee-to-wall', 0),
    );
    const planned = plan(failed, at(1));
    expect(ids(planned)).not.toContain('knee-to-wall-test');
    expect(reasonsFor(planned, 'knee-to-wall')[0]).toEqual({ code: 'test-failed' });
    expect(ids(plan(failed, at(7)))).not.toContain('knee-to-wall-test');
    expect(reasonsFor(plan(failed, at(8)), 'knee-to-wall-test')).toEqual([{ code: 'test-due', days: 8 }]);
  });

  test('single-leg bridges take the place of bridges after four days of them', () => {
    const bridges = [-9, -7, -5, -3].map((day) => one('glute-bridge', day));
    expect(ids(plan(past(rested, ...bridges.slice(1)), at(1)))).not.toContain('glute-bridge-single');
    const after = ids(plan(past(rested, ...bridges), at(1)));
    expect(after).not.toContain('glute-bridge');
  });
});

describe('before a run', () => {
  const run = { kind: 'before-run', minutes: 20 } as const;
  test('the ankle test, a warm-up, three sets of the rung, and nothing more', () => {
    const planned = plan(past(...upToSingle), at(5), run);
    expect(ids(planned)).toEqual(['knee-to-wall-test', 'dynamic-calf-stretch', SINGLE]);
    expect(blockOf(planned, SINGLE)?.sets).toBe(3);
    expect(planned.plan.kind).toBe('before-run');
    expect(notes(planned)).toContain('roll-after-run');
  });
  test.each([
    [10, 3, false],
    [5, 1, true],
  ] as const)('the rung leads whoever else has its turn, as well as %i minutes allow', (minutes, sets, isShort) => {
    const progress = past(...upToSingle, one(SINGLE, 5));
    expect(ids(plan(progress, at(7), { minutes }))).toContain(LOWER);
    const planned = plan(progress, at(7), { kind: 'before-run', minutes });
    expect(ids(planned)).toEqual(['knee-to-wall-test', 'dynamic-calf-stretch', SINGLE]);
    expect(blockOf(planned, SINGLE)?.sets).toBe(sets);
    expect(notes(planned).includes('cannot-earn')).toBe(isShort);
  });
  test('knee to wall, twenty a side, when the test was failed today', () => {
    const planned = plan(past(...upToSingle, ankleTest(at(5, 17), false)), at(5), run);
    expect(ids(planned)).toEqual(['knee-to-wall', 'dynamic-calf-stretch', SINGLE]);
    expect(blockOf(planned, 'knee-to-wall')).toMatchObject({ sets: 1, target: { reps: 20 } });
  });
  test('the raise when hops rest', () => {
    const hopped = past(...upToHops, session(at(15), [aSetOf('pogo-double', 'both')]));
    expect(ids(plan(hopped, at(16), run))).toContain(DECLINE);
  });
  test('no strength when it was trained yesterday', () => {
    const planned = plan(past(...tested, one(DOUBLE, 0)), at(1), run);
    expect(ids(planned)).toEqual(['knee-to-wall-test', 'dynamic-calf-stretch']);
  });
});
