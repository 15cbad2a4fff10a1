import {
  isInsideFrame,
  LANDMARK,
  type Landmark,
  type PoseFrame,
  SEEN_VISIBILITY,
  type WorldLandmark,
} from '../pose/landmarks.ts';

/** Heights of one foot's landmarks in the picture; up is positive, the unit is the height of the picture. */
export interface FootHeights {
  readonly ankle: number;
  readonly heel: number;
  readonly toe: number;
}

/** One side of the body, in the same units. Angles are in degrees: 180 is a straight knee. */
export interface LegSample extends FootHeights {
  readonly kneeDeg: number;
  /** The model sees this leg itself, not only guesses it behind the other one. */
  readonly seen: boolean;
}

/** What motion needs of a body that was seen. Up is positive; lengths are in heights of the picture. */
export interface Body {
  /** Nose and ears, middle of the shoulders, middle of the hips. */
  readonly head: number;
  readonly shoulders: number;
  readonly hips: number;
  /** Horizontal place of the hips, from the left edge of the picture. */
  readonly hipsX: number;
  readonly left: LegSample;
  readonly right: LegSample;
  /** Shoulders to the lower ankle, measured vertically: the body's own yardstick. */
  readonly length: number;
  /** Every joint that counting needs lies inside the picture. */
  readonly inside: boolean;
  /** Standing on at least one straight leg. */
  readonly upright: boolean;
}

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
  const height = (i: number): number => 1 - at(image, i).y;
  const left = legSample(image, world, 'left');
  const right = legSample(image, world, 'right');
  const shoulders = (height(LANDMARK.leftShoulder) + height(LANDMARK.rightShoulder)) / 2;
  const hips = (height(LANDMARK.leftHip) + height(LANDMARK.rightHip)) / 2;
  const ankles = Math.min(left.ankle, right.ankle);
  const length = shoulders - ankles;
  return {
    tMs: frame.tMs,
    body: {
      head: (height(LANDMARK.nose) + height(LANDMARK.leftEar) + height(LANDMARK.rightEar)) / 3,
      shoulders,
      hips,
      hipsX: ((at(image, LANDMARK.leftHip).x + at(image, LANDMARK.rightHip).x) / 2) * aspect,
      left,
      right,
      length,
      inside: NEEDED.every((i) => isInsideFrame(at(image, i), FRAME_MARGIN)) && (left.seen || right.seen),
      upright:
        length > 0 &&
        hips - ankles >= STANDING_HIP_SHARE * length &&
        Math.max(left.kneeDeg, right.kneeDeg) >= STANDING_KNEE_DEG,
    },
  };
}

function legSample(image: readonly Landmark[], world: readonly WorldLandmark[], side: 'left' | 'right'): LegSample {
  const [hip, knee, ankle, heel, toe] =
    side === 'left'
      ? ([LANDMARK.leftHip, LANDMARK.leftKnee, LANDMARK.leftAnkle, LANDMARK.leftHeel, LANDMARK.leftToe] as const)
      : ([LANDMARK.rightHip, LANDMARK.rightKnee, LANDMARK.rightAnkle, LANDMARK.rightHeel, LANDMARK.rightToe] as const);
  return {
    ankle: 1 - at(image, ankle).y,
    heel: 1 - at(image, heel).y,
    toe: 1 - at(image, toe).y,
    kneeDeg: jointAngleDeg(at(world, hip), at(world, knee), at(world, ankle)),
    seen: [hip, knee, ankle, heel, toe].every((i) => at(image, i).visibility >= SEEN_VISIBILITY),
  };
}

/** The angle at `b` between the lines to `a` and `c`, in degrees: 180 is straight. */
export function jointAngleDeg(a: WorldLandmark, b: WorldLandmark, c: WorldLandmark): number {
  const u = { x: a.x - b.x, y: a.y - b.y, z: a.z - b.z };
  const v = { x: c.x - b.x, y: c.y - b.y, z: c.z - b.z };
  const lengths = Math.hypot(u.x, u.y, u.z) * Math.hypot(v.x, v.y, v.z);
  if (lengths === 0) return 180;
  const cosine = (u.x * v.x + u.y * v.y + u.z * v.z) / lengths;
  return (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;
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
