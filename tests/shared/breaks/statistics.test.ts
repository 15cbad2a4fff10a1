import { expect, test } from 'vitest';
import { breakStatistics, type KeptEvent } from '../../../shared/breaks/statistics.ts';
import { MINUTE, NINE, UTC } from '../../support/breaks.ts';

const DAY = 1440 * MINUTE;
const dueAtMs = NINE;

test('what happened is counted by day and by week, Monday first', () => {
  const events: KeptEvent[] = [
    // Sunday, 15 November 2026.
    { kind: 'offered', atMs: NINE - 3 * DAY, dueAtMs, n: 1 },
    { kind: 'lapsed', atMs: NINE - 3 * DAY, dueAtMs, why: 'unanswered' },
    // Monday.
    { kind: 'done', atMs: NINE - 2 * DAY, dueAtMs: null, how: 'reported', sessionId: null },
    // Wednesday: one break, offered twice.
    { kind: 'offered', atMs: NINE, dueAtMs, n: 1 },
    { kind: 'snoozed', atMs: NINE, dueAtMs, minutes: 5 },
    { kind: 'offered', atMs: NINE + MINUTE, dueAtMs, n: 2 },
    { kind: 'sat', atMs: NINE + 2 * MINUTE, fromMs: NINE - 38 * MINUTE },
    { kind: 'done', atMs: NINE + 3 * MINUTE, dueAtMs, how: 'counted', sessionId: null },
    { kind: 'credited', atMs: NINE + 9 * MINUTE, fromMs: NINE, dueAtMs: null, by: 'away' },
    { kind: 'sat', atMs: NINE + 50 * MINUTE, fromMs: NINE + 40 * MINUTE },
    { kind: 'skipped', atMs: NINE + 51 * MINUTE, dueAtMs, reason: 'not-well' },
    { kind: 'done', atMs: NINE + 52 * MINUTE, dueAtMs, how: 'held', sessionId: null },
  ];
  const { days, weeks } = breakStatistics(events, UTC.dayOf);
  expect(days.map(({ date }) => date)).toEqual(['2026-11-15', '2026-11-16', '2026-11-18']);
  expect(days[2]).toEqual({
    ...{
      date: '2026-11-18',
      offered: 1,
      counted: 1,
      held: 1,
      reported: 0,
      snoozed: 1,
      skipped: 1,
      credited: 1,
      lapsed: 0,
    },
    ...{ stretches: 2, satMs: 50 * MINUTE, longestMs: 40 * MINUTE },
  });
  expect(weeks.map(({ date, offered, reported }) => [date, offered, reported])).toEqual([
    ['2026-11-09', 1, 0],
    ['2026-11-16', 1, 1],
  ]);
});
