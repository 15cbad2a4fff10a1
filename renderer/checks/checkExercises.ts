import type { ExerciseId } from '../../shared/exercises/exerciseIds.ts';
import type { CheckKind } from '../../shared/progression/progress.ts';

/** What is done for a check. */
export const EXERCISE_OF: Record<CheckKind, ExerciseId> = {
  'knee-to-wall': 'knee-to-wall-test',
  'heel-rise': 'heel-rise-endurance',
  balance: 'single-leg-balance',
};
