import { describe, expect, test } from 'vitest';
import type { Feel } from '../../../shared/history/records.ts';
import { needsTherapist, pendingFeel, redFlagsDue } from '../../../shared/progression/advice.ts';
import type { Progress } from '../../../shared/progression/progress.ts';
import { aSetOf, at, clockAt, goneOnWith, goodSets, past, type SetDone, session } from '../../support/pasts.ts';

function said(changes: Partial<SetDone['checkIn']>): SetDone {
  return aSetOf('calf-raise-double', 'both', { checkIn: { cramp: false, fatigue: 'some', pain: 0, ...changes } });
}

function painful(pain: number): SetDone[] {
  return [said({ pain })];
}

describe('the question of the day after', () => {
  const done = session(at(0), painful(0));
  test.each([
    ['not on the same day', at(0, 23), false],
    ['on the day after', at(1, 0), true],
    ['still on the third day', at(3, 23), true],
    ['no more on the fourth', at(4, 0), false],
  ])('%s', (_, nowMs, isAsked) => {
    expect(pendingFeel(past(done), clockAt(nowMs))).toBe(isAsked ? done.id : null);
  });

  test('is about the last session of an earlier day, once', () => {
    const today = session(at(1, 7), painful(0));
    expect(pendingFeel(past(done, today), clockAt(at(1, 9)))).toBe(done.id);
    const answered = session(at(1, 8), painful(0), { nextDay: 'same', nextDayAtMs: at(2, 8) });
    expect(pendingFeel(past(done, answered), clockAt(at(3)))).toBeNull();
  });

  test('waits for the day after the last set, wherever the session began', () => {
    const overMidnight = session(at(0, 23.9), [...painful(0), ...goodSets('calf-raise-single')]);
    expect(pendingFeel(past(overMidnight), clockAt(at(1, 0.4)))).toBeNull();
    expect(pendingFeel(past(overMidnight), clockAt(at(2, 0)))).toBe(overMidnight.id);
    const begun = session(at(0), painful(0), { nextDay: 'same' });
    const wentOn = goneOnWith(begun, at(3), painful(0));
    expect(pendingFeel(past(wentOn, session(at(2), painful(0))), clockAt(at(4)))).toBe(wentOn.id);
  });

  test('is answered for the whole day', () => {
    const morning = session(at(0, 8), painful(0), { nextDay: 'same', nextDayAtMs: at(1, 7) });
    expect(pendingFeel(past(morning, session(at(0, 20), painful(0))), clockAt(at(1, 8)))).toBeNull();
  });

  test('is asked of nobody who has done nothing', () => expect(pendingFeel(past(), clockAt(at(0)))).toBeNull());
});

describe('two weeks and no better', () => {
  const every = (days: readonly number[], feel: Feel, pain = 2): Partial<Progress>[] =>
    days.map((day) => session(at(day), painful(pain), { after: feel, nextDay: feel }));
  const days = [0, 3, 6, 9, 12];
  const now = at(14, 20);
  test.each<[string, Progress, number, boolean | null, boolean]>([
    ['always the same, with pain', past(...every(days, 'same')), now, null, true],
    ['a day too early', past(...every(days, 'same')), at(13, 20), null, false],
    ['once better', past(...every(days, 'same'), ...every([10], 'better')), now, true, false],
    ['worse', past(...every(days, 'worse')), now, null, true],
    ['no pain and no complaint', past(...every(days, 'same', 0)), now, false, false],
    ['pain though no side was named', past(...every(days, 'same', 1)), now, false, true],
    ['no pain, a stiff side', past(...every(days, 'same', 0)), now, true, true],
    ['no pain, nothing said of sides', past(...every(days, 'same', 0)), now, null, true],
    [
      'better long ago, no pain since',
      past(...every([0], 'better'), ...every([20, 24, 28, 32], 'same', 0)),
      at(34),
      true,
      false,
    ],
    [
      'better long ago, pain again',
      past(...every([0], 'better'), ...every([20, 24, 28, 32], 'same')),
      at(34),
      true,
      true,
    ],
    [
      'three answers',
      past(...every([0, 6], 'same').slice(0, 1), session(at(6), painful(2), { after: 'same' })),
      now,
      true,
      false,
    ],
    ['a long pause, then three days', past(...every([0, 27, 28, 29], 'same')), at(30), true, false],
  ])('%s', (_, progress, nowMs, hasComplaint, isNeeded) => {
    expect(needsTherapist(progress, clockAt(nowMs), hasComplaint) !== null).toBe(isNeeded);
  });
});

describe('the red flags', () => {
  test.each([
    [5, true],
    [4, false],
  ])('pain %i in the last session', (pain, isDue) => {
    expect(redFlagsDue(past(session(at(0), painful(pain))), clockAt(at(4))) !== null).toBe(isDue);
  });
  const bad = session(at(0), [...painful(5), ...painful(8)]);
  const stretch = session(at(0, 20), painful(0));
  test.each([
    ['a calm session later on the day', past(bad, stretch), at(0, 21), 8],
    ['one on the day after', past(bad, session(at(1, 7), painful(6))), at(1, 23), 8],
    ['two days later, after a session without', past(bad, session(at(2), painful(1))), at(2, 20), null],
    ['nothing said of pain', past(session(at(0), [said({ pain: null })])), at(0, 20), null],
    ['pain alone said', past(session(at(0), [said({ cramp: null, fatigue: null, pain: 7 })])), at(0, 20), 7],
  ])('%s', (_, progress, nowMs, pain) => {
    expect(redFlagsDue(progress, clockAt(nowMs))?.pain ?? null).toBe(pain);
  });
});
