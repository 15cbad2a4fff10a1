import type { ExerciseId } from './exerciseIds.ts';

/** How to place oneself before the camera, so that an exercise can be counted. */
export interface Framing {
  /** The recommended view of the body. */
  readonly view: View;
  /** From the camera, in metres: the body fills enough of a webcam's picture, and stays in it while it moves. */
  readonly distanceM: readonly [number, number];
  /** Room that the movement needs above the head, in body lengths. */
  readonly headroom: number;
  /** Counting needs the body side-on; from elsewhere what matters cannot be seen. */
  readonly sideOn: boolean;
}

/** Facing the camera, turned by 30–60°, from the side, or lying from the side. */
export type View = 'front' | 'quarter' | 'side' | 'lying';

const STANDING: Framing = { view: 'quarter', distanceM: [2, 4], headroom: 0, sideOn: false };
const HOPPING: Framing = { view: 'front', distanceM: [2.3, 4], headroom: 0.1, sideOn: false };
const LYING: Framing = { view: 'lying', distanceM: [1.8, 3.5], headroom: 0, sideOn: false };

const FRAMING: Record<ExerciseId, Framing> = {
  'calf-raise-double': STANDING,
  'calf-raise-single': STANDING,
  'calf-raise-eccentric': STANDING,
  'calf-raise-bent-knee': { ...STANDING, view: 'side' },
  'calf-raise-decline': STANDING,
  'pogo-double': HOPPING,
  'pogo-single': HOPPING,
  'pogo-line': { ...HOPPING, view: 'quarter' },
  'pogo-travel': { ...HOPPING, view: 'side', distanceM: [2.8, 4.5] },
  'glute-bridge': LYING,
  'glute-bridge-single': LYING,
  'knee-to-wall': { ...STANDING, view: 'side', sideOn: true },
};

export function framingOf(exercise: ExerciseId): Framing {
  return FRAMING[exercise];
}
