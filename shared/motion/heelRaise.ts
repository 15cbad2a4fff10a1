import type { Side } from '../exercises/exerciseIds.ts';
import type { Body, LegSample } from './bodySignal.ts';
import type { CycleKind, Verdict } from './cycleRep.ts';
import type { Levels } from './levels.ts';

/**
 * Calf raises of every kind. The trunk says *when* (it is the clean signal); the feet say *whether*: in a heel raise a heel
 * and its ankle go up with the trunk while the toes of that foot stay.
 */
export interface HeelRaiseThresholds
  extends Pick<CycleKind<HeelLevels>, 'fullRise' | 'attemptRise' | 'shallowShare' | 'lowerMs' | 'sideFrom'> {
  /** The working knee bends by more than this on the way up. */
  readonly kneeBendDeg: number;
}

export interface HeelLevels extends Levels {
  readonly shoulders: number;
  readonly hips: number;
  /** 1 facing the camera, 0 side-on, −1 with the back to it. */
  readonly towards: number;
  readonly leftKnee: number;
  readonly leftAnkle: number;
  readonly leftHeel: number;
  readonly leftToe: number;
  readonly leftKneeDeg: number;
  readonly rightKnee: number;
  readonly rightAnkle: number;
  readonly rightHeel: number;
  readonly rightToe: number;
  readonly rightKneeDeg: number;
}

/** Four times the standing jitter of the trunk (0.0002–0.0015), a third of a full rise. */
const LEAVE_FLOOR = 0.006;
/** The trunk is read from shoulders, hips and head: together they jitter least and hide a nod or a shift of the hips. */
const TRUNK_WEIGHTS = { shoulders: 0.5, hips: 0.25, head: 0.25 } as const;
/** Shoulders and hips must take at least this share of the rise each: raised arms lift only the shoulders. */
const LEAST_SHARE_OF_TRUNK = 0.45;
/** A body that walks moves further sideways than this (body lengths) while it rises. */
const MOST_SIDEWAYS = 0.06;
/** One ankle this much above the other (body lengths, about 8 cm) is a lifted foot; feet apart in depth reach 0.05. */
const LIFTED_ANKLE = 0.065;
/** A carrying foot's ankle or heel takes at least this share of the rise (seen: 0.4–1.3) … */
const LEAST_HEEL_SHARE = 0.3;
/** … and this much more than its toes (seen: 0.35–0.9; a foot that leaves the floor: 0–0.2). */
const LEAST_HEEL_OVER_TOE = 0.22;

/** Facing the camera, or with the back to it, to within 35°. */
const FACE_ON = 0.82;
/** A leg that goes up whole takes its knee along (seen face-on: 0.3–1.2) … */
const LEAST_KNEE_SHARE = 0.25;
/** … its ankle less than the trunk (seen face-on: 0.05–0.7; a bumped camera and a jump: 1) … */
const MOST_ANKLE_SHARE = 0.85;
/** … and its knee does not open: standing up straight from bent knees opens them by 7° for each centimetre. */
const MOST_OPENING_DEG = 5;
const OPENING_DEG_PER_RISE = 130;

/** The quickest raises reach 0.35 body lengths a second; faster is a jump. */
const MOST_SPEED = 0.55;

export function heelRaiseKind({ kneeBendDeg, ...thresholds }: HeelRaiseThresholds): CycleKind<HeelLevels> {
  // Where both feet raise and one lowers, the floor before may still be that of the one.
  const staysOnFeet = thresholds.sideFrom === 'raise';
  return {
    ...thresholds,
    leaveFloor: LEAVE_FLOOR,
    mostSpeed: MOST_SPEED,
    newFloorMs: 1200,
    shiftsWeight: true,
    levels,
    judge: (floor, top) => (staysOnFeet && putsFootDown(floor, top) ? 'noise' : judge(floor, top)),
    side: carryingSide,
    detail: (floor, top) => {
      const bend = Math.min(...feetOf(carryingSide(floor)).map((foot) => kneeDeg(floor, foot) - kneeDeg(top, foot)));
      return { measures: { kneeBendDeg: bend }, faults: bend > kneeBendDeg ? ['knee-bent'] : [] };
    },
  };
}

