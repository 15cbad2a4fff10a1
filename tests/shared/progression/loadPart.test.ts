import { describe, expect, test } from 'vitest';
import type { CatalogueId } from '../../../shared/exercises/exerciseIds.ts';
import type { PlannedSession } from '../../../shared/progression/plannedSession.ts';
import type { Progress } from '../../../shared/progression/progress.ts';
import type { RungId } from '../../../shared/progression/rungs.ts';
import { aSetOf, at, earnedTwice, fiveCountTwice, goodSets, override, past, session } from '../../support/pasts.ts';
import {
  blockOf,
  DECLINE,
  DOUBLE,
  ids,
  LOWER,
  loads,
  notes,
  one,
  plan,
  reasonsFor,
  SINGLE,
  same,
  tested,
  upToHops,
  upToSingle,
} from '../../support/planned.ts';

describe('strength', () => {
  test.each<[string, Progress, number, string | null]>([
    ['not again on the same day', past(one(DOUBLE, 0, 8)), at(0, 20), 'trained-today'],
    ['not on the day after', past(one(DOUBLE, 0)), at(1, 23), 'trained-yesterday'],
    ['again on the second day', past(one(DOUBLE, 0)), at(2, 1), null],
    ['not a fourth time in seven days', past(one(DOUBLE, 0), one(DOUBLE, 2), one(DOUBLE, 4)), at(6), 'week-full'],
    ['again when the first of three is a week ago', past(one(DOUBLE, 0), one(DOUBLE, 2), one(DOUBLE, 4)), at(7), null],
    ['after a single set of a try', past(session(at(0), [aSetOf(DOUBLE, 'both')])), at(0, 20), null],
    ['after a day of bridges', past(one('glute-bridge', 0)), at(1), null],
    ['not after a heel-rise test', past(one('heel-rise-endurance', 0)), at(1), 'trained-yesterday'],
  ])('%s', (_, progress, nowMs, because) => {
    const planned = plan(progress, nowMs);
    expect(loads(planned).length > 0).toBe(because === null);
    const note = planned.notes.find(({ code }) => code === 'rest-day');
    expect(note?.code === 'rest-day' ? note.because : null).toBe(because);
    expect(planned.items.length).toBeGreaterThan(2);
  });

  test('in less time: fewer sets, and the plan says that they cannot earn the rung', () => {
    const short = plan(past(...upToSingle), at(5), { minutes: 5 });
    expect(blockOf(short, SINGLE)?.sets).toBe(2);
    expect(short.notes).toContainEqual({ code: 'cannot-earn', rung: SINGLE, sets: 2, need: 3 });
    expect(notes(plan(past(...upToSingle), at(5), { minutes: 10 }))).not.toContain('cannot-earn');
  });

  test('the slow lower belongs to it until the five-count is shown, a little at first', () => {
    const upTo = past(...upToSingle, one(SINGLE, 5));
    const planned = plan(upTo, at(7));
    expect(blockOf(planned, LOWER)?.sets).toBe(1);
    expect(reasonsFor(planned, LOWER)).toEqual([
      { code: 'five-count-for-hops', have: 0, need: 2 },
      { code: 'starts-small' },
    ]);
    expect(ids(plan(upTo, at(7), { profile: { equipment: ['wall'] } }))).not.toContain(LOWER);
  });

  test('takes turns with it when there is time for only one', () => {
    const minutes = 10;
    const rung = past(...upToSingle, one(SINGLE, 5));
    expect(loads(plan(rung, at(7), { minutes }))).toEqual([LOWER]);
    const lower = past(rung, session(at(7), [aSetOf(LOWER, 'left'), aSetOf(LOWER, 'right')], same));
    const planned = plan(lower, at(9), { minutes });
    expect(loads(planned)).toEqual([SINGLE]);
    expect(reasonsFor(planned, SINGLE)).toContainEqual({ code: 'takes-turns', other: LOWER });
  });

  test('one thing is new at a time', () => {
    expect(loads(plan(past(...upToSingle), at(5)))).toEqual([SINGLE]);
    expect(loads(plan(past(...upToSingle, one(SINGLE, 5)), at(7)))).toEqual([SINGLE, LOWER]);
  });

  test('the bent knee twice a week', () => {
    const known = [...upToSingle, one(LOWER, -20), one('calf-raise-bent-knee', -20), ...fiveCountTwice(3)];
    const at8 = plan(past(...known, one(SINGLE, 6)), at(8));
    expect(reasonsFor(at8, 'calf-raise-bent-knee')).toEqual([{ code: 'per-week', have: 0, least: 2, most: 3 }]);
    const twice = past(...known, one('calf-raise-bent-knee', 6), one('calf-raise-bent-knee', 8));
    expect(ids(plan(twice, at(10)))).not.toContain('calf-raise-bent-knee');
  });
});

