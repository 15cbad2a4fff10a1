import type { VoiceClip } from './clips.ts';

/**
 * Decides what is said next. One voice, never over itself: a more important cue cuts a less important one short, a less
 * important one waits, and what has waited too long is dropped. Times are in ms on any one clock.
 */
export interface VoiceCue {
  readonly clip: VoiceClip;
  /** Higher goes first; a cue that outranks the one being spoken interrupts it. */
  readonly priority: number;
  readonly staleAfterMs: number;
}

/**
 * The count must fall on the top of the rep; an instruction can wait for a pause in the talk, and so can what leads from one
 * exercise to the next.
 */
export const PRIORITY = { lead: 1, instruction: 1, correction: 2, milestone: 2, guide: 3, state: 3, count: 4 } as const;

export interface CueQueue {
  readonly speaking: { readonly cue: VoiceCue; readonly untilMs: number } | null;
  readonly waiting: readonly { readonly cue: VoiceCue; readonly sinceMs: number }[];
}

export const SILENT: CueQueue = { speaking: null, waiting: [] };

/** What to do with the voice now: start this clip (stopping any other first), or nothing. */
export type Utterance = VoiceCue | null;

export function addCue(queue: CueQueue, cue: VoiceCue, nowMs: number): CueQueue {
  // The same words waiting twice would only repeat themselves.
  const waiting = queue.waiting.filter((w) => w.cue.clip !== cue.clip);
  return { ...queue, waiting: [...waiting, { cue, sinceMs: nowMs }] };
}

/**
 * @param durationMs how long a clip lasts
 */
export function nextCue(
  queue: CueQueue,
  nowMs: number,
  durationMs: (clip: VoiceClip) => number,
): [CueQueue, Utterance] {
  const fresh = queue.waiting.filter((w) => nowMs - w.sinceMs <= w.cue.staleAfterMs);
  const speaking = queue.speaking && queue.speaking.untilMs > nowMs ? queue.speaking : null;
  const best = fresh.reduce<(typeof fresh)[number] | null>(
    (a, b) => (!a || b.cue.priority > a.cue.priority ? b : a),
    null,
  );
  if (!best || (speaking && best.cue.priority <= speaking.cue.priority)) return [{ speaking, waiting: fresh }, null];
  return [
    {
      speaking: { cue: best.cue, untilMs: nowMs + durationMs(best.cue.clip) },
      waiting: fresh.filter((w) => w !== best),
    },
    best.cue,
  ];
}
