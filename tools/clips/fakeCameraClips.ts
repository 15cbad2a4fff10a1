import { doubleRaise, type RaiseTempo } from '../../renderer/athlete/calfRaises.ts';
import { squat } from '../../renderer/athlete/idleMoves.ts';
import { type Movement, move, movementOf, newScore, wait } from '../../renderer/athlete/movements.ts';
import { performanceOf } from '../../renderer/athlete/performances.ts';
import { walkTo } from '../../renderer/athlete/walking.ts';
import { type Clip, raises, STEADY_CAMERA, stageWith } from './clips.ts';
import { randomFrom } from './random.ts';

/**
 * What the fake camera shows in the end-to-end tests and the demo. Every clip begins with standing still, long enough for
 * a slow machine to load the model, check the set-up and count in: two cores without a graphics card need 6.5 s.
 */
export const STAND_MS = 11_000;
const TEMPO: RaiseTempo = { raiseMs: 950, holdMs: 450, lowerMs: 1700, restMs: 600, heightM: 0.08, rampMs: 270 };
/** At the pace of someone who wants to sit down again. */
const BRISK: RaiseTempo = { raiseMs: 600, holdMs: 200, lowerMs: 850, restMs: 350, heightM: 0.075, rampMs: 220 };
const FIVE_COUNT: RaiseTempo = { ...TEMPO, holdMs: 900, lowerMs: 5100 };

/** What of a segment or a rep is a moment, and not a duration. */
const MOMENTS = new Set(['fromMs', 'toMs', 'startMs', 'topMs', 'lowerStartMs', 'endMs', 'takeoffMs', 'landMs']);

const FRONT = stageWith({ personHeightCm: 175 });
const QUARTER = stageWith({ personHeightCm: 175, view: { distanceM: 3, cameraHeightM: 0.8, facingDeg: 30 } });

function clip(name: string, rest: Pick<Clip, 'exercise' | 'side' | 'movement' | 'stage' | 'stills'>): Clip {
  return { name, camera: STEADY_CAMERA, stills: [[0, STAND_MS - 1000]], ...rest };
}

const STANDING_CLIP = { exercise: 'calf-raise-double', side: 'both', movement: standing(), stage: FRONT } as const;

export const EIGHT_DOUBLES = clip('eight-doubles', {
  exercise: 'calf-raise-double',
  side: 'both',
  stage: FRONT,
  movement: raises('calf-raise-double', 'both', 8, TEMPO, { standMs: STAND_MS, random: randomFrom(11) }),
});

/** The dose of a desk break. */
export const TEN_BRISK = clip('ten-brisk', {
  exercise: 'calf-raise-double',
  side: 'both',
  stage: FRONT,
  movement: raises('calf-raise-double', 'both', 10, BRISK, { standMs: STAND_MS, random: randomFrom(13) }),
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

/** Much that is no raise, two raises, out of the picture and back, two raises. */
export const IDLE_AND_AWAY = clip('idle-and-away', {
  exercise: 'calf-raise-double',
  side: 'both',
  stage: FRONT,
  movement: idleAndAway(),
});

/** Hops, two a second and more. */
export const TEN_HOPS = clip('ten-hops', {
  exercise: 'pogo-double',
  side: 'both',
  stage: FRONT,
  movement: performanceOf('pogo-double', 'both', 10, STAND_MS),
});

/** What a whole session asks for, each after a rest: rolling on both feet, one leg after the other, bridges on the floor. */
export const FOUR_BLOCKS = clip('four-blocks', {
  ...STANDING_CLIP,
  ...inTurn([
    performanceOf('dynamic-calf-stretch', 'both', 2, STAND_MS),
    performanceOf('calf-raise-single', 'left', 2, STAND_MS),
    performanceOf('calf-raise-single', 'right', 2, STAND_MS),
    lyingSideOn(performanceOf('glute-bridge', 'both', 2, STAND_MS)),
  ]),
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
  TEN_BRISK,
  FIVE_LOWERS,
  FAST_LOWERS,
  IDLE_AND_AWAY,
  TEN_HOPS,
  FOUR_BLOCKS,
  DIM_ROOM,
  DARK_ROOM,
  FEET_OUT,
  TOO_NEAR,
];

/** One movement after the other; each begins with standing or lying still for STAND_MS. */
function inTurn(movements: readonly Movement[]): Pick<Clip, 'movement' | 'stills'> {
  let durationMs = 0;
  const moved = movements.map(({ segments, reps, durationMs: ownMs }) => {
    const startMs = durationMs;
    durationMs += ownMs;
    const later = <Of extends object>(moments: Of): Of =>
      Object.fromEntries(
        Object.entries(moments).map(([name, value]) => [name, MOMENTS.has(name) ? value + startMs : value]),
      ) as Of;
    return { startMs, segments: segments.map(later), reps: reps.map(later) };
  });
  return {
    movement: {
      durationMs,
      segments: moved.flatMap(({ segments }) => segments),
      reps: moved.flatMap(({ reps }) => reps),
    },
    stills: moved.map(({ startMs }) => [startMs + 100, startMs + STAND_MS - 1000]),
  };
}

/** For a camera that is placed for someone who stands. */
function lyingSideOn(movement: Movement): Movement {
  const yaw = 90 - FRONT.view.facingDeg;
  const turn = { channel: 'yaw', fromMs: 0, toMs: 0, to: yaw, rampMs: 0 } as const;
  return { ...movement, segments: [...movement.segments, turn] };
}

function standing(): Clip['movement'] {
  const score = newScore();
  wait(score, 3000);
  return movementOf(score);
}

/** More than twenty seconds of standing, squatting, walking, reaching and leaning before anyone raises a heel. */
function idleAndAway(): Clip['movement'] {
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
  walkTo(score, { x: 0, z: 0 }, { x: 2.6, z: 0 });
  wait(score, 2000);
  walkTo(score, { x: 2.6, z: 0 }, { x: 0, z: 0 });
  wait(score, 2500);
  doubleRaise(score, TEMPO);
  doubleRaise(score, TEMPO);
  wait(score, 1500);
  return movementOf(score);
}
