import { expect, test } from 'vitest';
import { lastEarned, pastOpenings } from '../../../renderer/coach/openings.ts';
import { aSetOf, at, clockAt, earnedTwice, ladderAt, override, past, session } from '../../support/pasts.ts';

const SINGLE = 'calf-raise-single';
const DECLINE = 'calf-raise-decline';
const EARNED = past(...earnedTwice('calf-raise-double', 0));
const PAINFUL = session(at(10), [aSetOf(SINGLE, 'left', { checkIn: { cramp: false, fatigue: 'some', pain: 6 } })]);

test('what was earned stays the last earned, whatever the person opens after it', () => {
  const earned = lastEarned(ladderAt(EARNED, at(20)));
  expect(earned).toMatchObject({ rung: SINGLE, by: 'earned' });
  expect(lastEarned(ladderAt(past(EARNED, override(at(9), DECLINE)), at(20)))).toEqual(earned);
});

test('what was closed again was not earned in vain, but is not celebrated', () => {
  expect(lastEarned(ladderAt(past(EARNED, PAINFUL), at(20)))).toBeNull();
});

test('all openings are remembered, also those that a step back closed', () => {
  const twice = past(EARNED, PAINFUL, ...earnedTwice('calf-raise-double', 12), override(at(30), 'pogo-double'));
  expect(pastOpenings(twice, clockAt(at(40))).map(({ rung, by }) => [rung, by])).toEqual([
    ['pogo-double', 'override'],
    [DECLINE, 'override'],
    [SINGLE, 'earned'],
    [SINGLE, 'earned'],
  ]);
});
