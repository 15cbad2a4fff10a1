import type { ExerciseId } from '../exercises/exerciseIds.ts';
import { endCounter, initialCounter, stepCounter } from '../motion/counter.ts';
import type { AttemptReason, MotionEvent, Rep } from '../motion/events.ts';
import type { Trace } from './trace.ts';

/** A rep without the measures that are only for the app. */
export type ReplayedRep = Omit<Rep, 'riseRatio' | 'swayRatio' | 'kneeBendDeg' | 'topMs'> & Partial<Pick<Rep, 'topMs'>>;

/** What a trace holds, as `npm run replay` prints it. Checked from outside: the names stay. */
export interface Replay {
  readonly exercise: ExerciseId;
  readonly count: number;
  readonly reps: readonly ReplayedRep[];
  readonly attempts: readonly { readonly atMs: number; readonly reason: AttemptReason }[];
  readonly tracking: { readonly framesTotal: number; readonly framesSeen: number; readonly lostMs: number };
}

/**
 * Counts a recorded trace as the app counts a live set.
 */
export function replayTrace(trace: Trace): Replay {
  const events = motionEvents(trace);
  const reps = events.flatMap((event) => (event.type === 'rep' ? [replayed(event.rep)] : []));
  return {
    exercise: trace.header.exercise,
    count: reps.filter((rep) => rep.counted).length,
    reps,
    attempts: events.flatMap((event) => (event.type === 'attempt' ? [{ atMs: event.atMs, reason: event.reason }] : [])),
    tracking: tracking(trace),
  };
}

/** All events of a trace; a rep still under way at its end is closed with what is known of it. */
export function motionEvents({ header, frames }: Trace): MotionEvent[] {
  const setup = {
    exercise: header.exercise,
    aspect: header.width / header.height,
    ...(header.personHeightCm !== undefined && { personHeightCm: header.personHeightCm }),
  };
  const events: MotionEvent[] = [];
  let state = initialCounter();
  for (const frame of frames) {
    const [next, more] = stepCounter(setup, state, frame);
    state = next;
    events.push(...more);
  }
  return [...events, ...endCounter(setup, state)];
}

function tracking({ frames }: Trace): Replay['tracking'] {
  let lostMs = 0;
  let previousMs: number | undefined;
  for (const { tMs, image } of frames) {
    if (!image && previousMs !== undefined) lostMs += Math.max(0, tMs - previousMs);
    previousMs = tMs;
  }
  return { framesTotal: frames.length, framesSeen: frames.filter((frame) => frame.image).length, lostMs };
}

/** A hop has a flight instead of a top. */
function replayed({ riseRatio: _, swayRatio: _s, kneeBendDeg: _k, topMs, ...rep }: Rep): ReplayedRep {
  return rep.flightMs === undefined ? { ...rep, topMs } : rep;
}
