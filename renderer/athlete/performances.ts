import type { ExerciseId, Side } from '../../shared/exercises/exerciseIds.ts';
import { doubleRaise, eccentricRaise, type RaiseTempo, singleRaise } from './calfRaises.ts';
import { type Movement, movementOf, newScore, wait } from './movements.ts';
import { standOn } from './stances.ts';

/** What the athlete does when it stands in for a person: the exercise in its right tempo. */
const TEMPO: RaiseTempo = { raiseMs: 1000, holdMs: 600, lowerMs: 1900, restMs: 700, heightM: 0.08, rampMs: 280 };
const SLOW_LOWER: RaiseTempo = { ...TEMPO, holdMs: 1000, lowerMs: 5100 };

/** Standing and waiting. */
export const STANDING_STILL: Movement = { durationMs: 0, segments: [], reps: [] };

/** `count` reps with standing before; the athlete stands on when they are done. */
export function performanceOf(exercise: ExerciseId, side: Side, count: number, standMs: number): Movement {
  const score = newScore();
  wait(score, standMs);
  const leg = side === 'both' ? 'right' : side;
  if (exercise === 'calf-raise-single') {
    standOn(score, leg);
    wait(score, 500);
  }
  for (let i = 0; i < count; i++) {
    if (exercise === 'calf-raise-single') singleRaise(score, TEMPO, leg);
    else if (exercise === 'calf-raise-eccentric') eccentricRaise(score, SLOW_LOWER, leg);
    else doubleRaise(score, TEMPO);
  }
  if (exercise === 'calf-raise-single') standOn(score, 'both');
  return movementOf(score);
}
