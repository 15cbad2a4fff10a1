import fc from 'fast-check';
import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import type { Feel } from '../../shared/history/records.ts';
import type { Progress } from '../../shared/progression/progress.ts';
import { at, goodSets, HOUR_MS, lowers, override, past, type SetDone, session } from './pasts.ts';

/** What can be wrong with a session that would earn its rung, or with what was said of it. */
const FLAWS = [
  ...(['short', 'no-check-in', 'cramp', 'fatigue', 'pain-3', 'pain-5', 'restarted', 'unfinished'] as const),
  ...(['one-side', 'two-sets', 'worse', 'no-answer', 'too-fast', 'few-lowers'] as const),
];
type Flaw = (typeof FLAWS)[number] | null;

interface SessionMade {
  readonly exercise: CatalogueId;
  readonly flaw: Flaw;
  /** Since the session before, in minutes. */
  readonly gapMin: number;
}

/** Most gaps are a usual two days, or near 24 (from the last set, up to 5 min in) and 48 hours, where it matters. */
const gapMin = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(48 * 60, 49 * 60, 72 * 60) },
  { weight: 2, arbitrary: fc.constantFrom(24 * 60, 24 * 60 + 2, 24 * 60 + 5, 48 * 60 - 1) },
  { weight: 1, arbitrary: fc.integer({ min: 30, max: 20_000 }) },
);

function sessionOf(exercise: CatalogueId): fc.Arbitrary<SessionMade> {
  const flaw = fc.oneof(
    { weight: 12, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...FLAWS) },
  );
  return fc.record({ exercise: fc.constant(exercise), flaw, gapMin });
}

/** The way up as it should be, each step done about as often as it takes, now and then once too few. */
const climb: fc.Arbitrary<SessionMade[]> = fc
  .tuple(
    ...(
      [
        'calf-raise-double',
        'calf-raise-single',
        'calf-raise-eccentric',
        'calf-raise-decline',
        'calf-raise-eccentric',
        'pogo-double',
        'pogo-single',
      ] as const
    ).map((exercise) =>
      fc.array(sessionOf(exercise), {
        minLength: exercise === 'calf-raise-eccentric' ? 1 : 2,
        maxLength: exercise === 'calf-raise-eccentric' ? 2 : 3,
      }),
    ),
  )
  .map((steps) => steps.flat());

const anything: fc.Arbitrary<SessionMade[]> = fc.array(
  fc
    .constantFrom(
      ...(['calf-raise-double', 'calf-raise-single', 'calf-raise-decline', 'calf-raise-eccentric'] as const),
      ...(['pogo-double', 'pogo-single', 'glute-bridge', 'knee-to-wall'] as const),
    )
    .chain(sessionOf),
  { maxLength: 16 },
);

export interface RandomPast {
  readonly progress: Progress;
  /** Some time after most of it; now and then in the middle of it, as when a clock was set back. */
  readonly nowMs: number;
}

/** Histories that nearly, and sometimes wholly, show what the gates ask for. No hop is ever opened by the person. */
export const randomPast: fc.Arbitrary<RandomPast> = fc
  .record({
    made: fc.oneof({ weight: 4, arbitrary: climb }, { weight: 1, arbitrary: anything }),
    overrideDay: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 6 }),
    nowMin: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 4_000 }) },
      { weight: 1, arbitrary: fc.integer({ min: -40_000, max: 0 }) },
    ),
  })
  .map(({ made, overrideDay, nowMin }) => {
    let atMs = at(0);
    const parts = made.map((one) => {
      atMs += one.gapMin * 60_000;
      return sessionMade(one, atMs);
    });
    const opened = overrideDay === null ? [] : [override(at(overrideDay), 'calf-raise-single')];
    return { progress: past(...parts, ...opened), nowMs: atMs + nowMin * 60_000 };
  });

function sessionMade({ exercise, flaw }: SessionMade, atMs: number): Partial<Progress> {
  const sets = exercise === 'calf-raise-eccentric' ? lowersWith(flaw) : setsWith(exercise, flaw);
  const nextDay: Feel | null = flaw === 'worse' ? 'worse' : flaw === 'no-answer' ? null : 'same';
  return session(atMs, sets, nextDay ? { nextDay, nextDayAtMs: atMs + 15 * HOUR_MS } : {});
}

function lowersWith(flaw: Flaw): SetDone[] {
  if (flaw === 'too-fast') return lowers(11, 15);
  if (flaw === 'few-lowers') return lowers(14, 14);
  return lowers(12, 15).map((set) => spoilt(set, flaw));
}

function setsWith(exercise: CatalogueId, flaw: Flaw): SetDone[] {
  const sets = goodSets(exercise);
  if (flaw === 'one-side') return sets.map((set) => (set.side === 'both' ? set : { ...set, side: 'left' }));
  if (flaw === 'two-sets') return sets.slice(2);
  return sets.map((set, i) => (i === 0 ? spoilt(set, flaw) : set));
}

function spoilt(set: SetDone, flaw: Flaw): SetDone {
  const said = set.checkIn ?? { cramp: false, fatigue: 'some', pain: 0 };
  switch (flaw) {
    case 'short':
      return { ...set, fullReps: 14 };
    case 'no-check-in':
      return { ...set, checkIn: null };
    case 'cramp':
      return { ...set, checkIn: { ...said, cramp: true } };
    case 'fatigue':
      return { ...set, checkIn: { ...said, fatigue: 'a-lot' } };
    case 'pain-3':
      return { ...set, checkIn: { ...said, pain: 3 } };
    case 'pain-5':
      return { ...set, checkIn: { ...said, pain: 5 } };
    case 'restarted':
      return { ...set, endReason: 'restarted' };
    case 'unfinished':
      return { ...set, endReason: null };
    default:
      return set;
  }
}
