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
  /** Between two raises the toes come up: hips and ankles go along then, and say nothing about the floor. */
  readonly rollsBack?: boolean;
}

export interface HeelLevels extends Levels {
  readonly shoulders: number;
  readonly hips: number;
  readonly hands: number;
  readonly leftKnee: number;
  /** How far one ankle is above the other, whichever it is: a mean of it survives the model's swaps. */
  readonly anklesApart: number;
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
/** No heel rises by more (17 cm): this is someone who stands up. */
const MOST_RISE = 0.13;
/** Arms that swing by more than this belong to a jumping jack, or reach for something. */
const MOST_OF_HANDS = 0.12;
/** The trunk of someone who stands, or leans from the ankles, is as long as before to within this; each knee as straight. */
const MOST_BOW = 0.03;
const MOST_KNEE_BEND_DEG = 25;
/** Shoulders and hips rise alike, the one at least this share of the other (seen: 0.7): raised arms lift only the shoulders. */
const LEAST_SHARE_OF_TRUNK = 0.6;
/** A body that walks moves further sideways than this (body lengths) while it rises. */
const MOST_SIDEWAYS = 0.06;
/** One ankle this much above the other (body lengths, about 8 cm) is a lifted foot; feet apart in depth reach 0.05. */
const LIFTED_ANKLE = 0.065;
/** Ankles this close together are both down. */
const FOOT_DOWN = 0.03;
/** A carrying foot's ankle or heel takes at least this share of the rise (seen: 0.4–1.3) … */
const LEAST_HEEL_SHARE = 0.3;
/** … and this much more than its toes (seen: 0.35–0.9; a foot that leaves the floor: 0–0.2). */
const LEAST_HEEL_OVER_TOE = 0.22;

/** A body that goes up whole takes its knees along (seen: 0.3–1.3) … */
const LEAST_KNEE_SHARE = 0.25;
/** … its feet less than the trunk (seen: 0–0.88; a camera that is tilted, and a jump: 1) … */
const MOST_FOOT_SHARE = 0.93;
/** … and its knee does not open: standing up straight from bent knees opens them by 7° for each centimetre. */
const MOST_OPENING_DEG = 5;
const OPENING_DEG_PER_RISE = 130;

/** Toes this much higher against their heel (body lengths) are up: flat feet read 0.006 at most, toes lifted by 24° 0.014–0.048. */
const TOES_UP = 0.01;

/** The quickest raises reach 0.32 body lengths a second; faster is a jump. */
const MOST_SPEED = 0.42;

export function heelRaiseKind({
  kneeBendDeg,
  rollsBack = false,
  ...thresholds
}: HeelRaiseThresholds): CycleKind<HeelLevels> {
  // Where both feet raise and one lowers, the floor before may still be that of the one.
  const staysOnFeet = thresholds.sideFrom === 'raise';
  return {
    ...thresholds,
    leaveFloor: LEAVE_FLOOR,
    refloors: false,
    stillRange: LEAVE_FLOOR / 2,
    mostSpeed: MOST_SPEED,
    newFloorMs: 1200,
    // Up on both feet and down on one: in between the weight goes over that one.
    shiftsWeight: !staysOnFeet,
    levels,
    judge: (floor, top, isSuspect) =>
      staysOnFeet && putsFootDown(floor, top) ? 'noise' : judge(floor, top, isSuspect),
    side: carryingSide,
    isFloor,
    ...(rollsBack && { hidesFloor: toesAreUp }),
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
    hands: body.hands / length,
    anklesApart: Math.abs(left.ankle.y - right.ankle.y) / length,
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
export function carryingSide(
  { leftAnkle, rightAnkle }: Pick<HeelLevels, 'leftAnkle' | 'rightAnkle'>,
  lifted = LIFTED_ANKLE,
): Side {
  if (leftAnkle - rightAnkle > lifted) return 'right';
  return rightAnkle - leftAnkle > lifted ? 'left' : 'both';
}

function judge(floor: HeelLevels, top: HeelLevels, isSuspect: boolean): Verdict {
  const rise = top.y - floor.y;
  const [shoulders, hips] = [top.shoulders - floor.shoulders, top.hips - floor.hips];
  const trunkRises = Math.min(shoulders, hips) >= LEAST_SHARE_OF_TRUNK * Math.max(shoulders, hips);
  const stays = Math.abs(top.x - floor.x) <= MOST_SIDEWAYS;
  const feet = feetOf(carryingSide(floor));
  const heelsRise =
    feet.some((foot) => heelRises(floor, top, foot, rise)) || (!isSuspect && wholeBodyRises(floor, top, rise));
  const armsStay = Math.abs(top.hands - floor.hands) <= MOST_OF_HANDS;
  return rise > 0 && rise <= MOST_RISE && trunkRises && stays && armsStay && heelsRise ? 'movement' : 'noise';
}

/** Who stood on one foot and stands on both has stepped, off a board perhaps. */
function putsFootDown(floor: HeelLevels, top: HeelLevels): boolean {
  return carryingSide(floor) !== 'both' && top.anklesApart < FOOT_DOWN;
}

/** Leaning from the ankles is a floor; bowing, which shortens the trunk, and squatting are none. */
function isFloor(floor: HeelLevels, now: HeelLevels): boolean {
  const trunk = ({ shoulders, hips }: HeelLevels): number => shoulders - hips;
  const bend = floor.leftKneeDeg + floor.rightKneeDeg - now.leftKneeDeg - now.rightKneeDeg;
  return Math.abs(trunk(now) - trunk(floor)) <= MOST_BOW && bend <= 2 * MOST_KNEE_BEND_DEG;
}

/** Back on the heels with the toes of both feet up. */
function toesAreUp(floor: HeelLevels, now: HeelLevels): boolean {
  const toeUp = (at: HeelLevels, foot: Foot): number => at[`${foot}Toe`] - at[`${foot}Heel`];
  return (['left', 'right'] as const).every((foot) => toeUp(now, foot) - toeUp(floor, foot) > TOES_UP);
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
 * Straight from the front the model hardly sees a heel rise, from behind it guesses the toes, and from the side it takes
 * one foot for the other. There it is a heel raise when the body goes up whole and grows: the knees with the trunk and
 * without opening, and the carrying feet, whichever they are, less than the trunk.
 */
function wholeBodyRises(floor: HeelLevels, top: HeelLevels, rise: number): boolean {
  const change = (part: 'Knee' | 'KneeDeg' | 'Ankle' | 'Heel' | 'Toe'): number =>
    (top[`left${part}`] + top[`right${part}`] - floor[`left${part}`] - floor[`right${part}`]) / 2;
  const footRise = (foot: Foot): number =>
    (['Ankle', 'Heel', 'Toe'] as const).reduce(
      (sum, part) => sum + top[`${foot}${part}`] - floor[`${foot}${part}`],
      0,
    ) / 3;
  // A lifted foot goes all the way up, and the model may let it swing further.
  const feet =
    carryingSide(floor) === 'both'
      ? (footRise('left') + footRise('right')) / 2
      : Math.min(footRise('left'), footRise('right'));
  return (
    change('Knee') >= LEAST_KNEE_SHARE * rise &&
    change('Ankle') >= 0 &&
    feet <= MOST_FOOT_SHARE * rise &&
    change('KneeDeg') <= MOST_OPENING_DEG + OPENING_DEG_PER_RISE * rise
  );
}

function kneeDeg(at: HeelLevels, foot: Foot): LegSample['kneeDeg'] {
  return at[`${foot}KneeDeg`];
}
