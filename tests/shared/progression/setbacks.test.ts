import { describe, expect, test } from 'vitest';
import type { Progress } from '../../../shared/progression/progress.ts';
import type { RungId } from '../../../shared/progression/rungs.ts';
import {
  aSetOf,
  at,
  DECLINE_EARNED,
  earnedTwice,
  fiveCountTwice,
  goodSets,
  ladderAt,
  override,
  past,
  type SetDone,
  session,
  UP_TO_DECLINE,
  viewOf,
} from '../../support/pasts.ts';

const SINGLE = 'calf-raise-single';
const DOUBLE = goodSets('calf-raise-double');
const good = goodSets(SINGLE);
const same = { nextDay: 'same' } as const;

describe('a step back', () => {
  const opened = past(...UP_TO_DECLINE);
  const withPain = (pain: number): SetDone[] => [
    aSetOf('single-leg-balance', 'left', { checkIn: { cramp: false, fatigue: 'none', pain } }),
  ];

  test.each<[string, Progress, RungId]>([
    ['by "worse" the day after', past(opened, session(at(10), good, { nextDay: 'worse' })), SINGLE],
    ['not by "worse" right after', past(opened, session(at(10), good, { after: 'worse' })), 'calf-raise-decline'],
    ['by pain 5, whatever the exercise', past(opened, session(at(10), withPain(5))), SINGLE],
    [
      'by pain 5 with nothing else said',
      past(
        opened,
        session(at(10), [aSetOf('knee-to-wall', 'left', { checkIn: { cramp: null, fatigue: null, pain: 5 } })]),
      ),
      SINGLE,
    ],
    ['not by pain 4', past(opened, session(at(10), withPain(4))), 'calf-raise-decline'],
    [
      'one for a session, however many reports',
      past(opened, session(at(10), [...withPain(5), ...withPain(9)], { nextDay: 'worse' })),
      SINGLE,
    ],
    [
      'one for each session',
      past(opened, session(at(10), withPain(5)), session(at(11), withPain(5))),
      'calf-raise-double',
    ],
    [
      'never below the first',
      past(opened, ...[10, 11, 12, 13].map((day) => session(at(day), withPain(6)))),
      'calf-raise-double',
    ],
  ])('%s', (_, progress, current) => {
    expect(ladderAt(progress, at(14)).current).toBe(current);
  });

  test('says from where, to where and why', () => {
    const bad = session(at(10), withPain(7));
    expect(ladderAt(past(opened, bad), at(14)).setbacks).toEqual([
      { atMs: at(10), sessionId: bad.id, from: 'calf-raise-decline', to: SINGLE, cause: 'pain', pain: 7 },
    ]);
  });

  test('closes what lies above until it is earned anew; what was earned before it is void', () => {
    const bad = session(at(10), withPain(5));
    const once = session(at(12), good, same);
    expect(ladderAt(past(opened, bad, once), at(20)).current).toBe(SINGLE);
    expect(viewOf(ladderAt(past(opened, bad), at(14)), SINGLE).earned.map(({ standing }) => standing)).toEqual([
      'before-setback',
      'before-setback',
    ]);
    const twice = session(at(14), good, same);
    expect(ladderAt(past(opened, bad, once, twice), at(20)).current).toBe('calf-raise-decline');
  });

  test('voids the session it happened in, good as its sets were', () => {
    const bad = session(at(10), [...good, ...withPain(5)], same);
    expect(ladderAt(past(opened, bad, session(at(12), good, same)), at(20)).current).toBe(SINGLE);
  });

  test('keeps what was shown of the rungs below', () => {
    const hopping = past(...DECLINE_EARNED, ...fiveCountTwice(10), ...earnedTwice('pogo-double', 15));
    const bad = session(at(20), withPain(5));
    const ladder = ladderAt(past(hopping, bad), at(30));
    expect(ladder.current).toBe('pogo-double');
    expect(ladder.hops.declineEarned).toBe(true);
    expect(ladderAt(past(hopping, bad, ...earnedTwice('pogo-double', 22)), at(30)).current).toBe('pogo-single');
  });

  test('takes back what was opened when the day after had passed without an answer', () => {
    const progress = past(session(at(0), DOUBLE), session(at(2), DOUBLE, { nextDay: 'worse', nextDayAtMs: at(5) }));
    expect(ladderAt(progress, at(4)).current).toBe(SINGLE);
    const ladder = ladderAt(progress, at(6));
    expect(ladder.current).toBe('calf-raise-double');
    expect(ladder.setbacks).toMatchObject([{ from: SINGLE, to: 'calf-raise-double' }]);
  });
});

describe('an override', () => {
  test('opens that rung and all below, and the ladder shows it', () => {
    const ladder = ladderAt(past(override(at(0), 'calf-raise-decline')), at(1));
    expect(ladder.current).toBe('calf-raise-decline');
    expect(ladder.rungs.map(({ openedBy }) => openedBy).slice(0, 4)).toEqual(['start', 'override', 'override', null]);
    expect(ladder.lastOpened).toEqual({ rung: 'calf-raise-decline', atMs: at(0), by: 'override' });
  });

  test('does not hold against a later step back, but stands against an earlier one', () => {
    const opened = override(at(5), 'pogo-single');
    const bad = session(at(6), [
      aSetOf('pogo-single', 'left', { checkIn: { cramp: false, fatigue: 'some', pain: 5 } }),
    ]);
    expect(ladderAt(past(opened, bad), at(9)).current).toBe('pogo-double');
    expect(ladderAt(past(opened, bad, override(at(8), 'pogo-single')), at(9)).current).toBe('pogo-single');
  });

  test('of something that is no rung changes nothing', () => {
    expect(ladderAt(past(override(at(0), 'glute-bridge')), at(1)).current).toBe('calf-raise-double');
  });
});
