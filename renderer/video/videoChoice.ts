import { catalogueEntry } from '../../shared/exercises/catalogue.ts';
import { EXERCISE_IDS, type ExerciseId, type Side } from '../../shared/exercises/exerciseIds.ts';

/** What is asked of a video; kept from one to the next. */
export interface VideoChoice {
  readonly file: File | null;
  readonly exercise: ExerciseId;
  readonly side: Side;
  readonly usesHeight: boolean;
}

export function firstChoice(): VideoChoice {
  const [exercise] = EXERCISE_IDS;
  return { file: null, exercise, side: usualSide(exercise), usesHeight: true };
}

export function usualSide(exercise: ExerciseId): Side {
  return sidesOf(exercise)[0] ?? 'both';
}

/** On which sides an exercise is done; the first one is the usual one. */
export function sidesOf(exercise: ExerciseId): readonly Side[] {
  return catalogueEntry(exercise).isOneSided ? ['right', 'left'] : ['both'];
}
