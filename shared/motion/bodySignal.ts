import {
  isInsideFrame,
  LANDMARK,
  type Landmark,
  type PoseFrame,
  SEEN_VISIBILITY,
  type WorldLandmark,
} from '../pose/landmarks.ts';

/** A place in the picture: right and up are positive, the unit is the height of the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One leg as the model names it. Angles are in degrees: 180 is a straight knee. */
export interface LegSample {
  readonly hip: Point;
  readonly knee: Point;
  readonly ankle: Point;
  readonly heel: Point;
  readonly toe: Point;
  readonly kneeDeg: number;
  /** How far the shank leans from upright, whichever way. */
  readonly shankDeg: number;
  /** The model sees this leg itself, not only guesses it behind the other one. */
  readonly seen: boolean;
}

/** What motion needs of a body that was seen. */
export interface Body {
  /** The height of nose and ears. */
  readonly head: number;
  /** The height of both wrists over the shoulders; 0 where the model gives no wrists. */
  readonly hands: number;
  /** The middles of both shoulders and both hips. */
  readonly shoulders: Point;
  readonly hips: Point;
  readonly left: LegSample;
  readonly right: LegSample;
  /**
   * The body's own yardstick, in heights of the picture: shoulders to the lower ankle of someone who stands. Lying, it is
   * reckoned from the trunk.
   */
  readonly length: number;
  readonly posture: Posture;
  /** Which way the chest points: 0 at the camera, 90 to the right of the picture, −90 to its left; ±20°. */
  readonly facingDeg: number;
  /** Every joint that counting needs lies inside the picture. */
  readonly inside: boolean;
}

/** Standing on at least one straight leg; on the back or belly across the picture; anything else. */
export type Posture = 'standing' | 'lying' | 'other';

/** One moment of the body. `body` is null when nobody was seen, or the model's numbers make no sense. */
export interface BodySample {
  readonly tMs: number;
  readonly body: Body | null;
}

/** Feet must be this far inside the picture: closer to the edge the model starts to guess their place. */
const FRAME_MARGIN = 0.01;

/**
 * Standing, at least one knee is this straight. The model's angles in space are off by up to 40°: a leg that stands reads
 * 140–170° on the demo athlete and on photographs, one that squats 60–100°.
 */
const STANDING_KNEE_DEG = 115;

/** Standing, the hips are at least this share of the way from ankle to shoulder (seen: 0.58–0.62; squatting below 0.45). */
const STANDING_HIP_SHARE = 0.5;

/** Shoulders to hips as a share of shoulders to ankle (seen on the demo athlete: 0.38–0.40). */
export const TRUNK_SHARE = 0.39;
/** The trunk of someone who lies, or lifts the hips into a bridge, slopes by less than this. */
const LYING_SLOPE_DEG = 50;

const NEEDED = [
  LANDMARK.nose,
  LANDMARK.leftEar,
  LANDMARK.rightEar,
  LANDMARK.leftShoulder,
  LANDMARK.rightShoulder,
  LANDMARK.leftHip,
  LANDMARK.rightHip,
  LANDMARK.leftKnee,
  LANDMARK.rightKnee,
  LANDMARK.leftAnkle,
  LANDMARK.rightAnkle,
  LANDMARK.leftHeel,
  LANDMARK.rightHeel,
  LANDMARK.leftToe,
  LANDMARK.rightToe,
] as const;

/**
 * Reduces a frame of landmarks to the few numbers that motion works with.
 *
 * @param aspect width ÷ height of the picture, so that horizontal lengths share the vertical unit
 */
export function bodySignal(frame: PoseFrame, aspect: number): BodySample {
  const { image, world } = frame;
  if (!image || !world || !allFinite(image, world)) return { tMs: frame.tMs, body: null };
  const point = (i: number): Point => ({ x: at(image, i).x * aspect, y: 1 - at(image, i).y });
  const left = legSample(image, world, point, 'left');
  const right = legSample(image, world, point, 'right');
  const shoulders = middle(point(LANDMARK.leftShoulder), point(LANDMARK.rightShoulder));
  const hips = middle(left.hip, right.hip);
  const head = (point(LANDMARK.nose).y + point(LANDMARK.leftEar).y + point(LANDMARK.rightEar).y) / 3;
  const upright = shoulders.y - Math.min(left.ankle.y, right.ankle.y);
  const posture = postureOf(shoulders, hips, left, right, upright);
  return {
    tMs: frame.tMs,
    body: {
      head,
      hands: finiteOr((point(LANDMARK.leftWrist).y + point(LANDMARK.rightWrist).y) / 2 - shoulders.y, 0),
      shoulders,
      hips,
      left,
      right,
      length: posture === 'lying' ? distance(shoulders, hips) / TRUNK_SHARE : upright,
      posture,
      facingDeg: facingDeg(world),
      inside: NEEDED.every((i) => isInsideFrame(at(image, i), FRAME_MARGIN)) && (left.seen || right.seen),
    },
  };
}

