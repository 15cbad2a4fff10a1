import { isSeen, type Side } from '../exercises/exerciseIds.ts';
import { type GuidePhrase, guideOf } from '../exercises/guides.ts';
import type { LeadClip, PhraseId } from './clips.ts';
import type { SetTask } from './sessionPlan.ts';
import { say } from './setCues.ts';

/** What is said on the way from one set to the next. */
type Said = ReturnType<typeof say>;

/** The exercise, the leg, and how to place oneself. */
export function sayFirst(task: SetTask): Said[] {
  const intro = isSeen(task.exercise) ? [] : (guideOf(task.exercise).intro ?? []);
  return [lead(`name-${task.exercise}`), ...legOf(task.side), lead(`setup-${task.exercise}`), ...intro.map(lead)];
}

/** At the beginning of a rest: what comes next, in as few words as will do. */
export function sayRest(before: SetTask, next: SetTask): Said[] {
  if (next.exercise !== before.exercise) return [lead('rest'), lead('next'), ...sayFirst(next)];
  if (next.side !== before.side) return [lead('change-legs')];
  return [lead('rest')];
}

/** As a set begins that was announced in the rest before it, for whoever did not listen. */
export function saySet(before: SetTask | null, next: SetTask): Said[] {
  return next.exercise === before?.exercise && next.side === before.side ? [] : legOf(next.side);
}

function legOf(side: Side): Said[] {
  return side === 'both' ? [] : [lead(side === 'left' ? 'left-leg' : 'right-leg')];
}

function lead(clip: PhraseId | LeadClip | GuidePhrase): Said {
  return say(clip, 'lead');
}
