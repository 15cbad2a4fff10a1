import { uuidv7 } from 'uuidv7';
import { catalogueEntry } from '../../shared/exercises/catalogue.ts';
import type { CatalogueId, Side } from '../../shared/exercises/exerciseIds.ts';
import type { CheckResult, Feel } from '../../shared/history/records.ts';
import type { Clock } from '../../shared/progression/clock.ts';
import { type Ladder, ladderOf } from '../../shared/progression/ladder.ts';
import type { Progress, SetEvidence } from '../../shared/progression/progress.ts';
import type { RungId } from '../../shared/progression/rungs.ts';

/** Pasts for the gates and the plan: what somebody did on which day, and said of it. */
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const FIRST_DAY = 20_000;

/** An hour of a day, 0 being the first day, in a place where every day has 24 hours. */
export function at(day: number, hour = 18): number {
  return (FIRST_DAY + day) * DAY_MS + hour * HOUR_MS;
}

export function clockAt(nowMs: number): Clock {
  return { nowMs, dayOf: (ms) => Math.floor(ms / DAY_MS) - FIRST_DAY };
}

type Part = Partial<Progress>;

export function past(...parts: readonly Part[]): Progress {
  const all = <Key extends keyof Progress>(key: Key): Progress[Key][number][] =>
    parts.flatMap((part): Progress[Key][number][] => part[key] ?? []);
  return { sets: all('sets'), feels: all('feels'), overrides: all('overrides'), checks: all('checks') };
}

export type SetDone = Omit<SetEvidence, 'sessionId' | 'setId' | 'startedAtMs'>;

export function aSetOf(exercise: CatalogueId, side: Side, changes: Partial<SetDone> = {}): SetDone {
  return {
    ...{ exercise, side, endReason: 'finished', fullReps: 15, timedLowers: 0, lowersInCount: 0 },
    checkIn: { cramp: false, fatigue: 'some', pain: 2 },
    ...changes,
  };
}

export function sidesOf(exercise: CatalogueId): readonly Side[] {
  return catalogueEntry(exercise).isOneSided ? ['left', 'right'] : ['both'];
}

/** Three sets a side, just good enough for the gates. */
export function goodSets(exercise: CatalogueId): SetDone[] {
  return [1, 2, 3].flatMap(() => sidesOf(exercise).map((side) => aSetOf(exercise, side)));
}

/** One set of the slow lower, so many of so many in count. */
export function lowers(inCount: number, of: number): SetDone[] {
  return [aSetOf('calf-raise-eccentric', 'left', { fullReps: of, timedLowers: of, lowersInCount: inCount })];
}

export interface Answers {
  readonly after?: Feel;
  readonly nextDay?: Feel;
  /** A day and a half after the session where nothing else is said. */
  readonly nextDayAtMs?: number;
}

/** A session with its sets a minute apart, and what was said of it. */
export function session(atMs: number, sets: readonly SetDone[], answers: Answers = {}): Part & { id: string } {
  const sessionId = uuidv7();
  const { after, nextDay, nextDayAtMs = atMs + 14 * HOUR_MS } = answers;
  return {
    id: sessionId,
    sets: sets.map((set, i) => ({ ...set, sessionId, setId: uuidv7(), startedAtMs: atMs + i * 60_000 })),
    feels: [
      ...(after ? [{ id: uuidv7(), sessionId, atMs: atMs + HOUR_MS, asked: 'after' as const, feel: after }] : []),
      ...(nextDay ? [{ id: uuidv7(), sessionId, atMs: nextDayAtMs, asked: 'next-day' as const, feel: nextDay }] : []),
    ],
  };
}

/** The same session, gone on with later: these sets, a minute apart from that moment on. */
export function goneOnWith(
  begun: Part & { id: string },
  atMs: number,
  sets: readonly SetDone[],
): Part & { id: string } {
  const { sets: later = [] } = session(atMs, sets);
  return { ...begun, sets: [...(begun.sets ?? []), ...later.map((set) => ({ ...set, sessionId: begun.id }))] };
}

/** A rung earned on this day and two days later, well taken. */
export function earnedTwice(rung: RungId, day: number): Part[] {
  return [day, day + 2].map((d) => session(at(d), goodSets(rung), { nextDay: 'same' }));
}

export function fiveCountTwice(day: number): Part[] {
  return [day, day + 2].map((d) => session(at(d, 12), lowers(15, 15), { nextDay: 'same' }));
}

export function override(atMs: number, exercise: CatalogueId): Part {
  return { overrides: [{ id: uuidv7(), atMs, exercise, reason: 'My physio cleared me.' }] };
}

export function ankleTest(atMs: number, passed: boolean, side: CheckResult['side'] = 'left'): Part {
  return { checks: [{ atMs, kind: 'knee-to-wall', side, value: null, passed, heightCm: null }] };
}

/** Somebody who has earned what opens the decline raise, and somebody who has earned that, too. */
export const UP_TO_DECLINE = [...earnedTwice('calf-raise-double', 0), ...earnedTwice('calf-raise-single', 5)];
export const DECLINE_EARNED = [...UP_TO_DECLINE, ...earnedTwice('calf-raise-decline', 10)];

export function ladderAt(progress: Progress, nowMs: number): Ladder {
  return ladderOf(progress, clockAt(nowMs));
}

export function viewOf(ladder: Ladder, rung: RungId): Ladder['rungs'][number] {
  const view = ladder.rungs.find((r) => r.rung === rung);
  if (!view) throw new Error(`There is no rung ${rung}.`);
  return view;
}
