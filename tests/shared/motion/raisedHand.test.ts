import { describe, expect, test } from 'vitest';
import { lieDown } from '../../../renderer/athlete/bridges.ts';
import { raiseHand } from '../../../renderer/athlete/handRaise.ts';
import { type Movement, move, movementOf, newScore, type Score, wait } from '../../../renderer/athlete/movements.ts';
import { performanceOf } from '../../../renderer/athlete/performances.ts';
import { cameraViewOf } from '../../../renderer/athlete/views.ts';
import { EXERCISE_IDS } from '../../../shared/exercises/exerciseIds.ts';
import { initialRaisedHand, stepRaisedHand } from '../../../shared/motion/raisedHand.ts';
import { LANDMARK, type PoseFrame } from '../../../shared/pose/landmarks.ts';
import { frameTimes } from '../../../tools/clips/clips.ts';
import { randomFrom } from '../../../tools/clips/random.ts';
import { ASPECT, type DrawnCamera, drawnFrames, everyFrame, FRONT, LOW_SIDE } from '../../support/drawnPose.ts';
import { IDLE_MOVES } from '../../support/idleMoves.ts';

/** When a sign was seen, in ms. */
function signs(frames: readonly PoseFrame[]): number[] {
  let state = initialRaisedHand();
  return frames.flatMap((frame) => {
    const [next, raised] = stepRaisedHand(state, frame, ASPECT);
    state = next;
    return raised ? [frame.tMs] : [];
  });
}

function acted(act: (score: Score) => void): Movement {
  const score = newScore();
  act(score);
  wait(score, 800);
  return movementOf(score);
}

function raised(heldMs: number, side: 'left' | 'right' = 'left', lies = false): Movement {
  return acted((score) => {
    if (lies) lieDown(score);
    wait(score, 700);
    raiseHand(score, side, heldMs);
  });
}

type Sides = readonly ('left' | 'right')[];
const BOTH: Sides = ['left', 'right'];

/** From the side the model only sees the nearer hand of someone who stands. */
const VIEWS: readonly (readonly [string, DrawnCamera, lies: boolean, Sides])[] = [
  ['from the front', { ...FRONT, facingDeg: 0 }, false, BOTH],
  ['half turned', { ...FRONT, facingDeg: -45 }, false, BOTH],
  ['from the right', { ...FRONT, facingDeg: -90 }, false, ['right']],
  ['from the left, low', { ...FRONT, facingDeg: 90, heightM: 0.5 }, false, ['left']],
  ['lying', LOW_SIDE, true, BOTH],
  ['lying the other way round', { ...LOW_SIDE, facingDeg: -80 }, true, BOTH],
];

describe.each(VIEWS)('one hand up, %s', (_, camera, lies, sides) => {
  const shown = (movement: Movement, fps: number, seed: number): PoseFrame[] => {
    const delivery = { fps, jitterMs: 150 / fps, dropped: 0.05, noise: 0, seed };
    return drawnFrames(movement, frameTimes(movement.durationMs, delivery, randomFrom(seed)), { camera, seed });
  };

  test.each([12, 15, 24, 30, 60])('for 1.1 s is one sign, for 0.8 s none, at %i frames a second', (fps) => {
    for (const side of sides) {
      for (const seed of [1, 2, 3, 4, 5]) {
        expect(signs(shown(raised(1100, side, lies), fps, seed)), `${side}, ${seed}`).toHaveLength(1);
        expect(signs(shown(raised(800, side, lies), fps, seed)), `${side}, ${seed}`).toEqual([]);
      }
    }
  });

  test('for long is one sign, and again after it came down the next', () => {
    expect(signs(shown(raised(6000, sides[0], lies), 30, 1))).toHaveLength(1);
    const twice = acted((score) => {
      if (lies) lieDown(score);
      wait(score, 700);
      for (const side of sides.length > 1 ? sides : [...sides, ...sides]) {
        raiseHand(score, side, 1400);
        wait(score, 600);
      }
    });
    expect(signs(shown(twice, 30, 1))).toHaveLength(2);
  });
});

test('a hand that only comes down to the height of the shoulder makes no second sign', () => {
  const movement = acted((score) => {
    wait(score, 700);
    for (const arm of [160, 95, 160, 0]) {
      move(score, { armLeft: arm }, 600);
      wait(score, 1200);
    }
  });
  expect(signs(drawnFrames(movement, everyFrame(movement.durationMs)))).toHaveLength(1);
});