function postureOf(shoulders: Point, hips: Point, left: LegSample, right: LegSample, upright: number): Posture {
  const ankles = Math.min(left.ankle.y, right.ankle.y);
  if (
    upright > 0 &&
    hips.y - ankles >= STANDING_HIP_SHARE * upright &&
    Math.max(left.kneeDeg, right.kneeDeg) >= STANDING_KNEE_DEG
  )
    return 'standing';
  const along = hips.x - shoulders.x;
  const slopeDeg = degrees(Math.atan2(Math.abs(hips.y - shoulders.y), Math.abs(along)));
  const feet = middle(left.ankle, right.ankle);
  // Legs go on where the trunk ends, and not down to a floor: sitting on a chair with a deep bow is not lying.
  const legsGoOn = along * (feet.x - hips.x) > 0;
  const level = Math.abs(feet.y - shoulders.y) < distance(shoulders, hips);
  return slopeDeg <= LYING_SLOPE_DEG && legsGoOn && level ? 'lying' : 'other';
}

/** The turn of the chest about the vertical, from the line between the shoulders and that between the hips. */
function facingDeg(world: readonly WorldLandmark[]): number {
  const across = (left: number, right: number): Point => ({
    x: at(world, left).x - at(world, right).x,
    y: at(world, left).z - at(world, right).z,
  });
  const shoulders = across(LANDMARK.leftShoulder, LANDMARK.rightShoulder);
  const hips = across(LANDMARK.leftHip, LANDMARK.rightHip);
  return degrees(Math.atan2(shoulders.y + hips.y, shoulders.x + hips.x));
}

function legSample(
  image: readonly Landmark[],
  world: readonly WorldLandmark[],
  point: (i: number) => Point,
  side: 'left' | 'right',
): LegSample {
  const [hip, knee, ankle, heel, toe] =
    side === 'left'
      ? ([LANDMARK.leftHip, LANDMARK.leftKnee, LANDMARK.leftAnkle, LANDMARK.leftHeel, LANDMARK.leftToe] as const)
      : ([LANDMARK.rightHip, LANDMARK.rightKnee, LANDMARK.rightAnkle, LANDMARK.rightHeel, LANDMARK.rightToe] as const);
  return {
    hip: point(hip),
    knee: point(knee),
    ankle: point(ankle),
    heel: point(heel),
    toe: point(toe),
    kneeDeg: jointAngleDeg(at(world, hip), at(world, knee), at(world, ankle)),
    shankDeg: leanDeg(at(world, ankle), at(world, knee)),
    seen: [hip, knee, ankle, heel, toe].every((i) => at(image, i).visibility >= SEEN_VISIBILITY),
  };
}

function leanDeg(low: WorldLandmark, high: WorldLandmark): number {
  return degrees(Math.atan2(Math.hypot(high.x - low.x, high.z - low.z), low.y - high.y));
}

/** The angle at `b` between the lines to `a` and `c`, in degrees: 180 is straight. */
export function jointAngleDeg(
  a: Point & { readonly z?: number },
  b: Point & { readonly z?: number },
  c: Point & { readonly z?: number },
): number {
  const u = { x: a.x - b.x, y: a.y - b.y, z: (a.z ?? 0) - (b.z ?? 0) };
  const v = { x: c.x - b.x, y: c.y - b.y, z: (c.z ?? 0) - (b.z ?? 0) };
  const lengths = Math.hypot(u.x, u.y, u.z) * Math.hypot(v.x, v.y, v.z);
  if (lengths === 0) return 180;
  const cosine = (u.x * v.x + u.y * v.y + u.z * v.z) / lengths;
  return degrees(Math.acos(Math.min(1, Math.max(-1, cosine))));
}

export function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function finiteOr(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise;
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}

function allFinite(image: readonly Landmark[], world: readonly WorldLandmark[]): boolean {
  return NEEDED.every((i) => {
    const p = image[i];
    const w = world[i];
    return (
      p !== undefined &&
      w !== undefined &&
      Number.isFinite(p.x) &&
      Number.isFinite(p.y) &&
      Number.isFinite(p.visibility) &&
      Number.isFinite(w.x) &&
      Number.isFinite(w.y) &&
      Number.isFinite(w.z)
    );
  });
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`No landmark ${index} in a list of ${list.length}.`);
  return value;
}
