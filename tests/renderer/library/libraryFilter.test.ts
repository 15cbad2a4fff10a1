import { expect, test } from 'vitest';
import { EVERYTHING, findExercises, type LibraryFilter } from '../../../renderer/library/libraryFilter.ts';
import type { Equipment } from '../../../shared/exercises/catalogue.ts';
import { CATALOGUE_IDS } from '../../../shared/exercises/exerciseIds.ts';

function found(filter: Partial<LibraryFilter>, atHand: readonly Equipment[] = []): string[] {
  return findExercises({ ...EVERYTHING, ...filter }, atHand).flatMap(({ exercises }) => exercises);
}

test('without a filter everything is there, each once', () => {
  expect(found({}).sort()).toEqual([...CATALOGUE_IDS].sort());
});

test('a search looks at names, purposes, sections and sources', () => {
  expect(found({ query: 'pogo' })).toEqual(['pogo-double', 'pogo-single']);
  expect(found({ query: 'low ribs' })).toEqual(['long-exhale']);
  expect(found({ query: 'stretch and release' })).toHaveLength(5);
  expect(found({ query: 'kaselj' })).toEqual(['wall-calf-stretch', 'foam-roll-calf']);
});

test('filters narrow each other, and a section left empty is not shown', () => {
  expect(found({ section: 'pelvis', verification: 'counted' })).toEqual(['glute-bridge', 'glute-bridge-single']);
  expect(found({ source: 'alfredson', query: 'lower' })).toEqual(['calf-raise-eccentric']);
  expect(findExercises({ ...EVERYTHING, section: 'hops', verification: 'held' }, [])).toEqual([]);
});

test('with equipment at hand, one piece of each group is enough', () => {
  const withNothing = found({ onlyAtHand: true });
  expect(withNothing).toContain('calf-raise-single');
  expect(withNothing).not.toContain('calf-raise-decline');
  expect(found({ onlyAtHand: true }, ['step'])).toContain('calf-raise-decline');
  expect(found({ onlyAtHand: true }, ['step'])).not.toContain('calf-raise-bent-knee');
  expect(found({ onlyAtHand: true }, ['step', 'wall'])).toContain('calf-raise-bent-knee');
  expect(found({}, [])).toContain('calf-raise-decline');
});
