import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type BreakService, createBreakService } from '../../../../electron/services/breaks/breakService.ts';
import { type BreakStore, createBreakStore } from '../../../../electron/services/breaks/breakStore.ts';
import { openDatabase } from '../../../../electron/services/history/database.ts';
import { createHistoryStore } from '../../../../electron/services/history/store.ts';
import type { BreakEvent, Sense } from '../../../../shared/breaks/breakState.ts';
import { breaksViewSchema } from '../../../../shared/breaks/breaksView.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../shared/settings/settings.ts';
import { MINUTE, NINE, senseOf, UTC } from '../../../support/breaks.ts';
import { aRep, aSession, aSet } from '../../../support/records.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

/** The service with a real database, and a clock and a system that the test moves. */
function startService(changes: Partial<Settings['breaks']> = {}) {
  const { db } = openDatabase(tempFolder(), 'now');
  onTestFinished(() => {
    db.close();
  });
  const store = createBreakStore(db);
  let nowMs = NINE;
  let timer: { readonly dueMs: number; readonly run: () => void } | null = null;
  const timers: number[] = [];
  const world = {
    sense: (): Sense | Promise<Sense> => senseOf(),
    store: (): BreakStore => store,
  };
  const create = (): BreakService =>
    createBreakService({
      clock: {
        now: () => nowMs,
        setTimer: (ms, run) => {
          timers.push(ms);
          timer = { dueMs: nowMs + ms, run };
          return timer;
        },
        clearTimer: (given) => {
          if (given === timer) timer = null;
        },
      },
      local: UTC,
      presence: { read: () => world.sense() },
      settings: () => ({ ...DEFAULT_SETTINGS, breaks: { ...DEFAULT_SETTINGS.breaks, ...changes } }),
      store: () => world.store(),
      newId: uuidv7,
    });
  const service = create();
  const events: BreakEvent[] = [];
  service.subscribe((more) => events.push(...more));
  service.start();
  return {
    ...{ service, store, history: createHistoryStore(db), events, timers, world, create },
    kinds: () => events.map(({ kind }) => kind).filter((kind) => kind !== 'sat'),
    /** Minutes pass in which nothing runs. */
    sleep: (minutes: number) => {
      nowMs += minutes * MINUTE;
    },
    /** Minutes pass, and timers run when they are due. */
    pass: (minutes: number) => {
      const untilMs = nowMs + minutes * MINUTE;
      while (timer && timer.dueMs <= untilMs) {
        const { dueMs, run } = timer;
        timer = null;
        nowMs = dueMs;
        run();
      }
      nowMs = untilMs;
    },
  };
}

