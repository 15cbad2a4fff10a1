import type { Family, Section } from '../../shared/exercises/catalogue.ts';
import type { Side } from '../../shared/exercises/exerciseIds.ts';
import type { View } from '../../shared/exercises/framing.ts';
import type { CounterView } from '../../shared/motion/counter.ts';

export const FAMILY: Record<Family, string> = {
  'calf-raises': 'Calf raises',
  hops: 'Hops',
  bridges: 'Bridges',
  ankle: 'Ankle',
  holds: 'Holds',
};

export const SECTION: Record<Section, string> = {
  strength: 'Calf strength',
  hops: 'Hops',
  mobility: 'Ankle mobility',
  stretch: 'Stretch and release',
  pelvis: 'Hips, trunk and balance',
  check: 'Checks',
};

/** The phases of a rep in the words of its exercise. */
export const PHASE: Record<Family, Record<CounterView['phase'], string>> = {
  'calf-raises': { raise: 'Raise', hold: 'Hold', lower: 'Lower', rest: 'Rest' },
  hops: { raise: 'Hop', hold: 'Hop', lower: 'Hop', rest: 'Ready' },
  bridges: { raise: 'Lift', hold: 'Hold', lower: 'Lower', rest: 'Rest' },
  ankle: { raise: 'Forward', hold: 'Hold', lower: 'Back', rest: 'Rest' },
  holds: { raise: 'Hold', hold: 'Hold', lower: 'Hold', rest: 'Rest' },
};

export const VIEW: Record<View, string> = {
  front: 'Face the camera',
  quarter: 'Face the camera, turned a little to one side',
  side: 'Stand with your side to the camera',
  lying: 'Lie with your side to the camera, lens near the floor if you can',
};

export const SIDE: Record<Side, string> = { left: 'left', right: 'right', both: 'both' };
