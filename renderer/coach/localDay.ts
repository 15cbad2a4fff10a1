import type { Clock } from '../../shared/progression/clock.ts';

const DAY_MS = 86_400_000;

/**
 * The number of the local calendar day that a moment falls on. Each day has the next number, however many hours it had:
 * the date alone is counted, as if it were one of UTC, where all days are equally long.
 */
export function localDayOf(ms: number): number {
  const date = new Date(ms);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS;
}

export function clockAt(nowMs: number): Clock {
  return { nowMs, dayOf: localDayOf };
}
