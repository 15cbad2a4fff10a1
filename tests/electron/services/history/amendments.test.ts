import { uuidv7 } from 'uuidv7';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBreakStore } from '../../../../electron/services/breaks/breakStore.ts';
import { openDatabase } from '../../../../electron/services/history/database.ts';
import { createHistoryStore } from '../../../../electron/services/history/store.ts';
import { type Amendment, amendmentSchema, NOTE_LETTERS, RESTORABLE_MS } from '../../../../shared/history/amendments.ts';
import { countOf, isAmended, type SessionRecord, sessionRecordSchema } from '../../../../shared/history/records.ts';
import { aCheckIn, aRep, aSession, aSet, measuresOf } from '../../../support/records.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

const START_MS = 1_700_000_000_000;
const DAY_MS = 86_400_000;

/** A session of one left set of 16 reps, well taken. */
function written() {
  const { db } = openDatabase(tempFolder(), 'now');
  onTestFinished(() => {
    db.close();
  });
  const store = createHistoryStore(db);
  const session = aSession({ startedAtMs: START_MS });
  const set = aSet(session.id, { startedAtMs: START_MS + 1000, exercise: 'calf-raise-single', side: 'left' });
  store.startSession(session);
  store.startSet(set);
  const reps = Array.from({ length: 16 }, (_, i) => aRep(set.id, i + 1));
  for (const rep of reps) {
    store.addRep(rep);
    store.addRepMeasures(measuresOf(rep));
  }
  store.addCheckIn(aCheckIn(set.id));
  store.endSet({ id: set.id, endedAtMs: START_MS + 60_000, reason: 'finished' });
  store.endSession({ id: session.id, endedAtMs: START_MS + 70_000, reason: 'finished' });
  const read = (): SessionRecord => sessionRecordSchema.parse(store.session(session.id));
  return { db, store, session, set, reps, read };
}

type Said = Pick<Amendment, 'of' | 'field' | 'value' | 'targetId'>;

function amendment(said: Said, atMs = START_MS + DAY_MS): Amendment {
  return amendmentSchema.parse({ id: uuidv7(), atMs, ...said });
}

describe('what the person says otherwise', () => {
  test('of a side, a rep or with a note holds, is marked, and leaves what was recorded', () => {
    const { store, session, set, reps, read } = written();
    const [, second] = reps;
    store.amend(amendment({ of: 'set', field: 'side', targetId: set.id, value: 'right' }));
    store.amend(amendment({ of: 'rep', field: 'counts', targetId: second?.id ?? '', value: false }));
    store.amend(amendment({ of: 'set', field: 'note', targetId: set.id, value: '  The board slipped. ' }));
    store.amend(amendment({ of: 'session', field: 'note', targetId: session.id, value: 'Felt strong.' }));
    const [amended] = read().sets;
    expect(read().note).toBe('Felt strong.');
    expect(amended).toMatchObject({ side: 'right', recordedSide: 'left', note: 'The board slipped.' });
    expect(amended?.reps.map(({ counts }) => counts)).toEqual(reps.map((rep) => rep !== second));
    expect(amended?.reps).toHaveLength(16);
    expect(amended && [countOf(amended), isAmended(amended)]).toEqual([15, true]);
    expect(store.progress().sets).toMatchObject([{ side: 'right', fullReps: 15 }]);
  });

  test('is undone by saying what was before', () => {
    const { store, set, reps, read } = written();
    const before = read();
    const [first] = reps;
    store.amend(amendment({ of: 'set', field: 'side', targetId: set.id, value: 'both' }));
    store.amend(amendment({ of: 'rep', field: 'counts', targetId: first?.id ?? '', value: false }));
    store.amend(amendment({ of: 'set', field: 'note', targetId: set.id, value: 'x' }));
    store.amend(amendment({ of: 'rep', field: 'counts', targetId: first?.id ?? '', value: true }));
    store.amend(amendment({ of: 'set', field: 'side', targetId: set.id, value: 'left' }));
    store.amend(amendment({ of: 'set', field: 'note', targetId: set.id, value: '' }));
    expect(read()).toEqual(before);
  });

  test('holds as it was said last, whatever order it is heard in, and once', () => {
    const { db, store, set, read } = written();
    const row = db.prepare("INSERT INTO amendments VALUES (?, ?, 'set', ?, 'side', ?)");
    // From another machine, which has heard them the other way round; of one moment, the later id holds.
    row.run('01890000-0000-7000-8000-000000000009', START_MS + 500, set.id, '"both"');
    row.run('01890000-0000-7000-8000-000000000003', START_MS + 500, set.id, '"left"');
    row.run('01890000-0000-7000-8000-000000000001', START_MS + 400, set.id, '"right"');
    expect(read().sets[0]?.side).toBe('both');
    const said = amendment({ of: 'set', field: 'side', targetId: set.id, value: 'right' });
    store.amend(said);
    store.amend(amendment({ of: 'set', field: 'side', targetId: set.id, value: 'left' }));
    store.amend(said);
    expect(read().sets[0]?.side).toBe('left');
  });

  test('holds even when the clock was set back since what it replaces', () => {
    const { store, set, read } = written();
    const note = (value: string, atMs: number) =>
      store.amend(store.dated(amendment({ of: 'set', field: 'note', targetId: set.id, value }, atMs)));
    note('from the future', START_MS + 900 * DAY_MS);
    note('from now', START_MS + DAY_MS);
    expect(read().sets[0]?.note).toBe('from now');
  });

  test.each<[string, unknown]>([
    ['a field of another kind', { of: 'rep', field: 'deleted', value: true }],
    ['a value of another kind', { of: 'session', field: 'deleted', value: 'yes' }],
    ['a side that there is not', { of: 'set', field: 'side', value: 'top' }],
    ['a note too long', { of: 'set', field: 'note', value: 'x'.repeat(NOTE_LETTERS + 1) }],
  ])('%s is refused', (_, said) => {
    const whole = { id: uuidv7(), atMs: 1, targetId: uuidv7(), ...(said as object) };
    expect(amendmentSchema.safeParse(whole).success).toBe(false);
  });

  test('of something that is not there is refused', () => {
    const { store, session } = written();
    const said = amendment({ of: 'set', field: 'side', targetId: session.id, value: 'left' });
    expect(() => store.amend(said)).toThrow(expect.objectContaining({ code: 'bad-request' }));
  });
});

