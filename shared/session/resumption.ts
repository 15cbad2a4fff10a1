import { type CatalogueId, isSeen } from '../exercises/exerciseIds.ts';
import { countOf, type EndReason, type FrameSource, type SessionRecord, type SetRecord } from '../history/records.ts';
import { type Block, type SessionPlan, type SetTask, tasksOf } from './sessionPlan.ts';

/** Where an unfinished session goes on. */
export interface Resumption {
  readonly sessionId: string;
  /** The task to go on with. */
  readonly startAt: number;
  /** The set that was cut off, and what of it is in the history; without one the task begins anew. */
  readonly open?: { readonly setId: string; readonly alreadyDone: number; readonly alreadyCorrected: number };
  /** What is over: how it was can still be said. */
  readonly done: readonly DoneSet[];
  /** Of all that is in its records (`lastMsOf`): what follows is dated after it. */
  readonly lastMs: number;
}

export type DoneSet = Pick<SetRecord, 'id' | 'exercise' | 'side' | 'checkIn'> & { readonly reason: EndReason };

export interface ResumableSession {
  readonly source: FrameSource;
  readonly plan: SessionPlan;
  readonly resume: Resumption;
}

/** After this a body is cold, the day is another one, and so is what is good for it. Our own figure. */
const RESUMABLE_FOR_MS = 12 * 3_600_000;

/** After these a set is over, however many reps it has. */
const ENDED_AS_WISHED: readonly EndReason[] = ['finished', 'stopped', 'skipped'];

/**
 * How to go on with a session that was cut off; null when nothing of it is left to do or to say. The last set of its latest plan
 * decides. A set that the camera counts goes on from its count; one that a clock leads begins anew, and so does a test of how
 * many reps there are without a rest. A session of an older version, which has no plan, goes on with its open set alone.
 */
export function resumptionOf(session: SessionRecord): ResumableSession | null {
  const { id: sessionId, source, plan: planned, sets } = session;
  if (source === 'imported') return null;
  if (!planned) {
    const open = sets.findLast(isOpen);
    if (!open || !isSeen(open.exercise)) return null;
    const plan: SessionPlan = { kind: 'free', blocks: [blockOf(open)] };
    return {
      source,
      plan,
      resume: { sessionId, startAt: 0, open: openSet(open), done: [], lastMs: lastMsOf(session) },
    };
  }
  const { plan, atMs } = planned;
  const last = sets.findLast((set) => set.task !== null && set.startedAtMs >= atMs);
  const startAt = last?.task == null ? planned.startAt : isDone(last) ? last.task + 1 : last.task;
  const task = tasksOf(plan)[startAt];
  const open = task && last && isOpen(last) && isSameTask(last, startAt, task) ? { open: openSet(last) } : {};
  const done = sets.filter((set) => isDone(set) && set.end?.reason !== 'skipped').map(doneSet);
  // With all of it done there may still be questions.
  const isOver = !task && done.every(({ checkIn, exercise }) => checkIn !== null || !isSeen(exercise));
  return isOver ? null : { source, plan, resume: { sessionId, startAt, ...open, done, lastMs: lastMsOf(session) } };
}

export interface Meanwhile {
  readonly nowMs: number;
  /** The hops that are not open to the person (any more). The demo athlete may do them all. */
  readonly closedHops: readonly CatalogueId[];
}

/** Why a session that could go on had better be closed; null when nothing speaks against it. */
export function objectionTo(
  { plan, source, resume }: ResumableSession,
  { startedAtMs, sets }: SessionRecord,
  { nowMs, closedHops }: Meanwhile,
): 'long-ago' | 'closed-hops' | null {
  const lastSetMs = sets.reduce((latest, set) => Math.max(latest, set.startedAtMs), startedAtMs);
  if (nowMs - lastSetMs > RESUMABLE_FOR_MS) return 'long-ago';
  const toDo = tasksOf(plan).slice(resume.startAt);
  return source === 'camera' && toDo.some(({ exercise }) => closedHops.includes(exercise)) ? 'closed-hops' : null;
}

/** The open sets that nobody will go on with: they are to be ended before the session goes on. */
export function setsToClose({ sets }: SessionRecord, resume: Resumption | null): string[] {
  return sets.filter((set) => !set.end && set.id !== resume?.open?.setId).map(({ id }) => id);
}

/** The latest moment in its records, in ms since 1970: what follows is dated no earlier. */
export function lastMsOf({ startedAtMs, plan, sets, feels }: SessionRecord): number {
  const inSets = sets.flatMap((set) => [
    set.startedAtMs,
    set.end?.endedAtMs ?? 0,
    set.checkIn?.atMs ?? 0,
    ...set.reps.map(({ atMs }) => atMs),
    ...set.attempts.map(({ atMs }) => atMs),
  ]);
  return Math.max(startedAtMs, plan?.atMs ?? 0, ...feels.map(({ atMs }) => atMs), ...inSets);
}

function doneSet({ id, exercise, side, checkIn, end }: SetRecord): DoneSet {
  return { id, exercise, side, checkIn, reason: end?.reason ?? 'stopped' };
}

function isOpen({ end, exercise }: SetRecord): boolean {
  return end === null && isSeen(exercise) && exercise !== 'heel-rise-endurance';
}

/** All reps of a set can be in the history before its end is, or without it. */
function isDone(set: SetRecord): boolean {
  if (set.end && ENDED_AS_WISHED.includes(set.end.reason)) return true;
  if (set.end?.reason === 'restarted') return false;
  return isSeen(set.exercise) && countOf(set) >= set.targetReps;
}

function isSameTask(set: SetRecord, at: number, { exercise, side }: SetTask): boolean {
  return set.task === at && set.exercise === exercise && set.side === side;
}

function openSet(set: SetRecord): Resumption['open'] & object {
  // Reps are numbered on from the last. What is missing in between, or was none, is a correction here.
  const last = set.reps.reduce((n, rep) => Math.max(n, rep.n), 0);
  // More may have been taken away than there was: the next rep only makes good for that, here as in the history.
  const counted = set.reps.filter(({ counts }) => counts).length + set.corrected;
  return { setId: set.id, alreadyDone: last, alreadyCorrected: counted - last };
}

function blockOf({ exercise, side, targetReps }: SetRecord): Block {
  return { exercise, part: 'main', sets: 1, sides: [side], target: { reps: targetReps }, restMs: 0 };
}
