import { describe, expect, test, vi } from 'vitest';
import type { BreakEvent } from '../../../shared/breaks/breakState.ts';
import { isKept } from '../../../shared/breaks/statistics.ts';
import { databaseYear, memoryYear } from '../../../tools/breaks/stores.ts';

/** A year takes a second; on a machine that does other things, much longer. */
vi.setConfig({ testTimeout: 60_000 });

/**
 * Days in which the simulation found something wrong in the policy, in the service or in the oracle. Each was mended, and stays
 * here. The simulated people have learned new habits since: where one of their days breaks the same rule, it stands beside.
 */
const ONCE_BROKEN = [
  { seeds: [47, 15], days: 21, what: 'a session that was left took back what was credited after it' },
  { seeds: [56, 19], days: 14, what: 'someone who was just doing something was called in the same moment' },
  { seeds: [328, 14], days: 77, what: 'who walked off in the middle of a break was called right after coming back' },
  { seeds: [4], days: 14, what: 'a page that came and went put off the next look again and again' },
  { seeds: [944], days: 210, what: 'the oracle took a session for over that a clock set back had kept on' },
  {
    seeds: [3414, 3581],
    days: 75,
    what: 'the oracle trusted a clock that had been set back and not been looked at since',
  },
];

function eventsOf(run: (onEvent: (wallMs: number, event: BreakEvent) => void) => void): BreakEvent[] {
  const events: BreakEvent[] = [];
  run((_, event) => events.push(event));
  return events;
}

describe('the break service, before the oracle', () => {
  test.each([1, 2, 3])('keeps every rule through year %i', (seed) => {
    const { events, wakes } = memoryYear(seed);
    expect(wakes).toBeGreaterThan(200_000);
    expect(events['offered']).toBeGreaterThan(100);
    expect(events['credited']).toBeGreaterThan(100);
  });

  test.each(ONCE_BROKEN)('seeds $seeds: $what', ({ seeds, days }) => {
    for (const seed of seeds) memoryYear(seed, { days });
  });

  test.each([11, 12, 13])('after restarts, days of seed %i are as they are without', (seed) => {
    const days = 60;
    const restarted = eventsOf((onEvent) => memoryYear(seed, { days, crashes: 'instant', onEvent }));
    const undisturbed = eventsOf((onEvent) => memoryYear(seed, { days, crashes: 'none', onEvent }));
    expect(restarted.length).toBeGreaterThan(100);
    expect(restarted).toEqual(undisturbed);
  });

  test('the database keeps what memory keeps, and it is what was told', () => {
    const days = 30;
    const byTime = (events: readonly BreakEvent[]): BreakEvent[] =>
      events.toSorted((a, b) => a.atMs - b.atMs || a.kind.localeCompare(b.kind));
    const memory = memoryYear(21, { days, crashes: 'instant' });
    const told: BreakEvent[] = [];
    const database = databaseYear(21, { days, crashes: 'instant', onEvent: (_, event) => told.push(event) });
    expect(byTime(database.kept)).toEqual(byTime(told.filter(isKept)));
    expect(byTime(database.kept)).toEqual(byTime(memory.kept));
    expect(database.wakes).toBe(memory.wakes);
  });
});
