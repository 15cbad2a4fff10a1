import type { ExerciseId } from './exerciseIds.ts';

/** What the app offers of each exercise that the camera counts. */
export interface CatalogueEntry {
  readonly family: Family;
  /** Done with one leg at a time. */
  readonly isOneSided: boolean;
  /** Reps that the protocol starts with. */
  readonly usualReps: number;
}

export const FAMILIES = ['calf-raises', 'hops', 'bridges', 'ankle'] as const;
export type Family = (typeof FAMILIES)[number];

/**
 * Doses: 10–15 on two legs to begin with (Silbernagel), 15–20 on one, 15 slow lowers (Alfredson), 15 with a bent knee
 * (Runner's World); a first session of hops stays within 25–50 landings; bridges 12–15; 20 rocks of the ankle.
 */
const CATALOGUE: Record<ExerciseId, CatalogueEntry> = {
  'calf-raise-double': { family: 'calf-raises', isOneSided: false, usualReps: 12 },
  'calf-raise-single': { family: 'calf-raises', isOneSided: true, usualReps: 15 },
  'calf-raise-eccentric': { family: 'calf-raises', isOneSided: true, usualReps: 15 },
  'calf-raise-decline': { family: 'calf-raises', isOneSided: true, usualReps: 15 },
  'calf-raise-bent-knee': { family: 'calf-raises', isOneSided: true, usualReps: 15 },
  'pogo-double': { family: 'hops', isOneSided: false, usualReps: 20 },
  'pogo-single': { family: 'hops', isOneSided: true, usualReps: 15 },
  'pogo-line': { family: 'hops', isOneSided: true, usualReps: 15 },
  'pogo-travel': { family: 'hops', isOneSided: true, usualReps: 10 },
  'glute-bridge': { family: 'bridges', isOneSided: false, usualReps: 12 },
  'glute-bridge-single': { family: 'bridges', isOneSided: true, usualReps: 12 },
  'knee-to-wall': { family: 'ankle', isOneSided: true, usualReps: 20 },
};

export function catalogueEntry(exercise: ExerciseId): CatalogueEntry {
  return CATALOGUE[exercise];
}

/** The exercises of a family, from the easiest on. */
export function exercisesOf(family: Family): ExerciseId[] {
  return (Object.keys(CATALOGUE) as ExerciseId[]).filter((id) => CATALOGUE[id].family === family);
}
