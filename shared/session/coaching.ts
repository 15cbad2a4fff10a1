import type { AttemptReason, Fault } from '../motion/events.ts';
import type { Coaching } from '../settings/settings.ts';
import type { PhraseId } from './clips.ts';

/** What is said about form, and how often. Learning suffers when every rep is commented on. */
export interface CoachingRules {
  /** Numbers said aloud: all of them, or only each fifth and the last three. */
  readonly counts: 'all' | 'milestones';
  /** A fault is spoken of when it was seen in so many of the last so many reps … */
  readonly seen: number;
  readonly inLast: number;
  /** … at most so often in a set, and then not again for a while. */
  readonly mostInSet: number;
  readonly silenceMs: number;
}

const USUAL: CoachingRules = { counts: 'all', seen: 2, inLast: 3, mostInSet: 2, silenceMs: 20_000 };

export const COACHING_RULES: Record<Coaching, CoachingRules> = {
  little: { ...USUAL, counts: 'milestones', mostInSet: 1, silenceMs: 40_000 },
  usual: USUAL,
  much: { ...USUAL, mostInSet: 4, silenceMs: 10_000 },
};

/** The words for each fault, and for what was not a full rep; they name what to do to the floor, not to a muscle. */
const CUE: Record<Fault | Exclude<AttemptReason, 'let-go'>, PhraseId> = {
  'lowered-too-fast': 'slower',
  'lowered-too-slow': 'quicker',
  'not-lowered': 'all-the-way-down',
  'heel-lifted': 'heel-down',
  'knee-bent': 'straight-knee',
  'hips-low': 'hips-higher',
  'too-shallow': 'higher',
  shallow: 'higher',
};
/** When several are due, the first of these is said. */
const BY_WEIGHT: readonly PhraseId[] = [...new Set(Object.values(CUE))];

export interface CoachState {
  /** What could have been said of each of the last movements. */
  readonly recent: readonly (readonly PhraseId[])[];
  readonly saidInSet: number;
  readonly lastSaidMs: number;
  /** The correction that the person is working on, until it was praised. */
  readonly working: PhraseId | null;
}

export const INITIAL_COACH: CoachState = {
  recent: [],
  saidInSet: 0,
  lastSaidMs: Number.NEGATIVE_INFINITY,
  working: null,
};

/**
 * Takes what was seen of one rep or attempt and says which cue is due: a correction, praise for one that was followed, or
 * nothing.
 *
 * @param shows the corrections that this one could have been seen to follow; none for what was no rep
 * @param nowMs on any clock, in ms
 */
export function coachRep(
  state: CoachState,
  faults: readonly (Fault | AttemptReason)[],
  shows: 'all' | 'all-but-tempo' | 'none',
  nowMs: number,
  rules: CoachingRules,
): [CoachState, PhraseId | null] {
  const cues = faults.flatMap((fault) => (fault === 'let-go' ? [] : CUE[fault]));
  const recent = [...state.recent, cues].slice(-rules.inLast);
  const seen: CoachState = { ...state, recent };
  const isTempo = state.working === 'slower' || state.working === 'quicker';
  const isShown = shows === 'all' || (shows === 'all-but-tempo' && !isTempo);
  if (state.working && isShown && !cues.includes(state.working)) return [{ ...seen, working: null }, 'like-that'];
  const isSilent = nowMs - state.lastSaidMs < rules.silenceMs || state.saidInSet >= rules.mostInSet;
  const due = BY_WEIGHT.find((cue) => recent.filter((rep) => rep.includes(cue)).length >= rules.seen);
  if (isSilent || !due) return [seen, null];
  return [{ recent: [], saidInSet: state.saidInSet + 1, lastSaidMs: nowMs, working: due }, due];
}
