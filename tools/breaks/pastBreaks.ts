import { uuidv7 } from 'uuidv7';
import type { BreakStore } from '../../electron/services/breaks/breakStore.ts';
import type { BreakSettings } from '../../shared/breaks/breakSettings.ts';
import { DEFAULT_BREAK_SETTINGS } from '../../shared/breaks/breakSettings.ts';
import { initialBreaks } from '../../shared/breaks/breakState.ts';
import type { KeptEvent } from '../../shared/breaks/statistics.ts';

/** What was with the breaks before the app is opened, for screens and tests that must not wait for one. */
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Breaks at any hour of the week and without a warning: when the test runs must not matter. */
export const ANY_TIME: BreakSettings = {
  ...DEFAULT_BREAK_SETTINGS,
  warningSeconds: 0,
  hours: Array.from({ length: 7 }, () => [{ fromMinute: 0, toMinute: 0 }]),
};

/** Someone has been sitting for so long, and Soleus has just been closed. */
export function sittingFor(store: BreakStore, minutes: number): void {
  const nowMs = Date.now();
  const sinceMs = nowMs - minutes * MINUTE_MS;
  const state = { ...initialBreaks(nowMs), stage: { name: 'sitting' }, sinceMs, satSinceMs: sinceMs };
  store.save({ state, dose: null }, []);
}

/** Breaks of three weeks up to an hour ago, most of them done. */
export function threeWeeksOfBreaks(store: BreakStore): void {
  const nowMs = Date.now();
  const events: KeptEvent[] = [];
  for (let day = 20; day >= 0; day--) {
    for (let hour = 6; hour >= 1; hour--) {
      const atMs = nowMs - day * DAY_MS - hour * HOUR_MS;
      events.push(...oneBreak(atMs, (day * 7 + hour * 3) % 8));
    }
  }
  const rows = events.map((event) => ({ id: uuidv7(), event, exercise: 'calf-raise-double' }));
  store.save({ state: initialBreaks(nowMs), dose: null }, rows);
}

function oneBreak(atMs: number, kind: number): KeptEvent[] {
  const sat: KeptEvent = { kind: 'sat', atMs, fromMs: atMs - (40 + 4 * kind) * MINUTE_MS };
  const offered: KeptEvent = { kind: 'offered', atMs, dueAtMs: atMs, n: 1 };
  const laterMs = atMs + 2 * MINUTE_MS;
  const done = (how: 'counted' | 'held' | 'reported'): KeptEvent[] => [
    ...[sat, offered],
    { kind: 'done', atMs: laterMs, dueAtMs: atMs, how, sessionId: null },
  ];
  if (kind < 3) return done('counted');
  if (kind === 3) return done('held');
  if (kind === 4) return done('reported');
  if (kind === 5) return [offered, { kind: 'skipped', atMs: laterMs, dueAtMs: atMs, reason: 'in-the-middle' }];
  if (kind === 6) return [offered, { kind: 'snoozed', atMs: laterMs, dueAtMs: atMs, minutes: 5 }];
  return [sat, { kind: 'credited', atMs: laterMs, fromMs: atMs, dueAtMs: null, by: 'away' }];
}
