import { uuidv7 } from 'uuidv7';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../../electron/services/history/database.ts';
import { createHistoryStore, type HistoryStore } from '../../../../electron/services/history/store.ts';
import { countOf, type ImportedSession, sessionRecordSchema } from '../../../../shared/history/records.ts';
import { progressSchema } from '../../../../shared/progression/progress.ts';
import { type SessionPlan, usualBlock } from '../../../../shared/session/sessionPlan.ts';
import { aCheckIn, aRep, aSession, aSet, measuresOf } from '../../../support/records.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

function openStore(folder = tempFolder()) {
  const { db } = openDatabase(folder, 'now');
  onTestFinished(() => {
    db.close();
  });
  return { db, store: createHistoryStore(db) };
}

function addSet(store: HistoryStore, reps: number, startedAtMs = 1_700_000_000_000) {
  const session = aSession({ startedAtMs });
  const set = aSet(session.id);
  store.startSession(session);
  store.startSet(set);
  for (let n = 1; n <= reps; n++) {
    const rep = aRep(set.id, n);
    store.addRep(rep);
    store.addRepMeasures(measuresOf(rep, { faults: n === 2 ? ['lowered-too-fast'] : [] }));
  }
  return { session, set };
}

function aRepOf(n: number): ImportedSession['sets'][number]['reps'][number] {
  const { setId: _, ...rep } = aRep(uuidv7(), n);
  const { repId: __, ...measures } = measuresOf({ ...rep, setId: '' });
  return { ...rep, measures };
}

function anImport() {
  const end = { endedAtMs: 1_700_000_020_000, reason: 'finished' as const };
  const started = aSession();
  const attempt = { id: uuidv7(), atMs: 1_700_000_009_000, topMs: 9000, reason: 'too-shallow' as const, heldMs: null };
  const reps = [aRepOf(1), aRepOf(2)];
  const set: ImportedSession['sets'][number] = { ...aSet(started.id), end, reps, attempts: [attempt] };
  const session: ImportedSession = { ...started, source: 'imported', end, sets: [set] };
  return { session, set, reps };
}

