import { describe, expect, test } from 'vitest';
import { rungVerdict } from '../../../shared/progression/evidence.ts';
import { isNoise } from '../../../shared/progression/rungs.ts';
import { aSetOf, at, goodSets, past, type SetDone, session } from '../../support/pasts.ts';

const SINGLE = 'calf-raise-single';
const good = goodSets(SINGLE);
const [first, ...others] = good as [SetDone, ...SetDone[]];

describe('a rung is earned in a session', () => {
  const withFirst = (changes: Partial<SetDone>): SetDone[] => [{ ...first, ...changes }, ...others];
  const said = (changes: Partial<SetDone['checkIn']>): Partial<SetDone> => ({
    checkIn: { cramp: false, fatigue: 'some', pain: 2, ...changes },
  });
  test.each<[string, readonly SetDone[], boolean]>([
    ['three good sets a side', good, true],
    ['14 reps in one', withFirst({ fullReps: 14 }), false],
    ['more reps than needed', withFirst({ fullReps: 20 }), true],
    ['a check-in skipped', withFirst({ checkIn: null }), false],
    ['one question unanswered', withFirst(said({ fatigue: null })), false],
    ['pain 3', withFirst(said({ pain: 3 })), false],
    ['much fatigue', withFirst(said({ fatigue: 'a-lot' })), false],
    ['no fatigue, no pain', withFirst(said({ fatigue: 'none', pain: 0 })), true],
    ['a cramp', withFirst(said({ cramp: true })), false],
    ['a restarted set', withFirst({ endReason: 'restarted' }), false],
    ['a skipped set', withFirst({ endReason: 'skipped' }), false],
    ['an unfinished set', withFirst({ endReason: null }), false],
    ['a set stopped when 15 were done', withFirst({ endReason: 'stopped' }), true],
    ['left good, right two sets', good.slice(0, 5), false],
    ['a further set of 5 reps', [...good, aSetOf(SINGLE, 'left', { fullReps: 5 })], true],
    ['a further set without check-in', [...good, aSetOf(SINGLE, 'left', { checkIn: null })], true],
    ['a further set with pain 3', [...good, aSetOf(SINGLE, 'left', said({ pain: 3 }))], false],
    [
      'a restarted set with a cramp',
      [...good, aSetOf(SINGLE, 'left', { endReason: 'restarted', ...said({ cramp: true }) })],
      false,
    ],
    ['a restarted set beside three good ones', [...good, aSetOf(SINGLE, 'left', { endReason: 'restarted' })], true],
    [
      'a further set with half of the questions answered',
      [...good, aSetOf(SINGLE, 'left', said({ pain: null }))],
      true,
    ],
    [
      'a further set, of which a cramp alone was said',
      [...good, aSetOf(SINGLE, 'left', said({ cramp: true, fatigue: null, pain: null }))],
      false,
    ],
    [
      'a further set, of which much fatigue alone was said',
      [...good, aSetOf(SINGLE, 'left', said({ cramp: null, fatigue: 'a-lot', pain: null }))],
      false,
    ],
    [
      'a further set, of which pain 3 alone was said',
      [...good, aSetOf(SINGLE, 'left', said({ cramp: null, fatigue: null, pain: 3 }))],
      false,
    ],
    ['pain in another exercise', [...good, aSetOf('glute-bridge', 'both', said({ pain: 4 }))], true],
  ])('%s', (_, sets, earned) => {
    const done = past(session(at(0), sets)).sets;
    expect(rungVerdict(SINGLE, done).earned).toBe(earned);
  });

  test('on both legs where it is done on both', () => {
    const done = past(session(at(0), goodSets('calf-raise-double'))).sets;
    expect(rungVerdict('calf-raise-double', done).earned).toBe(true);
    const asked = done.map((set) => ({ ...set, side: 'left' as const }));
    expect(rungVerdict('calf-raise-double', asked).earned).toBe(false);
  });
});

test('six reps may be noise, seven are not', () => {
  expect([isNoise(-6), isNoise(6), isNoise(7)]).toEqual([true, true, false]);
});
