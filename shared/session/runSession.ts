import type { EndReason } from '../history/records.ts';
import { stepRaisedHand } from '../motion/raisedHand.ts';
import { beginGo, type GoEffect, type GoState, stepGo } from './go.ts';
import { canFollowSet, stepSet } from './liveSet.ts';
import { anotherSet, swapped, withRocks } from './planChanges.ts';
import {
  type CheckResultSaid,
  type Moment,
  nextTask,
  type SessionEffect,
  type SessionInput,
  type SessionState,
  type SessionStep,
  type Stage,
  shownKey,
  shownSet,
  taskAt,
} from './session.ts';
import { say } from './setCues.ts';
import { initialSet, type SetInput, type SetState } from './setState.ts';
import { afterTask, announceAnew, beginTask, enter } from './taskToTask.ts';

const MORE_REST_MS = 15_000;
const REST_WARNING_MS = 10_000;
/** A clock that stood still for longer than this was asleep with the machine: that was no rest. */
const LONGEST_TICK_MS = 2_000;

/** One step of a session: (state, input) → [state, effects]. */
export function stepSession(state: SessionState, input: SessionInput): SessionStep {
  if (state.stage.name === 'left') return [state, []];
  switch (input.type) {
    case 'clock':
      return passTime(state, input);
    case 'reading':
      return takeReading(state, input);
    case 'set':
      return toSet(state, input.input, input.key);
    case 'pause-or-go-on':
      return pauseOrGoOn(state, input);
    case 'next':
      return next(state, input);
    case 'more-rest':
      return moreRest(state);
    case 'menu':
      return openMenu(state);
    case 'go-on':
      return goOn(state, input);
    case 'end-set':
      return endSet({ ...state, hold: null }, 'stopped');
    case 'skip-set':
      return endSet({ ...state, hold: null }, 'skipped');
    case 'restart-set':
      return restartSet({ ...state, hold: null });
    case 'swap':
      return swap({ ...state, hold: null }, input);
    case 'one-more': {
      const plan = anotherSet(state, input.side);
      const more: SessionState = { ...state, ...plan, isCutShort: false };
      return beginTask(more, [{ type: 'save-plan', plan: plan.plan, startAt: plan.at + 1 }]);
    }
    case 'end-session':
      return endSession({ ...state, hold: null });
    case 'check-in':
      return checkIn(state, input);
    case 'check-result':
      return takeCheckResult(state, input);
    case 'feel':
      return [{ ...state, feel: input.feel }, [{ type: 'save-feel', feel: input.feel }]];
    case 'saves-failed':
      return savesFailed(state);
    case 'retry-saves':
      return [{ ...state, hasUnsaved: false }, [{ type: 'retry-saves' }]];
  }
}

/** Goes on with a set that was cut off, from the count that is in the history. */
export function resumeSet(state: SessionState, alreadyDone: number, alreadyCorrected: number): SessionStep {
  const [begun, effects] = beginTask(state);
  if (begun.stage.name !== 'set') return [begun, effects];
  const set = initialSet({ ...begun.stage.set.plan, alreadyDone, alreadyCorrected });
  return [{ ...begun, stage: { name: 'set', set } }, effects];
}

function passTime(state: SessionState, { nowMs, frameMs }: Moment): SessionStep {
  const { stage } = state;
  if (stage.name === 'set') return toSet(state, { type: 'clock', nowMs: frameMs });
  // While nothing runs, nothing changes: the screen need not be drawn again.
  if (state.hold || (stage.name !== 'go' && stage.name !== 'rest')) {
    return [state.tickMs === null ? state : { ...state, tickMs: null }, []];
  }
  const passedMs = Math.min(LONGEST_TICK_MS, Math.max(0, nowMs - (state.tickMs ?? nowMs)));
  const ticked: SessionState = { ...state, tickMs: nowMs };
  return stage.name === 'go' ? takeGo(ticked, stepGo(stage.go, passedMs)) : rest(ticked, stage, passedMs);
}

function rest(state: SessionState, stage: { totalMs: number; leftMs: number }, passedMs: number): SessionStep {
  const leftMs = stage.leftMs - passedMs;
  if (leftMs <= 0) return beginTask(state);
  const isWarned = stage.leftMs > REST_WARNING_MS && leftMs <= REST_WARNING_MS;
  const effects: SessionEffect[] = isWarned ? [say('ten-seconds', 'lead')] : [];
  return [{ ...state, stage: { name: 'rest', totalMs: stage.totalMs, leftMs } }, effects];
}

function takeReading(state: SessionState, input: Extract<SessionInput, { type: 'reading' }>): SessionStep {
  const { reading } = input;
  const [hand, isRaised] = stepRaisedHand(state.hand, reading.frame, reading.aspect);
  const seen: SessionState = { ...state, hand };
  const [after, effects] =
    state.stage.name === 'set' ? toSet(seen, { type: 'reading', reading }) : ([seen, []] as SessionStep);
  const isHeeded = state.person.handPauses && after.stage.name !== 'end' && state.hold !== 'menu';
  if (!isRaised || !isHeeded) return [after, effects];
  const [paused, more] = pauseOrGoOn(after, input);
  return [paused, [...effects, ...more]];
}

