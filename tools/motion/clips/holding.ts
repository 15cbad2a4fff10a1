import { balance, wallStretch } from '../../../renderer/athlete/holds.ts';
import { type BenchClip, exerciseClips, type Recipe } from '../benchClip.ts';

type Leg = 'left' | 'right';

/** A little longer than a hold has to last. */
const HOLD_MS = 31_000;

function balanced(leg: Leg): Omit<Recipe, 'what'> {
  return { side: leg, act: (score) => balance(score, HOLD_MS, leg), setting: { fps: 12 } };
}

function stretched(leg: Leg, facingDeg: number): Omit<Recipe, 'what'> {
  return {
    side: leg,
    act: (score) => wallStretch(score, HOLD_MS, leg),
    setting: { facingDeg, fps: 12, wallAheadM: 0.75 },
  };
}

const BALANCES: readonly Recipe[] = [
  { what: 'left', ...balanced('left') },
  { what: 'right', ...balanced('right') },
];

const STRETCHES: readonly Recipe[] = [
  { what: 'left', ...stretched('left', 85) },
  { what: 'right', ...stretched('right', 80) },
];

export const HOLDS: readonly BenchClip[] = [
  ...exerciseClips('single-leg-balance', 'balance', BALANCES),
  ...exerciseClips('wall-calf-stretch', 'stretch', STRETCHES),
];