describe('without equipment', () => {
  const declineOpen = past(...upToSingle, ...earnedTwice(SINGLE, 5));
  test('the rung before stands in, and the plan says what is missing', () => {
    const planned = plan(declineOpen, at(10), { profile: { equipment: ['wall'] } });
    expect(loads(planned)).toEqual([SINGLE]);
    expect(reasonsFor(planned, SINGLE)[0]).toEqual({
      code: 'no-equipment',
      insteadOf: DECLINE,
      needs: [['decline-board', 'step']],
    });
    expect(planned.notes).toContainEqual({
      code: 'equipment-missing',
      exercise: DECLINE,
      needs: [['decline-board', 'step']],
    });
  });
  test('a board is no step for the five-count', () => {
    const planned = plan(declineOpen, at(10), { profile: { equipment: ['wall', 'decline-board'] } });
    expect(loads(planned)[0]).toBe(DECLINE);
    expect(planned.notes).toContainEqual({ code: 'equipment-missing', exercise: LOWER, needs: [['step']] });
  });
  test('nothing at all: still something to do, and no ankle test without a wall', () => {
    const planned = plan(past(one(DOUBLE, 0)), at(1), { profile: { equipment: [] } });
    expect(planned.items.length).toBeGreaterThan(2);
    expect(ids(planned)).not.toContain('knee-to-wall-test');
  });
});

describe('hops', () => {
  const landings = (planned: PlannedSession, exercise: RungId): number => {
    const block = blockOf(planned, exercise);
    return block && 'reps' in block.target ? block.sets * block.sides.length * block.target.reps : 0;
  };
  test.each<RungId>(['pogo-double', 'pogo-single', 'pogo-line', 'pogo-travel'])(
    'the first session of %s has 25 to 50 landings',
    (rung) => {
      const planned = plan(past(...upToHops, override(at(13), rung)), at(15));
      expect(landings(planned, rung)).toBeGreaterThanOrEqual(25);
      expect(landings(planned, rung)).toBeLessThanOrEqual(50);
      expect(reasonsFor(planned, rung)[0]).toEqual({
        code: 'first-hops',
        landings: landings(planned, rung),
        atMost: 50,
      });
    },
  );

  const hopped = [...upToHops, override(at(13), 'pogo-single'), one('pogo-single', 15)];
  test('then the whole dose, after a warm-up and with one raise', () => {
    const planned = plan(past(...hopped), at(17));
    expect(blockOf(planned, 'pogo-single')).toMatchObject({ sets: 3, target: { reps: 15 } });
    const place = (exercise: CatalogueId): number => ids(planned).indexOf(exercise);
    expect(ids(planned)).toContain('dynamic-calf-stretch');
    expect(place('dynamic-calf-stretch')).toBeLessThan(place('pogo-single'));
    expect(loads(planned)).toHaveLength(2);
  });

  test('rest for 48 hours; the decline raise stands in', () => {
    const planned = plan(past(...hopped), at(17, 17.9));
    expect(loads(planned)[0]).toBe(DECLINE);
    expect(reasonsFor(planned, DECLINE)[0]).toEqual({ code: 'hops-rest', untilMs: at(17) });
    expect(notes(planned)).toContain('hops-rest');
  });

  test('a single set of them counts', () => {
    const tried = past(...upToHops, override(at(13), 'pogo-single'), session(at(15), [aSetOf('pogo-single', 'left')]));
    expect(loads(plan(tried, at(16)))[0]).toBe(DECLINE);
  });

  test('on no more than three days in seven, however little it was', () => {
    const days = [11, 13, 15].map((day) => session(at(day), [aSetOf('pogo-double', 'both')]));
    const open = [...tested, override(at(10), 'pogo-double'), ...days];
    expect(loads(plan(past(...open), at(17, 23)))[0]).toBe(DECLINE);
    expect(loads(plan(past(...open), at(18)))[0]).toBe('pogo-double');
  });

  test('after a long pause raises come first, then few landings', () => {
    const after = plan(past(...hopped), at(40));
    expect(loads(after)).toEqual([DECLINE]);
    expect(reasonsFor(after, DECLINE)).toContainEqual({ code: 'after-pause', days: 25 });
    const next = plan(past(...hopped, one(DECLINE, 40)), at(42));
    expect(reasonsFor(next, 'pogo-single')[0]?.code).toBe('first-hops');
  });
});

