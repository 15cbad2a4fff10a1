import { uuidv7 } from 'uuidv7';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBreakStore } from '../../../../electron/services/breaks/breakStore.ts';
import { openDatabase } from '../../../../electron/services/history/database.ts';
import { createHistoryStore } from '../../../../electron/services/history/store.ts';
import type { KeptEvent } from '../../../../shared/breaks/statistics.ts';
import { MINUTE, NINE } from '../../../support/breaks.ts';
import { aRep, aSession, aSet } from '../../../support/records.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

function openStores() {
  const { db } = openDatabase(tempFolder(), 'now');
  onTestFinished(() => {
    db.close();
  });
  return { db, history: createHistoryStore(db), breaks: createBreakStore(db) };
}

const row = (event: KeptEvent, exercise: string | null = null) => ({ id: uuidv7(), event, exercise });

describe('the breaks in the history', () => {
  test('come back as they were, oldest first', () => {
    const { breaks, history } = openStores();
    const session = aSession();
    history.startSession(session);
    const events: KeptEvent[] = [
      { kind: 'sat', atMs: NINE, fromMs: NINE - MINUTE },
      { kind: 'offered', atMs: NINE + 1, dueAtMs: NINE, n: 1 },
      { kind: 'snoozed', atMs: NINE + 2, dueAtMs: NINE, minutes: 10 },
      { kind: 'skipped', atMs: NINE + 3, dueAtMs: NINE, reason: 'in-a-call' },
      { kind: 'done', atMs: NINE + 4, dueAtMs: null, how: 'held', sessionId: session.id },
      { kind: 'credited', atMs: NINE + 5, fromMs: NINE, dueAtMs: null, by: 'away' },
      { kind: 'lapsed', atMs: NINE + 6, dueAtMs: NINE, why: 'hours-over' },
    ];
    breaks.save(
      { any: 'state' },
      [...events].reverse().map((event) => row(event)),
    );
    expect(breaks.events(NINE, NINE + 7)).toEqual(events);
    expect(breaks.events(NINE + 1, NINE + 3)).toEqual(events.slice(1, 3));
    expect(breaks.load()).toEqual({ any: 'state' });
  });

  test('a row that is written twice is there once, and a state takes the place of the one before', () => {
    const { breaks } = openStores();
    expect(breaks.load()).toBeNull();
    const twice = row({ kind: 'sat', atMs: NINE, fromMs: 1 });
    breaks.save({ n: 1 }, [twice]);
    breaks.save({ n: 2 }, [twice]);
    expect(breaks.events(0, NINE + 1)).toHaveLength(1);
    expect(breaks.load()).toEqual({ n: 2 });
  });

  test('a row that is refused leaves the state as it was', () => {
    const { breaks } = openStores();
    breaks.save({ n: 1 }, []);
    const bad = row({ kind: 'done', atMs: NINE, dueAtMs: null, how: 'counted', sessionId: uuidv7() });
    expect(() => breaks.save({ n: 2 }, [bad])).toThrow(/FOREIGN KEY/);
    expect(breaks.load()).toEqual({ n: 1 });
  });

  test('what was done is known from breaks and sessions, and a break before the camera counts once', () => {
    const { breaks, history } = openStores();
    const sessionAt = (
      startedAtMs: number,
      exercise: 'calf-raise-single' | 'wall-calf-stretch',
      source?: 'athlete',
    ) => {
      const session = aSession({ startedAtMs, ...(source && { source }) });
      history.startSession(session);
      for (const side of ['left', 'right'] as const) {
        history.startSet(aSet(session.id, { startedAtMs, exercise, side }));
      }
      return session.id;
    };
    sessionAt(NINE - 5000 * MINUTE, 'calf-raise-single');
    sessionAt(NINE - 90 * MINUTE, 'wall-calf-stretch', 'athlete');
    const inBreak = sessionAt(NINE - 60 * MINUTE, 'wall-calf-stretch');
    const doneAt = (atMs: number, sessionId: string | null): KeptEvent => ({
      kind: 'done',
      atMs,
      dueAtMs: null,
      how: 'counted',
      sessionId,
    });
    breaks.save({}, [
      row(doneAt(NINE - 4000 * MINUTE, null), 'hamstring-stretch'),
      row(doneAt(NINE - 58 * MINUTE, inBreak), 'wall-calf-stretch'),
      row(doneAt(NINE - 5 * MINUTE, null), 'wall-calf-stretch'),
    ]);
    const done = breaks
      .done(NINE - 2000 * MINUTE)
      .map(({ exercise, atMs, in: where }) => [exercise, (NINE - atMs) / MINUTE, where]);
    expect(done).toHaveLength(4);
    expect(done).toEqual(
      expect.arrayContaining([
        ['calf-raise-single', 5000, 'session'],
        ['hamstring-stretch', 4000, 'break'],
        ['wall-calf-stretch', 58, 'break'],
        ['wall-calf-stretch', 5, 'break'],
      ]),
    );
  });

  test('a session is counted when the camera saw a rep in it', () => {
    const { breaks, history } = openStores();
    const session = aSession();
    const set = aSet(session.id);
    history.startSession(session);
    history.startSet(set);
    expect(breaks.hasReps(session.id)).toBe(false);
    history.addRep(aRep(set.id, 1));
    expect(breaks.hasReps(session.id)).toBe(true);
  });

  test('no question reads a whole table', () => {
    const { db } = openStores();
    const plan = (sql: string): string =>
      db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map((step) => (step as { detail: string }).detail)
        .join('; ');
    expect(plan('SELECT * FROM break_events WHERE at_ms >= 1 AND at_ms < 2 ORDER BY at_ms, id')).toBe(
      'SEARCH break_events USING INDEX break_events_by_time (at_ms>? AND at_ms<?)',
    );
    expect(
      plan(
        "SELECT exercise, max(at_ms) FROM break_events WHERE kind = 'done' AND exercise IS NOT NULL GROUP BY exercise",
      ),
    ).toContain('USING COVERING INDEX break_events_done');
    expect(plan("SELECT 1 FROM break_events WHERE session_id = 'a'")).toContain('break_events_by_session');
  });
});
