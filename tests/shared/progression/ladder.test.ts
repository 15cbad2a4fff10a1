import { describe, expect, test } from 'vitest';
import type { Feel } from '../../../shared/history/records.ts';
import { ladderOf } from '../../../shared/progression/ladder.ts';
import type { Progress } from '../../../shared/progression/progress.ts';
import type { RungId } from '../../../shared/progression/rungs.ts';
import {
  type Answers,
  aSetOf,
  at,
  clockAt,
  DAY_MS,
  DECLINE_EARNED,
  earnedTwice,
  fiveCountTwice,
  goneOnWith,
  goodSets,
  HOUR_MS,
  ladderAt,
  lowers,
  override,
  past,
  session,
  UP_TO_DECLINE,
  viewOf,
} from '../../support/pasts.ts';

const SINGLE = 'calf-raise-single';

const DOUBLE = goodSets('calf-raise-double');
/** From its first set to its last. */
const DOUBLE_MS = (DOUBLE.length - 1) * 60_000;
const same = { nextDay: 'same' } as const;
const LATER = at(9);

describe('the next rung opens', () => {
  test.each<[string, Progress, number, RungId]>([
    ['with nothing done', past(), LATER, 'calf-raise-double'],
    ['after one session', past(session(at(0), DOUBLE, same)), LATER, 'calf-raise-double'],
    [
      'after two, 24 hours apart',
      past(session(at(0), DOUBLE, same), session(at(0) + DOUBLE_MS + DAY_MS, DOUBLE, same)),
      LATER,
      'calf-raise-single',
    ],
    [
      'after two, 23 h 59 min apart',
      past(session(at(0), DOUBLE, same), session(at(0) + DOUBLE_MS + DAY_MS - 60_000, DOUBLE, same)),
      LATER,
      'calf-raise-double',
    ],
    [
      'after three, the first and the last 24 hours apart',
      past(...[0, 20, 25].map((h) => session(at(0) + h * HOUR_MS, DOUBLE, same))),
      LATER,
      'calf-raise-single',
    ],
    [
      'at the same hour every other day',
      past(session(at(0), DOUBLE, same), session(at(2), DOUBLE, same)),
      LATER,
      'calf-raise-single',
    ],
    [
      'gone on with an hour before the next one began',
      past(
        goneOnWith(session(at(0), DOUBLE.slice(1)), at(1, 17), DOUBLE.slice(2)),
        session(at(1, 18.1), DOUBLE, { nextDay: 'same', nextDayAtMs: at(2, 8) }),
      ),
      LATER,
      'calf-raise-double',
    ],
    [
      'earned days after it began, with no day after it yet',
      past(session(at(0), DOUBLE, same), goneOnWith(session(at(2), DOUBLE.slice(1)), at(5), DOUBLE.slice(2))),
      at(6, 23),
      'calf-raise-double',
    ],
    [
      'earned days after it began, when the day after that is over',
      past(session(at(0), DOUBLE, same), goneOnWith(session(at(2), DOUBLE.slice(1)), at(5), DOUBLE.slice(2))),
      at(7, 0),
      'calf-raise-single',
    ],
    [
      'ten minutes after a session over midnight, with the answer given then',
      past(
        session(at(0), DOUBLE, same),
        session(at(2) + 6 * HOUR_MS - 60_000, DOUBLE, { nextDay: 'same', nextDayAtMs: at(3, 0.2) }),
      ),
      at(3, 1),
      'calf-raise-double',
    ],
    [
      'with the answer given for a stretch later on that day',
      past(session(at(0), DOUBLE, same), session(at(2, 8), DOUBLE), stretchAt(at(2, 20), 'better')),
      at(3, 10),
      'calf-raise-single',
    ],
    [
      'with an own answer beside that for the stretch',
      past(session(at(0), DOUBLE, same), session(at(2, 8), DOUBLE, toldAt(3, 'same')), stretchAt(at(2, 20), 'worse')),
      at(3, 10),
      'calf-raise-double',
    ],
    [
      'with "worse" for the stretch later on that day',
      past(session(at(0), DOUBLE, same), session(at(2, 8), DOUBLE), stretchAt(at(2, 20), 'worse')),
      LATER,
      'calf-raise-double',
    ],
    [
      'with "better" the day after',
      past(session(at(0), DOUBLE, same), session(at(2), DOUBLE, { nextDay: 'better' })),
      at(3, 10),
      'calf-raise-single',
    ],
    [
      'with "worse" right after, and "same" the day after',
      past(session(at(0), DOUBLE, same), session(at(2), DOUBLE, { after: 'worse', nextDay: 'same' })),
      LATER,
      'calf-raise-single',
    ],
    [
      'with "worse" the day after the first',
      past(session(at(0), DOUBLE, { nextDay: 'worse' }), session(at(2), DOUBLE, same)),
      LATER,
      'calf-raise-double',
    ],
    [
      'with "worse" the day after the second',
      past(session(at(0), DOUBLE, same), session(at(2), DOUBLE, { nextDay: 'worse' })),
      LATER,
      'calf-raise-double',
    ],
    [
      'with "worse", then two good sessions',
      past(session(at(0), DOUBLE, { nextDay: 'worse' }), ...earnedTwice('calf-raise-double', 3)),
      LATER,
      'calf-raise-single',
    ],
    [
      'with "worse" taken back',
      past(
        session(at(0), DOUBLE, same),
        tookBack(session(at(2), DOUBLE, { nextDay: 'worse', nextDayAtMs: at(3, 8) }), at(3, 9)),
      ),
      LATER,
      'calf-raise-single',
    ],
    [
      'on the day after without an answer',
      past(session(at(0), DOUBLE), session(at(2), DOUBLE)),
      at(4, 0) - 1,
      'calf-raise-double',
    ],
    [
      'when the day after is over without an answer',
      past(session(at(0), DOUBLE), session(at(2), DOUBLE)),
      at(4, 0),
      'calf-raise-single',
    ],
    [
      'with the answer for the day after given on the same day',
      past(session(at(0, 8), DOUBLE, same), session(at(2, 8), DOUBLE, { ...same, nextDayAtMs: at(2, 20) })),
      at(3, 23),
      'calf-raise-double',
    ],
    ['by the single-leg raise, without the on-ramp', past(...earnedTwice(SINGLE, 0)), LATER, 'calf-raise-decline'],
    ['but not by a rung further up', past(...earnedTwice('calf-raise-decline', 0)), LATER, 'calf-raise-double'],
  ])('%s', (_, progress, nowMs, current) => {
    expect(ladderAt(progress, nowMs).current).toBe(current);
  });

  test('at the moment of the answer, or when the day after is over', () => {
    const answered = past(session(at(0), DOUBLE), session(at(2), DOUBLE, { nextDay: 'same', nextDayAtMs: at(3, 9) }));
    expect(ladderAt(answered, LATER).lastOpened).toEqual({ rung: SINGLE, atMs: at(3, 9), by: 'earned' });
    const unanswered = past(session(at(0), DOUBLE), session(at(2), DOUBLE));
    expect(ladderAt(unanswered, LATER).lastOpened?.atMs).toBe(at(4, 0));
  });

  test('a "worse" said for a day is one step back, and marks all of the day', () => {
    const day = [session(at(10, 8), goodSets('calf-raise-decline')), stretchAt(at(10, 20), 'worse')] as const;
    const ladder = ladderAt(past(...UP_TO_DECLINE, ...day), at(14));
    expect(ladder.setbacks).toMatchObject([{ sessionId: day[1].id, from: 'calf-raise-decline', to: SINGLE }]);
    expect(viewOf(ladder, 'calf-raise-decline').earned).toMatchObject([{ sessionId: day[0].id, standing: 'worse' }]);
  });

  function toldAt(day: number, nextDay: Feel): Answers {
    return { nextDay, nextDayAtMs: at(day, 8) };
  }

  function stretchAt(atMs: number, nextDay: Feel): ReturnType<typeof session> {
    return session(atMs, [aSetOf('wall-calf-stretch', 'left')], { nextDay, nextDayAtMs: atMs + 12 * HOUR_MS });
  }

  function tookBack(said: ReturnType<typeof session>, atMs: number): Partial<Progress> {
    return {
      ...said,
      feels: (said.feels ?? []).flatMap((f) => [{ ...f, id: f.id.replace(/.$/, '0'), atMs, feel: 'same' }, f]),
    };
  }
});

