import type { ExerciseId } from '../exercises/exerciseIds.ts';
import { type CounterSetup, type CounterState, endCounter, initialCounter, stepCounter } from '../motion/counter.ts';
import type { AttemptReason, MotionEvent, Rep } from '../motion/events.ts';
import type { PoseFrame } from '../pose/landmarks.ts';
import type { Trace, TraceHeader } from './trace.ts';

/** A rep without the measures that are only for the app. */
export type ReplayedRep = Omit<Rep, 'riseRatio' | 'swayRatio' | 'kneeBendDeg' | 'topMs'> & Partial<Pick<Rep, 'topMs'>>;

/** What a trace holds, as `npm run replay` prints it. Checked from outside: the names stay. */
export interface Replay {
  readonly exercise: ExerciseId;
  readonly count: number;
  readonly reps: readonly ReplayedRep[];
  readonly attempts: readonly Attempt[];
  readonly tracking: Tracking;
}

export interface Attempt {
  readonly atMs: number;
  readonly reason: AttemptReason;
}

/** How well the person was seen. `lostMs` is the time up to each frame in which nobody was. */
export interface Tracking {
  readonly framesTotal: number;
  readonly framesSeen: number;
  readonly lostMs: number;
}

/** What is known of frames that are counted one after the other, in order. */
export interface Counting {
  readonly counter: CounterState;
  readonly reps: readonly Rep[];
  readonly attempts: readonly Attempt[];
  readonly tracking: Tracking;
  readonly lastMs: number | null;
}

/**
 * Counts a recorded trace as the app counts a live set.
 */
export function replayTrace({ header, frames }: Trace): Replay {
  const counting = frames.reduce((before, frame) => stepCounting(header, before, frame), initialCounting());
  const { reps, attempts, tracking } = endCounting(header, counting);
  return {
    exercise: header.exercise,
    count: reps.filter((rep) => rep.counted).length,
    reps: reps.map(replayed),
    attempts,
    tracking,
  };
}

export function initialCounting(): Counting {
  const tracking = { framesTotal: 0, framesSeen: 0, lostMs: 0 };
  return { counter: initialCounter(), reps: [], attempts: [], tracking, lastMs: null };
}

/**
 * Takes the next frame.
 *
 * @throws RangeError when this version cannot count the exercise
 */
export function stepCounting(header: TraceHeader, counting: Counting, frame: PoseFrame): Counting {
  const [counter, events] = stepCounter(setupOf(header), counting.counter, frame);
  const { framesTotal, framesSeen, lostMs } = counting.tracking;
  const sinceLast = counting.lastMs === null ? 0 : Math.max(0, frame.tMs - counting.lastMs);
  const tracking = {
    framesTotal: framesTotal + 1,
    framesSeen: framesSeen + (frame.image ? 1 : 0),
    lostMs: lostMs + (frame.image ? 0 : sinceLast),
  };
  return { ...withEvents(counting, events), counter, tracking, lastMs: frame.tMs };
}

/** The frames end here: a rep still under way is closed with what is known of it. */
export function endCounting(header: TraceHeader, counting: Counting): Counting {
  return withEvents(counting, endCounter(setupOf(header), counting.counter));
}

/** All events of a trace, with the frame times at which they came; a rep under way at its end is closed. */
export function motionEvents({ header, frames }: Trace): MotionEvent[] {
  const setup = setupOf(header);
  const events: MotionEvent[] = [];
  let state = initialCounter();
  for (const frame of frames) {
    const [next, more] = stepCounter(setup, state, frame);
    state = next;
    events.push(...more);
  }
  return [...events, ...endCounter(setup, state)];
}

function setupOf(header: TraceHeader): CounterSetup {
  return {
    exercise: header.exercise,
    aspect: header.width / header.height,
    side: header.side,
    ...(header.personHeightCm !== undefined && { personHeightCm: header.personHeightCm }),
  };
}

function withEvents(counting: Counting, events: readonly MotionEvent[]): Counting {
  if (events.length === 0) return counting;
  const reps = events.flatMap((event) => (event.type === 'rep' ? [event.rep] : []));
  const attempts = events.flatMap((event) =>
    event.type === 'attempt' ? [{ atMs: event.atMs, reason: event.reason }] : [],
  );
  return { ...counting, reps: [...counting.reps, ...reps], attempts: [...counting.attempts, ...attempts] };
}

/** A hop has a flight instead of a top. */
function replayed({ riseRatio: _, swayRatio: _s, kneeBendDeg: _k, topMs, ...rep }: Rep): ReplayedRep {
  return rep.flightMs === undefined ? { ...rep, topMs } : rep;
}
