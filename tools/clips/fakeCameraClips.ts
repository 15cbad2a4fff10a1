import { doubleRaise, type RaiseTempo } from '../../renderer/athlete/calfRaises.ts';
import { squat } from '../../renderer/athlete/idleMoves.ts';
import { move, movementOf, newScore, wait } from '../../renderer/athlete/movements.ts';
import { performanceOf } from '../../renderer/athlete/performances.ts';
import { cameraViewOf } from '../../renderer/athlete/views.ts';
import { walkTo } from '../../renderer/athlete/walking.ts';
import { type Clip, raises, STEADY_CAMERA, stageWith } from './clips.ts';
import { randomFrom } from './random.ts';

/**
 * What the fake camera shows in the end-to-end tests and the demo. Every clip begins with standing still, long enough for
 * a slow machine to load the model, check the set-up and count in.
 */
const STAND_MS = 14_000;
const TEMPO: RaiseTempo = { raiseMs: 950, holdMs: 450, lowerMs: 1700, restMs: 600, heightM: 0.08, rampMs: 270 };
const FIVE_COUNT: RaiseTempo = { ...TEMPO, holdMs: 900, lowerMs: 5100 };

const FRONT = stageWith({ personHeightCm: 175 });
const QUARTER = stageWith({ personHeightCm: 175, view: { distanceM: 3, cameraHeightM: 0.8, facingDeg: 30 } });

function clip(name: string, rest: Pick<Clip, 'exercise' | 'side' | 'movement' | 'stage'>): Clip {
  return { name, camera: STEADY_CAMERA, stillMs: STAND_MS - 1000, ...rest };
}

const STANDING_CLIP = { exercise: 'calf-raise-double', side: 'both', movement: standing(), stage: FRONT } as const;

export const EIGHT_DOUBLES = clip('eight-doubles', {
  exercise: 'calf-raise-double',
  side: 'both',
  stage: FRONT,
  movement: raises('calf-raise-double', 'both', 8, TEMPO, { standMs: STAND_MS, random: randomFrom(11) }),
});

export const FIVE_LOWERS = clip('five-lowers', {
  exercise: 'calf-raise-eccentric',
  side: 'right',
  stage: QUARTER,
  movement: raises('calf-raise-eccentric', 'right', 5, FIVE_COUNT, { standMs: STAND_MS, random: randomFrom(12) }),
});

export const FAST_LOWERS = clip('fast-lowers', {
  exercise: 'calf-raise-eccentric',
  side: 'right',
  stage: FRONT,
  movement: raises('calf-raise-eccentric', 'right', 2, { ...FIVE_COUNT, lowerMs: 2400 }, { standMs: STAND_MS }),
});

export const LEAVE_AND_RETURN = clip('leave-and-return', {
  exercise: 'calf-raise-double',
  side: 'both',
  stage: FRONT,
  movement: leaveAndReturn(),
});

export const IDLE_THEN_TWO = clip('idle-then-two', {
  exercise: 'calf-raise-double',
  side: 'both',
  stage: FRONT,
  movement: idleThenTwo(),
});

/** Hops, two a second and more. */
export const TEN_HOPS = clip('ten-hops', {
  exercise: 'pogo-double',
  side: 'both',
  stage: FRONT,
  movement: performanceOf('pogo-double', 'both', 10, STAND_MS),
});

/** Bridges, seen from the side by a low camera. */
export const THREE_BRIDGES = clip('three-bridges', {
  exercise: 'glute-bridge',
  side: 'both',
  stage: stageWith({ personHeightCm: 175, view: cameraViewOf('glute-bridge') }),
  movement: performanceOf('glute-bridge', 'both', 3, STAND_MS),
});

/** Someone standing in a room that is too dark, and in one without any light at all. */
export const DIM_ROOM = clip('dim-room', { ...STANDING_CLIP, stage: stageWith({ light: 0.012 }) });
export const DARK_ROOM = clip('dark-room', { ...STANDING_CLIP, stage: stageWith({ light: 0 }) });
/** The laptop's lid is tilted too far: the feet are out of the picture. */
export const FEET_OUT = clip('feet-out', {
  ...STANDING_CLIP,
  stage: stageWith({ view: { distanceM: 2.3, cameraHeightM: 0.8, facingDeg: 0, aimHeightM: 1.15 } }),
});

/** So near that both ends are cut off. */
export const TOO_NEAR = clip('too-near', {
  ...STANDING_CLIP,
  stage: stageWith({ view: { distanceM: 1.75, cameraHeightM: 1.3, facingDeg: 0 } }),
});

export const FAKE_CAMERA_CLIPS: readonly Clip[] = [
  EIGHT_DOUBLES,
  FIVE_LOWERS,
  FAST_LOWERS,
  LEAVE_AND_RETURN,
  IDLE_THEN_TWO,
  TEN_HOPS,
  THREE_BRIDGES,
  DIM_ROOM,
  DARK_ROOM,
  FEET_OUT,
  TOO_NEAR,
];

function standing(): Clip['movement'] {
  const score = newScore();
  wait(score, 3000);
  return movementOf(score);
}

function leaveAndReturn(): Clip['movement'] {
  const score = newScore();
  wait(score, STAND_MS);
  for (let i = 0; i < 3; i++) doubleRaise(score, TEMPO);
  walkTo(score, { x: 0, z: 0 }, { x: 2.6, z: 0 });
  wait(score, 2000);
  walkTo(score, { x: 2.6, z: 0 }, { x: 0, z: 0 });
  wait(score, 2500);
  for (let i = 0; i < 3; i++) doubleRaise(score, TEMPO);
  wait(score, 1500);
  return movementOf(score);
}

/** More than twenty seconds of standing, squatting, walking, reaching and leaning; then two raises, to show that someone counts. */
function idleThenTwo(): Clip['movement'] {
  const score = newScore();
  wait(score, STAND_MS + 3000);
  squat(score, 0.38, 2500);
  wait(score, 700);
  squat(score, 0.15, 1600);
  wait(score, 700);
  walkTo(score, { x: 0, z: 0 }, { x: 0.8, z: -0.4 });
  walkTo(score, { x: 0.8, z: -0.4 }, { x: 0, z: 0 });
  wait(score, 1500);
  move(score, { armsForward: 165 }, 900);
  move(score, { armsForward: 0 }, 900);
  wait(score, 600);
  move(score, { bow: 25 }, 900);
  move(score, { bow: 0 }, 900);
  wait(score, 3500);
  doubleRaise(score, TEMPO);
  doubleRaise(score, { ...TEMPO, lowerMs: 2600 });
  wait(score, 1500);
  return movementOf(score);
}