describe('with clocks that change', () => {
  test('24 hours are real hours when the clocks go forward', () => {
    // The night after day 0 has an hour less: the same time on the next day is only 23 hours later.
    const dayOf = (ms: number): number => clockAt(0).dayOf(ms >= at(1, 2) ? ms + HOUR_MS : ms);
    const sevenPm = past(session(at(0, 19), DOUBLE, same), session(at(1, 19) - HOUR_MS, DOUBLE, same));
    expect(ladderOf(sevenPm, { nowMs: LATER, dayOf }).current).toBe('calf-raise-double');
    const eightPm = past(session(at(0, 19), DOUBLE, same), session(at(1, 20) + DOUBLE_MS - HOUR_MS, DOUBLE, same));
    expect(ladderOf(eightPm, { nowMs: LATER, dayOf }).current).toBe(SINGLE);
  });

  test('the day after is a day of the calendar when the clocks go back', () => {
    // Day 3 has 25 hours.
    const dayOf = (ms: number): number => clockAt(0).dayOf(ms >= at(3, 2) ? ms - HOUR_MS : ms);
    const progress = past(session(at(0), DOUBLE), session(at(2), DOUBLE));
    expect(ladderOf(progress, { nowMs: LATER, dayOf }).lastOpened?.atMs).toBe(at(4, 0) + HOUR_MS);
    expect(ladderOf(progress, { nowMs: at(4, 0), dayOf }).current).toBe('calf-raise-double');
  });

  test('what is dated later than now is left out, and the ladder says so', () => {
    const progress = past(session(at(0), DOUBLE, same), session(at(2), DOUBLE, same), override(at(5), 'pogo-single'));
    const ladder = ladderAt(progress, at(1, 12));
    expect(ladder.current).toBe('calf-raise-double');
    expect(ladder.futureRecords).toBe(DOUBLE.length + 2);
    expect(ladderAt(progress, LATER).futureRecords).toBe(0);
  });

  test('an answer dated before its session still sends back', () => {
    const progress = past(
      session(at(0), DOUBLE, same),
      session(at(2), DOUBLE, { nextDay: 'worse', nextDayAtMs: at(1) }),
    );
    const ladder = ladderAt(progress, LATER);
    expect(ladder.current).toBe('calf-raise-double');
    expect(ladder.setbacks).toHaveLength(1);
  });
});

