import { catalogueEntry } from '../exercises/catalogue.ts';
import { countOf, type SessionRecord, type SetRecord } from '../history/records.ts';
import { type Block, type SessionPlan, type SetTask, tasksOf } from '../session/sessionPlan.ts';
import type { DONE_HOW } from './breakState.ts';

/** What a session that was begun for a break came to. */
export interface DoseOutcome {
  /** What is left of it; null when all of it was done. */
  readonly rest: SessionPlan | null;
  /** How the history may say that it was done: the camera's word only where it saw something. */
  readonly how: (typeof DONE_HOW)[number];
}

/** Every set of the plan has to be finished: one that was ended early or skipped is still to be done. */
export function doseOutcome({ plan: planned, sets }: SessionRecord): DoseOutcome {
  if (!planned) return { rest: null, how: 'reported' };
  const { plan, startAt, atMs } = planned;
  // A plan that was changed on the way begins anew from its first task on.
  const setsOf = (at: number): SetRecord[] =>
    sets.filter(({ task, startedAtMs }) => task === at && (at < startAt || startedAtMs >= atMs));
  const left = tasksOf(plan).flatMap((task, at) => {
    const tries = setsOf(at);
    return tries.some(({ end }) => end?.reason === 'finished') ? [] : [whatIsLeft(plan, task, tries.at(-1))];
  });
  const seen = sets.find(({ reps }) => reps.length > 0);
  const verification = seen && catalogueEntry(seen.exercise).verification;
  const how = verification === 'counted' || verification === 'held' ? verification : 'reported';
  return { rest: left.length > 0 ? { kind: plan.kind, blocks: left } : null, how };
}

/** Reps that were done are done; what a clock leads begins anew. */
function whatIsLeft({ blocks }: SessionPlan, task: SetTask, last: SetRecord | undefined): Block {
  const { exercise, side, target } = task;
  const { part = 'main', restMs = 0 } = blocks[task.block] ?? {};
  const isCountable = last?.end?.reason === 'stopped' && 'reps' in target;
  const left = isCountable ? { reps: Math.max(1, target.reps - countOf(last)) } : target;
  return { exercise, part, sets: 1, sides: [side], target: left, restMs };
}