describe('when it hurts', () => {
  const single = past(...upToSingle);
  const painful = session(at(5), [
    ...goodSets(SINGLE),
    aSetOf(SINGLE, 'left', { checkIn: { cramp: false, fatigue: 'some', pain: 6 } }),
  ]);
  const worse = session(at(5), goodSets(SINGLE), { nextDay: 'worse', nextDayAtMs: at(6, 8) });

  test.each([
    ['pain, on the day itself', painful, at(5, 20), true],
    ['pain, on the day after', painful, at(6), true],
    ['pain, two days after', painful, at(7), false],
    ['worse, on the day it is said', worse, at(6), true],
    ['worse, on the day after that', worse, at(7), true],
    ['worse, two days after that', worse, at(8), false],
  ])('%s', (_, bad, nowMs, isGentle) => {
    const planned = plan(past(single, bad), nowMs);
    expect(notes(planned).includes('gentle-day')).toBe(isGentle);
    expect(loads(planned).length === 0).toBe(isGentle);
    expect(notes(planned)).toContain('stepped-back');
    if (!isGentle)
      expect(reasonsFor(planned, DOUBLE)).toContainEqual({ code: 'stepped-back', from: SINGLE, to: DOUBLE });
  });

  test('a gentle day neither pulls at the calf nor stands on one leg', () => {
    const planned = plan(past(single, worse), at(6));
    expect(planned.items.map(({ block }) => block.part)).not.toContain('cool-down');
    expect(ids(planned)).not.toContain('single-leg-balance');
    expect(planned.items.length).toBeGreaterThan(2);
  });

  test('pain of 5 shows the red flags, and better no run', () => {
    const planned = plan(past(single, painful), at(6), { kind: 'before-run' });
    expect(planned.notes).toContainEqual({ code: 'pain-red-flags', pain: 6 });
    expect(notes(planned)).toContain('better-not-run');
  });

  test('worse right after, and no word yet of the day after: fewer sets and nothing beside', () => {
    const bad = session(at(5), goodSets(SINGLE), { after: 'worse' });
    const planned = plan(past(single, bad), at(7));
    expect(loads(planned)).toEqual([SINGLE]);
    expect(blockOf(planned, SINGLE)?.sets).toBe(2);
    expect(reasonsFor(planned, SINGLE)).toContainEqual({ code: 'ease-off' });
    expect(notes(planned)).toContain('ease-off');
  });

  test('pain of 3 or 4 the last time: fewer sets', () => {
    const sore = aSetOf(SINGLE, 'left', { checkIn: { cramp: false, fatigue: 'some', pain: 3 } });
    const planned = plan(past(single, session(at(5), [...goodSets(SINGLE), sore], same)), at(7));
    expect(blockOf(planned, SINGLE)?.sets).toBe(2);
  });

  test('two weeks without better: see a therapist', () => {
    const always = [0, 4, 8, 12].map((day) => one(DOUBLE, day));
    expect(notes(plan(past(...always), at(15), { profile: { soreSide: 'left' } }))).toContain('see-therapist');
    expect(notes(plan(past(...always.slice(0, 2)), at(15), { profile: { soreSide: 'left' } }))).not.toContain(
      'see-therapist',
    );
  });
});
