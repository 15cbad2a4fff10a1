import { familyOf } from '../exercises/catalogue.ts';
import type { AttemptReason, Fault } from '../motion/events.ts';
import { HIGHEST_SPOKEN_NUMBER, type NumberClip, type PhraseId, type VoiceClip } from './clips.ts';
import { COACHING_RULES, coachRep } from './coaching.ts';
import { PRIORITY, type VoiceCue } from './cueQueue.ts';
import { hasPace } from './pace.ts';
import type { SetEffect, SetState, Step } from './setState.ts';

/** What is said and sounded in a set, and how often. */
const FIVE_COUNT = { ticks: 5, stepMs: 1000 } as const;
/** An instruction is spoken when it has lasted, and again when it goes on. */
const ADVICE = { afterMs: 1500, everyMs: 7000 } as const;
const STALE_MS = {
  ...{ count: 700, state: 1500, milestone: 1500, correction: 1500, guide: 1500, instruction: 2500 },
  lead: 15_000,
} as const;

/** Hops are quicker than words, and a person who asked for few words wants no more: each fifth is said. */
const REPS_PER_WORD = 5;
const LAST_REPS = ['last-one', 'two-more', 'three-more'] as const;
/** Of a shorter set everyone knows where its middle is. */
const LEAST_FOR_HALFWAY = 8;

/** Says how many, where the middle is, and the last three; where no number is said a tone stands for it. */
export function announceCount({ plan }: SetState, number: number): SetEffect[] {
  const { targetReps } = plan;
  const isQuick = familyOf(plan.exercise) === 'hops';
  const isEveryRepSaid = !isQuick && COACHING_RULES[plan.coaching].counts === 'all';
  const left = targetReps - number;
  const isSaid = isEveryRepSaid || number % REPS_PER_WORD === 0 || left === 0 || (!isQuick && left < LAST_REPS.length);
  // A beat that sounds already must not be doubled.
  const unsaid: SetEffect[] = hasPace(plan.exercise) ? [] : [{ type: 'tone', tone: 'tick', atMs: null }];
  const isSpeakable = number <= HIGHEST_SPOKEN_NUMBER;
  const count = isSaid && isSpeakable ? announce(number) : unsaid;
  return [...count, ...milestone(number, targetReps, isQuick)];
}

function milestone(number: number, targetReps: number, isQuick: boolean): SetEffect[] {
  if (targetReps < LEAST_FOR_HALFWAY || number < 1) return [];
  if (number === Math.ceil(targetReps / 2)) return [say('halfway', 'milestone')];
  const phrase = isQuick ? undefined : LAST_REPS[targetReps - number - 1];
  return phrase ? [say(phrase, 'milestone')] : [];
}

/** Says the number; beyond the recorded ones a tone stands for it. */
export function announce(number: number): SetEffect[] {
  if (number < 1) return [];
  if (number > HIGHEST_SPOKEN_NUMBER) return [{ type: 'tone', tone: 'tick', atMs: null }];
  return [say(`number-${number}` satisfies NumberClip, 'count')];
}

/** What is said of the form of a rep or an attempt, if it is time to say something. */
export function coach(
  state: SetState,
  faults: readonly (Fault | AttemptReason)[],
  shows: Parameters<typeof coachRep>[2],
  nowMs: number,
): Step {
  const [coaching, phrase] = coachRep(state.coach, faults, shows, nowMs, COACHING_RULES[state.plan.coaching]);
  return [{ ...state, coach: coaching }, phrase ? [say(phrase, 'correction')] : []];
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

export function say(clip: VoiceClip, kind: keyof typeof PRIORITY): { readonly type: 'say'; readonly cue: VoiceCue } {
  return { type: 'say', cue: { clip, priority: PRIORITY[kind], staleAfterMs: STALE_MS[kind] } };
}