describe('hops open', () => {
  const twice = (inCount: number, of: number) => [10, 12].map((day) => session(at(day, 8), lowers(inCount, of)));
  test.each<[string, Progress, RungId]>([
    ['with the decline raise alone', past(...DECLINE_EARNED), 'calf-raise-decline'],
    ['with the five-count alone', past(...UP_TO_DECLINE, ...fiveCountTwice(10)), 'calf-raise-decline'],
    ['with both', past(...DECLINE_EARNED, ...fiveCountTwice(10)), 'pogo-double'],
    ['with 80 % in count', past(...DECLINE_EARNED, ...twice(16, 20)), 'pogo-double'],
    ['with 79 % in count', past(...DECLINE_EARNED, ...twice(79, 100)), 'calf-raise-decline'],
    ['with 15 lowers', past(...DECLINE_EARNED, ...twice(15, 15)), 'pogo-double'],
    ['with 14 lowers', past(...DECLINE_EARNED, ...twice(14, 14)), 'calf-raise-decline'],
    ['with one session of it', past(...DECLINE_EARNED, session(at(10, 8), lowers(15, 15))), 'calf-raise-decline'],
    [
      'with one of the two restarted',
      past(
        ...DECLINE_EARNED,
        session(at(10, 8), lowers(15, 15)),
        session(
          at(12, 8),
          lowers(15, 15).map((set) => ({ ...set, endReason: 'restarted' as const })),
        ),
      ),
      'calf-raise-decline',
    ],
  ])('%s', (_, progress, current) => {
    expect(ladderAt(progress, at(20)).current).toBe(current);
  });

  test('as soon as the last five-count is done', () => {
    const progress = past(...DECLINE_EARNED, ...[14, 15].map((day) => session(at(day, 8), lowers(12, 15))));
    expect(ladderAt(progress, at(20)).lastOpened).toEqual({ rung: 'pogo-double', atMs: at(15, 8), by: 'earned' });
  });

  test('one after the other: hops before they were open show nothing', () => {
    const early = past(...DECLINE_EARNED, ...earnedTwice('pogo-double', 5), ...fiveCountTwice(10));
    const ladder = ladderAt(early, at(20));
    expect(ladder.current).toBe('pogo-double');
    expect(viewOf(ladder, 'pogo-double').earned.map(({ standing }) => standing)).toEqual([
      'before-open',
      'before-open',
    ]);
    const later = past(...DECLINE_EARNED, ...fiveCountTwice(10), ...earnedTwice('pogo-double', 15));
    expect(ladderAt(later, at(20)).current).toBe('pogo-single');
  });

  test('further ones need decline and five-count even when the first was opened by the person', () => {
    const opened = [override(at(0), 'pogo-double'), ...earnedTwice('pogo-double', 1)];
    const ladder = ladderAt(past(...opened), at(9));
    expect(ladder.current).toBe('pogo-double');
    expect(viewOf(ladder, 'pogo-double').missing).toEqual([
      { code: 'earn-decline' },
      { code: 'five-count-sessions', have: 0, need: 2 },
    ]);
    const shown = [...earnedTwice('calf-raise-decline', 1), ...fiveCountTwice(1)];
    expect(ladderAt(past(...opened, ...shown), at(9)).current).toBe('pogo-single');
  });
});

