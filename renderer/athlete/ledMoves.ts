import type { LedId } from '../../shared/exercises/exerciseIds.ts';
import { lieDown } from './bridges.ts';
import { takeSplitStance } from './kneeToWall.ts';
import { type Channel, move, newScore, place, type Score, wait } from './movements.ts';
import { valueAt } from './timeline.ts';

/** What a voice leads, shown: each begins in its position and comes back to it. Lengths in metres, angles in degrees, times in ms. */
export interface LedMove {
  /** Into the position; what is moved here is there at once. */
  readonly position: (score: Score, leg: Leg) => void;
  /** @returns the moment that says most */
  readonly act: (score: Score, leg: Leg) => number;
}

type Leg = 'left' | 'right';
type Targets = Partial<Record<Channel, number>>;

/** The height of a chair's seat, and of a step. */
export const SEAT_M = 0.42;
const STEP_M = 0.14;
export const SLOPE_DEG = 24;

const LED_MOVES: Record<LedId, LedMove> = {
  // Two seconds over the toes, two back.
  'banded-ankle-mobilisation': {
    position: (score, leg) => {
      takeSplitStance(score, leg);
      place(score, { armsForward: 0, elbows: 0 });
    },
    act: (score, leg) => held(score, { [leg === 'left' ? 'kneeLeft' : 'kneeRight']: 0.13 }, 2000, 0),
  },
  'calf-board-stretch': {
    position: (score) => place(score, { slope: SLOPE_DEG, shiftZ: 0.02, tilt: 1 }),
    act: (score, leg) => {
      const heel = leg === 'left' ? 'ankleRight' : 'ankleLeft';
      const over = leg === 'left' ? 0.03 : -0.03;
      return held(score, { shiftZ: 0.08, tilt: 5, shiftX: over, hipDrop: 0.012, [heel]: 0.05 }, 1600, 4500);
    },
  },
  'step-drop-stretch': {
    position: (score) => place(score, { step: STEP_M, shiftZ: 0.07 }),
    act: (score) => held(score, { ankleLeft: -0.045, ankleRight: -0.045, shiftZ: 0.055 }, 2400, 4000),
  },
  'hamstring-stretch': {
    position: (score, leg) => {
      const [front, toes] =
        leg === 'left' ? (['backLeft', 'toesLeft'] as const) : (['backRight', 'toesRight'] as const);
      place(score, { [front]: -0.3, [toes]: 22, hipDrop: 0.06, shiftZ: -0.03, onKnees: 1, bow: 18 });
    },
    act: (score) => held(score, { bow: 52, hipDrop: 0.13, shiftZ: -0.14 }, 2000, 4000),
  },
  'foam-roll-calf': {
    position: (score, leg) => place(score, { sitting: leg === 'left' ? 1 : -1, shiftZ: -0.07 }),
    act: (score) => held(score, { shiftZ: 0.09 }, 2600, 0),
  },
  'pelvic-tilt': {
    position: lieDown,
    act: (score) => held(score, { hipRise: 0.022 }, 1600, 2000),
  },
  'core-brace': {
    position: (score) => {
      lieDown(score);
      place(score, { ribsLeft: 1, ribsRight: 1 });
    },
    act: (score, leg) => {
      const order = leg === 'left' ? (['liftLeft', 'liftRight'] as const) : (['liftRight', 'liftLeft'] as const);
      const [first] = order.map((foot) => held(score, { [foot]: 0.13 }, 1500, 700));
      return first ?? 0;
    },
  },
  'back-rib-breathing': {
    position: (score) => place(score, { bow: 68, hipDrop: 0.11, shiftZ: -0.17, onKnees: 1 }),
    act: (score) => breath(score, 3500, 600, 4500),
  },
  'long-exhale': {
    position: (score, leg) => {
      lieDown(score);
      place(score, { [leg === 'left' ? 'ribsLeft' : 'ribsRight']: 1 });
    },
    act: (score) => breath(score, 3000, 300, 7000),
  },
  'hamstring-tuck': {
    position: (score) => {
      lieDown(score);
      place(score, { feetOn: SEAT_M });
    },
    act: (score) => held(score, { hipRise: 0.045 }, 2000, 3000),
  },
  // The hips come through over the bent knees; only then do the knees straighten.
  'hip-before-knee': {
    position: (score, leg) => {
      takeSplitStance(score, leg);
      place(score, { armsForward: 0, elbows: 0, hipDrop: 0.13, shiftZ: -0.05, bow: 32 });
    },
    act: (score) => {
      const from = valuesOf(score);
      move(score, { shiftZ: 0.05, bow: 0 }, 1500);
      const stillMs = score.nowMs + 200;
      wait(score, 450);
      move(score, { hipDrop: 0.02, shiftZ: 0.02 }, 1300);
      wait(score, 900);
      move(score, { hipDrop: from('hipDrop'), shiftZ: from('shiftZ'), bow: from('bow') }, 2200);
      return stillMs;
    },
  },
};

export function ledMoveOf(id: LedId): LedMove {
  return LED_MOVES[id];
}

/** A score that begins in a position, without the way into it. */
export function scoreIn(position: (score: Score) => void): Score {
  const before = newScore();
  position(before);
  const score = newScore();
  const at = valuesOf(before);
  place(score, Object.fromEntries(before.segments.map(({ channel }) => [channel, at(channel)])));
  return score;
}

/** Into something, held for a while, and back to where it was. @returns the middle of the hold */
function held(score: Score, targets: Targets, changeMs: number, holdMs: number): number {
  const before = valuesOf(score);
  move(score, targets, changeMs, changeMs / 2);
  const stillMs = score.nowMs + holdMs / 2;
  wait(score, holdMs);
  const back = Object.fromEntries((Object.keys(targets) as Channel[]).map((channel) => [channel, before(channel)]));
  move(score, back, changeMs, changeMs / 2);
  wait(score, 500);
  return stillMs;
}

/** In through the nose, a moment full, and out; a pause. The trunk grows a little with it. */
function breath(score: Score, inMs: number, fullMs: number, outMs: number): number {
  move(score, { breath: 1, stretch: 0.012 }, inMs, inMs / 2);
  const stillMs = score.nowMs;
  wait(score, fullMs);
  move(score, { breath: 0, stretch: 0 }, outMs, outMs / 2);
  wait(score, 900);
  return stillMs;
}

function valuesOf({ segments, nowMs }: Score): (channel: Channel) => number {
  return (channel) => valueAt(segments, channel, nowMs);
}