test('a hand that is up from the first frame on must come down before it is a sign', () => {
  const movement = raised(5000);
  const frames = drawnFrames(movement, everyFrame(movement.durationMs)).filter(({ tMs }) => tMs > 1600);
  expect(signs(frames)).toEqual([]);
});

describe('landmarks that are lost while the hand is up', () => {
  const movement = raised(1600);
  const frames = drawnFrames(movement, everyFrame(movement.durationMs));
  const lost = (fromMs: number, toMs: number): PoseFrame[] =>
    frames.map((frame) => (frame.tMs >= fromMs && frame.tMs < toMs ? { ...frame, image: null, world: null } : frame));
  test('for a quarter of a second change nothing', () => {
    expect(signs(frames)).toHaveLength(1);
    expect(signs(lost(1500, 1750))).toEqual(signs(frames));
  });
  test('for longer begin the second anew', () => {
    expect(signs(lost(1600, 2100))).toEqual([]);
  });
});

describe('what is no sign', () => {
  test.each(['left', 'right'] as const)('a %s hand that scratches the head', (side) => {
    const still = drawnFrames(raised(800), everyFrame(600));
    const frames = Array.from({ length: 120 }, (_, i): PoseFrame => {
      const frame = still[i % still.length] as PoseFrame;
      return { ...frame, tMs: i * 33, image: i < 20 ? frame.image : scratching(frame, side) };
    });
    expect(signs(frames)).toEqual([]);
  });

  test.each([0, -45, 88])(
    'two hands up, or at the height of the shoulders, or one stretched forward (%i)',
    (facingDeg) => {
      for (const targets of [{ armsForward: 172 }, { armsSide: 150 }, { armsForward: 92 }, { armRight: 90 }]) {
        const movement = acted((score) => {
          wait(score, 700);
          move(score, targets, 700);
          wait(score, 3000);
        });
        const frames = drawnFrames(movement, everyFrame(movement.durationMs), { camera: { ...FRONT, facingDeg } });
        expect(signs(frames), JSON.stringify(targets)).toEqual([]);
      }
    },
  );

  test.each(IDLE_MOVES)('%s', (_, idleMove) => {
    const movement = acted((score) => {
      wait(score, 700);
      idleMove(score);
    });
    for (const facingDeg of [0, 40, -88]) {
      const frames = drawnFrames(movement, everyFrame(movement.durationMs), { camera: { ...FRONT, facingDeg } });
      expect(signs(frames), `${facingDeg}`).toEqual([]);
    }
  });

  test.each(EXERCISE_IDS)('%s', (exercise) => {
    const movement = performanceOf(exercise, 'left', 3, 700, 5000);
    const { distanceM, cameraHeightM: heightM, facingDeg, aimHeightM } = cameraViewOf(exercise);
    const camera = { ...FRONT, distanceM, heightM, facingDeg, ...(aimHeightM && { aimHeightM }) };
    expect(signs(drawnFrames(movement, everyFrame(movement.durationMs), { camera }))).toEqual([]);
  });

  test('nobody, and landmarks that make no sense', () => {
    const frames = drawnFrames(raised(2000), everyFrame(3500));
    expect(signs(frames.map((frame) => ({ ...frame, image: null, world: null })))).toEqual([]);
    const nonsense = frames.map((frame) => ({
      ...frame,
      image: frame.image?.map((point) => ({ ...point, y: Number.NaN })) ?? null,
    }));
    expect(signs(nonsense)).toEqual([]);
    expect(signs(frames.map((frame) => ({ ...frame, image: frame.image?.slice(0, 5) ?? null })))).toEqual([]);
  });
});

/** The elbow out and up, the wrist 4 cm above the crown, the forearm nearly level. */
function scratching({ image }: PoseFrame, side: 'left' | 'right'): PoseFrame['image'] {
  if (!image) return null;
  const at = (index: number): { x: number; y: number } => image[index] as { x: number; y: number };
  const [shoulder, elbow, wrist] = side === 'left' ? [11, 13, 15] : [12, 14, 16];
  const length = at(LANDMARK.leftAnkle).y - at(LANDMARK.leftShoulder).y;
  const out = Math.sign(at(shoulder).x - at(LANDMARK.nose).x);
  const placed = new Map([
    [elbow, { x: at(shoulder).x + (out * 0.04 * length) / ASPECT, y: at(shoulder).y - 0.23 * length }],
    [wrist, { x: at(LANDMARK.nose).x, y: at(LANDMARK.nose).y - 0.13 * length }],
  ]);
  return image.map((point, index) => ({ ...point, ...placed.get(index) }));
}
