import { countOf, isAmended, type SessionRecord, type SetRecord } from './records.ts';
import { activeMs } from './sessionFigures.ts';
import type { SessionLine } from './sessionList.ts';
import { figuresOf } from './setFigures.ts';

/** A whole session in a line. */
export function sessionLineOf({ id, startedAtMs, source, plan, end, note, sets }: SessionRecord): SessionLine {
  const pains = sets.flatMap(({ checkIn }) => checkIn?.pain ?? []);
  const groups = Map.groupBy(sets, ({ exercise, side }) => `${exercise} ${side}`);
  return {
    ...{ id, startedAtMs, source, note },
    kind: plan?.plan.kind ?? null,
    endReason: end?.reason ?? null,
    activeMs: activeMs(sets.map((set) => ({ startedAtMs: set.startedAtMs, lastMs: lastMsOf(set) }))),
    reps: sum(sets.map(countOf)),
    faults: sum(sets.map((set) => figuresOf(set).faults)),
    pain: pains.length > 0 ? Math.max(...pains) : null,
    isAmended: sets.some(isAmended),
    exercises: [...groups.values()].flatMap((own) => {
      const [first] = own;
      if (!first) return [];
      return { exercise: first.exercise, side: first.side, sets: own.length, reps: sum(own.map(countOf)) };
    }),
  };
}

/** What was closed later was closed by nobody who was in it. */
function lastMsOf({ startedAtMs, end, reps, attempts }: SetRecord): number {
  const endedAtMs = end && end.reason !== 'closed-later' ? end.endedAtMs : 0;
  return Math.max(startedAtMs, endedAtMs, reps.at(-1)?.atMs ?? 0, attempts.at(-1)?.atMs ?? 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
