/** The exercises that the camera counts. These ids stand in trace files and in the history: never rename one. */
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
] as const;

export type ExerciseId = (typeof EXERCISE_IDS)[number];

/** The working side: what was asked of the person, or what was seen of a rep. */
export const SIDES = ['left', 'right', 'both'] as const;
export type Side = (typeof SIDES)[number];

/** Which way a hop went, as the person sees it. */
export const HOP_DIRECTIONS = ['forward', 'back', 'left', 'right'] as const;
export type HopDirection = (typeof HOP_DIRECTIONS)[number];