/** The height of the trunk in body lengths, as in all standing exercises. */
export function trunkHeight(body: Body, length: number): number {
  const { shoulders, hips, head } = TRUNK_WEIGHTS;
  return (shoulders * body.shoulders.y + hips * body.hips.y + head * body.head) / length;
}

function levels(body: Body, length: number): HeelLevels {
  const { left, right } = body;
  return {
    y: trunkHeight(body, length),
    x: body.hips.x / length,
    shoulders: body.shoulders.y / length,
    hips: body.hips.y / length,
    towards: Math.cos((body.facingDeg * Math.PI) / 180),
    leftAnkle: left.ankle.y / length,
    leftHeel: left.heel.y / length,
    leftToe: left.toe.y / length,
    leftKnee: left.knee.y / length,
    leftKneeDeg: left.kneeDeg,
    rightAnkle: right.ankle.y / length,
    rightHeel: right.heel.y / length,
    rightToe: right.toe.y / length,
    rightKnee: right.knee.y / length,
    rightKneeDeg: right.kneeDeg,
  };
}

/** The foot or feet that carry the body: all but a lifted one. */
export function carryingSide({ leftAnkle, rightAnkle }: Pick<HeelLevels, 'leftAnkle' | 'rightAnkle'>): Side {
  if (leftAnkle - rightAnkle > LIFTED_ANKLE) return 'right';
  return rightAnkle - leftAnkle > LIFTED_ANKLE ? 'left' : 'both';
}

function judge(floor: HeelLevels, top: HeelLevels): Verdict {
  const rise = top.y - floor.y;
  const trunkRises = Math.min(top.shoulders - floor.shoulders, top.hips - floor.hips) >= LEAST_SHARE_OF_TRUNK * rise;
  const stays = Math.abs(top.x - floor.x) <= MOST_SIDEWAYS;
  const feet = feetOf(carryingSide(floor));
  const heelsRise = feet.some((foot) => heelRises(floor, top, foot, rise)) || hiddenHeelsRise(floor, top, feet, rise);
  return rise > 0 && trunkRises && stays && heelsRise ? 'movement' : 'noise';
}

/** Who stood on one foot and stands on both has stepped, off a board perhaps. */
function putsFootDown(floor: HeelLevels, top: HeelLevels): boolean {
  return carryingSide(floor) !== 'both' && carryingSide(top) !== carryingSide(floor);
}

type Foot = Extract<keyof Body, 'left' | 'right'>;

function feetOf(carrying: Side): readonly Foot[] {
  return carrying === 'both' ? ['left', 'right'] : [carrying];
}

function heelRises(floor: HeelLevels, top: HeelLevels, foot: Foot, rise: number): boolean {
  const risen = (part: 'Ankle' | 'Heel' | 'Toe'): number => top[`${foot}${part}`] - floor[`${foot}${part}`];
  const heel = Math.max(risen('Ankle'), risen('Heel'));
  return heel >= LEAST_HEEL_SHARE * rise && heel - risen('Toe') >= LEAST_HEEL_OVER_TOE * rise;
}

/**
 * Straight from the front the model hardly sees a heel rise, and from behind it guesses the toes. There it is a heel raise
 * when the body goes up whole and grows: the knees with the trunk, without opening, and the ankles less than the trunk.
 */
function hiddenHeelsRise(floor: HeelLevels, top: HeelLevels, feet: readonly Foot[], rise: number): boolean {
  const mean = (value: (foot: Foot) => number): number =>
    feet.reduce((sum, foot) => sum + value(foot), 0) / feet.length;
  const share = (part: 'Knee' | 'Ankle'): number =>
    mean((foot) => top[`${foot}${part}`] - floor[`${foot}${part}`]) / rise;
  const opening = mean((foot) => kneeDeg(top, foot) - kneeDeg(floor, foot));
  return (
    Math.abs(floor.towards) >= FACE_ON &&
    share('Knee') >= LEAST_KNEE_SHARE &&
    share('Ankle') >= 0 &&
    share('Ankle') <= MOST_ANKLE_SHARE &&
    opening <= MOST_OPENING_DEG + OPENING_DEG_PER_RISE * rise
  );
}

function kneeDeg(at: HeelLevels, foot: Foot): LegSample['kneeDeg'] {
  return at[`${foot}KneeDeg`];
}
