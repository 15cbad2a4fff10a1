/**
 * The athlete's body: segment lengths for a given height, postures, and the joints that have a place in
 * each. In metres: x to the athlete's left, y up, z forward (towards a camera in front).
 */
import type { Vec } from './vectors.ts';

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
  /** The foot further out to its own side, in metres. */
  readonly out: number;
  /** Toes up while the heel stays, in degrees. */
  readonly toesUpDeg: number;
  /** The knee pushed over the toes by this much more than the stance puts it, in metres; the hips follow. */
  readonly kneeForward: number;
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
  /** The whole body leaning forward about the ankles, as one straight line. */
  readonly tiltDeg: number;
  /** The trunk stretched longer than it is at rest. */
  readonly stretch: number;
  /** The whole body off the floor, in the air. */
  readonly elevation: number;
  /** The height of what the balls of the feet stand on. */
  readonly step: number;
  /** What the feet stand on goes up towards the toes by this much. */
  readonly slopeDeg: number;
  /** The hands rest on the knees, whatever the arms would do. */
  readonly handsOnKnees: boolean;
  /** 0 has breathed out, 1 has filled the ribs. */
  readonly breath: number;
  /** Lies on the back with the knees bent instead of standing. */
  readonly lying: LyingPose | null;
  /** Sits on the floor instead. */
  readonly sitting: SittingPose | null;
  readonly left: FootPose;
  readonly right: FootPose;
  readonly leftArm: ArmPose;
  readonly rightArm: ArmPose;
}

/** On the back: the head away from where the athlete faced, the feet flat on the floor. */
export interface LyingPose {
  /** The hips above where they lie, in body heights. */
  readonly hipRise: number;
  /** How far a leg is stretched out in line with the other thigh: 0 is with its foot on the floor, 1 is straight. */
  readonly leftLegOut: number;
  readonly rightLegOut: number;
  /** How far an arm is lifted from beside the body, in degrees: 90 points straight up. */
  readonly leftArmDeg: number;
  readonly rightArmDeg: number;
  /** A hand lies on the low ribs instead. */
  readonly leftHandOnRibs: boolean;
  readonly rightHandOnRibs: boolean;
  /** What both heels rest on, and how far a foot is off it. */
  readonly feetOn: number;
  readonly leftFootUp: number;
  readonly rightFootUp: number;
}

/** On the floor, the trunk leaning back on the hands, one calf on a roller, the other foot flat. */
export interface SittingPose {
  readonly rolled: 'left' | 'right';
  /** The body forward over hands and foot, which stay. */
  readonly forward: number;
}

const FOOT_DOWN: FootPose = { ankleRise: 0, lift: 0, back: 0, out: 0, toesUpDeg: 0, kneeForward: 0 };
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
  tiltDeg: 0,
  stretch: 0,
  elevation: 0,
  step: 0,
  slopeDeg: 0,
  handsOnKnees: false,
  breath: 0,
  lying: null,
  sitting: null,
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
  /** The same of the head. */
  readonly headUp: Vec;
  readonly headForward: Vec;
  readonly left: LegJoints;
  readonly right: LegJoints;
  readonly leftArm: ArmJoints;
  readonly rightArm: ArmJoints;
  /** As in the pose. */
  readonly breath: number;
}
