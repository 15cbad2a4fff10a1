import { type HopOptions, hops } from '../../../renderer/athlete/hops.ts';
import { place, wait } from '../../../renderer/athlete/movements.ts';
import { standOn } from '../../../renderer/athlete/stances.ts';
import type { Side } from '../../../shared/exercises/exerciseIds.ts';
import { type BenchClip, exerciseClips, type Recipe, type Scene } from '../benchClip.ts';
import { times } from './raiseTempo.ts';

type Rhythm = Pick<HopOptions, 'flightMs' | 'contactMs' | 'vary'>;

/** 2.2 hops a second. */
const STEADY: Rhythm = { flightMs: 240, contactMs: 215, vary: 0.05 };
/** 3 a second, the most that 30 frames a second can follow. */
const QUICK: Rhythm = { flightMs: 185, contactMs: 150, vary: 0.03 };
/** 1.6 a second, high. */
const HIGH: Rhythm = { flightMs: 340, contactMs: 280, vary: 0.05 };
/** Hardly off the floor. */
const LOW: Rhythm = { flightMs: 160, contactMs: 250, vary: 0.05 };
const UNEVEN: Rhythm = { flightMs: 240, contactMs: 230, vary: 0.22 };

const LINE_M = 0.2;
const TRAVEL_M = 0.12;

interface Path {
  readonly stepX?: number;
  readonly stepZ?: number;
  readonly alternate?: boolean;
}

const ASIDE: Path = { stepX: LINE_M, alternate: true };
const ACROSS: Path = { stepZ: LINE_M, alternate: true };

function onTheSpot(side: Side, count: number, rhythm: Rhythm, path: Path = {}): Pick<Recipe, 'side' | 'act'> {
  return {
    side,
    act: (score, scene) => {
      beginOn(score, side);
      hops(score, { ...rhythm, ...path, side, count, random: scene.random });
    },
  };
}

/** Two series with a rest between, on one leg after the other. */
function inTurns(): Pick<Recipe, 'side' | 'act'> {
  return {
    side: 'both',
    act: (score, scene) => {
      for (const side of ['right', 'left'] as const) {
        beginOn(score, side);
        hops(score, { ...STEADY, side, count: 7, random: scene.random });
        wait(score, 400);
        standOn(score, 'both');
      }
    },
  };
}

/** Two series on both feet with standing between. */
function twoSeries(score: Parameters<Recipe['act']>[0], { random }: Scene): void {
  times(2, () => {
    hops(score, { ...STEADY, side: 'both', count: 6, random });
    wait(score, 1500);
  });
}

/** Over the floor through the middle of the picture. */
function travelling(side: Side, count: number, direction: 'forward' | 'aside'): Pick<Recipe, 'side' | 'act'> {
  return {
    side,
    act: (score, scene) => {
      const stepX = direction === 'forward' ? 0 : side === 'left' ? TRAVEL_M : -TRAVEL_M;
      const stepZ = direction === 'forward' ? TRAVEL_M : 0;
      place(score, { x: (-stepX * count) / 2, z: (-stepZ * count) / 2 });
      wait(score, 800);
      beginOn(score, side);
      hops(score, { ...STEADY, side, count, stepX, stepZ, random: scene.random });
    },
    // Where it stands first is where the travelling begins.
    ...({ beginsAtOnce: true } as const),
  };
}

function beginOn(score: Parameters<Recipe['act']>[0], side: Side): void {
  if (side !== 'both') standOn(score, side);
  wait(score, 900);
}

const DOUBLE: readonly Recipe[] = [
  { what: 'steady', ...onTheSpot('both', 12, STEADY), setting: { fps: 30, facingDeg: 10, light: 1 } },
  { what: 'steady', ...onTheSpot('both', 12, STEADY), setting: { fps: 30, facingDeg: -20, light: 1 } },
  { what: 'quick', ...onTheSpot('both', 15, QUICK), setting: { fps: 30, light: 1 } },
  { what: 'quick', ...onTheSpot('both', 15, QUICK), setting: { fps: 30, light: 1 } },
  { what: 'high', ...onTheSpot('both', 8, HIGH), setting: { fps: 25 } },
  { what: 'high', ...onTheSpot('both', 8, HIGH), setting: { fps: 24 } },
  { what: 'low', ...onTheSpot('both', 12, LOW), setting: { fps: 30 } },
  { what: 'low', ...onTheSpot('both', 12, LOW), setting: { fps: 30 } },
  { what: 'uneven', act: twoSeries, setting: { fps: 30 } },
  { what: 'uneven', ...onTheSpot('both', 12, UNEVEN), setting: { fps: 30 } },
];

const SINGLE: readonly Recipe[] = [
  { what: 'steady-left', ...onTheSpot('left', 12, STEADY), setting: { fps: 30, facingDeg: 12, light: 1 } },
  { what: 'steady-right', ...onTheSpot('right', 12, STEADY), setting: { fps: 30, facingDeg: -12, light: 1 } },
  { what: 'quick-right', ...onTheSpot('right', 14, QUICK), setting: { fps: 30, light: 1 } },
  { what: 'quick-left', ...onTheSpot('left', 14, QUICK), setting: { fps: 30, light: 1 } },
  { what: 'turns', ...inTurns(), setting: { fps: 30 } },
  { what: 'turns', ...inTurns(), setting: { fps: 30, facingDeg: 45 } },
  { what: 'sixty-frames-left', ...onTheSpot('left', 8, STEADY), setting: { fps: 60 } },
  { what: 'sixty-frames-right', ...onTheSpot('right', 8, STEADY), setting: { fps: 60 } },
];

const LINE: readonly Recipe[] = [
  { what: 'aside-right', ...onTheSpot('right', 10, STEADY, ASIDE), setting: { fps: 30, facingDeg: 0 } },
  { what: 'aside-left', ...onTheSpot('left', 10, STEADY, ASIDE), setting: { fps: 30, facingDeg: 15 } },
  { what: 'across-left', ...onTheSpot('left', 10, STEADY, ACROSS), setting: { fps: 30, facingDeg: 85 } },
  { what: 'across-right', ...onTheSpot('right', 10, STEADY, ACROSS), setting: { fps: 30, facingDeg: -85 } },
  { what: 'aside-left', ...onTheSpot('left', 10, HIGH, ASIDE), setting: { fps: 24, facingDeg: -25 } },
  { what: 'across-right', ...onTheSpot('right', 10, HIGH, ACROSS), setting: { fps: 25, facingDeg: 65 } },
];

const TRAVEL: readonly Recipe[] = [
  { what: 'aside-left', ...travelling('left', 8, 'aside'), setting: { fps: 30, facingDeg: 0 } },
  { what: 'aside-right', ...travelling('right', 8, 'aside'), setting: { fps: 30, facingDeg: -10 } },
  { what: 'forward-right', ...travelling('right', 8, 'forward'), setting: { fps: 30, facingDeg: 85 } },
  { what: 'forward-left', ...travelling('left', 8, 'forward'), setting: { fps: 30, facingDeg: -85 } },
];

export const HOPPING: readonly BenchClip[] = [
  ...exerciseClips('pogo-double', 'pogo-double', DOUBLE),
  ...exerciseClips('pogo-single', 'pogo-single', SINGLE),
  ...exerciseClips('pogo-line', 'pogo-line', LINE),
  ...exerciseClips('pogo-travel', 'pogo-travel', TRAVEL),
];
