import type { HeelRaiseThresholds } from '../motion/heelRaiseRep.ts';
import type { ExerciseId } from './exerciseIds.ts';

/**
 * The thresholds of each exercise that the camera can count, in body lengths (shoulders to ankle at rest; 1 cm is about
 * 0.0078 for 175 cm). A full calf raise lifts the body by 5–10 cm; 2.5 cm is the least that anyone would call one.
 */
const CALF_RAISE: HeelRaiseThresholds = {
  fullRise: 0.02,
  attemptRise: 0.01,
  shallowShare: 0.6,
  kneeBendDeg: 20,
  sideFrom: 'raise',
};

const MOTION: Partial<Record<ExerciseId, HeelRaiseThresholds>> = {
  'calf-raise-double': CALF_RAISE,
  'calf-raise-single': CALF_RAISE,
  // The count of five is kept from 4 to 6.5 s (the gate of the ladder, docs: protocol of eccentric calf raises).
  'calf-raise-eccentric': { ...CALF_RAISE, sideFrom: 'lowering', lowerMs: { least: 4000, most: 6500 } },
};

/** @throws RangeError when this version cannot count the exercise */
export function motionOf(exercise: ExerciseId): HeelRaiseThresholds {
  const motion = MOTION[exercise];
  if (!motion) throw new RangeError(`This version does not count ${exercise} yet.`);
  return motion;
}
