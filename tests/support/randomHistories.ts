import fc from 'fast-check';
import { DONE_HOW, LAPSE_REASONS, SKIP_REASONS } from '../../shared/breaks/breakState.ts';
import type { KeptEvent } from '../../shared/breaks/statistics.ts';
import { CATALOGUE_IDS, HOP_DIRECTIONS, SIDES } from '../../shared/exercises/exerciseIds.ts';
import { type AnyRecord, type KeptRecord, keptRecord as record } from '../../shared/history/keptRecords.ts';
import { ATTEMPT_REASONS, END_REASONS, FATIGUE, FAULTS, FEELS, FRAME_SOURCES } from '../../shared/history/records.ts';
import { SESSION_KINDS, usualBlock } from '../../shared/session/sessionPlan.ts';

/** Histories of anything that may be kept, in the order in which it could have happened. */

/** Neither small nor made smaller: no two are the same. */
const id = fc.noBias(fc.noShrink(fc.uuid({ version: 7 })));
const atMs = fc.integer({ min: 1, max: 4_000_000_000_000 });
const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((n) => n + 0);
const unknown = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary);
const side = fc.constantFrom(...SIDES);
const exercise = fc.constantFrom(...CATALOGUE_IDS);
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() === text);
const end = fc.record({ endedAtMs: atMs, reason: fc.constantFrom(...END_REASONS) });

const measures = fc.record({
  side,
  startMs: unknown(number),
  topMs: number,
  lowerStartMs: unknown(number),
  endMs: unknown(number),
  riseRatio: number,
  heightCm: unknown(number),
  takeoffMs: unknown(number),
  landMs: unknown(number),
  contactMs: unknown(number),
  direction: unknown(fc.constantFrom(...HOP_DIRECTIONS)),
  peakHipDeg: unknown(number),
  swayRatio: unknown(number),
  kneeBendDeg: unknown(number),
  faults: fc.subarray([...FAULTS]),
});

const rep = fc.record({ id, atMs, side, topMs: number, measures: unknown(measures) });
const attempt = fc.record({
  ...{ id, atMs, topMs: number, reason: fc.constantFrom(...ATTEMPT_REASONS) },
  heldMs: unknown(number.map(Math.abs)),
});
const checkIn = fc.record({
  ...{ id, atMs, cramp: unknown(fc.boolean()), fatigue: unknown(fc.constantFrom(...FATIGUE)) },
  pain: unknown(fc.integer({ min: 0, max: 10 })),
});
const checkResult = fc.record({
  ...{ id, atMs, side: fc.constantFrom('left' as const, 'right' as const), passed: unknown(fc.boolean()) },
  value: unknown(fc.double({ min: 0, max: 60, noNaN: true }).map((n) => n + 0)),
});

const notes = fc.array(fc.record({ id, atMs, value: words }), { maxLength: 2 });
const counts = fc.array(fc.record({ id, atMs, value: fc.boolean() }), { maxLength: 1 });
const sides = fc.array(fc.record({ id, atMs, value: side }), { maxLength: 1 });

const set = fc.record({
  own: fc.record({
    ...{ id, startedAtMs: atMs, exercise, side, targetReps: fc.integer({ min: 1, max: 200 }) },
    targetMs: unknown(fc.integer({ min: 1, max: 900_000 })),
    task: unknown(fc.nat(20)),
    personHeightCm: unknown(fc.integer({ min: 80, max: 250 })),
  }),
  reps: fc.array(rep, { maxLength: 6 }),
  attempts: fc.array(attempt, { maxLength: 2 }),
  corrections: fc.array(fc.record({ id, atMs, change: fc.constantFrom(1 as const, -1 as const) }), { maxLength: 2 }),
  checkIns: fc.array(checkIn, { maxLength: 2 }),
  checkResults: fc.array(checkResult, { maxLength: 1 }),
  notes,
  sides,
  counts,
  end: unknown(end),
});

const breakEvent: fc.Arbitrary<KeptEvent> = fc.oneof(
  fc.record({ kind: fc.constant('offered' as const), atMs, dueAtMs: atMs, n: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant('snoozed' as const), atMs, dueAtMs: atMs, minutes: fc.constantFrom(5, 10, 15) }),
  fc.record({
    ...{ kind: fc.constant('skipped' as const), atMs, dueAtMs: atMs },
    reason: fc.constantFrom(...SKIP_REASONS),
  }),
  fc.record({
    ...{ kind: fc.constant('done' as const), atMs, dueAtMs: unknown(atMs), sessionId: fc.constant(null) },
    how: fc.constantFrom(...DONE_HOW),
  }),
  fc.record({
    ...{ kind: fc.constant('credited' as const), atMs, fromMs: atMs, dueAtMs: unknown(atMs) },
    by: fc.constantFrom('away' as const, 'session' as const),
  }),
  fc.record({
    ...{ kind: fc.constant('lapsed' as const), atMs, dueAtMs: atMs },
    why: fc.constantFrom(...LAPSE_REASONS),
  }),
  fc.record({ kind: fc.constant('sat' as const), atMs, fromMs: atMs }),
);