function toSet(state: SessionState, input: SetInput, key = shownKey(state)): SessionStep {
  const { stage, lastSet, lastKey } = state;
  if (stage.name === 'set' && key === state.key) return takeSet(state, stepNumbered(stage.set, key, input));
  if (!lastSet || key !== lastKey || !canFollowSet(input)) return [state, []];
  const [set, effects] = stepNumbered(lastSet, key, input);
  return [{ ...state, lastSet: set }, effects.filter(({ type }) => type !== 'say')];
}

function stepNumbered(set: SetState, key: number, input: SetInput): [SetState, SessionEffect[]] {
  const [next, effects] = stepSet(set, input);
  return [next, effects.map((effect) => (effect.type === 'save-correction' ? { ...effect, key } : effect))];
}

function takeSet(state: SessionState, [set, effects]: [SetState, SessionEffect[]]): SessionStep {
  if (set === shownSet(state) && effects.length === 0) return [state, []];
  const last = set.started ? { lastSet: set, lastKey: state.key } : {};
  const isRecorded = state.isRecorded || effects.some(({ type }) => type === 'start-set');
  const next: SessionState = { ...state, ...last, isRecorded, stage: { name: 'set', set } };
  // Whoever is ready needs no words on how to get there.
  const isReady = set.phase === 'count-in' && shownSet(state)?.phase === 'setup';
  if (set.phase !== 'done') return [next, isReady ? [{ type: 'hush' }, ...effects] : effects];
  const isLast = !nextTask(state);
  const said = effects.map((effect) =>
    isLast && effect.type === 'say' && effect.cue.clip === 'set-done' ? say('session-done', 'state') : effect,
  );
  return afterTask(next, set.started ? (set.endReason ?? 'stopped') : null, said);
}

function takeGo(state: SessionState, [go, effects]: [GoState, GoEffect[]]): SessionStep {
  const hasStarted = effects.some(({ type }) => type === 'go-started');
  const next: SessionState = { ...state, isRecorded: state.isRecorded || hasStarted, stage: { name: 'go', go } };
  const isLast = !nextTask(state);
  const saved = effects.map((effect): SessionEffect => {
    if (effect.type === 'go-started') return { type: 'start-set' };
    if (isLast && effect.type === 'say' && effect.cue.clip === 'let-go') return say('session-done', 'state');
    return effect.type === 'go-done' ? { type: 'end-set', reason: 'finished' } : effect;
  });
  return go.isDone ? afterTask(next, 'finished', saved) : [next, saved];
}

function next(state: SessionState, moment: Moment): SessionStep {
  if (state.hold) return goOn(state, moment);
  const { stage } = state;
  if (stage.name === 'rest') return beginTask(state);
  if (stage.name === 'go' && stage.go.readyLeftMs > 0) return takeGo(state, beginGo(stage.go));
  return pauseOrGoOn(state, moment);
}

function moreRest(state: SessionState): SessionStep {
  const { stage } = state;
  if (stage.name !== 'rest') return [state, []];
  const { totalMs, leftMs } = stage;
  return [{ ...state, stage: { name: 'rest', totalMs: totalMs + MORE_REST_MS, leftMs: leftMs + MORE_REST_MS } }, []];
}

function pauseOrGoOn(state: SessionState, moment: Moment): SessionStep {
  const { stage } = state;
  if (state.hold === 'menu') return goOn(state, moment);
  if (stage.name === 'set') return toSet(state, { type: 'pause-or-go-on', nowMs: moment.frameMs });
  if (stage.name === 'end') return [state, []];
  if (state.hold) return goOn(state, moment);
  return [{ ...state, hold: 'paused' }, [{ type: 'hush' }, say('paused', 'state')]];
}

function openMenu(state: SessionState): SessionStep {
  const { stage } = state;
  if (stage.name === 'end') return [state, []];
  if (stage.name !== 'set') return [{ ...state, hold: 'menu' }, []];
  // Before anything has begun there is nothing to choose from: escape just leaves.
  const hasBegun = stage.set.started || stage.set.phase !== 'setup' || state.tasks.length > 1;
  if (!hasBegun && !state.isRecorded) return [{ ...state, stage: { name: 'left' } }, [{ type: 'hush' }]];
  return toSet({ ...state, hold: 'menu' }, { type: 'ask-to-end' });
}

function goOn(state: SessionState, moment: Moment): SessionStep {
  const { stage } = state;
  const free: SessionState = { ...state, hold: null, hasUnsaved: false, tickMs: null };
  if (stage.name === 'set') return toSet(free, { type: 'go-on', nowMs: moment.frameMs });
  const retry: SessionEffect[] = state.hasUnsaved ? [{ type: 'retry-saves' }] : [];
  return [free, [...retry, ...(state.hold === 'paused' ? [say('go-on', 'state')] : [])]];
}

