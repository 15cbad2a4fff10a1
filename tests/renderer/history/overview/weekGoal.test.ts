import { expect, test } from 'vitest';
import { weekGoal } from '../../../../renderer/history/overview/weekGoal.ts';
import { text } from '../../../../renderer/messages/en.ts';
import { dateOfDay, dayOfDate } from '../../../../shared/history/days.ts';

/** A Thursday; the week began on Monday the 16th. */
const TODAY = dayOfDate('2026-11-19');
const MONDAY = 0;

function trainedOn(...dates: readonly string[]) {
  return dates.map((date) => ({ date, sessions: 1, activeMs: 1, sets: 1, reps: 1, breaks: 0 }));
}

test('a week of training days and rest days', () => {
  const days = trainedOn('2026-11-16', '2026-11-18', '2026-11-09', '2026-11-11', '2026-11-13', '2026-11-04');
  const { done, daysLeft, past, ...week } = weekGoal(days, TODAY, MONDAY, 3, dayOfDate('2026-11-04'));
  expect(week.days.map(({ state }) => state)).toEqual([
    'trained',
    'rest',
    'trained',
    'ahead',
    'ahead',
    'ahead',
    'ahead',
  ]);
  expect({ done, daysLeft }).toEqual({ done: 2, daysLeft: 4 });
  // The week of the first session counts as one; before it there is none to be missed.
  expect(past).toEqual({ weeks: 2, reached: 1, trainingDays: 4 });
});

test('a break alone is no training day, and today is still to come until it is used', () => {
  const [breakDay] = trainedOn('2026-11-19').map((day) => ({ ...day, sessions: 0, breaks: 5 }));
  expect(weekGoal(breakDay ? [breakDay] : [], TODAY, MONDAY, 3, TODAY)).toMatchObject({ done: 0, daysLeft: 4 });
  expect(weekGoal(trainedOn('2026-11-19'), TODAY, MONDAY, 3, TODAY)).toMatchObject({ done: 1, daysLeft: 3 });
});

test('no word of it blames', () => {
  for (let goal = 1; goal <= 7; goal++) {
    for (let done = 0; done <= 7; done++) {
      for (let left = 0; left <= 7 - done; left++) {
        const words = text.history.goalWords(done, goal, left, false);
        expect(words).not.toMatch(/miss|fail|lost|streak|only|behind|!/i);
      }
    }
  }
});

test('more weeks than are looked at', () => {
  const everyDay = trainedOn(...Array.from({ length: 100 }, (_, i) => dateOfDay(TODAY - i)));
  expect(weekGoal(everyDay, TODAY, MONDAY, 3, TODAY - 99).past).toEqual({ weeks: 8, reached: 8, trainingDays: 56 });
});