const session = fc.record({
  own: fc.record({ id, startedAtMs: atMs, source: fc.constantFrom(...FRAME_SOURCES) }),
  plans: fc.array(
    fc.record({
      id,
      atMs,
      startAt: fc.nat(10),
      kind: fc.constantFrom(...SESSION_KINDS),
      exercises: fc.array(exercise),
    }),
    { maxLength: 2 },
  ),
  feels: fc.array(
    fc.record({
      ...{ id, atMs, feel: fc.constantFrom(...FEELS) },
      asked: fc.constantFrom('after' as const, 'next-day' as const),
    }),
    { maxLength: 2 },
  ),
  sets: fc.array(set, { maxLength: 3 }),
  breakId: unknown(id),
  notes,
  deleted: counts,
  end: unknown(end),
});

const own = fc.oneof(
  fc.record({ id, atMs, exercise, reason: words }).map((override) => record('overrides', override)),
  checkResult.map((result) => record('checkResults', { ...result, kind: 'knee-to-wall', setId: null })),
  fc
    .tuple(id, breakEvent, unknown(exercise))
    .map(([key, event, done]) => record('breakEvents', columnsOf(key, event, done))),
);

export const randomHistory: fc.Arbitrary<AnyRecord[]> = fc
  .tuple(fc.array(session, { maxLength: 4 }), fc.array(own, { maxLength: 8 }))
  .map(([sessions, others]) => [...sessions.flatMap(recordsOf), ...others]);

function recordsOf({
  own: begun,
  plans,
  feels,
  sets,
  breakId,
  notes: noted,
  deleted,
  end: ended,
}: Value<typeof session>): AnyRecord[] {
  const sessionId = begun.id;
  return [
    record('sessions', begun),
    ...plans.map(({ kind, exercises, ...plan }) =>
      record('sessionPlans', {
        ...{ ...plan, sessionId },
        plan: { kind, blocks: ['calf-raise-single' as const, ...exercises].map((e) => usualBlock(e, 'main')) },
      }),
    ),
    ...sets.flatMap((one) => setRecords(sessionId, one)),
    ...feels.map((feel) => record('feels', { ...feel, sessionId })),
    ...amendments('session', 'note', sessionId, noted),
    ...amendments('session', 'deleted', sessionId, deleted),
    ...(ended ? [record('sessionEnds', { ...ended, sessionId })] : []),
    ...(breakId
      ? [
          record(
            'breakEvents',
            columnsOf(
              breakId,
              { kind: 'done', atMs: 7, dueAtMs: null, how: 'counted', sessionId },
              'calf-raise-double',
            ),
          ),
        ]
      : []),
  ];
}

function setRecords(sessionId: string, one: Value<typeof set>): AnyRecord[] {
  const setId = one.own.id;
  return [
    record('sets', { ...one.own, sessionId }),
    ...one.reps.flatMap(({ measures: measured, ...counted }, i) => [
      record('reps', { ...counted, setId, n: i + 1 }),
      ...(measured ? [record('repMeasures', { ...measured, repId: counted.id })] : []),
    ]),
    ...one.attempts.map((tried) => record('attempts', { ...tried, setId })),
    ...one.corrections.map((correction) => record('corrections', { ...correction, setId })),
    ...one.checkIns.map((said) => record('checkIns', { ...said, setId })),
    ...one.checkResults.map((result) => record('checkResults', { ...result, kind: 'knee-to-wall', setId })),
    ...amendments('set', 'note', setId, one.notes),
    ...amendments('set', 'side', setId, one.sides),
    ...(one.reps[0] ? amendments('rep', 'counts', one.reps[0].id, one.counts) : []),
    ...(one.end ? [record('setEnds', { ...one.end, setId })] : []),
  ];
}

function amendments(
  target: KeptRecord<'amendments'>['target'],
  field: KeptRecord<'amendments'>['field'],
  targetId: string,
  said: readonly { id: string; atMs: number; value: string | boolean }[],
): AnyRecord[] {
  return said.map((amendment) => record('amendments', { ...amendment, target, field, targetId }));
}

type Value<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** As the service of the breaks keeps them, written down once more. */
function columnsOf(
  key: string,
  event: KeptEvent,
  done: KeptRecord<'breakEvents'>['exercise'],
): KeptRecord<'breakEvents'> {
  const at = <Field extends string>(field: Field): unknown =>
    (event as unknown as Record<Field, unknown>)[field] ?? null;
  return {
    ...{ id: key, atMs: event.atMs, kind: event.kind, exercise: done, sessionId: at('sessionId') as string | null },
    ...{ dueAtMs: at('dueAtMs') as number | null, fromMs: at('fromMs') as number | null },
    n: (at('n') ?? at('minutes')) as number | null,
    detail: (at('reason') ?? at('how') ?? at('by') ?? at('why')) as string | null,
  };
}
