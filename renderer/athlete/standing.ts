import type { ArmJoints, ArmPose, AthletePose, FootPose, Joints, LegJoints, Segments } from './anatomy.ts';
import { jointBetween, reached } from './twoBones.ts';
import { add, rotationX, rotationZ, scale, type Vec } from './vectors.ts';

/** Legs never lock fully: this share of their length is the distance from hip to ankle when standing. */
const STANDING_LEG = 0.997;
const STANCE_HALF_WIDTH = 0.055;
/** Of the way that a knee is pushed forward, the hips go along by this share. */
const HIPS_FOLLOW = 0.6;
/** A toe that has left the floor points down by at most this share of its clearance, so that it stays clear. */
const POINTING_SHARE = 0.5;
const FORWARD: Vec = { x: 0, y: 0, z: 1 };

/**
 * A body on its feet, before it is put into its place in the room. The hips ride on the legs that carry: the lower of the
 * ankles that are not lifted.
 */
export function standingJoints(s: Segments, pose: AthletePose): Joints {
  const feet = {
    left: onSlope(s, pose.slopeDeg, footJoints(s, pose.left, 1, pose.elevation)),
    right: onSlope(s, pose.slopeDeg, footJoints(s, pose.right, -1, pose.elevation)),
  };
  const pelvis = pelvisOf(s, pose);
  const pushed = { left: pushedKnee(s, pose, 'left'), right: pushedKnee(s, pose, 'right') };
  const hips = pushed.left?.pelvis ?? pushed.right?.pelvis ?? pelvis;

  const trunkTurn = (p: Vec): Vec => rotationZ(-pose.leanDeg)(rotationX(pose.bowDeg + pose.tiltDeg)(p));
  const up = trunkTurn({ x: 0, y: 1, z: 0 });
  const forward = trunkTurn({ x: 0, y: 0, z: 1 });
  const side = trunkTurn({ x: 1, y: 0, z: 0 });
  const chest = add(hips, scale(up, s.trunk + pose.stretch));
  const neck = add(chest, scale(up, s.neck));
  const head = add(add(neck, scale(up, s.headRadius * 1.15)), scale(forward, s.headRadius * 0.22));

  const leg = (name: 'left' | 'right'): LegJoints => {
    const hip = hipOf(s, hips, name);
    const knee = pushed[name]?.knee ?? jointBetween(hip, feet[name].ankle, s.thigh, s.shank, FORWARD);
    return { hip, knee, ...feet[name] };
  };
  const legs = { left: leg('left'), right: leg('right') };
  const arm = (armPose: ArmPose, sign: number): ArmJoints => {
    const shoulder = add(add(chest, scale(side, sign * s.shoulderHalfWidth)), scale(up, -0.01 * s.height));
    if (pose.handsOnKnees) return armOnKnee(s, shoulder, sign > 0 ? legs.left : legs.right, sign);
    const swing = (deg: number): ((p: Vec) => Vec) => rotationX(-deg);
    const upper = trunkTurn(rotationZ(sign * armPose.sideDeg)(swing(armPose.forwardDeg)({ x: 0, y: -1, z: 0 })));
    const lower = trunkTurn(
      rotationZ(sign * armPose.sideDeg)(swing(armPose.forwardDeg + armPose.elbowDeg)({ x: 0, y: -1, z: 0 })),
    );
    const elbow = add(shoulder, scale(upper, s.upperArm));
    const wrist = add(elbow, scale(lower, s.forearm));
    const hand = add(wrist, scale(lower, s.hand * 0.6));
    return { shoulder, elbow, wrist, hand };
  };
  return {
    pelvis: hips,
    chest,
    neck,
    head,
    up,
    side,
    forward,
    headUp: up,
    headForward: forward,
    left: legs.left,
    right: legs.right,
    leftArm: arm(pose.leftArm, 1),
    rightArm: arm(pose.rightArm, -1),
    breath: pose.breath,
  };
}

/** The hand on the thigh, just above the knee. */
function armOnKnee(s: Segments, shoulder: Vec, { hip, knee }: LegJoints, sign: number): ArmJoints {
  const above = add(add(knee, scale(add(hip, scale(knee, -1)), 0.16)), {
    x: 0,
    y: 0.04 * s.height,
    z: 0.01 * s.height,
  });
  const wrist = reached(shoulder, above, s.upperArm, s.forearm);
  const elbow = jointBetween(shoulder, wrist, s.upperArm, s.forearm, { x: sign, y: 0, z: -0.5 });
  const hand = add(wrist, scale(add(knee, scale(wrist, -1)), 0.6));
  return { shoulder, elbow, wrist, hand };
}

