import type { BreakEvent, BreakState, BreakStep } from './breakState.ts';

/** How one thing ends and the next begins. */
export const NO_EVENTS: readonly BreakEvent[] = [];
/** A shorter stretch of sitting is not worth a line. */
const SHORTEST_STRETCH_MS = 60_000;

/** The interval begins anew; the person has not got up. */
export function countAnew(state: BreakState, nowMs: number): BreakState {
  return { ...state, stage: { name: 'sitting' }, sinceMs: nowMs };
}

/** The person is back in the chair, and the interval begins. */
export function sitDown(state: BreakState, nowMs: number): BreakState {
  return { ...countAnew(state, nowMs), satSinceMs: state.session ? null : nowMs };
}

/** The person got up at a moment that may lie a little back. */
export function afterSitting(state: BreakState, upAtMs: number): BreakStep {
  const { satSinceMs } = state;
  if (satSinceMs === null) return [state, NO_EVENTS];
  const isShort = upAtMs - satSinceMs < SHORTEST_STRETCH_MS;
  return [{ ...state, satSinceMs: null }, isShort ? NO_EVENTS : [{ kind: 'sat', atMs: upAtMs, fromMs: satSinceMs }]];
}
