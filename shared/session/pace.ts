import type { ExerciseId } from '../exercises/exerciseIds.ts';

/**
 * The beat of the heel-rise check: up on one, down on the next, 60 beats a minute, and the check ends when the pace or the
 * height is lost after two prompts (Hébert-Losier 2017). Times are in ms on the clock of the frames.
 */
const BEAT_MS = 1000;
const REP_MS = 2 * BEAT_MS;
/** A rep this late has lost the pace: half a rep, and what the camera and the model take to see it. */
const LATE_MS = 1200;
const MOST_PROMPTS = 2;
/** So far ahead the beats are handed to the audio clock. */
const AHEAD_MS = 600;

export interface PaceState {
  /** Up to where beats are scheduled. */
  readonly beatsToMs: number;
  /** Since when the next rep has been waited for. */
  readonly waitingSinceMs: number;
  readonly prompts: number;
}

export function hasPace(exercise: ExerciseId): boolean {
  return exercise === 'heel-rise-endurance';
}

/** The beat begins, or goes on after an interruption. */
export function startPace(nowMs: number, before: PaceState | null): PaceState {
  return { beatsToMs: nowMs, waitingSinceMs: nowMs + REP_MS, prompts: before?.prompts ?? 0 };
}

export function paceRep(state: PaceState, topMs: number): PaceState {
  return { ...state, waitingSinceMs: Math.max(state.waitingSinceMs, topMs) };
}

/** What the beat has come to: the beats that are due to be scheduled, and whether the pace was just lost. */
export function stepPace(state: PaceState, nowMs: number): [PaceState, { beats: number[]; isLost: boolean }] {
  const beats: number[] = [];
  let { beatsToMs } = state;
  while (beatsToMs + BEAT_MS <= nowMs + AHEAD_MS) {
    beatsToMs += BEAT_MS;
    beats.push(beatsToMs);
  }
  const isLost = nowMs - state.waitingSinceMs > REP_MS + LATE_MS;
  return [
    { ...state, beatsToMs, ...(isLost && { waitingSinceMs: nowMs }) },
    { beats, isLost },
  ];
}

/** Pace or height was lost: a prompt, or the end after two of them. */
export function promptPace(state: PaceState): [PaceState, 'prompt' | 'end'] {
  return [{ ...state, prompts: state.prompts + 1 }, state.prompts < MOST_PROMPTS ? 'prompt' : 'end'];
}