/** A foot on ground that goes up towards the toes, its heel where it was. */
function onSlope<Foot extends Partial<LegJoints>>(s: Segments, deg: number, foot: Foot): Foot {
  if (deg === 0) return foot;
  const turn = rotationX(-deg);
  const heel = { x: 0, y: 0, z: -s.heelBack };
  const turned = Object.entries(foot).map(([name, p]) => [name, add(heel, turn(add(p, scale(heel, -1))))]);
  return Object.fromEntries(turned) as Foot;
}

function pelvisOf(s: Segments, pose: AthletePose): Vec {
  const carrying = [pose.left, pose.right].filter((f) => f.lift < 0.02);
  const ankleRise = Math.min(
    ...(carrying.length > 0 ? carrying : [pose.left, pose.right]).map((f) => f.ankleRise + f.lift),
  );
  const leg = rotationX(pose.tiltDeg)({ x: 0, y: STANDING_LEG * (s.thigh + s.shank) - pose.hipDrop, z: 0 });
  const ankle = { ankle: { x: 0, y: s.ankleHeight + ankleRise, z: 0 } };
  return add({ x: pose.hipShiftX, y: onSlope(s, pose.slopeDeg, ankle).ankle.y, z: pose.hipShiftZ }, leg);
}

function hipOf(s: Segments, pelvis: Vec, name: 'left' | 'right'): Vec {
  return add(pelvis, { x: (name === 'left' ? 1 : -1) * s.hipHalfWidth, y: 0, z: 0 });
}

/** A knee pushed forward from where the stance with its heel down puts it, and the pelvis that goes with it. */
function pushedKnee(s: Segments, pose: AthletePose, name: 'left' | 'right'): { knee: Vec; pelvis: Vec } | null {
  const foot = pose[name];
  if (foot.kneeForward === 0) return null;
  const sign = name === 'left' ? 1 : -1;
  const still = { ...foot, ankleRise: 0 };
  const pelvis = pelvisOf(s, { ...pose, [name]: still });
  const hip = hipOf(s, pelvis, name);
  const start = jointBetween(hip, footJoints(s, still, sign, 0).ankle, s.thigh, s.shank, FORWARD);
  const { ankle } = footJoints(s, foot, sign, 0);
  const z = start.z + foot.kneeForward;
  const knee = { x: start.x, y: ankle.y + thirdSide(s.shank, start.x - ankle.x, z - ankle.z), z };
  const hipZ = hip.z + HIPS_FOLLOW * foot.kneeForward;
  const hipY = knee.y + thirdSide(s.thigh, hip.x - knee.x, hipZ - knee.z);
  return { knee, pelvis: { x: pelvis.x, y: hipY, z: hipZ } };
}

/** The height of a bone's upper end over its lower one, from its length and what it leans over. */
function thirdSide(bone: number, dx: number, dz: number): number {
  return Math.sqrt(Math.max(0, bone * bone - dx * dx - dz * dz));
}

/** How far the foot has to turn about its ball for the ankle to rise this much, in radians. */
export function footAngleFor(s: Segments, ankleRise: number): number {
  const dy = s.ankleHeight - s.ballHeight;
  const reach = Math.hypot(s.ankleToBall, dy);
  const flat = Math.atan2(dy, s.ankleToBall);
  const sine = Math.min(1, (dy + ankleRise) / reach);
  return Math.asin(sine) - flat;
}

function footJoints(s: Segments, foot: FootPose, sign: number, elevation: number): Omit<LegJoints, 'hip' | 'knee'> {
  const x = sign * (STANCE_HALF_WIDTH * (s.height / 1.75) + foot.out);
  const ball = { x, y: s.ballHeight + foot.lift, z: s.ankleToBall - foot.back };
  const angle = footAngleFor(s, foot.ankleRise);
  const turn = rotationX(degrees(angle));
  const about = (p: Vec, pivot: Vec, rotate: (v: Vec) => Vec): Vec => add(pivot, rotate(add(p, scale(pivot, -1))));
  const flatAnkle = { x, y: s.ankleHeight + foot.lift, z: -foot.back };
  const flatHeel = { x, y: s.ballHeight + foot.lift, z: -s.heelBack - foot.back };
  const flatToe = add(ball, { x: 0, y: -s.ballHeight * 0.3, z: s.toeLength });
  const ankle = about(flatAnkle, ball, turn);
  const heel = about(flatHeel, ball, turn);
  // On the floor the toes stay flat; as the foot comes off it they fall into line with it.
  const clear = Math.asin(Math.min(1, (POINTING_SHARE * (foot.lift + elevation)) / s.toeLength));
  const toe = about(flatToe, ball, rotationX(degrees(Math.min(Math.max(0, angle), clear))));
  if (foot.toesUpDeg === 0) return { ankle, heel, ball, toe };
  const raise = rotationX(-foot.toesUpDeg);
  return { ankle, heel, ball: about(ball, heel, raise), toe: about(toe, heel, raise) };
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
