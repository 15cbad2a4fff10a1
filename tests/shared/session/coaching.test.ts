import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../shared/motion/events.ts';
import { COACHING_RULES, coachRep, INITIAL_COACH } from '../../../shared/session/coaching.ts';

const FAST: readonly Fault[] = ['lowered-too-fast'];
const GOOD: readonly Fault[] = [];

/** What is said after each of these reps, `everyMs` apart. */
function said(reps: readonly (readonly Fault[])[], everyMs = 4000, coaching: keyof typeof COACHING_RULES = 'usual') {
  let state = INITIAL_COACH;
  return reps.map((faults, i) => {
    const [next, phrase] = coachRep(state, faults, 'all', i * everyMs, COACHING_RULES[coaching]);
    state = next;
    return phrase;
  });
}

describe('corrections', () => {
  test('one fault alone is not spoken of', () => {
    expect(said([FAST, GOOD, GOOD, FAST])).toEqual([null, null, null, null]);
  });

  test('two of three are, and praise follows once when the next is right', () => {
    expect(said([FAST, GOOD, FAST, GOOD, GOOD])).toEqual([null, null, 'slower', 'like-that', null]);
  });

  test('then there is silence for twenty seconds, and at most two corrections a set', () => {
    const every = said(Array(30).fill(FAST));
    expect(every.flatMap((phrase, i) => (phrase ? [i] : []))).toEqual([1, 6]);
  });

  test('who wants little hears one a set, who wants much four', () => {
    const count = (coaching: 'little' | 'much'): number =>
      said(Array(40).fill(FAST), 4000, coaching).filter((phrase) => phrase !== null).length;
    expect([count('little'), count('much')]).toEqual([1, 4]);
  });

  test('of two faults the weightier is said first', () => {
    const both: readonly Fault[] = ['shallow', 'lowered-too-fast'];
    expect(said([both, both])).toEqual([null, 'slower']);
  });
});