/** What cannot be written is said at once, whatever is under way, and nothing goes on over it. */
function savesFailed(state: SessionState): SessionStep {
  const { stage } = state;
  const unsaved: SessionState = { ...state, hasUnsaved: true };
  if (stage.name === 'set') return toSet(unsaved, { type: 'trouble', trouble: 'not-saved' });
  if (stage.name === 'end') return [unsaved, []];
  return [{ ...unsaved, hold: 'paused' }, [{ type: 'hush' }, say('not-saved', 'state')]];
}

function endSet(state: SessionState, reason: 'stopped' | 'skipped'): SessionStep {
  const { stage } = state;
  if (stage.name === 'rest') return announceAnew({ ...state, at: state.at + 1 }, []);
  if (stage.name === 'go') {
    const hasBegun = stage.go.readyLeftMs === 0;
    return afterTask(state, hasBegun ? reason : null, hasBegun ? [{ type: 'end-set', reason }] : []);
  }
  if (stage.name !== 'set') return [state, []];
  const [set, effects] = stepNumbered(stage.set, state.key, { type: 'end' });
  const marked = effects.map((effect) => (effect.type === 'end-set' ? { ...effect, reason } : effect));
  return takeSet(state, [{ ...set, endReason: reason }, marked]);
}

function restartSet(state: SessionState): SessionStep {
  const { stage } = state;
  const task = taskAt(state);
  if (!task || (stage.name !== 'set' && stage.name !== 'go')) return [state, []];
  return enter(state, task, [{ type: 'hush' }, ...abandoned(state, 'restarted')]);
}

/** Ends what is under way for another reason than that it is done. */
function abandoned({ stage, key }: SessionState, reason: EndReason): SessionEffect[] {
  if (stage.name === 'go') return stage.go.readyLeftMs === 0 ? [{ type: 'end-set', reason }] : [];
  if (stage.name !== 'set') return [];
  const [, effects] = stepNumbered(stage.set, key, { type: 'end' });
  return effects.map((effect) => (effect.type === 'end-set' ? { ...effect, reason } : effect));
}

function swap(state: SessionState, { exercise }: Extract<SessionInput, { type: 'swap' }>): SessionStep {
  const changed = swapped(state, exercise);
  if (!changed) return [state, []];
  const plan: SessionEffect = { type: 'save-plan', plan: changed.plan, startAt: changed.at + 1 };
  const next: SessionState = { ...state, ...changed, announced: null };
  if (state.stage.name === 'rest') return announceAnew(next, [plan]);
  return beginTask(next, [...abandoned(state, 'skipped'), plan]);
}

function endSession(state: SessionState): SessionStep {
  const { stage } = state;
  const over: SessionState = { ...state, isCutShort: true, tasks: state.tasks.slice(0, state.at + 1) };
  if (stage.name === 'set' || stage.name === 'go') {
    const [ended, effects] = endSet(over, 'stopped');
    return [{ ...ended, tasks: state.tasks }, [{ type: 'hush' }, ...effects]];
  }
  return [{ ...state, isCutShort: true, stage: { name: 'end' } }, [{ type: 'hush' }]];
}

function takeCheckResult(state: SessionState, result: CheckResultSaid): SessionStep {
  const outcomes = state.outcomes.map((one) => (one.key === result.key ? { ...one, isMeasured: true } : one));
  const measured: SessionState = { ...state, outcomes, stage: restAfterAnswer(state) };
  const changed = result.passed ? null : withRocks(measured);
  if (!changed) return [measured, [result]];
  const effects: SessionEffect[] = [result, { type: 'save-plan', plan: changed.plan, startAt: state.at + 1 }];
  const next: SessionState = { ...measured, ...changed };
  const isNext = state.stage.name === 'rest' && nextTask(next)?.exercise !== nextTask(state)?.exercise;
  return isNext ? announceAnew(next, effects) : [next, effects];
}

/** The rest was long so that there was time to answer. */
function restAfterAnswer({ stage }: SessionState): Stage {
  return stage.name === 'rest' ? { ...stage, leftMs: Math.min(stage.leftMs, REST_WARNING_MS) } : stage;
}

function checkIn(state: SessionState, { key, answers }: Extract<SessionInput, { type: 'check-in' }>): SessionStep {
  const outcomes = state.outcomes.map((outcome) =>
    outcome.key === key ? { ...outcome, checkIn: { ...outcome.checkIn, ...answers } } : outcome,
  );
  const said = outcomes.find((outcome) => outcome.key === key)?.checkIn;
  // Pain counts even where the other questions stay open.
  return [{ ...state, outcomes }, said ? [{ type: 'save-check-in', key, ...said }] : []];
}
