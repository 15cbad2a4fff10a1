/**
 * The 33 landmarks of MediaPipe's BlazePose, in the model's order, and what it means for one to be seen.
 * "Left" and "right" are the person's own; a mirrored picture changes nothing here.
 */

/** A landmark in the picture: `x`, `y` as shares of width and height (0–1 inside), `z` a rough depth, `visibility` 0–1. */
export interface Landmark {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly visibility: number;
}

/** A landmark in metres, relative to the middle of the hips; `y` points down. */
export interface WorldLandmark {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** What the model saw in one camera frame. `image` and `world` are null together: nobody was seen. */
export interface PoseFrame {
  /** Capture time in ms on the clock of the recording; rises from frame to frame, at irregular steps. */
  readonly tMs: number;
  readonly image: readonly Landmark[] | null;
  readonly world: readonly WorldLandmark[] | null;
}

export const LANDMARK_COUNT = 33;

/** Indices into the model's output. */
export const LANDMARK = {
  nose: 0,
  leftEar: 7,
  rightEar: 8,
  leftShoulder: 11,
  rightShoulder: 12,
  leftElbow: 13,
  rightElbow: 14,
  leftWrist: 15,
  rightWrist: 16,
  leftHip: 23,
  rightHip: 24,
  leftKnee: 25,
  rightKnee: 26,
  leftAnkle: 27,
  rightAnkle: 28,
  leftHeel: 29,
  rightHeel: 30,
  leftToe: 31,
  rightToe: 32,
} as const;

export type LandmarkName = keyof typeof LANDMARK;

/** The lines of a light skeleton, as pairs of landmarks. */
export const BONES: readonly (readonly [LandmarkName, LandmarkName])[] = [
  ['leftShoulder', 'rightShoulder'],
  ['leftShoulder', 'leftHip'],
  ['rightShoulder', 'rightHip'],
  ['leftHip', 'rightHip'],
  ['leftShoulder', 'leftElbow'],
  ['leftElbow', 'leftWrist'],
  ['rightShoulder', 'rightElbow'],
  ['rightElbow', 'rightWrist'],
  ['leftHip', 'leftKnee'],
  ['leftKnee', 'leftAnkle'],
  ['leftAnkle', 'leftHeel'],
  ['leftHeel', 'leftToe'],
  ['leftAnkle', 'leftToe'],
  ['rightHip', 'rightKnee'],
  ['rightKnee', 'rightAnkle'],
  ['rightAnkle', 'rightHeel'],
  ['rightHeel', 'rightToe'],
  ['rightAnkle', 'rightToe'],
];

/** Below this the model is guessing: a hidden joint scores 0.0–0.4, a seen one above 0.9 (measured on the demo athlete). */
export const SEEN_VISIBILITY = 0.5;

/**
 * Whether a landmark lies inside the picture, at least `margin` (share of the side) from its edge. The model happily
 * places feet below the picture and calls them visible, so the coordinates decide.
 */
export function isInsideFrame(landmark: Landmark, margin = 0): boolean {
  return landmark.x >= margin && landmark.x <= 1 - margin && landmark.y >= margin && landmark.y <= 1 - margin;
}
