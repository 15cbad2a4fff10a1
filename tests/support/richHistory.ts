import type Database from 'better-sqlite3';
import { uuidv7 } from 'uuidv7';
import { createBreakStore } from '../../electron/services/breaks/breakStore.ts';
import { createHistoryStore, type HistoryStore } from '../../electron/services/history/store.ts';
import type { KeptEvent } from '../../shared/breaks/statistics.ts';
import { type Amendment, amendmentSchema } from '../../shared/history/amendments.ts';
import type { NewSession } from '../../shared/history/records.ts';
import { usualBlock } from '../../shared/session/sessionPlan.ts';
import { aCheckIn, aRep, aSession, aSet, measuresOf } from './records.ts';

type Said = Pick<Amendment, 'of' | 'field' | 'value' | 'targetId'>;

const DAY_MS = 86_400_000;
const FIRST_MS = 1_700_000_000_000;

/** Writes so many sessions with something in every table, and plans so long that they take pages of their own. */
export function writeRichHistory(db: Database.Database, sessions: number): void {
  for (let day = 0; day < sessions; day++) {
    writeSession(db, aSession({ startedAtMs: FIRST_MS + day * DAY_MS }), day);
  }
}

function writeSession(db: Database.Database, session: NewSession, day: number): void {
  const store = createHistoryStore(db);
  const at = session.startedAtMs;
  db.transaction(() => {
    store.startSession(session);
    const blocks = Array.from({ length: 30 + (day % 40) }, () => usualBlock('calf-raise-eccentric', 'main'));
    store.addPlan({ id: uuidv7(), sessionId: session.id, atMs: at, startAt: 0, plan: { kind: 'own', blocks } });
    for (let i = 0; i < 3; i++) {
      const set = aSet(session.id, { startedAtMs: at + i * 60_000, side: i === 0 ? 'both' : 'left' });
      store.startSet(set);
      for (let n = 1; n <= 12; n++) {
        const rep = aRep(set.id, n, { atMs: at + i * 60_000 + n * 3000 });
        store.addRep(rep);
        store.addRepMeasures(measuresOf(rep, { heightCm: 6 + (n % 5) / 10, faults: n === 12 ? ['shallow'] : [] }));
      }
      store.addAttempt({ id: uuidv7(), setId: set.id, atMs: at, topMs: 41_000, reason: 'too-shallow', heldMs: null });
      store.addCorrection({ id: uuidv7(), setId: set.id, atMs: at, change: i === 0 ? -1 : 1 });
      store.addCheckIn(aCheckIn(set.id, { atMs: at + i * 60_000 + 50_000 }));
      store.endSet({ id: set.id, endedAtMs: at + i * 60_000 + 45_000, reason: 'finished' });
    }
    store.addFeel({ id: uuidv7(), sessionId: session.id, atMs: at + DAY_MS, asked: 'next-day', feel: 'better' });
    store.addOverride({ id: uuidv7(), atMs: at, exercise: 'pogo-double', reason: 'I have hopped for years.' });
    const check = { kind: 'knee-to-wall', side: 'left', value: 9.5, passed: null, setId: null } as const;
    store.addCheckResult({ ...check, id: uuidv7(), atMs: at });
    store.endSession({ id: session.id, endedAtMs: at + 600_000, reason: 'finished' });
  })();
  writeAmendments(store, session, day);
  const events: KeptEvent[] = [
    { kind: 'sat', atMs: at - 6000, fromMs: at - 3_600_000 },
    { kind: 'offered', atMs: at - 5000, dueAtMs: at - 5000, n: 1 },
    { kind: 'done', atMs: at, dueAtMs: at - 5000, how: 'counted', sessionId: session.id },
    { kind: 'offered', atMs: at + 3_600_000, dueAtMs: at + 3_600_000, n: 1 },
    { kind: 'snoozed', atMs: at + 3_601_000, dueAtMs: at + 3_600_000, minutes: 10 },
    { kind: 'skipped', atMs: at + 4_200_000, dueAtMs: at + 3_600_000, reason: 'in-a-call' },
    { kind: 'lapsed', atMs: at + 7_200_000, dueAtMs: at + 7_000_000, why: 'unanswered' },
    { kind: 'credited', atMs: at + 9_000_000, dueAtMs: at + 9_000_000, fromMs: at + 8_000_000, by: 'away' },
  ];
  createBreakStore(db).save(
    { any: 'state' },
    events.map((event) => ({ id: uuidv7(), event, exercise: event.kind === 'sat' ? null : 'calf-raise-double' })),
  );
}

/** A word otherwise on each field; every fifth session was deleted, and had back. */
function writeAmendments(store: HistoryStore, session: NewSession, day: number): void {
  const [set] = store.session(session.id)?.sets ?? [];
  const [rep] = set?.reps ?? [];
  if (!set || !rep) return;
  const said: Said[] = [
    { of: 'session', targetId: session.id, field: 'note', value: `Day ${day} was a good one.` },
    { of: 'set', targetId: set.id, field: 'note', value: 'The board slipped, and I began anew. '.repeat(20) },
    { of: 'set', targetId: set.id, field: 'side', value: 'left' },
    { of: 'rep', targetId: rep.id, field: 'counts', value: false },
  ];
  const isBack: Said[] = [true, false].map((value) => ({
    ...{ of: 'session', targetId: session.id, field: 'deleted', value },
  }));
  for (const [i, one] of [...said, ...(day % 5 === 0 ? isBack : [])].entries()) {
    store.amend(amendmentSchema.parse({ id: uuidv7(), atMs: session.startedAtMs + 700_000 + i, ...one }));
  }
}
