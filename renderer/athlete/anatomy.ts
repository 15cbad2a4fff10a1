/**
 * The athlete's body: segment lengths for a given height, and where every joint is for a given pose.
 * Pure geometry, in metres: x to the athlete's left, y up, z forward (towards a camera in front).
 */

export interface Vec {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Segment lengths in metres, from the height by Winter's proportions (Biomechanics and Motor Control, table 4.1). */
export interface Segments {
  readonly height: number;
  readonly ankleHeight: number;
  readonly ankleToBall: number;
  readonly ballHeight: number;
  readonly toeLength: number;
  readonly heelBack: number;
  readonly shank: number;
  readonly thigh: number;
  readonly hipHalfWidth: number;
  readonly trunk: number;
  readonly shoulderHalfWidth: number;
  readonly upperArm: number;
  readonly forearm: number;
  readonly hand: number;
  readonly neck: number;
  readonly headRadius: number;
}

export function segmentsFor(heightM: number): Segments {
  const h = heightM;
  return {
    height: h,
    ankleHeight: 0.043 * h,
    ankleToBall: 0.075 * h,
    ballHeight: 0.012 * h,
    toeLength: 0.035 * h,
    heelBack: 0.032 * h,
    shank: 0.243 * h,
    thigh: 0.244 * h,
    hipHalfWidth: 0.052 * h,
    trunk: 0.288 * h,
    shoulderHalfWidth: 0.112 * h,
    upperArm: 0.172 * h,
    forearm: 0.146 * h,
    hand: 0.09 * h,
    neck: 0.04 * h,
    headRadius: 0.066 * h,
  };
}

/** Where a foot is and how it is turned. */
export interface FootPose {
  /** How far the heel has turned up about the ball of the foot, as the rise of the ankle in metres. */
  readonly ankleRise: number;
  /** The whole foot off the floor, in metres. */
  readonly lift: number;
  /** The foot further back (a lifted foot hangs behind), in metres. */
  readonly back: number;
  /** Toes up while the heel stays, in degrees. */
  readonly toesUpDeg: number;
}

export interface ArmPose {
  /** Upper arm away from hanging down: forward and sideways, in degrees. */
  readonly forwardDeg: number;
  readonly sideDeg: number;
  readonly elbowDeg: number;
}

/** One posture. Angles in degrees, lengths in metres. */
export interface AthletePose {
  /** Place on the floor and turn about the vertical; 0 faces along +z. */
  readonly x: number;
  readonly z: number;
  readonly yawDeg: number;
  /** The hips lower than straight legs would put them: a squat, or bent knees. */
  readonly hipDrop: number;
  /** The hips shifted over one foot (+x is left) and forward. */
  readonly hipShiftX: number;
  readonly hipShiftZ: number;
  readonly bowDeg: number;
  readonly leanDeg: number;
  readonly left: FootPose;
  readonly right: FootPose;
  readonly leftArm: ArmPose;
  readonly rightArm: ArmPose;
}

const FOOT_DOWN: FootPose = { ankleRise: 0, lift: 0, back: 0, toesUpDeg: 0 };
const ARM_DOWN: ArmPose = { forwardDeg: 3, sideDeg: 9, elbowDeg: 12 };

export const STANDING: AthletePose = {
  x: 0,
  z: 0,
  yawDeg: 0,
  hipDrop: 0,
  hipShiftX: 0,
  hipShiftZ: 0,
  bowDeg: 0,
  leanDeg: 0,
  left: FOOT_DOWN,
  right: FOOT_DOWN,
  leftArm: ARM_DOWN,
  rightArm: ARM_DOWN,
};

export interface LegJoints {
  readonly hip: Vec;
  readonly knee: Vec;
  readonly ankle: Vec;
  readonly heel: Vec;
  readonly ball: Vec;
  readonly toe: Vec;
}

export interface ArmJoints {
  readonly shoulder: Vec;
  readonly elbow: Vec;
  readonly wrist: Vec;
  readonly hand: Vec;
}

export interface Joints {
  readonly pelvis: Vec;
  readonly chest: Vec;
  readonly neck: Vec;
  readonly head: Vec;
  /** Unit vectors of the trunk: up along the spine, to the left, forward. */
  readonly up: Vec;
  readonly side: Vec;
  readonly forward: Vec;
  readonly left: LegJoints;
  readonly right: LegJoints;
  readonly leftArm: ArmJoints;
  readonly rightArm: ArmJoints;
}

/** Legs never lock fully: this share of their length is the distance from hip to ankle when standing. */
const STANDING_LEG = 0.997;
const STANCE_HALF_WIDTH = 0.055;

/** Where every joint is. The hips ride on the legs that carry: the lower of the ankles that are not lifted. */
export function jointsOf(s: Segments, pose: AthletePose): Joints {
  const turn = rotationY(pose.yawDeg);
  const place = (p: Vec): Vec => add({ x: pose.x, y: 0, z: pose.z }, turn(p));

  const feet = { left: footJoints(s, pose.left, 1), right: footJoints(s, pose.right, -1) };
  const carrying = [pose.left, pose.right].filter((f) => f.lift < 0.02);
  const ankleRise = Math.min(
    ...(carrying.length > 0 ? carrying : [pose.left, pose.right]).map((f) => f.ankleRise + f.lift),
  );
  const hipHeight = s.ankleHeight + ankleRise + STANDING_LEG * (s.thigh + s.shank) - pose.hipDrop;
  const pelvis = { x: pose.hipShiftX, y: hipHeight, z: pose.hipShiftZ };

  const trunkTurn = (p: Vec): Vec => rotationZ(-pose.leanDeg)(rotationX(pose.bowDeg)(p));
  const up = trunkTurn({ x: 0, y: 1, z: 0 });
  const forward = trunkTurn({ x: 0, y: 0, z: 1 });
  const side = trunkTurn({ x: 1, y: 0, z: 0 });
  const chest = add(pelvis, scale(up, s.trunk));
  const neck = add(chest, scale(up, s.neck));
  const head = add(add(neck, scale(up, s.headRadius * 1.15)), scale(forward, s.headRadius * 0.22));

  const leg = (name: 'left' | 'right', sign: number): LegJoints => {
    const foot = feet[name];
    const hip = add(pelvis, { x: sign * s.hipHalfWidth, y: 0, z: 0 });
    const knee = kneeBetween(hip, foot.ankle, s.thigh, s.shank);
    return mapLeg({ hip, knee, ...foot }, place);
  };
  const arm = (armPose: ArmPose, sign: number): ArmJoints => {
    const shoulder = add(add(chest, scale(side, sign * s.shoulderHalfWidth)), scale(up, -0.01 * s.height));
    const swing = (deg: number): ((p: Vec) => Vec) => rotationX(-deg);
    const upper = trunkTurn(rotationZ(sign * armPose.sideDeg)(swing(armPose.forwardDeg)({ x: 0, y: -1, z: 0 })));
    const lower = trunkTurn(
      rotationZ(sign * armPose.sideDeg)(swing(armPose.forwardDeg + armPose.elbowDeg)({ x: 0, y: -1, z: 0 })),
    );
    const elbow = add(shoulder, scale(upper, s.upperArm));
    const wrist = add(elbow, scale(lower, s.forearm));
    const hand = add(wrist, scale(lower, s.hand * 0.6));
    return { shoulder: place(shoulder), elbow: place(elbow), wrist: place(wrist), hand: place(hand) };
  };
  return {
    pelvis: place(pelvis),
    chest: place(chest),
    neck: place(neck),
    head: place(head),
    up: turn(up),
    side: turn(side),
    forward: turn(forward),
    left: leg('left', 1),
    right: leg('right', -1),
    leftArm: arm(pose.leftArm, 1),
    rightArm: arm(pose.rightArm, -1),
  };
}

/** How far the foot has to turn about its ball for the ankle to rise this much, in radians. */
export function footAngleFor(s: Segments, ankleRise: number): number {
  const dy = s.ankleHeight - s.ballHeight;
  const reach = Math.hypot(s.ankleToBall, dy);
  const flat = Math.atan2(dy, s.ankleToBall);
  const sine = Math.min(1, (dy + ankleRise) / reach);
  return Math.asin(sine) - flat;
}

function footJoints(s: Segments, foot: FootPose, sign: number): Omit<LegJoints, 'hip' | 'knee'> {
  const x = sign * STANCE_HALF_WIDTH * (s.height / 1.75);
  const ball = { x, y: s.ballHeight + foot.lift, z: s.ankleToBall - foot.back };
  const turn = rotationX((footAngleFor(s, foot.ankleRise) * 180) / Math.PI);
  const about = (p: Vec, pivot: Vec, rotate: (v: Vec) => Vec): Vec => add(pivot, rotate(add(p, scale(pivot, -1))));
  const flatAnkle = { x, y: s.ankleHeight + foot.lift, z: -foot.back };
  const flatHeel = { x, y: s.ballHeight + foot.lift, z: -s.heelBack - foot.back };
  const flatToe = add(ball, { x: 0, y: -s.ballHeight * 0.3, z: s.toeLength });
  const ankle = about(flatAnkle, ball, turn);
  const heel = about(flatHeel, ball, turn);
  // A lifted foot hangs with its toes in line; on the floor the toes stay flat.
  const toe = foot.lift >= 0.02 ? about(flatToe, ball, turn) : flatToe;
  if (foot.toesUpDeg === 0) return { ankle, heel, ball, toe };
  const raise = rotationX(-foot.toesUpDeg);
  return { ankle, heel, ball: about(ball, heel, raise), toe: about(toe, heel, raise) };
}

/** The knee of a leg of two bones, bending forward. */
function kneeBetween(hip: Vec, ankle: Vec, thigh: number, shank: number): Vec {
  const line = add(ankle, scale(hip, -1));
  const distance = Math.min(length(line), (thigh + shank) * 0.9999);
  const along = (thigh * thigh - shank * shank + distance * distance) / (2 * distance);
  const out = Math.sqrt(Math.max(0, thigh * thigh - along * along));
  const direction = scale(line, 1 / length(line));
  const forward = { x: 0, y: 0, z: 1 };
  const across = add(forward, scale(direction, -dot(forward, direction)));
  return add(add(hip, scale(direction, along)), scale(across, out / length(across)));
}

function mapLeg(leg: LegJoints, map: (p: Vec) => Vec): LegJoints {
  return {
    hip: map(leg.hip),
    knee: map(leg.knee),
    ankle: map(leg.ankle),
    heel: map(leg.heel),
    ball: map(leg.ball),
    toe: map(leg.toe),
  };
}

export function add(a: Vec, b: Vec): Vec {
  return { x: a.x + b.x, y: a.y + b.y, z: a.z + b.z };
}

export function scale(a: Vec, k: number): Vec {
  return { x: a.x * k, y: a.y * k, z: a.z * k };
}

export function length(a: Vec): number {
  return Math.hypot(a.x, a.y, a.z);
}

function dot(a: Vec, b: Vec): number {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

/** Positive tips the head forward (z over y). */
function rotationX(deg: number): (p: Vec) => Vec {
  const [c, s] = cosSin(deg);
  return ({ x, y, z }) => ({ x, y: y * c - z * s, z: y * s + z * c });
}

function rotationY(deg: number): (p: Vec) => Vec {
  const [c, s] = cosSin(deg);
  return ({ x, y, z }) => ({ x: x * c + z * s, y, z: -x * s + z * c });
}

function rotationZ(deg: number): (p: Vec) => Vec {
  const [c, s] = cosSin(deg);
  return ({ x, y, z }) => ({ x: x * c - y * s, y: x * s + y * c, z });
}

function cosSin(deg: number): [number, number] {
  const rad = (deg * Math.PI) / 180;
  return [Math.cos(rad), Math.sin(rad)];
}