describe('the history', () => {
  test('gives back what was written', () => {
    const { store } = openStore();
    const { session, set } = addSet(store, 3);
    store.addAttempt({
      id: uuidv7(),
      setId: set.id,
      atMs: 1_700_000_009_000,
      topMs: 9000,
      reason: 'too-shallow',
      heldMs: null,
    });
    store.endSet({ id: set.id, endedAtMs: 1_700_000_020_000, reason: 'finished' });
    store.endSession({ id: session.id, endedAtMs: 1_700_000_021_000, reason: 'finished' });
    const [read] = store.sessions(Number.MAX_SAFE_INTEGER, 10);
    expect(sessionRecordSchema.parse(read)).toEqual(read);
    expect(read).toMatchObject({ id: session.id, end: { reason: 'finished' } });
    expect(read?.sets[0]?.reps.map((rep) => rep.measures?.faults)).toEqual([[], ['lowered-too-fast'], []]);
    expect(read?.sets[0]?.attempts).toMatchObject([{ reason: 'too-shallow', heldMs: null, topMs: 9000 }]);
  });

  test('writing a record twice is the same as once', () => {
    const { store } = openStore();
    const session = aSession();
    const set = aSet(session.id);
    const rep = aRep(set.id, 1);
    for (let i = 0; i < 2; i++) {
      store.startSession(session);
      store.startSet(set);
      store.addRep(rep);
      store.addRepMeasures(measuresOf(rep));
      store.endSet({ id: set.id, endedAtMs: 1_700_000_020_000 + i, reason: i === 0 ? 'finished' : 'stopped' });
    }
    const [read] = store.sessions(Number.MAX_SAFE_INTEGER, 10);
    expect(read?.sets[0]?.reps).toHaveLength(1);
    expect(read?.sets[0]?.end).toEqual({ endedAtMs: 1_700_000_020_000, reason: 'finished' });
  });

  test('a rep without its set is refused', () => {
    const { store } = openStore();
    expect(() => store.addRep(aRep(uuidv7(), 1))).toThrow(/FOREIGN KEY/);
  });

  test('corrections add up beside the reps, which stay', () => {
    const { store } = openStore();
    const { set } = addSet(store, 5);
    for (const change of [-1, -1, 1] as const) {
      store.addCorrection({ id: uuidv7(), setId: set.id, atMs: 1_700_000_030_000, change });
    }
    const [read] = store.sessions(Number.MAX_SAFE_INTEGER, 10);
    const written = read?.sets[0];
    expect(written?.reps).toHaveLength(5);
    expect(written && countOf(written)).toBe(4);
  });

  test('sessions come newest first, a page at a time', () => {
    const { store } = openStore();
    for (let i = 1; i <= 5; i++) addSet(store, 1, 1000 * i);
    const first = store.sessions(Number.MAX_SAFE_INTEGER, 2).map((s) => s.startedAtMs);
    const second = store.sessions(4000, 2).map((s) => s.startedAtMs);
    expect([first, second]).toEqual([
      [5000, 4000],
      [3000, 2000],
    ]);
  });

  test('an unfinished session is found until it is ended', () => {
    const { store } = openStore();
    expect(store.unfinished()).toBeNull();
    const { session } = addSet(store, 2);
    expect(store.unfinished()).toMatchObject({ id: session.id, end: null });
    store.endSession({ id: session.id, endedAtMs: 1_700_000_040_000, reason: 'closed-later' });
    expect(store.unfinished()).toBeNull();
  });

  test('hops, bridges and a closer look have their measures', () => {
    const { store } = openStore();
    const session = aSession();
    const set = aSet(session.id);
    const rep = aRep(set.id, 1);
    const measures = measuresOf(rep, {
      ...{ takeoffMs: 100, landMs: 450, contactMs: 180, direction: 'forward', peakHipDeg: 171 },
      ...{ swayRatio: 0.02, kneeBendDeg: 8 },
    });
    store.startSession(session);
    store.startSet(set);
    store.addRep(rep);
    store.addRepMeasures(measures);
    const { repId: _, ...kept } = measures;
    expect(store.sessions(Number.MAX_SAFE_INTEGER, 1)[0]?.sets[0]?.reps[0]?.measures).toEqual(kept);
  });

  test('a session from a video is there wholly or not at all, and once', () => {
    const { store } = openStore();
    const { session, set, reps } = anImport();
    expect(() =>
      store.addImported({ ...session, sets: [{ ...set, reps: [...reps, { ...aRepOf(2), n: 1 }] }] }),
    ).toThrow(/UNIQUE/);
    expect(store.sessions(Number.MAX_SAFE_INTEGER, 5)).toEqual([]);
    for (let i = 0; i < 2; i++) store.addImported(session);
    const [read, ...others] = store.sessions(Number.MAX_SAFE_INTEGER, 5);
    expect(others).toEqual([]);
    // A rep's own top is only the first estimate; its measures have the exact one.
    const asRead = reps.map(({ topMs: _, ...rep }) => ({ ...rep, counts: true }));
    expect(read).toEqual({
      ...session,
      ...{ note: '', deletedAtMs: null, plan: null, feels: [] },
      sets: [{ ...set, reps: asRead, recordedSide: set.side, note: '', corrected: 0, checkIn: null }],
    });
    expect(store.unfinished()).toBeNull();
  });

  test('the plan, the check-in and the feel that came last are the ones that count', () => {
    const { store } = openStore();
    const { session, set } = addSet(store, 3);
    for (const reps of [12, 15]) {
      const plan: SessionPlan = {
        kind: 'free',
        blocks: [{ ...usualBlock('calf-raise-double', 'main'), target: { reps } }],
      };
      store.addPlan({ id: uuidv7(), sessionId: session.id, atMs: 1_700_000_000_000 + reps, startAt: 0, plan });
      store.addCheckIn(aCheckIn(set.id, { atMs: 1_700_000_030_000 + reps, pain: reps - 12 }));
    }
    const feel = {
      id: uuidv7(),
      sessionId: session.id,
      atMs: 1_700_000_090_000,
      asked: 'after',
      feel: 'better',
    } as const;
    store.addFeel(feel);
    const [read] = store.sessions(Number.MAX_SAFE_INTEGER, 10);
    expect(sessionRecordSchema.parse(read)).toEqual(read);
    expect(read?.plan?.plan.blocks[0]?.target).toEqual({ reps: 15 });
    expect(read?.sets[0]?.checkIn).toMatchObject({ cramp: false, fatigue: 'some', pain: 3 });
    expect(read?.feels).toEqual([{ id: feel.id, atMs: feel.atMs, asked: 'after', feel: 'better' }]);
  });

  test('progress: full reps as the person left them, lowers within the count, nothing of the athlete', () => {
    const { store } = openStore();
    const session = aSession();
    const set = aSet(session.id, { exercise: 'calf-raise-eccentric', side: 'left' });
    store.startSession(session);
    store.startSet(set);
    const lowersMs = [3999, 4000, 5000, 6500, 6501];
    lowersMs.forEach((ms, i) => {
      const rep = aRep(set.id, i + 1);
      store.addRep(rep);
      const lowerStartMs = rep.topMs + 500;
      store.addRepMeasures(
        measuresOf(rep, { lowerStartMs, endMs: lowerStartMs + ms, faults: i === 0 ? ['shallow'] : [] }),
      );
    });
    // Its measures were never taken: the camera counted it, so it counts.
    store.addRep(aRep(set.id, 6));
    store.addCorrection({ id: uuidv7(), setId: set.id, atMs: 1_700_000_030_000, change: -1 });
    store.addCheckIn(aCheckIn(set.id, { cramp: true }));
    store.endSet({ id: set.id, endedAtMs: 1_700_000_040_000, reason: 'stopped' });
    const played = aSession({ source: 'athlete' });
    store.startSession(played);
    const playedSet = aSet(played.id);
    store.startSet(playedSet);
    for (const { id } of [session, played]) {
      store.addFeel({ id: uuidv7(), sessionId: id, atMs: 7, asked: 'next-day', feel: 'same' });
    }
    store.addOverride({ id: uuidv7(), atMs: 5, exercise: 'pogo-double', reason: 'My physio cleared me.' });
    const check = { kind: 'knee-to-wall', side: 'left', value: 9.5, passed: true } as const;
    for (const setId of [null, set.id]) store.addCheckResult({ id: uuidv7(), atMs: 6, ...check, setId });
    store.addCheckResult({ id: uuidv7(), atMs: 6, ...check, passed: false, setId: playedSet.id });
    const progress = store.progress();
    expect(progressSchema.parse(progress)).toEqual(progress);
    expect(progress.sets).toEqual([
      {
        ...{ sessionId: session.id, setId: set.id, startedAtMs: set.startedAtMs, endReason: 'stopped' },
        ...{ exercise: 'calf-raise-eccentric', side: 'left', fullReps: 4, timedLowers: 5, lowersInCount: 3 },
        checkIn: { cramp: true, fatigue: 'some', pain: 0 },
      },
    ]);
    expect(progress.overrides).toMatchObject([{ exercise: 'pogo-double' }]);
    expect(progress.checks).toEqual([1, 2].map(() => ({ ...check, atMs: 6, heightCm: null })));
    expect(progress.feels.map(({ sessionId }) => sessionId)).toEqual([session.id]);
  });

  test('progress: desk breaks neither train nor tire', () => {
    const { store } = openStore();
    const blocks = [usualBlock('calf-raise-double', 'main')];
    const sessions = (['break', 'own'] as const).map((kind) => {
      const session = aSession();
      store.startSession(session);
      store.addPlan({ id: uuidv7(), sessionId: session.id, atMs: 10, startAt: 0, plan: { kind, blocks } });
      store.startSet(aSet(session.id));
      return session.id;
    });
    expect(store.progress().sets.map(({ sessionId }) => sessionId)).toEqual(sessions.slice(1));
  });

  test('checks that the camera sees follow from their sets', () => {
    const { store } = openStore();
    const session = aSession();
    const rises = aSet(session.id, { exercise: 'heel-rise-endurance', side: 'right', startedAtMs: 10 });
    const balance = aSet(session.id, { exercise: 'single-leg-balance', side: 'left', startedAtMs: 20 });
    store.startSession(session);
    for (const set of [rises, balance]) store.startSet(set);
    for (const n of [1, 2, 3]) {
      const rep = aRep(rises.id, n);
      store.addRep(rep);
      store.addRepMeasures(measuresOf(rep, { heightCm: 5 + n }));
    }
    store.addCorrection({ id: uuidv7(), setId: rises.id, atMs: 40, change: 1 });
    const attempt = { id: uuidv7(), setId: balance.id, atMs: 30, topMs: 3, reason: 'let-go', heldMs: 17_500 } as const;
    store.addAttempt(attempt);
    const longer = aSet(session.id, { exercise: 'single-leg-balance', side: 'right', startedAtMs: 30 });
    store.startSet(longer);
    store.addAttempt({ ...attempt, id: uuidv7(), setId: longer.id, heldMs: 42_000 });
    expect(store.progress().checks).toEqual([]);
    for (const set of [rises, balance, longer]) store.endSet({ id: set.id, endedAtMs: 90, reason: 'stopped' });
    expect(store.progress().checks).toEqual([
      { kind: 'heel-rise', side: 'right', atMs: 10, value: 4, passed: null, heightCm: 7 },
      { kind: 'balance', side: 'left', atMs: 20, value: 17.5, passed: null, heightCm: null },
      { kind: 'balance', side: 'right', atMs: 30, value: 30, passed: null, heightCm: null },
    ]);
  });
});
