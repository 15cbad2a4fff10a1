import type { CatalogueId, Side } from '../../../shared/exercises/exerciseIds.ts';
import type { SessionRecord } from '../../../shared/history/records.ts';
import { sessionLineOf } from '../../../shared/history/sessionLine.ts';
import { figuresOf } from '../../../shared/history/setFigures.ts';

/** The figures that two sessions are compared by; null where one is not known. */
export const MEASURES = [
  'activeMs',
  'sets',
  'reps',
  'range',
  'heightCm',
  'lowerMs',
  'inCount',
  'flightMs',
  'cadence',
  'holdMs',
  'faults',
  'pain',
] as const;
export type Measure = (typeof MEASURES)[number];

export interface ComparedRow {
  readonly measure: Measure;
  readonly values: readonly [number | null, number | null];
}

/** What one exercise and side came to in both sessions; null: the sessions as a whole. */
export interface ComparedGroup {
  readonly of: Done | null;
  readonly rows: readonly ComparedRow[];
}

interface Done {
  readonly exercise: CatalogueId;
  readonly side: Side;
}

export interface Comparison {
  readonly groups: readonly ComparedGroup[];
  /** What was done in one of them alone. */
  readonly alone: readonly [readonly Done[], readonly Done[]];
}

/** @param sessions the earlier one first */
export function compareSessions([a, b]: readonly [SessionRecord, SessionRecord]): Comparison {
  const [doneInA, doneInB] = [doneIn(a), doneIn(b)];
  const groups = doneInA.filter((of) => doneInB.some((other) => isSame(of, other)));
  return {
    groups: [
      { of: null, rows: rowsOf(WHOLE, wholeFigures(a), wholeFigures(b)) },
      ...groups.map((of) => ({ of, rows: rowsOf(MEASURES, figures(a, of), figures(b, of)) })),
    ],
    alone: [onlyIn(doneInA, doneInB), onlyIn(doneInB, doneInA)],
  };
}

const WHOLE = ['activeMs', 'sets', 'reps', 'faults', 'pain'] as const;

function doneIn({ sets }: SessionRecord): Done[] {
  return [...new Map(sets.map(({ exercise, side }) => [`${exercise} ${side}`, { exercise, side }])).values()];
}

function isSame(a: Done, b: Done): boolean {
  return a.exercise === b.exercise && a.side === b.side;
}

function onlyIn(done: readonly Done[], others: readonly Done[]): Done[] {
  return done.filter((of) => !others.some((other) => isSame(of, other)));
}

type Figures = Partial<Record<Measure, number | null>>;

/** What is known of neither is left out, and so is what neither has any of. */
function rowsOf(measures: readonly Measure[], a: Figures, b: Figures): ComparedRow[] {
  return measures.flatMap((measure): ComparedRow[] => {
    const values = [a[measure] ?? null, b[measure] ?? null] as const;
    return values.every((value) => !value) ? [] : [{ measure, values }];
  });
}

function wholeFigures(session: SessionRecord): Figures {
  const { activeMs, reps, faults, pain } = sessionLineOf(session);
  return { activeMs, sets: session.sets.length, reps, faults, pain };
}

function figures(session: SessionRecord, of: Done): Figures {
  const sets = session.sets.filter((set) => isSame(set, of));
  const all = sets.map(figuresOf);
  const sum = (pick: (one: (typeof all)[number]) => number): number => all.reduce((total, one) => total + pick(one), 0);
  const share = (of: number, by: number): number | null => (by === 0 ? null : of / by);
  const holds = all.flatMap(({ holdBestMs }) => holdBestMs ?? []);
  const pains = sets.flatMap(({ checkIn }) => checkIn?.pain ?? []);
  const gapMs = share(
    sum((one) => one.hopGapSumMs),
    sum((one) => one.hopGaps),
  );
  const hasTempo = sets.some(({ exercise }) => exercise === 'calf-raise-eccentric');
  return {
    sets: sets.length,
    reps: sum((one) => one.reps),
    range: share(
      sum((one) => one.rangeSum),
      sum((one) => one.ranged),
    ),
    heightCm: share(
      sum((one) => one.heightSumCm),
      sum((one) => one.heights),
    ),
    lowerMs: share(
      sum((one) => one.lowerSumMs),
      sum((one) => one.timedLowers),
    ),
    inCount: hasTempo
      ? share(
          sum((one) => one.lowersInCount),
          sum((one) => one.timedLowers),
        )
      : null,
    flightMs: share(
      sum((one) => one.flightSumMs),
      sum((one) => one.flights),
    ),
    cadence: gapMs === null ? null : 60_000 / gapMs,
    holdMs: holds.length > 0 ? Math.max(...holds) : null,
    faults: sum((one) => one.faults),
    pain: pains.length > 0 ? Math.max(...pains) : null,
  };
}
