import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import type { HistoryStore } from '../../electron/services/history/store.ts';
import { SIDES } from '../../shared/exercises/exerciseIds.ts';
import type { Amendment } from '../../shared/history/amendments.ts';
import { END_REASONS, FATIGUE, FEELS, FRAME_SOURCES } from '../../shared/history/records.ts';
import { SESSION_KINDS, usualBlock } from '../../shared/session/sessionPlan.ts';
import { aCheckIn, aRep, aSession, aSet, measuresOf } from './records.ts';

/** Something that is written into a history. */
export type Write = (store: HistoryStore) => void;

/** What somebody trained over some 14 months, as writes in an order in which they may come; half of them of late days. */
const DAY_MS = 86_400_000;
export const LAST_DAY = 20_000;
const EXERCISES = [
  ...(['calf-raise-single', 'calf-raise-eccentric', 'pogo-single', 'single-leg-balance'] as const),
  ...(['heel-rise-endurance', 'hamstring-stretch'] as const),
];
const NOTES = ['', 'Stiff this morning', 'Müde Beine', 'New shoes', 'stiff'] as const;

/** Few different values, so that there are ties. */
const range = fc.integer({ min: 20, max: 90 }).map((n) => n / 1000);
const known = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 6 });

const rep = fc.record({
  isMeasured: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  range,
  lowerMs: known(fc.integer({ min: 200, max: 12_000 })),
  heightCm: known(fc.integer({ min: 3, max: 12 })),
  flightMs: known(fc.integer({ min: 150, max: 400 })),
  gapMs: fc.constantFrom(300, 450, 600, 2500),
  isShallow: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  counts: fc.constantFrom(null, null, null, null, false, true),
});

const set = fc.record({
  exercise: fc.constantFrom(...EXERCISES),
  side: fc.constantFrom(...SIDES),
  reps: fc.array(rep, { maxLength: 14 }),
  heldMs: fc.array(fc.integer({ min: 1000, max: 31_000 }), { maxLength: 1 }),
  corrections: fc.array(fc.constantFrom(1 as const, -1 as const), { maxLength: 2 }),
  pains: fc.array(known(fc.integer({ min: 0, max: 10 })), { maxLength: 2 }),
  end: fc.option(fc.constantFrom(...END_REASONS)),
  sides: fc.array(fc.constantFrom(...SIDES), { maxLength: 2 }),
  note: fc.constantFrom(...NOTES),
});

const session = fc.record({
  day: fc.oneof(fc.integer({ min: LAST_DAY - 25, max: LAST_DAY }), fc.integer({ min: LAST_DAY - 420, max: LAST_DAY })),
  minute: fc.integer({ min: 0, max: 1439 }),
  source: fc.constantFrom('camera' as const, 'camera' as const, 'camera' as const, ...FRAME_SOURCES),
  kind: fc.option(fc.constantFrom(...SESSION_KINDS)),
  sets: fc.array(set, { maxLength: 4 }),
  restMs: fc.constantFrom(30_000, 90_000, 900_000),
  end: fc.option(fc.constantFrom(...END_REASONS), { freq: 8 }),
  notes: fc.array(fc.constantFrom(...NOTES), { maxLength: 2 }),
  deletions: fc.constantFrom<boolean[]>([], [], [], [], [true], [true, false], [true, false, true]),
  nextDay: fc.array(fc.constantFrom(...FEELS), { maxLength: 2 }),
});
type SessionMade = typeof session extends fc.Arbitrary<infer Made> ? Made : never;

/** Writes, and with how much chance to change their order: what comes later in a session may come in any order. */
export const randomTraining: fc.Arbitrary<Write[]> = fc
  .array(session, { minLength: 1, maxLength: 10 })
  .chain((made) => {
    const written = made.map(writesOf);
    const later = written.flatMap(({ later }) => later);
    return fc
      .shuffledSubarray(later, { minLength: later.length })
      .map((shuffled) => [...written.flatMap(({ first }) => first), ...shuffled]);
  });

