import { catalogueEntry } from '../exercises/catalogue.ts';
import type { CatalogueId } from '../exercises/exerciseIds.ts';
import type { Clock } from './clock.ts';
import type { Progress, SetEvidence } from './progress.ts';
import { isHop } from './rungs.ts';

/** On which local days what was done, as far as the plan must know. */
export interface TrainingHistory {
  readonly today: number;
  /** The days on which each exercise was done, oldest first. */
  readonly doneOn: ReadonlyMap<CatalogueId, readonly number[]>;
  /** The days on which the calves were trained, oldest first. */
  readonly loadedOn: readonly number[];
  /** The sessions with hops, from when they began, oldest first. */
  readonly hops: readonly { readonly day: number; readonly atMs: number }[];
  /** Of anything at all; null before the first set. */
  readonly lastDay: number | null;
}

/** How much the calves can take; our own where nothing else is said. */
export const LOAD = {
  /** A day with fewer sets than this was a try, not a training. */
  setsAtLeast: 2,
  /** Local days a week, never two in a row. */
  daysPerWeek: 3,
  hopDaysPerWeek: 3,
  betweenHopsMs: 48 * 3_600_000,
  /** Landings in all in the first session of a hop (usual practice). */
  firstLandings: 50,
} as const;

export function trainingHistory({ sets }: Progress, clock: Clock): TrainingHistory {
  const done = sets
    .filter((set) => set.startedAtMs <= clock.nowMs && wasDone(set))
    .map(({ exercise, startedAtMs: atMs }) => ({ exercise, atMs, day: clock.dayOf(atMs) }))
    .sort((a, b) => a.atMs - b.atMs);
  const loads = Map.groupBy(
    done.filter(({ exercise }) => loadsCalves(exercise)),
    ({ day }) => day,
  );
  return {
    today: clock.dayOf(clock.nowMs),
    doneOn: new Map(
      [...Map.groupBy(done, ({ exercise }) => exercise)].map(([exercise, own]) => [exercise, daysIn(own)]),
    ),
    loadedOn: [...loads].filter(([, own]) => own.length >= LOAD.setsAtLeast).map(([day]) => day),
    hops: hopSessions(sets, clock),
    lastDay: done.at(-1)?.day ?? null,
  };
}

function hopSessions(sets: Progress['sets'], { nowMs, dayOf }: Clock): TrainingHistory['hops'] {
  const begun = sets.filter(({ startedAtMs }) => startedAtMs <= nowMs);
  return [...Map.groupBy(begun, ({ sessionId }) => sessionId).values()]
    .filter((own) => own.some((set) => isHop(set.exercise) && wasDone(set)))
    .map((own) => Math.min(...own.map(({ startedAtMs }) => startedAtMs)))
    .sort((a, b) => a - b)
    .map((atMs) => ({ day: dayOf(atMs), atMs }));
}

/** What a clock leads has no reps; what was stopped after some reps was still a load. */
export function wasDone({ endReason, fullReps }: SetEvidence): boolean {
  return fullReps > 0 || endReason === 'finished';
}

/** A heel-rise test goes to the limit: it is training, too. */
export function loadsCalves(exercise: CatalogueId): boolean {
  const { section } = catalogueEntry(exercise);
  return section === 'strength' || section === 'hops' || exercise === 'heel-rise-endurance';
}

export function daysSince({ doneOn, today }: TrainingHistory, exercise: CatalogueId): number | null {
  const last = doneOn.get(exercise)?.at(-1);
  return last === undefined ? null : today - last;
}

/** How many of these days are among the last seven, with today. */
export function inLastWeek({ today }: TrainingHistory, days: readonly number[]): number {
  return days.filter((day) => day > today - 7 && day <= today).length;
}

export interface LoadRest {
  readonly because: 'trained-today' | 'trained-yesterday' | 'week-full';
  readonly daysInWeek: number;
}

/** Why the calves rest today: never on two days in a row, nor on more than three in seven. Null when they need not. */
export function loadRest(history: TrainingHistory): LoadRest | null {
  const { loadedOn, today } = history;
  const daysInWeek = inLastWeek(history, loadedOn);
  if (loadedOn.includes(today)) return { because: 'trained-today', daysInWeek };
  if (loadedOn.includes(today - 1)) return { because: 'trained-yesterday', daysInWeek };
  return daysInWeek >= LOAD.daysPerWeek ? { because: 'week-full', daysInWeek } : null;
}

/** Until when hops rest: 48 hours from one session with hops to the next, and no more than three days in seven. Null when they need not. */
export function hopRestUntilMs(history: TrainingHistory, nowMs: number): number | null {
  const { hops } = history;
  const last = hops.at(-1);
  if (!last) return null;
  const recent = daysIn(hops).slice(-LOAD.hopDaysPerWeek);
  const [oldest] = recent;
  const isFull = recent.length === LOAD.hopDaysPerWeek && inLastWeek(history, recent) === recent.length;
  const firstOfOldest = isFull ? hops.find(({ day }) => day === oldest) : undefined;
  const untilMs = Math.max(last.atMs + LOAD.betweenHopsMs, firstOfOldest ? firstOfOldest.atMs + 7 * 24 * 3_600_000 : 0);
  return untilMs > nowMs ? untilMs : null;
}

function daysIn(sets: readonly { readonly day: number }[]): number[] {
  return [...new Set(sets.map(({ day }) => day))];
}
