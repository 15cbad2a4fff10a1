import type { Movement } from '../../renderer/athlete/movements.ts';
import type { ExerciseId } from '../../shared/exercises/exerciseIds.ts';
import { endCounter, initialCounter, stepCounter } from '../../shared/motion/counter.ts';
import type { MotionEvent, Rep } from '../../shared/motion/events.ts';
import type { PoseFrame } from '../../shared/pose/landmarks.ts';
import { ASPECT } from './drawnPose.ts';

/** All events of counting these frames. */
export function countFrames(
  exercise: ExerciseId,
  frames: readonly PoseFrame[],
  personHeightCm: number | null = 175,
): MotionEvent[] {
  const setup = { exercise, aspect: ASPECT, ...(personHeightCm !== null && { personHeightCm }) };
  const events: MotionEvent[] = [];
  let state = initialCounter();
  for (const frame of frames) {
    const [next, more] = stepCounter(setup, state, frame);
    state = next;
    events.push(...more);
  }
  return [...events, ...endCounter(setup, state)];
}

export function repsIn(events: readonly MotionEvent[]): Rep[] {
  return events.flatMap((event) => (event.type === 'rep' ? [event.rep] : []));
}

type Moment = 'startMs' | 'topMs' | 'lowerStartMs' | 'endMs' | 'lowerMs';

/** The errors of a moment over all reps, in ms; the counts must be equal. */
export function errorsOf(reps: readonly Rep[], { reps: truth }: Movement, moment: Moment): number[] {
  return reps.map((rep, i) => {
    const [seen, real] = [rep[moment], truth[i]?.[moment]];
    return seen === undefined || real === undefined ? Number.NaN : seen - real;
  });
}

export function worst(errors: readonly number[]): number {
  return Math.max(...errors.map(Math.abs));
}
