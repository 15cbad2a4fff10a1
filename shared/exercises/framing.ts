import type { ExerciseId } from './exerciseIds.ts';

/** How to place oneself before the camera, so that an exercise can be counted. */
export interface Framing {
  /** The recommended view of the body. */
  readonly view: View;
  /** From the camera, in metres: the body fills enough of a webcam's picture, and stays in it while it moves. */
  readonly distanceM: readonly [number, number];
  /** Room that the movement needs above the head, in body lengths. */
  readonly headroom: number;
  /** How the body has to be turned, because from elsewhere what matters cannot be seen. */
  readonly turn: Turn;
}

/** Facing the camera, turned by 30–60°, from the side, or lying from the side. */
export type Turn = 'any' | 'side-on' | 'towards';

export type View = 'front' | 'quarter' | 'side' | 'lying';

const STANDING: Framing = { view: 'quarter', distanceM: [2, 4], headroom: 0, turn: 'any' };
const HOPPING: Framing = { view: 'front', distanceM: [2.3, 4], headroom: 0.1, turn: 'any' };
const LYING: Framing = { view: 'lying', distanceM: [1.8, 3.5], headroom: 0, turn: 'any' };

const FRAMING: Record<ExerciseId, Framing> = {
  'calf-raise-double': STANDING,
  'calf-raise-single': STANDING,
  // From the side the shift onto one leg is hidden, and with it the moment at which the lowering begins.
  'calf-raise-eccentric': { ...STANDING, turn: 'towards' },
  'calf-raise-bent-knee': { ...STANDING, view: 'side' },
  'calf-raise-decline': STANDING,
  'pogo-double': HOPPING,
  'pogo-single': HOPPING,
  'pogo-line': { ...HOPPING, view: 'quarter' },
  'pogo-travel': { ...HOPPING, view: 'side', distanceM: [2.8, 4.5] },
  'glute-bridge': LYING,
  'glute-bridge-single': LYING,
  'knee-to-wall': { ...STANDING, view: 'side', turn: 'side-on' },
  'single-leg-balance': STANDING,
  'wall-calf-stretch': { ...STANDING, view: 'side', turn: 'side-on' },
  'dynamic-calf-stretch': STANDING,
  'knee-to-wall-test': { ...STANDING, view: 'side', turn: 'side-on' },
  'heel-rise-endurance': STANDING,
};

export function framingOf(exercise: ExerciseId): Framing {
  return FRAMING[exercise];
}
