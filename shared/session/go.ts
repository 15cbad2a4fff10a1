import type { LedId } from '../exercises/exerciseIds.ts';
import { GUIDE_PHRASES, guideOf } from '../exercises/guides.ts';
import { say } from './setCues.ts';
import type { SetEffect } from './setState.ts';

/**
 * One go of what a clock leads: getting ready, the time itself with its cues, the end. (state, time passed) → [state,
 * effects]. Times are in ms; whoever calls hands in how much time has passed, so that a pause and a closed lid cost none.
 */
export interface GoState {
  readonly exercise: LedId;
  readonly goMs: number;
  /** Until it begins; 0 once it has. */
  readonly readyLeftMs: number;
  readonly passedMs: number;
  readonly isDone: boolean;
}

export type GoEffect =
  | Extract<SetEffect, { type: 'say' | 'tone' }>
  | { readonly type: 'go-started' }
  | { readonly type: 'go-done' };

const COUNTED_SECONDS = [3, 2, 1] as const;
/** In a shorter go the middle is no news; and where the guide speaks all the time, its words go first. */
const LEAST_FOR_HALFWAY_MS = 20_000;

export function initialGo(exercise: LedId, goMs: number, readyMs: number): GoState {
  return { exercise, goMs, readyLeftMs: readyMs, passedMs: 0, isDone: false };
}

export function stepGo(state: GoState, passedMs: number): [GoState, GoEffect[]] {
  if (state.isDone || passedMs <= 0) return [state, []];
  if (state.readyLeftMs > 0) return getReady(state, passedMs);
  const nowMs = Math.min(state.goMs, state.passedMs + passedMs);
  const crossed = (atMs: number): boolean => atMs > state.passedMs && atMs <= nowMs;
  const effects: GoEffect[] = guidePhrases(state, nowMs);
  const isQuiet = guideOf(state.exercise).cycle.cues.length <= 1 && state.goMs >= LEAST_FOR_HALFWAY_MS;
  if (isQuiet && crossed(state.goMs / 2)) effects.push(say('halfway', 'milestone'));
  for (const second of COUNTED_SECONDS) {
    if (crossed(state.goMs - 1000 * second)) effects.push(say(`number-${second}`, 'count'));
  }
  const isDone = nowMs >= state.goMs;
  if (isDone) effects.push({ type: 'tone', tone: 'done', atMs: null }, say('let-go', 'state'), { type: 'go-done' });
  return [{ ...state, passedMs: nowMs, isDone }, effects];
}

/** The person is ready before the time for it is over. */
export function beginGo(state: GoState): [GoState, GoEffect[]] {
  return state.readyLeftMs > 0 ? getReady(state, state.readyLeftMs) : [state, []];
}

/** The words of the guide that were spoken last; null before the first. */
export function guideWordsAt({ exercise, readyLeftMs, passedMs }: GoState): string | null {
  const { cycle } = guideOf(exercise);
  if (readyLeftMs > 0) return null;
  const inCycle = passedMs % cycle.ms;
  const cue = cycle.cues.filter(({ atMs }) => atMs <= inCycle).at(-1) ?? cycle.cues.at(-1);
  return cue ? GUIDE_PHRASES[cue.phrase] : null;
}

function getReady(state: GoState, passedMs: number): [GoState, GoEffect[]] {
  const readyLeftMs = Math.max(0, state.readyLeftMs - passedMs);
  const crossed = (leftMs: number): boolean => state.readyLeftMs > leftMs && readyLeftMs <= leftMs;
  if (readyLeftMs > 0) {
    const second = COUNTED_SECONDS.find((s) => crossed(1000 * s));
    return [{ ...state, readyLeftMs }, second ? [say(`number-${second}`, 'count')] : []];
  }
  const first = guidePhrases({ ...state, passedMs: -1 }, 0);
  return [{ ...state, readyLeftMs }, [{ type: 'go-started' }, say('go', 'count'), ...first]];
}

/** The phrases whose moment lies after `passedMs` and not after `nowMs`; the cycle begins again and again. */
function guidePhrases({ exercise, passedMs, goMs }: GoState, nowMs: number): GoEffect[] {
  const { cycle } = guideOf(exercise);
  const effects: GoEffect[] = [];
  const firstRound = Math.max(0, Math.floor(passedMs / cycle.ms));
  for (let startMs = firstRound * cycle.ms; startMs <= nowMs && startMs < goMs; startMs += cycle.ms) {
    for (const { atMs, phrase } of cycle.cues) {
      if (startMs + atMs > passedMs && startMs + atMs <= nowMs) effects.push(say(phrase, 'guide'));
    }
  }
  return effects;
}
