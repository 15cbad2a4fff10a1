import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '../../../../electron/services/history/database.ts';
import { createHistoryQueries } from '../../../../electron/services/history/queries.ts';
import { createHistoryStore } from '../../../../electron/services/history/store.ts';
import { calendarDays } from '../../../../shared/history/days.ts';
import { ladderOf } from '../../../../shared/progression/ladder.ts';
import type { Progress } from '../../../../shared/progression/progress.ts';
import { seedHistory } from '../../../../tools/history/seedHistory.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

// Many histories; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

const NOW_MS = Date.UTC(2026, 10, 20, 20);
const DAY_MS = 86_400_000;
const days = calendarDays((ms) => Math.floor(ms / DAY_MS));

function standing(progress: Progress, nowMs: number) {
  const { rungs, ...ladder } = ladderOf(progress, { nowMs, dayOf: days.dayOf });
  return { ...ladder, rungs: rungs.map(({ earned: _, ...rung }) => rung) };
}

test('of half a year, what is told decides the same as all of it, whatever is written of old times', () => {
  const folder = tempFolder();
  seedHistory(folder, 50_000, 5, NOW_MS);
  const { db } = openDatabase(join(folder, 'history'), 'now');
  onTestFinished(() => {
    db.close();
  });
  const store = createHistoryStore(db);
  const tell = (zone = 'UTC', nowMs = NOW_MS) =>
    createHistoryQueries(db, days, zone, () => nowMs)['history.progress'](null);
  const isKept = (): boolean => db.prepare("SELECT 1 FROM derived WHERE name = 'essentials'").get() !== undefined;
  const checked = (nowMs = NOW_MS): Progress => {
    const told = tell('UTC', nowMs);
    expect(standing(told, nowMs)).toEqual(standing(store.progress(), nowMs));
    return told;
  };

  const all = store.progress().sets;
  const told = checked();
  expect(told.sets.length).toBeLessThan(all.length / 2);
  expect(isKept()).toBe(true);
  expect(tell()).toEqual(told);

  // Whatever is written of an old session, and whoever opened a rung long ago.
  const old = all[100];
  if (!old) throw new Error('Half a year has more sets.');
  const writes = [
    () => store.addCorrection({ id: uuidv7(), setId: old.setId, atMs: NOW_MS, change: 1 }),
    () => store.addFeel({ id: uuidv7(), sessionId: old.sessionId, atMs: NOW_MS, asked: 'next-day', feel: 'worse' }),
    () =>
      store.amend({
        id: uuidv7(),
        atMs: NOW_MS,
        of: 'session',
        targetId: old.sessionId,
        field: 'deleted',
        value: true,
      }),
    () => store.addOverride({ id: uuidv7(), atMs: old.startedAtMs, exercise: 'pogo-double', reason: 'Cleared.' }),
  ];
  for (const write of writes) {
    write();
    expect(isKept()).toBe(false);
    checked();
    expect(isKept()).toBe(true);
  }
  // What is written of today does not matter, a zone and a clock set back do.
  const [today] = store.sessions(NOW_MS, 1);
  store.addFeel({ id: uuidv7(), sessionId: today?.id ?? '', atMs: NOW_MS, asked: 'after', feel: 'same' });
  expect(isKept()).toBe(true);
  checked();
  expect(standing(tell('Asia/Tokyo'), NOW_MS)).toEqual(standing(store.progress(), NOW_MS));
  checked(NOW_MS - 60 * DAY_MS);
  checked(NOW_MS + 200 * DAY_MS);
});
