import { type CatalogueId, type ExerciseId, isSeen, type Side } from '../../shared/exercises/exerciseIds.ts';
import { ledMoveOf, scoreIn } from './ledMoves.ts';
import { type Movement, movementOf, wait } from './movements.ts';
import { performanceOf } from './performances.ts';
import type { Scenery } from './stage.ts';
import { demoSceneryOf } from './views.ts';

/** An exercise shown: a movement that ends where it begins, from the view that shows it best. */
export interface Demonstration {
  readonly movement: Movement;
  readonly scenery: Scenery;
  /** The moment that says most: the top of a rep, a position held. */
  readonly stillMs: number;
}

const PAUSE_MS = 900;
/** Long enough to see that it is held. */
const HOLD_MS = 5000;

export function demonstrationOf(exercise: CatalogueId, side: Side): Demonstration {
  const scenery = demoSceneryOf(exercise, side);
  if (isSeen(exercise)) {
    const movement = performanceOf(exercise, side, repsShown(exercise), PAUSE_MS, HOLD_MS);
    return { movement, scenery, stillMs: movement.reps[0]?.topMs ?? 0 };
  }
  const leg = side === 'both' ? 'right' : side;
  const { position, act } = ledMoveOf(exercise);
  const score = scoreIn((before) => position(before, leg));
  wait(score, PAUSE_MS / 2);
  const stillMs = act(score, leg);
  return { movement: movementOf(score), scenery, stillMs };
}

/** Hops come in series, those that travel there and back; of slow movements two are enough, of a hold one. */
function repsShown(exercise: ExerciseId): number {
  switch (exercise) {
    case 'pogo-travel':
      return 20;
    case 'pogo-double':
    case 'pogo-single':
    case 'pogo-line':
      return 8;
    case 'single-leg-balance':
    case 'wall-calf-stretch':
    case 'knee-to-wall-test':
      return 1;
    default:
      return 2;
  }
}
