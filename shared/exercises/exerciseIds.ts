/** The exercises that the camera counts or checks. These ids stand in trace files and in the history: never rename one. */
export const EXERCISE_IDS = [
  'calf-raise-double',
  'calf-raise-single',
  'calf-raise-eccentric',
  'calf-raise-bent-knee',
  'calf-raise-decline',
  'pogo-double',
  'pogo-single',
  'pogo-line',
  'pogo-travel',
  'glute-bridge',
  'glute-bridge-single',
  'knee-to-wall',
  'single-leg-balance',
  'wall-calf-stretch',
  'dynamic-calf-stretch',
  'knee-to-wall-test',
  'heel-rise-endurance',
] as const;
export type ExerciseId = (typeof EXERCISE_IDS)[number];

/** What is led by voice and clock, with no claim of the camera. These ids stand in the history as well. */
export const LED_IDS = [
  'banded-ankle-mobilisation',
  'calf-board-stretch',
  'step-drop-stretch',
  'hamstring-stretch',
  'foam-roll-calf',
  'pelvic-tilt',
  'core-brace',
  'back-rib-breathing',
  'long-exhale',
  'hamstring-tuck',
  'hip-before-knee',
] as const;
export type LedId = (typeof LED_IDS)[number];

/** Everything that Soleus coaches. */
export const CATALOGUE_IDS = [...EXERCISE_IDS, ...LED_IDS] as const;
export type CatalogueId = ExerciseId | LedId;

/** Whether the camera takes part in it. */
export function isSeen(id: CatalogueId): id is ExerciseId {
  return (EXERCISE_IDS as readonly string[]).includes(id);
}

/** The working side: what was asked of the person, or what was seen of a rep. */
export const SIDES = ['left', 'right', 'both'] as const;
export type Side = (typeof SIDES)[number];

/** Which way a hop went, as the person sees it. */
export const HOP_DIRECTIONS = ['forward', 'back', 'left', 'right'] as const;
export type HopDirection = (typeof HOP_DIRECTIONS)[number];
