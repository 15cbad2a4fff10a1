import { EXERCISE_IDS, type ExerciseId, type Side } from '../../shared/exercises/exerciseIds.ts';
import { motionOf } from '../../shared/exercises/motion.ts';

/** What is asked of a video; kept from one to the next. */
export interface VideoChoice {
  readonly file: File | null;
  readonly exercise: ExerciseId;
  readonly side: Side;
  readonly usesHeight: boolean;
}

export function firstChoice(): VideoChoice {
  const [exercise = 'calf-raise-double'] = countableExercises();
  return { file: null, exercise, side: usualSide(exercise), usesHeight: true };
}

/** The exercises that this version can count. */
export function countableExercises(): ExerciseId[] {
  return EXERCISE_IDS.filter((id) => {
    try {
      return Boolean(motionOf(id));
    } catch {
      return false;
    }
  });
}

export function usualSide(exercise: ExerciseId): Side {
  return sidesOf(exercise)[0] ?? 'both';
}

/** On which sides an exercise can be done; the first one is the usual one. */
export function sidesOf(exercise: ExerciseId): readonly Side[] {
  if (exercise.endsWith('-double')) return ['both'];
  return /-(single|eccentric|decline|to-wall)$/.test(exercise) ? ['right', 'left'] : ['both', 'right', 'left'];
}
