import { isSeen } from '../exercises/exerciseIds.ts';
import type { EndReason } from '../history/records.ts';
import { initialGo } from './go.ts';
import { sayFirst, sayRest, saySet } from './leadIn.ts';
import {
  nextTask,
  type Outcome,
  type SessionEffect,
  type SessionState,
  type SessionStep,
  taskAt,
  UNANSWERED,
} from './session.ts';
import { restBetween, type SetTask } from './sessionPlan.ts';
import { say } from './setCues.ts';
import { initialSet } from './setState.ts';

/** How a session gets from one task to the next: the end of a set, the rest, what is said in it, the next beginning. */

/** Getting into position for what a clock leads: longer where the exercise is new. */
const READY_MS = { newExercise: 12_000, sameExercise: 6_000 } as const;
/** From the wall to the laptop, and a number to set. */
const ANKLE_ANSWER_MS = 45_000;
/** The words at the end of a set take this long. */
const SHORTEST_REST_MS = 3_000;

/** Begins the next task of a new session, or of one that is gone on with. */
export function beginTask(state: SessionState, before: readonly SessionEffect[] = []): SessionStep {
  const task = nextTask(state);
  if (!task) return [{ ...state, stage: { name: 'end' } }, [...before]];
  const said = state.announced === state.at + 1 ? saySet(taskAt(state), task) : sayFirst(task);
  return enter({ ...state, at: state.at + 1, announced: null }, task, [...before, { type: 'hush' }, ...said]);
}

export function enter(state: SessionState, task: SetTask, effects: readonly SessionEffect[]): SessionStep {
  const key = state.key + 1;
  const isNew = state.tasks[state.at - 1]?.exercise !== task.exercise;
  const begin: SessionEffect = { type: 'begin-set', key, at: state.at, task };
  const { exercise, side, target } = task;
  if (isSeen(exercise)) {
    const { heightCm: personHeightCm, coaching } = state.person;
    const targetReps = 'reps' in target ? target.reps : 1;
    const set = initialSet({
      ...{ exercise, side, targetReps, personHeightCm, coaching },
      ...{ alreadyDone: 0, alreadyCorrected: 0 },
    });
    return [{ ...state, key, stage: { name: 'set', set } }, [...effects, begin]];
  }
  const goMs = 'goMs' in target ? target.goMs : 0;
  const go = initialGo(exercise, goMs, isNew ? READY_MS.newExercise : READY_MS.sameExercise);
  return [{ ...state, key, lastSet: null, stage: { name: 'go', go } }, [...effects, begin]];
}

/** @param reason why the set ended, or null when it never began */
export function afterTask(state: SessionState, reason: EndReason | null, effects: SessionEffect[]): SessionStep {
  const task = taskAt(state);
  const isDone = reason !== null && reason !== 'skipped';
  const done: SessionState = {
    ...state,
    ...{ hold: null, tickMs: null },
    outcomes: task && isDone ? [...state.outcomes, outcomeOf(state, task, reason)] : state.outcomes,
  };
  const following = nextTask(done);
  if (!task || !following) {
    const name = done.isRecorded ? 'end' : 'left';
    return [{ ...done, stage: { name } }, effects];
  }
  if (!isDone) return beginTask(done, effects);
  const answerMs = task.exercise === 'knee-to-wall-test' ? ANKLE_ANSWER_MS : 0;
  const totalMs = Math.max(SHORTEST_REST_MS, answerMs, restBetween(state.plan, task, following));
  return announce({ ...done, stage: { name: 'rest', totalMs, leftMs: totalMs } }, [
    ...effects,
    ...sayRest(task, following),
  ]);
}

/** In a rest: what comes next has just been said. */
function announce(state: SessionState, effects: SessionEffect[]): SessionStep {
  return [{ ...state, announced: state.at + 1 }, effects];
}

/** In a rest another task comes next than was said. */
export function announceAnew(state: SessionState, effects: SessionEffect[]): SessionStep {
  const following = nextTask(state);
  if (!following) return [{ ...state, stage: { name: 'end' } }, [...effects, { type: 'hush' }]];
  return announce(state, [...effects, { type: 'hush' }, say('next', 'lead'), ...sayFirst(following)]);
}

function outcomeOf({ key }: SessionState, { exercise, side }: SetTask, reason: EndReason): Outcome {
  return { key, exercise, side, reason, checkIn: UNANSWERED, isMeasured: false };
}
