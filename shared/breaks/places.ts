import type { CatalogueId } from '../exercises/exerciseIds.ts';

/** Where a break can be done: standing at the desk, at a wall or step, lying or kneeling on the floor. */
export const BREAK_PLACES = ['desk', 'wall', 'floor'] as const;
export type BreakPlace = (typeof BREAK_PLACES)[number];

/** What may be given as a break. Hops never are: they need a warmed-up leg and a session of their own. Checks are no dose. */
export const BREAK_EXERCISES = [
  'calf-raise-double',
  'calf-raise-single',
  'calf-raise-decline',
  'calf-raise-eccentric',
  'calf-raise-bent-knee',
  'knee-to-wall',
  'dynamic-calf-stretch',
  'banded-ankle-mobilisation',
  'wall-calf-stretch',
  'calf-board-stretch',
  'step-drop-stretch',
  'hamstring-stretch',
  'foam-roll-calf',
  'glute-bridge',
  'glute-bridge-single',
  'pelvic-tilt',
  'single-leg-balance',
  'core-brace',
  'back-rib-breathing',
  'long-exhale',
  'hamstring-tuck',
  'hip-before-knee',
] as const satisfies readonly CatalogueId[];
export type BreakExercise = (typeof BREAK_EXERCISES)[number];

interface BreakFitness {
  readonly place: BreakPlace;
  /** Can be done in a call: on the spot, upright, without a sound. */
  readonly isQuiet: boolean;
  /** Only for those who have done it in a session before: a desk is no place to learn it. */
  readonly isForTheTrained: boolean;
}

const at = (place: BreakPlace): BreakFitness => ({ place, isQuiet: false, isForTheTrained: false });
const quiet: BreakFitness = { place: 'desk', isQuiet: true, isForTheTrained: false };
const trained = (place: BreakPlace): BreakFitness => ({ place, isQuiet: false, isForTheTrained: true });

const FITNESS: Record<BreakExercise, BreakFitness> = {
  'calf-raise-double': quiet,
  'calf-raise-single': { ...quiet, isForTheTrained: true },
  'calf-raise-decline': trained('wall'),
  'calf-raise-eccentric': trained('wall'),
  'calf-raise-bent-knee': trained('wall'),
  'knee-to-wall': at('wall'),
  'dynamic-calf-stretch': quiet,
  'banded-ankle-mobilisation': at('wall'),
  'wall-calf-stretch': at('wall'),
  'calf-board-stretch': at('wall'),
  'step-drop-stretch': at('wall'),
  'hamstring-stretch': at('desk'),
  'foam-roll-calf': at('floor'),
  'glute-bridge': at('floor'),
  'glute-bridge-single': trained('floor'),
  'pelvic-tilt': at('floor'),
  'single-leg-balance': quiet,
  'core-brace': at('floor'),
  'back-rib-breathing': at('desk'),
  'long-exhale': at('desk'),
  'hamstring-tuck': at('floor'),
  'hip-before-knee': at('desk'),
};

export function breakFitness(exercise: BreakExercise): BreakFitness {
  return FITNESS[exercise];
}
