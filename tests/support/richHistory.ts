import type Database from 'better-sqlite3';
import { uuidv7 } from 'uuidv7';
import { createBreakStore } from '../../electron/services/breaks/breakStore.ts';
import { createHistoryStore } from '../../electron/services/history/store.ts';
import type { NewSession } from '../../shared/history/records.ts';
import { usualBlock } from '../../shared/session/sessionPlan.ts';
import { aCheckIn, aRep, aSession, aSet, measuresOf } from './records.ts';

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
  const done = { kind: 'done', atMs: at, dueAtMs: at - 5000, how: 'counted', sessionId: session.id } as const;
  createBreakStore(db).save({ any: 'state' }, [{ id: uuidv7(), event: done, exercise: 'calf-raise-double' }]);
}
