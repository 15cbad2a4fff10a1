import type { ArmJoints, AthletePose, Joints, LegJoints, Segments } from './anatomy.ts';
import { lyingJoints } from './lying.ts';
import { sittingJoints } from './sitting.ts';
import { standingJoints } from './standing.ts';
import { add, rotationY, type Vec } from './vectors.ts';

/** Where every joint is in the room. */
export function jointsOf(s: Segments, pose: AthletePose): Joints {
  const turn = rotationY(pose.yawDeg);
  const place = (p: Vec): Vec => add({ x: pose.x, y: pose.elevation + pose.step, z: pose.z }, turn(p));
  return mapJoints(jointsInPlace(s, pose), place, turn);
}

function jointsInPlace(s: Segments, pose: AthletePose): Joints {
  if (pose.lying) return lyingJoints(s, pose.lying, pose.breath);
  return pose.sitting ? sittingJoints(s, pose.sitting, pose.breath) : standingJoints(s, pose);
}

/** The same posture in a body that was turned about the middle of the room: what it walks turns with it. */
export function turned(pose: AthletePose, deg: number): AthletePose {
  const { x, z } = rotationY(deg)({ x: pose.x, y: 0, z: pose.z });
  return { ...pose, x, z, yawDeg: pose.yawDeg + deg };
}

function mapJoints(j: Joints, place: (p: Vec) => Vec, turn: (p: Vec) => Vec): Joints {
  return {
    pelvis: place(j.pelvis),
    chest: place(j.chest),
    neck: place(j.neck),
    head: place(j.head),
    up: turn(j.up),
    side: turn(j.side),
    forward: turn(j.forward),
    headUp: turn(j.headUp),
    headForward: turn(j.headForward),
    left: mapEach(j.left, place),
    right: mapEach(j.right, place),
    leftArm: mapEach(j.leftArm, place),
    rightArm: mapEach(j.rightArm, place),
    breath: j.breath,
  };
}

function mapEach<Limb extends LegJoints | ArmJoints>(limb: Limb, map: (p: Vec) => Vec): Limb {
  return Object.fromEntries(Object.entries(limb).map(([name, p]) => [name, map(p)])) as unknown as Limb;
}
