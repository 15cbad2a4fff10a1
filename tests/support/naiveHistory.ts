import { catalogueEntry } from '../../shared/exercises/catalogue.ts';
import type { CatalogueId, Side } from '../../shared/exercises/exerciseIds.ts';
import type { SessionRecord, SetRecord } from '../../shared/history/records.ts';

/** What the screens of the history show, computed in the plainest way from whole sessions, with nothing of the code under test. */
export interface NaiveSet {
  readonly session: SessionRecord;
  readonly set: SetRecord;
  readonly reps: SetRecord['reps'];
  readonly count: number;
}

export function isBreak(session: SessionRecord): boolean {
  return session.plan?.plan.kind === 'break';
}

export function ownSets(sessions: readonly SessionRecord[]): NaiveSet[] {
  return sessions
    .filter(({ source, deletedAtMs }) => source === 'camera' && deletedAtMs === null)
    .flatMap((session) =>
      session.sets.map((set) => {
        const reps = set.reps.filter(({ counts }) => counts);
        return { session, set, reps, count: Math.max(0, reps.length + set.corrected) };
      }),
    );
}

export function lowersOf({ reps }: NaiveSet): number[] {
  return reps.flatMap(({ measures: m }) =>
    m?.endMs != null && m.lowerStartMs !== null ? [m.endMs - m.lowerStartMs] : [],
  );
}

export function rangesOf({ set, reps }: NaiveSet): number[] {
  if (catalogueEntry(set.exercise).verification === 'held') return [];
  return reps.flatMap(({ measures }) => (measures ? [measures.riseRatio] : []));
}

export function heightsOf({ reps }: NaiveSet): number[] {
  return reps.flatMap(({ measures }) => (measures?.heightCm != null ? [measures.heightCm] : []));
}

export function flightsOf({ reps }: NaiveSet): number[] {
  return reps.flatMap(({ measures: m }) => (m?.landMs != null && m.takeoffMs !== null ? [m.landMs - m.takeoffMs] : []));
}

/** Take-offs of neighbours, at most two seconds apart. */
export function hopGapsOf({ reps }: NaiveSet): number[] {
  const takeoffs = new Map(reps.map(({ n, measures }) => [n, measures?.takeoffMs ?? null]));
  return [...takeoffs].flatMap(([n, atMs]) => {
    const before = takeoffs.get(n - 1);
    return atMs !== null && before != null && atMs - before <= 2000 ? [atMs - before] : [];
  });
}

export function holdsOf({ set, reps }: NaiveSet): number[] {
  if (catalogueEntry(set.exercise).verification !== 'held') return [];
  return [
    ...reps.flatMap(({ measures: m }) => (m?.startMs != null && m.endMs !== null ? [m.endMs - m.startMs] : [])),
    ...set.attempts.flatMap(({ heldMs }) => heldMs ?? []),
  ];
}

export function volumeOf(set: NaiveSet): number {
  return set.count * (mean(rangesOf(set)) ?? 0);
}

export function of(sets: readonly NaiveSet[], exercise: CatalogueId, side: Side): NaiveSet[] {
  return sets.filter(({ set }) => set.exercise === exercise && set.side === side);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

export function mean(numbers: readonly number[]): number | null {
  return numbers.length > 0 ? sum(numbers) / numbers.length : null;
}

export function most(numbers: readonly number[]): number | null {
  return numbers.length > 0 ? Math.max(...numbers) : null;
}
