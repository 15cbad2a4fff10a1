import type { ArmJoints, Joints, LegJoints, LyingPose, Segments } from './anatomy.ts';
import { reached } from './twoBones.ts';
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
/** A foot that is lifted comes nearer to the hips by this share of its way up. */
const NEARER_SHARE = 0.5;

/** Angles from the floor: how far the trunk, the thighs and the shanks are tipped up towards the feet. */
interface Trunk {
  readonly chest: Vec;
  readonly pelvis: Vec;
  readonly trunkDeg: number;
  /** The feet rest on their heels, the toes up, and not on their soles. */
  readonly onHeels: boolean;
}

interface Plane extends Trunk {
  readonly ankleY: number;
  readonly ankleZ: number;
  readonly thighDeg: number;
  readonly shankDeg: number;
}

/** How far the hips have to rise for this angle from shoulder over hip to knee, in body heights; 180 is straight. */
export function hipRiseFor(hipDeg: number, s: Segments): number {
  let [low, high] = [0, 0.25];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    const { trunkDeg, thighDeg } = planeOf(s, middle, 0);
    if (180 - (thighDeg - trunkDeg) < hipDeg) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

export function lyingJoints(s: Segments, pose: LyingPose, breath: number): Joints {
  const plane = planeOf(s, pose.hipRise, pose.feetOn);
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
    left: legJoints(s, legUp(s, plane, pose.leftFootUp), 1, pose.leftLegOut),
    right: legJoints(s, legUp(s, plane, pose.rightFootUp), -1, pose.rightLegOut),
    leftArm: pose.leftHandOnRibs ? armOnRibs(s, chest, 1, breath) : armJoints(s, chest, 1, pose.leftArmDeg),
    rightArm: pose.rightHandOnRibs ? armOnRibs(s, chest, -1, breath) : armJoints(s, chest, -1, pose.rightArmDeg),
    breath,
  };
}

function planeOf(s: Segments, hipRise: number, feetOn: number): Plane {
  const h = s.height;
  const chest = { x: 0, y: CHEST_Y * h, z: CHEST_Z * h };
  const at = (y: number): Vec => {
    const dy = y - chest.y;
    return { x: 0, y, z: chest.z + Math.sqrt(s.trunk * s.trunk - dy * dy) };
  };
  const rest = at(HIPS_Y * h);
  const ankleY = s.ankleHeight + feetOn;
  const restReach = distanceAcross(s.thigh, s.shank, KNEE_AT_REST_DEG);
  const restDy = rest.y - ankleY;
  const ankleZ = rest.z + Math.sqrt(restReach * restReach - restDy * restDy);
  const pelvis = at((HIPS_Y + hipRise) * h);
  const trunkDeg = degrees(Math.asin((pelvis.y - chest.y) / s.trunk));
  return legTo(s, { chest, pelvis, trunkDeg, onHeels: feetOn > 0 }, ankleY, ankleZ);
}

/** A leg whose foot is lifted off what it stands on, and comes a little nearer. */
function legUp(s: Segments, plane: Plane, up: number): Plane {
  return up === 0 ? plane : legTo(s, plane, plane.ankleY + up, plane.ankleZ - NEARER_SHARE * up);
}

/** The leg from the hips to an ankle, its knee up. */
function legTo(s: Segments, trunk: Trunk, ankleY: number, ankleZ: number): Plane {
  const { pelvis } = trunk;
  const [dz, dy] = [ankleZ - pelvis.z, ankleY - pelvis.y];
  const reach = Math.hypot(dz, dy);
  const atHip = degrees(Math.acos((s.thigh * s.thigh + reach * reach - s.shank * s.shank) / (2 * s.thigh * reach)));
  const thighDeg = degrees(Math.atan2(dy, dz)) + atHip;
  const knee = along(pelvis, thighDeg, s.thigh);
  const shankDeg = degrees(Math.atan2(ankleY - knee.y, ankleZ - knee.z));
  return { ...trunk, ankleY, ankleZ, thighDeg, shankDeg };
}

function legJoints(s: Segments, plane: Plane, sign: number, out: number): LegJoints {
  const hip = add(plane.pelvis, { x: sign * s.hipHalfWidth, y: 0, z: 0 });
  const knee = along(hip, plane.thighDeg, s.thigh);
  const shankDeg = plane.shankDeg + out * (plane.thighDeg - STRETCHED_KNEE_DEG - plane.shankDeg);
  const ankle = along(knee, shankDeg, s.shank);
  // Flat on the floor, or nearly across the shank in the air.
  const footDeg = (plane.onHeels ? 1 : out) * (shankDeg + 90 - FOOT_POINTS_DEG);
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

/** An arm lies beside the body, the palm down, or is lifted from there about the shoulder. */
function armJoints(s: Segments, chest: Vec, sign: number, liftedDeg: number): ArmJoints {
  const shoulder = { x: sign * s.shoulderHalfWidth, y: chest.y, z: chest.z };
  const elbow = onFloor(shoulder, sign * 22, s.upperArm, 0.03 * s.height);
  const wrist = onFloor(elbow, sign * 4, s.forearm, 0.02 * s.height);
  const hand = onFloor(wrist, sign * 2, s.hand * 0.6, 0.02 * s.height);
  const lift = rotationX(-liftedDeg);
  const lifted = (p: Vec): Vec => add(shoulder, lift(add(p, scale(shoulder, -1))));
  return { shoulder, elbow: lifted(elbow), wrist: lifted(wrist), hand: lifted(hand) };
}

/** The hand on the low ribs, going up and down with them; the elbow rests on the floor. */
function armOnRibs(s: Segments, chest: Vec, sign: number, breath: number): ArmJoints {
  const h = s.height;
  const shoulder = { x: sign * s.shoulderHalfWidth, y: chest.y, z: chest.z };
  const elbow = onFloor(shoulder, sign * 38, s.upperArm, 0.035 * h);
  const ribs = { x: sign * 0.05 * h, y: (0.152 + 0.011 * breath) * h, z: chest.z + 0.15 * h };
  const wrist = reached(elbow, ribs, s.forearm, 0);
  const hand = add(wrist, { x: -sign * 0.05 * h, y: 0, z: 0 });
  return { shoulder, elbow, wrist, hand };
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
