import type { CatalogueId, Side } from '../../../shared/exercises/exerciseIds.ts';
import type { SessionRecord, SetRecord } from '../../../shared/history/records.ts';
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
  readonly of: { readonly exercise: CatalogueId; readonly side: Side } | null;
  readonly rows: readonly ComparedRow[];
}

/** @param sessions the earlier one first */
export function compareSessions(sessions: readonly [SessionRecord, SessionRecord]): ComparedGroup[] {
  const groups = new Map<string, { exercise: CatalogueId; side: Side }>();
  for (const { sets } of sessions) {
    for (const { exercise, side } of sets) groups.set(`${exercise} ${side}`, { exercise, side });
  }
  const whole: ComparedGroup = {
    of: null,
    rows: rowsOf(['activeMs', 'sets', 'reps', 'faults', 'pain'], sessions.map(wholeFigures)),
  };
  return [
    whole,
    ...[...groups.values()].map((of): ComparedGroup => {
      const own = sessions.map(({ sets }) =>
        figures(sets.filter((set) => set.exercise === of.exercise && set.side === of.side)),
      );
      return {
        of,
        rows: rowsOf(
          MEASURES.filter((measure) => measure !== 'activeMs'),
          own,
        ),
      };
    }),
  ];
}

type Figures = Partial<Record<Measure, number | null>>;

/** What is known of neither is left out. */
function rowsOf(measures: readonly Measure[], [a, b]: readonly Figures[]): ComparedRow[] {
  return measures.flatMap((measure): ComparedRow[] => {
    const values = [a?.[measure] ?? null, b?.[measure] ?? null] as const;
    return values.every((value) => value === null) ? [] : [{ measure, values }];
  });
}

function wholeFigures(session: SessionRecord): Figures {
  const { activeMs, reps, faults, pain } = sessionLineOf(session);
  return { activeMs, sets: session.sets.length, reps, faults, pain };
}

function figures(sets: readonly SetRecord[]): Figures {
  if (sets.length === 0) return {};
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
