import type { ExerciseId } from '../../shared/exercises/exerciseIds.ts';
import { isLying } from './performances.ts';
import type { StageOptions, View } from './stage.ts';

const STANDING: View = { distanceM: 2.95, cameraHeightM: 1.1, facingDeg: 32, aimHeightM: 0.92 };
const LEANING: View = { distanceM: 3.1, cameraHeightM: 0.9, facingDeg: 84, aimHeightM: 0.88 };
const ROCKING: View = { distanceM: 2.9, cameraHeightM: 0.55, facingDeg: 86, aimHeightM: 0.85 };
const LYING: View = { distanceM: 2.35, cameraHeightM: 0.7, facingDeg: 78, aimHeightM: 0.32 };

const SIDE_ON: ReadonlySet<ExerciseId> = new Set(['knee-to-wall', 'calf-raise-bent-knee', 'wall-calf-stretch']);

/** From where a demonstration shows the exercise best, and what stands around. */
export function demoSceneOf(exercise: ExerciseId): Pick<StageOptions, 'view' | 'wallAheadM'> {
  switch (exercise) {
    case 'glute-bridge':
    case 'glute-bridge-single':
      return { view: LYING };
    case 'knee-to-wall':
      return { view: ROCKING, wallAheadM: 0.5 };
    case 'wall-calf-stretch':
      return { view: ROCKING, wallAheadM: 0.75 };
    case 'calf-raise-bent-knee':
      return { view: LEANING, wallAheadM: 1.05 };
    case 'pogo-travel':
      return { view: { ...STANDING, distanceM: 3.3, facingDeg: 10 } };
    default:
      return { view: STANDING };
  }
}

/** Where a person would put the camera for the exercise. */
export function cameraViewOf(exercise: ExerciseId): View {
  if (isLying(exercise)) return { distanceM: 2.5, cameraHeightM: 0.6, facingDeg: 90, aimHeightM: 0.35 };
  if (SIDE_ON.has(exercise)) {
    return { distanceM: 2.8, cameraHeightM: 0.9, facingDeg: 90 };
  }
  return { distanceM: 2.8, cameraHeightM: 0.9, facingDeg: 15 };
}
