import { describe, expect, test } from 'vitest';
import { sessionVerdict } from '../../../shared/progression/sessionVerdict.ts';
import { aSetOf, at, clockAt, earnedTwice, goodSets, lowers, past, session } from '../../support/pasts.ts';

const SINGLE = 'calf-raise-single';
const clock = clockAt(at(9));

describe('after a session', () => {
  test('every set says what it lacks', () => {
    const sets = [
      aSetOf(SINGLE, 'left'),
      aSetOf(SINGLE, 'right', { fullReps: 12 }),
      aSetOf(SINGLE, 'left', { checkIn: null, fullReps: 14 }),
      aSetOf(SINGLE, 'right', { checkIn: { cramp: true, fatigue: 'a-lot', pain: 3 } }),
      aSetOf(SINGLE, 'left', { endReason: 'restarted', fullReps: 3, checkIn: null }),
      aSetOf(SINGLE, 'right', { endReason: null, checkIn: null }),
    ];
    const done = session(at(0), sets);
    const { rungs } = sessionVerdict(past(done), done.id, clock);
    expect(rungs).toHaveLength(1);
    expect(rungs[0]).toMatchObject({ rung: SINGLE, earned: false });
    expect(rungs[0]?.sides).toEqual([
      { side: 'left', good: 1, need: 3 },
      { side: 'right', good: 0, need: 3 },
    ]);
    expect(rungs[0]?.sets.map(({ faults }) => faults)).toEqual([
      [],
      [{ code: 'short', reps: 12, need: 15 }],
      [{ code: 'short', reps: 14, need: 15 }, { code: 'no-check-in' }],
      [{ code: 'cramp' }, { code: 'fatigue' }, { code: 'pain', pain: 3, atMost: 2 }],
      [{ code: 'not-done', end: 'restarted' }],
      [{ code: 'not-done', end: 'unfinished' }],
    ]);
  });

  test('the rungs come from the easiest on, and other exercises are none', () => {
    const done = session(at(0), [
      ...goodSets('calf-raise-decline'),
      aSetOf('glute-bridge', 'both'),
      ...goodSets(SINGLE),
    ]);
    const { rungs } = sessionVerdict(past(done), done.id, clock);
    expect(rungs.map(({ rung, earned }) => [rung, earned])).toEqual([
      [SINGLE, true],
      ['calf-raise-decline', true],
    ]);
  });

  test.each([
    [12, 15, true],
    [11, 15, false],
    [14, 14, false],
  ])('the five-count, %i of %i in count', (inCount, of, done) => {
    const lowered = session(at(0), lowers(inCount, of));
    const { fiveCount } = sessionVerdict(past(lowered), lowered.id, clock);
    expect(fiveCount).toMatchObject({ timedLowers: of, lowersInCount: inCount, ratio: inCount / of, done });
  });

  test('no five-count where no lower was timed', () => {
    const done = session(at(0), goodSets(SINGLE));
    expect(sessionVerdict(past(done), done.id, clock).fiveCount).toBeNull();
  });

  test('what came of it: a rung that opened, or a step back', () => {
    const [first, second] = earnedTwice('calf-raise-double', 0) as [
      ReturnType<typeof session>,
      ReturnType<typeof session>,
    ];
    const opened = past(first, second);
    expect(sessionVerdict(opened, second.id, clock)).toMatchObject({ opened: [SINGLE], setback: null });
    const bad = session(at(6), goodSets(SINGLE), { nextDay: 'worse' });
    const verdict = sessionVerdict(past(opened, bad), bad.id, clock);
    expect(verdict.opened).toEqual([]);
    expect(verdict.setback).toMatchObject({ from: SINGLE, to: 'calf-raise-double', cause: 'worse-next-day' });
  });
});
