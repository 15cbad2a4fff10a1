import type { ArmJoints, Joints, LegJoints, LyingPose, Segments } from './anatomy.ts';
import { add, rotationX, scale, type Vec } from './vectors.ts';

/**
 * The body on its back, in the body's own plane: the head towards -z, the feet towards +z, the face up. The shoulders and
 * the feet stay on the floor; the trunk tips about the shoulders, and the knees follow from the fixed ankles.
 */

/** The middle of the chest over the floor, and the hips where they rest, in body heights: half the trunk's depth. */
const CHEST_Y = 0.066;
const HIPS_Y = 0.072;
/** The chest from the middle of the lying body, in body heights. */
const CHEST_Z = -0.29;
/** The knees' angle while the hips rest. */
const KNEE_AT_REST_DEG = 85;
/** A foot that hangs in the air points away by this much more than a right angle. */
const FOOT_POINTS_DEG = 25;
const STRETCHED_KNEE_DEG = 8;

interface Plane {
  readonly chest: Vec;
  readonly pelvis: Vec;
  readonly ankleZ: number;
  /** From the floor: how far the trunk, the thighs and the shanks are tipped up towards the feet. */
  readonly trunkDeg: number;
  readonly thighDeg: number;
  readonly shankDeg: number;
}

/** How far the hips have to rise for this angle from shoulder over hip to knee, in body heights; 180 is straight. */
export function hipRiseFor(hipDeg: number, s: Segments): number {
  let [low, high] = [0, 0.25];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    const { trunkDeg, thighDeg } = planeOf(s, middle);
    if (180 - (thighDeg - trunkDeg) < hipDeg) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

export function lyingJoints(s: Segments, pose: LyingPose): Joints {
  const plane = planeOf(s, pose.hipRise);
  const { chest, pelvis } = plane;
  const trunk = rotationX(-90 - plane.trunkDeg);
  const flat = rotationX(-90);
  const [up, forward] = [trunk({ x: 0, y: 1, z: 0 }), trunk({ x: 0, y: 0, z: 1 })];
  const side = { x: 1, y: 0, z: 0 };
  const neck = add(chest, { x: 0, y: 0, z: -s.neck });
  const head = { x: 0, y: s.headRadius * 0.95, z: neck.z - s.headRadius * 1.15 };
  return {
    pelvis,
    chest,
    neck,
    head,
    up,
    side,
    forward,
    headUp: flat({ x: 0, y: 1, z: 0 }),
    headForward: flat({ x: 0, y: 0, z: 1 }),
    left: legJoints(s, plane, 1, pose.leftLegOut),
    right: legJoints(s, plane, -1, pose.rightLegOut),
    leftArm: armJoints(s, chest, 1),
    rightArm: armJoints(s, chest, -1),
  };
}

function planeOf(s: Segments, hipRise: number): Plane {
  const h = s.height;
  const chest = { x: 0, y: CHEST_Y * h, z: CHEST_Z * h };
  const at = (y: number): Vec => {
    const dy = y - chest.y;
    return { x: 0, y, z: chest.z + Math.sqrt(s.trunk * s.trunk - dy * dy) };
  };
  const rest = at(HIPS_Y * h);
  const restReach = distanceAcross(s.thigh, s.shank, KNEE_AT_REST_DEG);
  const restDy = rest.y - s.ankleHeight;
  const ankleZ = rest.z + Math.sqrt(restReach * restReach - restDy * restDy);
  const pelvis = at((HIPS_Y + hipRise) * h);
  const [dz, dy] = [ankleZ - pelvis.z, s.ankleHeight - pelvis.y];
  const reach = Math.hypot(dz, dy);
  const atHip = degrees(Math.acos((s.thigh * s.thigh + reach * reach - s.shank * s.shank) / (2 * s.thigh * reach)));
  const thighDeg = degrees(Math.atan2(dy, dz)) + atHip;
  const knee = along(pelvis, thighDeg, s.thigh);
  const shankDeg = degrees(Math.atan2(s.ankleHeight - knee.y, ankleZ - knee.z));
  const trunkDeg = degrees(Math.asin((pelvis.y - chest.y) / s.trunk));
  return { chest, pelvis, ankleZ, trunkDeg, thighDeg, shankDeg };
}

function legJoints(s: Segments, plane: Plane, sign: number, out: number): LegJoints {
  const hip = add(plane.pelvis, { x: sign * s.hipHalfWidth, y: 0, z: 0 });
  const knee = along(hip, plane.thighDeg, s.thigh);
  const shankDeg = plane.shankDeg + out * (plane.thighDeg - STRETCHED_KNEE_DEG - plane.shankDeg);
  const ankle = along(knee, shankDeg, s.shank);
  // Flat on the floor, or nearly across the shank in the air.
  const footDeg = out * (shankDeg + 90 - FOOT_POINTS_DEG);
  const from = (forward: number, down: number): Vec => along(along(ankle, footDeg, forward), footDeg - 90, down);
  return {
    hip,
    knee,
    ankle,
    heel: from(-s.heelBack, s.ankleHeight - s.ballHeight),
    ball: from(s.ankleToBall, s.ankleHeight - s.ballHeight),
    toe: from(s.ankleToBall + s.toeLength, s.ankleHeight - s.ballHeight * 0.7),
  };
}

/** The arms lie beside the body, the palms down. */
function armJoints(s: Segments, chest: Vec, sign: number): ArmJoints {
  const shoulder = { x: sign * s.shoulderHalfWidth, y: chest.y, z: chest.z };
  const elbow = onFloor(shoulder, sign * 22, s.upperArm, 0.03 * s.height);
  const wrist = onFloor(elbow, sign * 4, s.forearm, 0.02 * s.height);
  return { shoulder, elbow, wrist, hand: onFloor(wrist, sign * 2, s.hand * 0.6, 0.02 * s.height) };
}

/** The lower end of a bone that comes down to this height, turned outwards by this much. */
function onFloor(from: Vec, outDeg: number, bone: number, y: number): Vec {
  const across = Math.sqrt(bone * bone - (from.y - y) ** 2);
  return { x: from.x + across * Math.sin(radians(outDeg)), y, z: from.z + across * Math.cos(radians(outDeg)) };
}

/** From a point towards the feet, tipped up by `deg`. */
function along(from: Vec, deg: number, far: number): Vec {
  return add(from, scale({ x: 0, y: Math.sin(radians(deg)), z: Math.cos(radians(deg)) }, far));
}

/** The third side of a triangle of two bones and the angle between them. */
function distanceAcross(a: number, b: number, deg: number): number {
  return Math.sqrt(a * a + b * b - 2 * a * b * Math.cos(radians(deg)));
}

function degrees(rad: number): number {
  return (rad * 180) / Math.PI;
}

function radians(deg: number): number {
  return (deg * Math.PI) / 180;
}
