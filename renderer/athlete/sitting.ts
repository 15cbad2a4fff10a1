import type { ArmJoints, Joints, LegJoints, Segments, SittingPose } from './anatomy.ts';
import { jointBetween, reached } from './twoBones.ts';
import { add, rotationX, scale, type Vec } from './vectors.ts';

/**
 * The body on the floor, facing +z: the trunk leans back on straight arms, one leg lies stretched over a roller and the other
 * stands with its foot flat. Hands and foot stay while the body goes to and fro. Lengths in body heights.
 */
const HIPS_Y = 0.085;
const HIPS_Z = -0.16;
const LEAN_BACK_DEG = 33;
/** The calf lies on the roller: this is the height of its middle. */
const CALF_Y = 0.107;
const FOOT_Z = 0.2;
const HANDS = { x: 0.16, y: 0.02, z: -0.42 } as const;
/** A foot that hangs over the roller points away by this much more than a right angle. */
const FOOT_POINTS_DEG = 15;
const KNEE_BEND_SHARE = 0.996;

/** The roller's radius under such a calf, and its place on the floor, in body heights. */
export const ROLLER = { radius: 0.043, z: 0.2 } as const;

export function sittingJoints(s: Segments, { rolled, forward: shift }: SittingPose, breath: number): Joints {
  const h = s.height;
  const pelvis = { x: 0, y: HIPS_Y * h, z: HIPS_Z * h + shift };
  const lean = rotationX(-LEAN_BACK_DEG);
  const [up, forward] = [lean({ x: 0, y: 1, z: 0 }), lean({ x: 0, y: 0, z: 1 })];
  const side = { x: 1, y: 0, z: 0 };
  const chest = add(pelvis, scale(up, s.trunk));
  const neck = add(chest, scale(up, s.neck));
  // The face looks along the legs, and not at the ceiling.
  const nod = rotationX(-LEAN_BACK_DEG / 3);
  const [headUp, headForward] = [nod({ x: 0, y: 1, z: 0 }), nod({ x: 0, y: 0, z: 1 })];
  const head = add(add(neck, scale(headUp, s.headRadius * 1.15)), scale(headForward, s.headRadius * 0.22));
  const leg = (sign: number): LegJoints => {
    const hip = add(pelvis, { x: sign * s.hipHalfWidth, y: 0, z: 0 });
    return sign > 0 === (rolled === 'left') ? rolledLeg(s, hip, sign) : standingLeg(s, hip, sign);
  };
  const arm = (sign: number): ArmJoints => {
    const shoulder = add(add(chest, scale(side, sign * s.shoulderHalfWidth)), scale(up, -0.01 * h));
    const wrist = reached(shoulder, { x: sign * HANDS.x * h, y: HANDS.y * h, z: HANDS.z * h }, s.upperArm, s.forearm);
    const elbow = jointBetween(shoulder, wrist, s.upperArm, s.forearm, { x: sign * 0.3, y: 0, z: -1 });
    return { shoulder, elbow, wrist, hand: add(wrist, { x: sign * 0.2 * s.hand, y: 0, z: -0.5 * s.hand }) };
  };
  return {
    ...{ pelvis, chest, neck, head, up, side, forward, headUp, headForward, breath },
    ...{ left: leg(1), right: leg(-1), leftArm: arm(1), rightArm: arm(-1) },
  };
}

/** Stretched over the roller, which carries it between knee and heel. */
function rolledLeg(s: Segments, hip: Vec, sign: number): LegJoints {
  const reach = KNEE_BEND_SHARE * (s.thigh + s.shank);
  const dy = CALF_Y * s.height - hip.y;
  const ankle = { x: sign * 0.05 * s.height, y: hip.y + dy, z: hip.z + Math.sqrt(reach * reach - dy * dy) };
  const knee = jointBetween(hip, ankle, s.thigh, s.shank, { x: 0, y: 1, z: 0 });
  const foot = rotationX(-(90 - FOOT_POINTS_DEG));
  const from = (ahead: number, down: number): Vec => add(ankle, foot({ x: 0, y: -down, z: ahead }));
  const sole = s.ankleHeight - s.ballHeight;
  return {
    ...{ hip, knee, ankle },
    heel: from(-s.heelBack, sole),
    ball: from(s.ankleToBall, sole),
    toe: from(s.ankleToBall + s.toeLength, s.ankleHeight - s.ballHeight * 0.7),
  };
}

/** The knee up, the foot flat on the floor. */
function standingLeg(s: Segments, hip: Vec, sign: number): LegJoints {
  const x = sign * 0.085 * s.height;
  const z = FOOT_Z * s.height;
  const ankle = { x, y: s.ankleHeight, z };
  const knee = jointBetween(hip, ankle, s.thigh, s.shank, { x: sign * 0.15, y: 1, z: 0 });
  const ball = { x, y: s.ballHeight, z: z + s.ankleToBall };
  return {
    ...{ hip, knee, ankle, ball },
    heel: { x, y: s.ballHeight, z: z - s.heelBack },
    toe: add(ball, { x: 0, y: -s.ballHeight * 0.3, z: s.toeLength }),
  };
}
