import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { createBreakService } from '../../electron/services/breaks/breakService.ts';
import { createBreakStore } from '../../electron/services/breaks/breakStore.ts';
import { MACHINE_TIME } from '../../electron/services/breaks/localTime.ts';
import { openDatabase } from '../../electron/services/history/database.ts';
import { DEFAULT_BREAK_SETTINGS } from '../../shared/breaks/breakSettings.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { median, percentile } from './stats.ts';

/** What it costs that breaks run in the background: one wake, and an hour of them. */
export interface BreaksCost {
  /** A wake that finds nothing new, and one that saves, on a real disk. */
  readonly idleWakeUs: number;
  readonly savingWakeUs: number;
  readonly savingWakeP95Us: number;
  readonly wakesAnHour: number;
  readonly savesAnHour: number;
  /** Of one core's time. */
  readonly ratio: number;
}

const HOURS = 24;
const HOUR_MS = 3_600_000;

/** A day of someone who types and is called every 45 min, the whole night through, with the real service and database. */
export function measureBreaks(): BreaksCost {
  const folder = mkdtempSync(join(tmpdir(), 'soleus-breaks-cost-'));
  const { db } = openDatabase(folder, 'then');
  const store = createBreakStore(db);
  const allDay = [{ fromMinute: 0, toMinute: 1440 }];
  const settings = {
    ...DEFAULT_SETTINGS,
    breaks: { ...DEFAULT_BREAK_SETTINGS, hours: DEFAULT_BREAK_SETTINGS.hours.map(() => allDay) },
  };
  const startMs = Date.UTC(2026, 10, 18);
  const timer = { dueMs: startMs, run: (): void => undefined };
  let nowMs = startMs;
  let saves = 0;
  const service = createBreakService({
    clock: {
      now: () => nowMs,
      setTimer: (ms, run) => {
        timer.dueMs = nowMs + ms;
        timer.run = run;
        return timer;
      },
      clearTimer: () => undefined,
    },
    local: MACHINE_TIME,
    presence: {
      read: () => ({ presence: { kind: 'idle', ms: nowMs % 9000 }, fullScreen: 'no', call: 'no', doNotDisturb: 'no' }),
    },
    settings: () => settings,
    store: () => ({
      ...store,
      save: (snapshot, rows) => {
        saves++;
        store.save(snapshot, rows);
      },
    }),
    newId: uuidv7,
  });
  service.start();
  const idle: number[] = [];
  const saving: number[] = [];
  while (nowMs < startMs + HOURS * HOUR_MS) {
    nowMs = timer.dueMs;
    const savedBefore = saves;
    const startedMs = performance.now();
    timer.run();
    const tookUs = 1000 * (performance.now() - startedMs);
    (saves > savedBefore ? saving : idle).push(tookUs);
  }
  service.stop();
  db.close();
  rmSync(folder, { recursive: true, force: true });
  const spentUs = [...idle, ...saving].reduce((sum, us) => sum + us, 0);
  return {
    idleWakeUs: median(idle),
    savingWakeUs: median(saving),
    savingWakeP95Us: percentile(saving, 0.95),
    wakesAnHour: (idle.length + saving.length) / HOURS,
    savesAnHour: saves / HOURS,
    ratio: spentUs / 1000 / (HOURS * HOUR_MS),
  };
}

export function describeBreaksCost(cost: BreaksCost): string {
  const { idleWakeUs, savingWakeUs, savingWakeP95Us, wakesAnHour, savesAnHour, ratio } = cost;
  return [
    `Breaks: ${wakesAnHour.toFixed(0)} wakes an hour, ${savesAnHour.toFixed(0)} of them with a save`,
    `  a wake ${idleWakeUs.toFixed(0)} µs, with a save ${savingWakeUs.toFixed(0)} µs (p95 ${savingWakeP95Us.toFixed(0)} µs)`,
    `  ${(1e6 * ratio).toFixed(1)} millionths of a core`,
  ].join('\n');
}

if (import.meta.main) console.log(describeBreaksCost(measureBreaks()));
