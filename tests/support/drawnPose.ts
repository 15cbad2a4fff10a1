import { type Joints, segmentsFor } from '../../renderer/athlete/anatomy.ts';
import { jointsOf, turned } from '../../renderer/athlete/joints.ts';
import { type Movement, poseAt } from '../../renderer/athlete/movements.ts';
import type { Vec } from '../../renderer/athlete/vectors.ts';
import {
  LANDMARK,
  LANDMARK_COUNT,
  type Landmark,
  type PoseFrame,
  type WorldLandmark,
} from '../../shared/pose/landmarks.ts';
import { normal, randomFrom } from '../../tools/clips/random.ts';

/**
 * Landmarks of the athlete by geometry alone: a pinhole camera looks at the joints, and jitter like the model's is added.
 * No picture, no model: thousands of frames in milliseconds. The end-to-end tests use the real model.
 */
export interface DrawnCamera {
  readonly distanceM: number;
  readonly heightM: number;
  readonly facingDeg: number;
  /** The height that the camera aims at; half the person's own when left out. */
  readonly aimHeightM?: number;
  /** Standard deviation of each coordinate, in pixels of a picture 480 high. */
  readonly jitterPx: number;
}

export const FRONT: DrawnCamera = { distanceM: 2.8, heightM: 0.9, facingDeg: 15, jitterPx: 0.25 };
/** From a low table, for whoever lies on the floor with the feet to the left. */
export const LOW_SIDE: DrawnCamera = { distanceM: 2.6, heightM: 0.6, facingDeg: 90, aimHeightM: 0.3, jitterPx: 0.25 };
export const ASPECT = 640 / 480;

const FOCAL = 1 / (2 * Math.tan(((45 / 2) * Math.PI) / 180));
const HEIGHT_PX = 480;

/** Frames of a movement at the given times. */
export function drawnFrames(
  movement: Movement,
  timesMs: readonly number[],
  {
    camera = FRONT,
    personHeightM = 1.75,
    seed = 1,
  }: { camera?: DrawnCamera; personHeightM?: number; seed?: number } = {},
): PoseFrame[] {
  const segments = segmentsFor(personHeightM);
  const random = randomFrom(seed);
  return timesMs.map((tMs) => {
    const pose = poseAt(movement, segments, tMs);
    const joints = jointsOf(segments, turned(pose, -camera.facingDeg));
    const points = pointsOf(joints);
    const hips = middle(joints.left.hip, joints.right.hip);
    return {
      tMs,
      image: points.map((p) => project(p, camera, personHeightM, () => normal(random))),
      world: points.map((p): WorldLandmark => ({ x: p.x - hips.x, y: hips.y - p.y, z: hips.z - p.z })),
    };
  });
}

/** Regular capture times. */
export function everyFrame(durationMs: number, fps = 30): number[] {
  return Array.from({ length: Math.floor((durationMs * fps) / 1000) + 1 }, (_, i) => (i * 1000) / fps);
}

function project(p: Vec, camera: DrawnCamera, personHeightM: number, noise: () => number): Landmark {
  // The camera looks at the middle of the picture, level enough that its tilt may be ignored.
  const depth = camera.distanceM - p.z;
  const jitter = camera.jitterPx / HEIGHT_PX;
  const aim = camera.aimHeightM ?? personHeightM / 2;
  const tilt = (aim - camera.heightM) / camera.distanceM;
  const x = 0.5 + (FOCAL * p.x) / depth / ASPECT + (jitter * noise()) / ASPECT;
  const y = 0.5 - FOCAL * ((p.y - camera.heightM) / depth - tilt) + jitter * noise();
  return { x, y, z: -p.z / 2, visibility: 0.99 };
}

function pointsOf(j: Joints): Vec[] {
  const head = Array.from({ length: LANDMARK_COUNT }, () => j.head);
  const named: readonly [number, Vec][] = [
    [LANDMARK.leftShoulder, j.leftArm.shoulder],
    [LANDMARK.rightShoulder, j.rightArm.shoulder],
    [LANDMARK.leftElbow, j.leftArm.elbow],
    [LANDMARK.rightElbow, j.rightArm.elbow],
    [LANDMARK.leftWrist, j.leftArm.wrist],
    [LANDMARK.rightWrist, j.rightArm.wrist],
    ...[17, 19, 21].map((i): [number, Vec] => [i, j.leftArm.hand]),
    ...[18, 20, 22].map((i): [number, Vec] => [i, j.rightArm.hand]),
    [LANDMARK.leftHip, j.left.hip],
    [LANDMARK.rightHip, j.right.hip],
    [LANDMARK.leftKnee, j.left.knee],
    [LANDMARK.rightKnee, j.right.knee],
    [LANDMARK.leftAnkle, j.left.ankle],
    [LANDMARK.rightAnkle, j.right.ankle],
    [LANDMARK.leftHeel, j.left.heel],
    [LANDMARK.rightHeel, j.right.heel],
    [LANDMARK.leftToe, j.left.toe],
    [LANDMARK.rightToe, j.right.toe],
  ];
  for (const [index, point] of named) head[index] = point;
  return head;
}

function middle(a: Vec, b: Vec): Vec {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, z: (a.z + b.z) / 2 };
}