describe('the breaks as they run', () => {
  test('are offered on the minute, with something to do and a reason, and done', () => {
    const { service, pass, kinds, store } = startService();
    pass(44);
    expect(service.view()).toMatchObject({ stage: 'sitting', why: 'interval', nextAtMs: NINE + 45 * MINUTE });
    pass(1);
    const view = breaksViewSchema.parse(service.view());
    expect(view).toMatchObject({ stage: 'offered', snoozesLeft: 2, canSkip: true, holds: [] });
    expect(view.dose).toMatchObject({ exercise: 'wall-calf-stretch', reasons: ['daily-target'], isSilent: false });
    expect(service.act({ action: 'start-now' }).stage).toBe('taking');
    pass(2);
    expect(service.act({ action: 'done', how: 'reported' })).toMatchObject({
      stage: 'sitting',
      nextAtMs: NINE + 92 * MINUTE,
    });
    expect(kinds()).toEqual(['warned', 'offered', 'started', 'done']);
    expect(store.events(NINE, NINE + 60 * MINUTE).map(({ kind }) => kind)).toEqual(['offered', 'sat', 'done']);
    expect(store.done(NINE)).toMatchObject([{ exercise: 'wall-calf-stretch', in: 'break' }]);
    expect(service.view().dose.exercise).not.toBe('wall-calf-stretch');
  });

  test('counts only what the camera saw', () => {
    const { service, history, kinds } = startService();
    const session = aSession();
    const set = aSet(session.id);
    history.startSession(session);
    history.startSet(set);
    const done = { action: 'done', how: 'counted', sessionId: session.id } as const;
    expect(() => service.act(done)).toThrow('Nothing was counted');
    expect(() => service.act({ action: 'done', how: 'held' })).toThrow('Nothing was counted');
    history.addRep(aRep(set.id, 1));
    service.act(done);
    expect(kinds()).toEqual(['done']);
  });

  test('gives a smaller dose of the same, and a silent one in a call', () => {
    const { service, pass, world } = startService();
    pass(45);
    const usual = service.view().dose;
    expect(service.act({ action: 'smaller-dose' }).dose).toMatchObject({ exercise: usual.exercise, size: 'small' });
    service.act({ action: 'skip', reason: 'other' });
    world.sense = () => senseOf({ call: 'yes' });
    pass(2);
    expect(service.act({ action: 'start-now' }).dose).toMatchObject({
      isSilent: true,
      reasons: ['in-a-call', 'neglected'],
    });
  });

  test('sets no timer longer than a minute', () => {
    const { timers, pass } = startService();
    pass(120);
    expect(Math.max(...timers)).toBe(MINUTE);
  });

  test.each([
    ['every second while a page shows it', true, 60],
    ['every five seconds while none does', false, 12],
  ])('looks %s, however often it is asked to', (_, isVisible, most) => {
    const { pass, service, world } = startService();
    service.setVisible(isVisible);
    pass(1);
    let looks = 0;
    world.sense = () => {
      looks++;
      return senseOf();
    };
    for (let i = 0; i < 300; i++) {
      service.look();
      pass(1 / 300);
    }
    expect(looks).toBeGreaterThanOrEqual(most - 1);
    expect(looks).toBeLessThanOrEqual(most);
  });

  test('a source that takes its time is waited for, and one that fails tells nothing', async () => {
    const { pass, world, service, kinds } = startService({ whenUnknown: 'wait' });
    pass(44);
    let answer: (sense: Sense) => void = () => undefined;
    world.sense = () => new Promise((resolve) => (answer = resolve));
    pass(1);
    expect(service.view().stage).toBe('sitting');
    answer(senseOf());
    await Promise.resolve();
    await Promise.resolve();
    expect(service.view().stage).not.toBe('sitting');
    world.sense = () => {
      throw new Error('The helper is gone.');
    };
    pass(5);
    expect(service.view()).toMatchObject({ isPresenceKnown: false, holds: ['presence-unknown'] });
    expect(kinds()).toContain('warned');
  });

  test('what cannot be saved is saved later, but for what the person does: that is refused', () => {
    const { service, pass, world, store, kinds } = startService();
    const full: BreakStore = {
      ...store,
      save: () => {
        throw new Error('The disk is full.');
      },
    };
    pass(30);
    world.store = () => full;
    pass(16);
    expect(kinds()).toEqual(['warned', 'offered']);
    expect(() => service.act({ action: 'snooze', minutes: 5 })).toThrow('The disk is full.');
    expect(service.view().stage).toBe('offered');
    expect(store.events(NINE, NINE + 99 * MINUTE)).toEqual([]);
    world.store = () => store;
    pass(1);
    expect(store.events(NINE, NINE + 99 * MINUTE).map(({ kind }) => kind)).toEqual(['offered']);
  });

  test('what time did is told, also where what the person does is refused', () => {
    const { service, pass, world, store, kinds, sleep } = startService();
    pass(45);
    sleep(10);
    world.store = () => ({
      ...store,
      save: () => {
        throw new Error('The disk is full.');
      },
    });
    expect(() => service.act({ action: 'snooze', minutes: 5 })).toThrow('The disk is full.');
    expect(kinds()).toEqual(['warned', 'offered', 'credited']);
  });

  test('a history that cannot be opened is asked for again', () => {
    const { pass, world, create, store } = startService();
    world.store = () => {
      throw new Error('Another program has it.');
    };
    const second = create();
    second.start();
    pass(5);
    expect(() => second.view()).toThrow('Another program has it.');
    world.store = () => store;
    pass(2);
    expect(second.view().stage).toBe('sitting');
  });

  test('a state that an older or newer app wrote is not guessed at', () => {
    const { create, store } = startService();
    store.save({ state: { stage: { name: 'dancing' } } }, []);
    expect(create().view().stage).toBe('off');
  });

  test('statistics count days from four to four', () => {
    const { service, pass } = startService();
    pass(45);
    service.act({ action: 'skip', reason: 'not-well' });
    expect(service.statistics(1).days).toMatchObject([{ date: '2026-11-18', offered: 1, skipped: 1 }]);
  });
});

test('after SIGKILL it goes on as if nothing had been', async () => {
  const folder = tempFolder();
  const script = join(import.meta.dirname, '../../../support/breaksProcess.ts');
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed] = (await once(child.stdout, 'data')) as [Buffer];
  child.kill('SIGKILL');
  await once(child, 'exit');
  const { db } = openDatabase(folder, 'now');
  const store = createBreakStore(db);
  const restored = createBreakService({
    clock: { now: () => NINE + 120 * MINUTE, setTimer: () => null, clearTimer: () => undefined },
    local: UTC,
    presence: { read: () => senseOf() },
    settings: () => DEFAULT_SETTINGS,
    store: () => store,
    newId: uuidv7,
  });
  expect(restored.snapshot()).toEqual(JSON.parse(printed.toString()));
  expect(restored.view()).toMatchObject({ isPaused: true, why: 'paused' });
  expect(store.events(NINE, NINE + 120 * MINUTE).map(({ kind }) => kind)).toContain('snoozed');
  db.close();
});
