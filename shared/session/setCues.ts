import { catalogueEntry } from '../exercises/catalogue.ts';
import type { Fault } from '../motion/events.ts';
import { HIGHEST_SPOKEN_NUMBER, type NumberClip, type PhraseId, type VoiceClip } from './clips.ts';
import { PRIORITY } from './cueQueue.ts';
import type { SetEffect, SetState, Step } from './setState.ts';

/** What is said and sounded in a set, and how often. */
const FIVE_COUNT = { ticks: 5, stepMs: 1000 } as const;
/** An instruction is spoken when it has lasted, and again when it goes on. */
const ADVICE = { afterMs: 1500, everyMs: 7000 } as const;
/** Corrections of form are said at most this often; the tempo of the five-count at every rep. */
const CORRECTION_EVERY_MS = 20_000;
const STALE_MS = { count: 700, state: 1500, correction: 1500, instruction: 2500 } as const;

/** Hops are quicker than words: only each fifth is said. */
const HOPS_PER_WORD = 5;

/** Says how many; beyond the recorded numbers, and between those said of hops, a tone stands for it. */
export function announceCount({ plan }: SetState, number: number): SetEffect[] {
  const isQuick = catalogueEntry(plan.exercise).family === 'hops';
  const isSaid = !isQuick || number % HOPS_PER_WORD === 0 || number === plan.targetReps;
  return isSaid ? announce(number) : [{ type: 'tone', tone: 'tick', atMs: null }];
}

/** Says the number; beyond the recorded ones a tone stands for it. */
export function announce(number: number): SetEffect[] {
  if (number < 1) return [];
  if (number > HIGHEST_SPOKEN_NUMBER) return [{ type: 'tone', tone: 'tick', atMs: null }];
  return [say(`number-${number}` satisfies NumberClip, 'count')];
}

export function sayFault(state: SetState, faults: readonly Fault[], nowMs: number): Step {
  if (faults.includes('lowered-too-fast')) return [state, [say('slower', 'correction')]];
  if (faults.includes('lowered-too-slow')) return [state, [say('quicker', 'correction')]];
  if (faults.includes('hips-low')) return correctForm(state, 'hips-higher', nowMs);
  if (faults.includes('knee-bent')) return correctForm(state, 'straight-knee', nowMs);
  return faults.includes('shallow') ? correctForm(state, 'higher', nowMs) : [state, []];
}

export function correctForm(state: SetState, phrase: PhraseId, nowMs: number): Step {
  if (nowMs - state.lastCorrectionMs < CORRECTION_EVERY_MS) return [state, []];
  return [{ ...state, lastCorrectionMs: nowMs }, [say(phrase, 'correction')]];
}

/** Shows the one thing to do, and says it when it has lasted. */
export function advise(state: SetState, nowMs: number): Step {
  const instruction = state.setup.verdict.instruction;
  if (instruction !== state.advice.instruction) {
    return [{ ...state, advice: { instruction, sinceMs: nowMs, spokenMs: null } }, []];
  }
  const { sinceMs, spokenMs } = state.advice;
  const due = spokenMs === null ? nowMs - sinceMs >= ADVICE.afterMs : nowMs - spokenMs >= ADVICE.everyMs;
  if (!instruction || !due) return [state, []];
  const phrase: PhraseId = state.phase === 'away' && instruction === 'step-into-picture' ? 'come-back' : instruction;
  return [{ ...state, advice: { ...state.advice, spokenMs: nowMs } }, [say(phrase, 'instruction')]];
}

export function ticks(lowerStartMs: number): SetEffect[] {
  return Array.from({ length: FIVE_COUNT.ticks }, (_, i) => ({
    type: 'tone',
    tone: 'tick',
    atMs: lowerStartMs + (i + 1) * FIVE_COUNT.stepMs,
  }));
}

export function say(clip: VoiceClip, kind: keyof typeof PRIORITY): SetEffect {
  return { type: 'say', cue: { clip, priority: PRIORITY[kind], staleAfterMs: STALE_MS[kind] } };
}
