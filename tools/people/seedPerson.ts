import type { HistoryStore } from '../../electron/services/history/store.ts';
import type { Person } from './person.ts';
import type { Write } from './recorder.ts';
import { DAY_MS, DAYS, type SimulatedPerson, simulate } from './simulate.ts';

/**
 * Writes someone's two months into a history, so that screens have something to show.
 *
 * @param endMs the local midnight after the last of the days
 */
export function seedPerson(store: HistoryStore, person: Person, endMs: number): SimulatedPerson {
  const simulated = simulate(person, endMs - DAYS * DAY_MS);
  for (const write of simulated.writes) apply(store, write);
  return simulated;
}

function apply(store: HistoryStore, { call, record }: Write): void {
  const run = store[call] as (record: Write['record']) => void;
  run(record);
}
