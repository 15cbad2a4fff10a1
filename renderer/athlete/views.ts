import type { ExerciseId } from '../../shared/exercises/exerciseIds.ts';
import { isLying } from './performances.ts';
import type { View } from './stage.ts';

const STANDING: View = { distanceM: 2.95, cameraHeightM: 1.1, facingDeg: 32, aimHeightM: 0.92 };
const LEANING: View = { distanceM: 3.1, cameraHeightM: 0.9, facingDeg: 72, aimHeightM: 0.88 };
const ROCKING: View = { distanceM: 2.9, cameraHeightM: 0.55, facingDeg: 90, aimHeightM: 0.85 };
const LYING: View = { distanceM: 2.35, cameraHeightM: 0.7, facingDeg: 78, aimHeightM: 0.32 };

/** From where a demonstration shows the exercise best. */
export function demoViewOf(exercise: ExerciseId): View {
  if (isLying(exercise)) return LYING;
  if (exercise === 'knee-to-wall') return ROCKING;
  if (exercise === 'calf-raise-bent-knee') return LEANING;
  if (exercise === 'pogo-travel') return { ...STANDING, distanceM: 3.3, facingDeg: 10 };
  return STANDING;
}

/** Where a person would put the camera for the exercise. */
export function cameraViewOf(exercise: ExerciseId): View {
  if (isLying(exercise)) return { distanceM: 2.5, cameraHeightM: 0.6, facingDeg: 90, aimHeightM: 0.35 };
  if (exercise === 'knee-to-wall' || exercise === 'calf-raise-bent-knee') {
    return { distanceM: 2.8, cameraHeightM: 0.9, facingDeg: 90 };
  }
  return { distanceM: 2.8, cameraHeightM: 0.9, facingDeg: 15 };
}