describe('a deleted session', () => {
  const deletes = (targetId: string, value: boolean, atMs = START_MS + DAY_MS): Amendment =>
    amendment({ of: 'session', field: 'deleted', targetId, value }, atMs);

  test('is out of the lists, the gates and what was done, and back when it is restored', () => {
    const { db, store, session, read } = written();
    const seen = () => [
      store.sessions(Number.MAX_SAFE_INTEGER, 5).length,
      store.progress().sets.length,
      createBreakStore(db).done(0).length,
      createBreakStore(db).done(START_MS + DAY_MS).length,
    ];
    const before = read();
    expect(seen()).toEqual([1, 1, 1, 1]);
    store.amend(deletes(session.id, true));
    expect(seen()).toEqual([0, 0, 0, 0]);
    expect(read()).toEqual({ ...before, deletedAtMs: START_MS + DAY_MS });
    store.amend(deletes(session.id, false, START_MS + 2 * DAY_MS));
    expect(seen()).toEqual([1, 1, 1, 1]);
    expect(read()).toEqual(before);
  });

  test('that was not over is not gone on with', () => {
    const { store } = written();
    const open = aSession({ startedAtMs: START_MS + 5 * DAY_MS });
    store.startSession(open);
    expect(store.unfinished()?.id).toBe(open.id);
    store.amend(deletes(open.id, true, START_MS + 6 * DAY_MS));
    expect(store.unfinished()).toBeNull();
  });

  test('is there for thirty days; then nothing of it is left but that it was deleted', () => {
    const { db, store, session, set, reps, read } = written();
    const kept = aSession({ startedAtMs: START_MS + 1 });
    store.startSession(kept);
    store.startSet(aSet(kept.id));
    store.addFeel({ id: uuidv7(), sessionId: session.id, atMs: START_MS, asked: 'after', feel: 'same' });
    store.addCorrection({ id: uuidv7(), setId: set.id, atMs: START_MS, change: 1 });
    store.amend(amendment({ of: 'set', field: 'note', targetId: set.id, value: 'private' }));
    store.amend(amendment({ of: 'rep', field: 'counts', targetId: reps[0]?.id ?? '', value: false }));
    store.amend(amendment({ of: 'session', field: 'note', targetId: session.id, value: 'private' }));
    const deletedMs = START_MS + 2 * DAY_MS;
    store.amend(deletes(session.id, true, deletedMs));
    const before = read();
    // Under a clock that is years ahead, while nobody has trained for so long.
    store.startSession(aSession({ startedAtMs: deletedMs + RESTORABLE_MS - 1 }));
    store.purge(deletedMs + 20 * RESTORABLE_MS);
    expect(read()).toEqual(before);
    store.startSession(aSession({ startedAtMs: deletedMs + 2 * RESTORABLE_MS }));
    store.purge(deletedMs + RESTORABLE_MS - 1);
    expect(read()).toEqual(before);
    store.purge(deletedMs + RESTORABLE_MS);
    const left = (table: string): unknown => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect(
      ['sets', 'reps', 'rep_measures', 'set_ends', 'session_ends', 'check_ins', 'feels', 'corrections'].map(left),
    ).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
    expect(db.prepare('SELECT field, value FROM amendments').all()).toEqual([{ field: 'deleted', value: 'true' }]);
    expect(read()).toMatchObject({ id: session.id, deletedAtMs: deletedMs, sets: [], note: '' });
    expect(store.session(kept.id)?.sets).toHaveLength(1);
    // A history that is merged in brings rows back, but not the session; the next purge removes them.
    store.startSet(set);
    expect(store.session(session.id)?.sets).toHaveLength(1);
    expect(store.sessions(Number.MAX_SAFE_INTEGER, 5).map(({ id }) => id)).not.toContain(session.id);
    store.purge(deletedMs + RESTORABLE_MS + DAY_MS);
    expect(left('sets')).toBe(1);
  });

  test('that was restored, or deleted again since, is not removed', () => {
    const { store, session, read } = written();
    store.amend(deletes(session.id, true));
    store.amend(deletes(session.id, false, START_MS + 2 * DAY_MS));
    store.startSession(aSession({ startedAtMs: START_MS + 400 * DAY_MS }));
    store.purge(START_MS + 400 * DAY_MS);
    expect(read().sets[0]?.reps).toHaveLength(16);
    store.amend(deletes(session.id, true, START_MS + 390 * DAY_MS));
    store.purge(START_MS + 400 * DAY_MS);
    expect(read().sets[0]?.reps).toHaveLength(16);
  });
});