/** `first`: what others refer to, in order. */
function writesOf(made: SessionMade): { readonly first: Write[]; readonly later: Write[] } {
  const startedAtMs = made.day * DAY_MS + made.minute * 60_000;
  const own = aSession({ startedAtMs, source: made.source });
  const first: Write[] = [(store) => store.startSession(own)];
  const later: Write[] = [];
  const { kind, end } = made;
  if (kind) {
    const plan = { kind, blocks: [usualBlock('calf-raise-single', 'main')] };
    later.push((store) => store.addPlan({ id: uuidv7(), sessionId: own.id, atMs: startedAtMs + 1, startAt: 0, plan }));
  }
  let atMs = startedAtMs + 1000;
  for (const one of made.sets) {
    const { writes, endMs } = setWrites(one, own.id, atMs);
    first.push(...writes.first);
    later.push(...writes.later);
    atMs = endMs + made.restMs;
  }
  if (end) later.push((store) => store.endSession({ id: own.id, endedAtMs: atMs, reason: end }));
  made.nextDay.forEach((feel, i) => {
    const told = { id: uuidv7(), sessionId: own.id, atMs: startedAtMs + DAY_MS + i, asked: 'next-day' as const, feel };
    later.push((store) => store.addFeel(told));
  });
  made.notes.forEach((value, i) => {
    later.push(amends({ ...amendment(own.id, atMs + i), of: 'session', field: 'note', value }));
  });
  made.deletions.forEach((value, i) => {
    later.push(amends({ ...amendment(own.id, atMs + 10 + i), of: 'session', field: 'deleted', value }));
  });
  return { first, later };
}

type SetMade = typeof set extends fc.Arbitrary<infer Made> ? Made : never;

function setWrites(made: SetMade, sessionId: string, startedAtMs: number) {
  const own = aSet(sessionId, { startedAtMs, exercise: made.exercise, side: made.side });
  const first: Write[] = [(store) => store.startSet(own)];
  const later: Write[] = [];
  let frameMs = 1000;
  made.reps.forEach(({ isMeasured, range, lowerMs, heightCm, flightMs, gapMs, isShallow, counts }, i) => {
    frameMs += gapMs;
    const topMs = frameMs;
    const done = aRep(own.id, i + 1, { atMs: startedAtMs + topMs, topMs, side: made.side });
    first.push((store) => store.addRep(done));
    const measures = measuresOf(done, {
      ...{ startMs: topMs - 250, lowerStartMs: topMs + 10, endMs: lowerMs === null ? null : topMs + 10 + lowerMs },
      ...{ riseRatio: range, heightCm, faults: isShallow ? ['shallow'] : [] },
      ...(made.exercise === 'pogo-single' && flightMs !== null ? { takeoffMs: topMs, landMs: topMs + flightMs } : {}),
    });
    if (isMeasured) later.push((store) => store.addRepMeasures(measures));
    if (counts !== null)
      later.push(amends({ ...amendment(done.id, startedAtMs + i + 1), of: 'rep', field: 'counts', value: counts }));
  });
  const endMs = startedAtMs + frameMs + 2000;
  const { end } = made;
  if (end) later.push((store) => store.endSet({ id: own.id, endedAtMs: endMs, reason: end }));
  for (const heldMs of made.heldMs) {
    const tried = { id: uuidv7(), setId: own.id, atMs: endMs - 1, topMs: frameMs, reason: 'let-go' as const, heldMs };
    later.push((store) => store.addAttempt(tried));
  }
  for (const change of made.corrections) {
    const corrected = { id: uuidv7(), setId: own.id, atMs: endMs, change };
    later.push((store) => store.addCorrection(corrected));
  }
  made.pains.forEach((pain, i) => {
    const said = aCheckIn(own.id, { atMs: endMs + i, pain, fatigue: FATIGUE[i % FATIGUE.length] ?? null });
    later.push((store) => store.addCheckIn(said));
  });
  made.sides.forEach((value, i) => {
    later.push(amends({ ...amendment(own.id, endMs + i), of: 'set', field: 'side', value }));
  });
  if (made.note) later.push(amends({ ...amendment(own.id, endMs), of: 'set', field: 'note', value: made.note }));
  return { writes: { first, later }, endMs };
}

function amendment(targetId: string, atMs: number): Pick<Amendment, 'id' | 'targetId' | 'atMs'> {
  return { id: uuidv7(), targetId, atMs };
}

function amends(one: Amendment): Write {
  return (store) => store.amend(one);
}
