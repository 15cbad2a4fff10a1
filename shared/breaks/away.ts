import {
  BREAK_MS,
  type BreakEvent,
  type BreakRules,
  type BreakState,
  type BreakStep,
  dueOf,
  isKnown,
  LONGEST_CREDIT_MS,
  type Sense,
  type Stage,
} from './breakState.ts';
import { afterSitting, NO_EVENTS, sitDown } from './ending.ts';

/** Notices that the person has gone, and credits it when they are back: whoever was away for as long as a break had one. */
export function stepAway(rules: BreakRules, before: BreakState, sense: Sense, nowMs: number): BreakStep {
  const state = seeLock(before, sense, nowMs);
  const { stage } = state;
  // Someone who does their break leaves the keyboard alone.
  if (stage.name === 'off' || stage.name === 'taking') return [state, NO_EVENTS];
  if (stage.name === 'away')
    return isStillAway(rules, state, sense, nowMs) ? [state, NO_EVENTS] : comeBack(state, stage, nowMs);
  const fromMs = awaySinceMs(rules, state, sense, nowMs);
  return fromMs === null ? [state, NO_EVENTS] : goAway(state, Math.max(fromMs, state.sinceMs), nowMs);
}

/** For how long hands are known to have been still, in ms. */
export function stillMs(state: BreakState, { presence }: Sense, nowMs: number): number {
  if (presence.kind !== 'idle' || state.stillFromMs === null) return 0;
  return Math.min(presence.ms, nowMs - state.stillFromMs);
}

export function idleLimitMs({ settings }: BreakRules): number {
  return settings.idleMinutes * 60_000;
}

function seeLock(state: BreakState, { presence }: Sense, nowMs: number): BreakState {
  const isLocked = presence.kind === 'locked';
  if (isLocked === (state.lockedSinceMs !== null)) return state;
  return { ...state, lockedSinceMs: isLocked ? nowMs : null };
}

function awaySinceMs(rules: BreakRules, state: BreakState, sense: Sense, nowMs: number): number | null {
  const { lockedSinceMs } = state;
  if (lockedSinceMs !== null && nowMs - lockedSinceMs >= BREAK_MS) return lockedSinceMs;
  const still = stillMs(state, sense, nowMs);
  return still >= idleLimitMs(rules) ? nowMs - still : null;
}

function isStillAway(rules: BreakRules, state: BreakState, sense: Sense, nowMs: number): boolean {
  const { kind } = sense.presence;
  if (kind === 'locked' || (kind === 'unknown' && rules.settings.whenUnknown === 'wait')) return true;
  return stillMs(state, sense, nowMs) >= idleLimitMs(rules);
}

function goAway(state: BreakState, fromMs: number, nowMs: number): BreakStep {
  const [up, sat] = afterSitting(state, fromMs);
  const isShown = state.stage.name === 'warned' || state.stage.name === 'ready' || state.stage.name === 'offered';
  const withdrawn: readonly BreakEvent[] = isShown ? [{ kind: 'withdrawn', atMs: nowMs }] : NO_EVENTS;
  return [{ ...up, stage: { name: 'away', fromMs, due: dueOf(state) } }, [...sat, ...withdrawn]];
}

function comeBack(state: BreakState, { fromMs, due }: Extract<Stage, { name: 'away' }>, nowMs: number): BreakStep {
  const awayMs = nowMs - fromMs;
  const isBreak = awayMs >= BREAK_MS && awayMs <= LONGEST_CREDIT_MS;
  const next = sitDown(state, nowMs);
  if (!isBreak && !isKnown(due)) return [next, NO_EVENTS];
  return [next, [{ kind: 'credited', atMs: nowMs, fromMs, dueAtMs: due?.dueAtMs ?? null, by: 'away' }]];
}
