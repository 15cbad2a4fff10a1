import { describe, expect, test } from 'vitest';
import { bridge, lieDown } from '../../../renderer/athlete/bridges.ts';
import { move, movementOf, newScore, type Score, wait } from '../../../renderer/athlete/movements.ts';
import type { ExerciseId } from '../../../shared/exercises/exerciseIds.ts';
import type { PoseFrame } from '../../../shared/pose/landmarks.ts';
import { framesPerSecond, initialSetup, stepSetup, type Verdict } from '../../../shared/setup/setupCheck.ts';
import { ASPECT, type DrawnCamera, drawnFrames, everyFrame, FRONT, LOW_SIDE } from '../../support/drawnPose.ts';

interface Scene {
  readonly camera?: DrawnCamera;
  readonly brightness?: number;
  readonly fps?: number;
  readonly act?: (score: Score) => void;
  readonly exercise?: ExerciseId;
  readonly change?: (frame: PoseFrame) => PoseFrame;
}

function judge({
  camera = FRONT,
  brightness = 0.5,
  fps = 30,
  act = (s) => wait(s, 2500),
  exercise = 'calf-raise-double',
  change = (f) => f,
}: Scene): Verdict {
  const score = newScore();
  act(score);
  const movement = movementOf(score);
  let state = initialSetup();
  for (const frame of drawnFrames(movement, everyFrame(movement.durationMs, fps), { camera })) {
    state = stepSetup(state, { frame: change(frame), aspect: ASPECT, brightness }, exercise);
  }
  return state.verdict;
}

function shifted(dx: number, dy: number): (frame: PoseFrame) => PoseFrame {
  return (frame) => ({ ...frame, image: frame.image?.map((p) => ({ ...p, x: p.x + dx, y: p.y + dy })) ?? null });
}

/** As from too near: taller than the picture at both ends. */
function stretched(factor: number): (frame: PoseFrame) => PoseFrame {
  const stretch = (y: number): number => 0.5 + factor * (y - 0.5);
  return (frame) => ({ ...frame, image: frame.image?.map((p) => ({ ...p, y: stretch(p.y) })) ?? null });
}

function upsideDown(frame: PoseFrame): PoseFrame {
  return { ...frame, image: frame.image?.map((p) => ({ ...p, y: 1 - p.y })) ?? null };
}

describe('the set-up check', () => {
  test('a person standing still, wholly in the picture, is ready', () => {
    const verdict = judge({});
    expect(verdict.ready).toBe(true);
    expect(verdict.instruction).toBeNull();
    expect(Object.values(verdict.checks).every(Boolean)).toBe(true);
  });

  test.each<[string, Scene]>([
    ['picture-black', { brightness: 0.005 }],
    ['too-dark', { brightness: 0.05 }],
    ['too-few-frames', { fps: 9 }],
    ['step-into-picture', { change: (frame) => ({ ...frame, image: null, world: null }) }],
    ['show-body', { change: upsideDown }],
    ['show-body', { change: stretched(2) }],
    ['show-feet', { change: shifted(0, 0.14) }],
    ['show-head', { change: shifted(0, -0.2) }],
    // The picture is not mirrored: its left edge lies on the person's right.
    ['move-left', { change: shifted(-0.5, 0) }],
    ['move-right', { change: shifted(0.5, 0) }],
    ['come-closer', { camera: { ...FRONT, distanceM: 6.5 } }],
    ['turn-side-on', { exercise: 'knee-to-wall' }],
    ['turn-to-camera', { exercise: 'calf-raise-eccentric', camera: { ...FRONT, facingDeg: 85 } }],
    ['lie-down', { exercise: 'glute-bridge' }],
    ['lie-still', { exercise: 'glute-bridge', camera: LOW_SIDE, act: (score) => squirm(score) }],
    ['stand-still', { act: (score) => wiggle(score) }],
    ['stand-up', { act: (score) => crouch(score) }],
  ])('%s', (instruction, scene) => {
    expect(judge(scene)).toMatchObject({ instruction, ready: false });
  });

  test('asks for one thing at a time: what comes later is not judged yet', () => {
    const { checks } = judge({ brightness: 0.05, change: shifted(0, 0.2) });
    expect(checks.light).toBe(false);
    expect(checks.feet).toBeNull();
  });
});

test('the frame rate is unknown until a second has been seen', () => {
  expect(framesPerSecond([0, 33, 66])).toBeNull();
  expect(framesPerSecond(everyFrame(2000, 24))).toBeCloseTo(24, 0);
});

test('frames that are held up while the model starts are no slow camera', () => {
  const heldUp = [0, 500, 600, 660, 720, 780, 840, 900, 960, 1020];
  expect(framesPerSecond(heldUp)).toBeCloseTo(1000 / 60, 0);
});

function wiggle(score: Score): void {
  for (let i = 0; i < 6; i++) {
    move(score, { shiftX: 0.08 }, 300);
    move(score, { shiftX: -0.08 }, 300);
  }
}

function squirm(score: Score): void {
  lieDown(score);
  for (let i = 0; i < 4; i++) bridge(score, { ...SQUIRM, peakHipDeg: 150 }, 'both');
}

const SQUIRM = { raiseMs: 350, holdMs: 0, lowerMs: 350, restMs: 0, rampMs: 100 };

function crouch(score: Score): void {
  move(score, { hipDrop: 0.4, bow: 35 }, 400);
  wait(score, 2500);
}
