import { expect, test } from 'vitest';
import { matchesLoosely } from '../../../renderer/library/looseMatch.ts';

const TEXT = 'Knee-to-wall test. Shows how far your ankle bends. Runner’s World, Hébert-Losier';

test.each([
  ['', 'nothing typed finds all'],
  ['kne', 'a beginning'],
  ['WALL test', 'words in any case and order'],
  ['test knee', 'words in any order'],
  ['nkle', 'a part'],
  ['hebert', 'without its accent'],
  ['runners', 'without its apostrophe'],
  ['ankel', 'two letters swapped'],
  ['wlal', 'two letters swapped in a short word'],
  ['shwos', 'a slip in a long word'],
  ['ankl bend', 'unfinished words'],
])('%j is found: %s', (query) => {
  expect(matchesLoosely(query, TEXT)).toBe(true);
});

test.each([
  ['hop', 'another word'],
  ['knee hop', 'one of two words is missing'],
  ['wll', 'a slip in a word of three letters'],
  ['bnedts', 'two slips in a word of six letters'],
])('%j is not found: %s', (query) => {
  expect(matchesLoosely(query, TEXT)).toBe(false);
});