describe('what is missing', () => {
  test.each<[string, Progress, number, unknown[]]>([
    ['nothing done', past(), at(0), [{ code: 'sessions', have: 0, need: 2 }]],
    [
      'an hour after the first',
      past(session(at(0), DOUBLE)),
      at(0) + HOUR_MS,
      [
        { code: 'sessions', have: 1, need: 2 },
        { code: 'hours-apart', untilMs: at(1) + DOUBLE_MS },
      ],
    ],
    [
      'a day after the first',
      past(session(at(0), DOUBLE)),
      at(1) + DOUBLE_MS,
      [{ code: 'sessions', have: 1, need: 2 }],
    ],
    [
      'the first felt worse',
      past(session(at(0), DOUBLE, { nextDay: 'worse' })),
      at(2),
      [{ code: 'sessions', have: 0, need: 2 }],
    ],
  ])('%s', (_, progress, nowMs, missing) => {
    const ladder = ladderAt(progress, nowMs);
    expect(viewOf(ladder, 'calf-raise-double').missing).toEqual(missing);
    expect(viewOf(ladder, SINGLE).missing).toEqual(missing);
    expect(viewOf(ladder, 'calf-raise-decline').missing).toEqual([{ code: 'rung-before', rung: SINGLE }]);
  });

  test('the day after the second', () => {
    const second = session(at(2), DOUBLE);
    const ladder = ladderAt(past(session(at(0), DOUBLE), second), at(3));
    const missing = [{ code: 'day-after', sessionId: second.id, untilDay: 4 }];
    expect(viewOf(ladder, 'calf-raise-double').missing).toEqual(missing);
    expect(viewOf(ladder, 'calf-raise-double').earned.map(({ standing }) => standing)).toEqual(['counts', 'waits']);
  });

  test('why hops wait', () => {
    const ladder = ladderAt(past(...UP_TO_DECLINE, session(at(10), lowers(15, 15))), at(14));
    expect(viewOf(ladder, 'pogo-double').missing).toEqual([
      { code: 'sessions', have: 0, need: 2 },
      { code: 'five-count-sessions', have: 1, need: 2 },
    ]);
    expect(viewOf(ladder, 'pogo-single').missing).toEqual([
      { code: 'rung-before', rung: 'pogo-double' },
      { code: 'earn-decline' },
      { code: 'five-count-sessions', have: 1, need: 2 },
    ]);
  });

  test('nothing after the last rung', () => {
    const ladder = ladderAt(past(override(at(0), 'pogo-travel')), at(1));
    expect(ladder.rungs.flatMap(({ missing }) => missing)).toEqual([]);
  });
});
