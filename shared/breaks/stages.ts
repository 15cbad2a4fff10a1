import {
  type BreakRules,
  type BreakState,
  type BreakStep,
  type DueBreak,
  isKnown,
  OFFER_MS,
  type Sense,
  type Stage,
  TAKING_MS,
  TYPING_PAUSE_MS,
} from './breakState.ts';
import { countAnew, NO_EVENTS, sitDown } from './ending.ts';
import { callsOfferBack, holdsOf } from './holds.ts';

/** From sitting to the offer: each stage says what the next one is. Several may follow in one step. */
export function stepStage(rules: BreakRules, state: BreakState, sense: Sense, nowMs: number): BreakStep {
  const [next, events] = leaveStage(rules, state, sense, nowMs);
  if (next === state) return [state, events];
  const [after, more] = stepStage(rules, next, sense, nowMs);
  return [after, more.length > 0 ? [...events, ...more] : events];
}

/** When the interval is over. */
export function dueAtMs({ settings }: BreakRules, { sinceMs }: BreakState): number {
  return sinceMs + settings.intervalMinutes * 60_000;
}

/** When a break that was announced is offered: a warning is never shorter than was chosen. */
export function offerAtMs(rules: BreakRules, state: BreakState, warnedAtMs: number): number {
  return Math.max(dueAtMs(rules, state), warnedAtMs + warningMs(rules));
}

export function warningMs({ settings }: BreakRules): number {
  return settings.warningSeconds * 1000;
}

/** Nothing has spoken against a break for a moment. */
export function isFree({ freeFromMs }: BreakState, nowMs: number): boolean {
  return freeFromMs !== null && nowMs >= freeFromMs;
}

export function isTyping({ presence }: Sense): boolean {
  return presence.kind === 'idle' && presence.ms < TYPING_PAUSE_MS;
}

export function typingWaitMs({ settings }: BreakRules): number {
  return settings.typingWaitMinutes * 60_000;
}

function leaveStage(rules: BreakRules, state: BreakState, sense: Sense, nowMs: number): BreakStep {
  const { stage } = state;
  const to = (next: Stage): BreakState => ({ ...state, stage: next });
  switch (stage.name) {
    case 'off':
    case 'away':
      return [state, NO_EVENTS];
    case 'sitting':
      return sit(rules, state, nowMs);
    case 'warned':
      if (!isFree(state, nowMs) || nowMs < dueAtMs(rules, state) - warningMs(rules)) return callBack(state, nowMs);
      if (nowMs < offerAtMs(rules, state, stage.atMs)) return [state, NO_EVENTS];
      return [to({ name: 'ready', fromMs: nowMs, due: newlyDue(rules, state) }), NO_EVENTS];
    case 'held':
      return [isFree(state, nowMs) ? to({ name: 'ready', fromMs: nowMs, due: stage.due }) : state, NO_EVENTS];
    case 'ready': {
      const { due, fromMs } = stage;
      if (!isFree(state, nowMs)) return isKnown(due) ? [to({ name: 'held', due }), NO_EVENTS] : callBack(state, nowMs);
      // The person wants longer intervals now.
      if (!isKnown(due) && nowMs < dueAtMs(rules, state)) return callBack(state, nowMs);
      if (isTyping(sense) && nowMs < fromMs + typingWaitMs(rules)) return [state, NO_EVENTS];
      const offered = { ...due, offers: due.offers + 1 };
      return [
        to({ name: 'offered', atMs: nowMs, due: offered }),
        [{ kind: 'offered', atMs: nowMs, dueAtMs: due.dueAtMs, n: offered.offers }],
      ];
    }
    case 'offered': {
      const { due } = stage;
      if (callsOfferBack(holdsOf(rules, state, sense))) {
        return [to({ name: 'held', due }), [{ kind: 'withdrawn', atMs: nowMs }]];
      }
      if (nowMs < stage.atMs + OFFER_MS) return [state, NO_EVENTS];
      return [countAnew(state, nowMs), [{ kind: 'lapsed', atMs: nowMs, dueAtMs: due.dueAtMs, why: 'unanswered' }]];
    }
    case 'snoozed': {
      const { due } = stage;
      if (nowMs < stage.untilMs) return [state, NO_EVENTS];
      return [to(isFree(state, nowMs) ? { name: 'ready', fromMs: nowMs, due } : { name: 'held', due }), NO_EVENTS];
    }
    case 'taking': {
      const { due } = stage;
      if (nowMs < stage.atMs + TAKING_MS) return [state, NO_EVENTS];
      return [sitDown(state, nowMs), [{ kind: 'lapsed', atMs: nowMs, dueAtMs: due.dueAtMs, why: 'unfinished' }]];
    }
  }
}

function sit(rules: BreakRules, state: BreakState, nowMs: number): BreakStep {
  if (!isFree(state, nowMs) || nowMs < dueAtMs(rules, state) - warningMs(rules)) return [state, NO_EVENTS];
  if (warningMs(rules) === 0) {
    return [{ ...state, stage: { name: 'ready', fromMs: nowMs, due: newlyDue(rules, state) } }, NO_EVENTS];
  }
  return [{ ...state, stage: { name: 'warned', atMs: nowMs } }, [{ kind: 'warned', atMs: nowMs }]];
}

/** A warning is taken back; it is given again when the way is free. */
function callBack(state: BreakState, nowMs: number): BreakStep {
  return [{ ...state, stage: { name: 'sitting' } }, [{ kind: 'withdrawn', atMs: nowMs }]];
}

export function newlyDue(rules: BreakRules, state: BreakState): DueBreak {
  return { dueAtMs: dueAtMs(rules, state), offers: 0, snoozes: 0, isStarted: false, size: 'usual' };
}
