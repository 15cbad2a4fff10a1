import { describe, expect, test } from 'vitest';
import { CATALOGUE_IDS, type CatalogueId } from '../../../shared/exercises/exerciseIds.ts';
import {
  equipmentFor,
  freeName,
  moved,
  outOfRange,
  sidesFor,
  usualPart,
  withBlock,
  withExercise,
} from '../../../shared/session/planEditing.ts';
import { type Block, blockSchema, PLAN_LIMITS, usualBlock } from '../../../shared/session/sessionPlan.ts';

function sequence(...exercises: CatalogueId[]): Block[] {
  return exercises.map((id) => usualBlock(id, usualPart(id)));
}

describe('a figure of a plan', () => {
  const fields = Object.entries(PLAN_LIMITS) as [keyof typeof PLAN_LIMITS, readonly [number, number]][];

  test.each(fields)('%s: both ends of the range stand, one step beyond does not', (field, [least, most]) => {
    expect([outOfRange(field, least), outOfRange(field, most)]).toEqual([null, null]);
    expect(outOfRange(field, least - 1)).toEqual({ field, least, most });
    expect(outOfRange(field, most + 1)).toEqual({ field, least, most });
  });

  test.each([2.5, Number.NaN, Number.POSITIVE_INFINITY])('%s is none', (value) => {
    expect(outOfRange('sets', value)).not.toBeNull();
  });
});

describe('adding an exercise', () => {
  test('puts it behind its part, whatever was added first', () => {
    const blocks = sequence('calf-raise-double', 'wall-calf-stretch');
    expect(withBlock(blocks, 'glute-bridge')).toMatchObject({ at: 1 });
    expect(withBlock(blocks, 'knee-to-wall')).toMatchObject({ at: 0 });
    expect(withBlock(blocks, 'foam-roll-calf')).toMatchObject({ at: 2 });
    expect(withBlock(sequence('knee-to-wall'), 'knee-to-wall-test').blocks.map(({ part }) => part)).toEqual([
      'check',
      'warm-up',
    ]);
  });

  test.each(CATALOGUE_IDS)('%s can be planned as it is added, with every way of taking turns that it allows', (id) => {
    const [block] = withBlock([], id).blocks;
    for (const sides of sidesFor(id)) expect(blockSchema.safeParse({ ...block, sides }).success).toBe(true);
    expect(sidesFor(id)).toContainEqual(block?.sides);
  });
});

describe('another exercise in the place of a block', () => {
  const block: Block = { ...usualBlock('calf-raise-single', 'warm-up'), sides: ['right'], sets: 5, restMs: 90_000 };

  test('brings its own dose and keeps the part and the legs', () => {
    expect(withExercise(block, 'foam-roll-calf')).toEqual({
      ...usualBlock('foam-roll-calf', 'warm-up'),
      sides: ['right'],
    });
  });

  test('takes the legs that it can do', () => {
    expect(withExercise(block, 'glute-bridge').sides).toEqual(['both']);
    expect(withExercise(usualBlock('glute-bridge', 'main'), 'glute-bridge-single').sides).toEqual(['left', 'right']);
  });
});

describe('moving', () => {
  test('goes one place up or down, and nowhere at the ends', () => {
    const list = ['a', 'b', 'c'];
    expect(moved(list, 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(list, 1, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(list, 0, -1)).toEqual(list);
    expect(moved(list, 2, 1)).toEqual(list);
    expect(moved(list, 7, -1)).toEqual(list);
  });
});

describe('the equipment of a plan', () => {
  test('is named once, and a choice is not named when one of its pieces is needed anyway', () => {
    expect(equipmentFor(sequence('calf-raise-decline', 'calf-raise-decline'))).toEqual([['decline-board', 'step']]);
    expect(equipmentFor(sequence('calf-raise-decline', 'calf-raise-eccentric', 'knee-to-wall'))).toEqual([
      ['step'],
      ['wall'],
    ]);
    expect(equipmentFor(sequence('calf-raise-double'))).toEqual([]);
  });
});

describe('a free name', () => {
  test('is the wish, or the next number behind it', () => {
    expect(freeName('Morning', [])).toBe('Morning');
    expect(freeName('Morning', ['Morning'])).toBe('Morning 2');
    expect(freeName('Morning 2', ['Morning', 'Morning 2', 'Morning 3'])).toBe('Morning 4');
  });

  test('never grows beyond what a name may have', () => {
    const longest = 'x'.repeat(60);
    expect(freeName(longest, [longest]).length).toBeLessThanOrEqual(60);
  });
});
