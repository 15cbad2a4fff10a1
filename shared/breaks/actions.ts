import {
  type BreakAction,
  type BreakEvent,
  type BreakRules,
  type BreakState,
  type BreakStep,
  type DoseSize,
  dueOf,
  isKnown,
} from './breakState.ts';
import { afterSitting, countAnew, NO_EVENTS, sitDown } from './ending.ts';
import { pauseFor } from './pauses.ts';
import { newlyDue } from './stages.ts';

/** What the person asks for. What makes no sense at the moment changes nothing: the view says what can be asked. */
export function takeAction(rules: BreakRules, state: BreakState, act: BreakAction, nowMs: number): BreakStep {
  switch (act.action) {
    case 'start-now':
      return state.stage.name === 'taking' ? [state, NO_EVENTS] : start(rules, state, 'usual', nowMs);
    case 'smaller-dose':
      return start(rules, state, 'small', nowMs);
    case 'snooze':
      return snooze(rules, state, act.minutes, nowMs);
    case 'skip':
      return skip(rules, state, act.reason, nowMs);
    case 'pause':
      return pause(rules, state, act.for, nowMs);
    case 'resume':
      return state.pause ? [{ ...state, pause: null }, [{ kind: 'resumed', atMs: nowMs }]] : [state, NO_EVENTS];
    case 'done':
      return finish(state, act, nowMs);
  }
}

/** How often the break at hand can still be put off; 0 when there is none. */
export function snoozesLeft({ settings }: BreakRules, state: BreakState): number {
  const { name } = state.stage;
  if (name !== 'warned' && name !== 'ready' && name !== 'held' && name !== 'offered') return 0;
  return Math.max(0, settings.snoozesAtMost - (dueOf(state)?.snoozes ?? 0));
}

/** Whether there is a break at hand that can be skipped. */
export function canSkip({ stage }: BreakState): boolean {
  return stage.name !== 'off' && stage.name !== 'sitting' && stage.name !== 'away';
}

function start(rules: BreakRules, state: BreakState, size: DoseSize, nowMs: number): BreakStep {
  const { stage } = state;
  if (stage.name === 'taking') return [{ ...state, stage: { ...stage, due: { ...stage.due, size } } }, NO_EVENTS];
  const due = { ...(dueOf(state) ?? newlyDue(rules, state)), isStarted: true, size };
  const [up, events] = afterSitting(state, nowMs);
  return [{ ...up, stage: { name: 'taking', atMs: nowMs, due } }, [...events, { kind: 'started', atMs: nowMs }]];
}

function snooze(rules: BreakRules, state: BreakState, minutes: number, nowMs: number): BreakStep {
  if (snoozesLeft(rules, state) === 0) return [state, NO_EVENTS];
  const due = dueOf(state) ?? newlyDue(rules, state);
  const later = { ...due, snoozes: due.snoozes + 1 };
  return [
    { ...state, stage: { name: 'snoozed', untilMs: nowMs + minutes * 60_000, due: later } },
    [{ kind: 'snoozed', atMs: nowMs, dueAtMs: due.dueAtMs, minutes }],
  ];
}

function skip(
  rules: BreakRules,
  state: BreakState,
  reason: Extract<BreakAction, { action: 'skip' }>['reason'],
  nowMs: number,
): BreakStep {
  if (!canSkip(state)) return [state, NO_EVENTS];
  const { dueAtMs } = dueOf(state) ?? newlyDue(rules, state);
  const next = state.stage.name === 'taking' ? sitDown(state, nowMs) : countAnew(state, nowMs);
  return [next, [{ kind: 'skipped', atMs: nowMs, dueAtMs, reason }]];
}

/** A pause is a long hold: the person goes on sitting, and a break that came due meanwhile is offered after it. */
function pause(
  rules: BreakRules,
  state: BreakState,
  length: Extract<BreakAction, { action: 'pause' }>['for'],
  nowMs: number,
): BreakStep {
  const paused: BreakState = { ...state, pause: pauseFor(rules.local, length, nowMs) };
  const event: BreakEvent = { kind: 'paused', atMs: nowMs };
  const { name } = state.stage;
  if (name === 'off' || name === 'sitting' || name === 'away' || name === 'taking') return [paused, [event]];
  const due = dueOf(state);
  if (!isKnown(due)) return [{ ...paused, stage: { name: 'sitting' } }, [event, { kind: 'withdrawn', atMs: nowMs }]];
  return [countAnew(paused, nowMs), [event, { kind: 'lapsed', atMs: nowMs, dueAtMs: due.dueAtMs, why: 'paused' }]];
}

/** A break that was done counts whenever it is done, asked for or not. */
function finish(state: BreakState, act: Extract<BreakAction, { action: 'done' }>, nowMs: number): BreakStep {
  const { how, sessionId = null } = act;
  const dueAtMs = dueOf(state)?.dueAtMs ?? null;
  const [up, sat] = afterSitting(state, nowMs);
  const next = up.stage.name === 'off' ? { ...up, sinceMs: nowMs } : sitDown(up, nowMs);
  return [next, [...sat, { kind: 'done', atMs: nowMs, dueAtMs, how, sessionId }]];
}
