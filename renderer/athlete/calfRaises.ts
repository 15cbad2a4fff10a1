import type { Side } from '../../shared/exercises/exerciseIds.ts';
import { addRep, type Channel, move, type Score, wait } from './movements.ts';
import {
  DECLINE_REST_M,
  FOOT_BEHIND_M,
  FOOT_LIFT_M,
  FORWARD_SHARE,
  overLeg,
  SHIFT_MS,
  WALL_REST_M,
} from './stances.ts';

/** How one raise is done. Times in ms, the height in metres. */
export interface RaiseTempo {
  readonly raiseMs: number;
  readonly holdMs: number;
  readonly lowerMs: number;
  readonly restMs: number;
  readonly heightM: number;
  readonly rampMs: number;
}

/** Heels up and down on both feet. */
export function doubleRaise(score: Score, tempo: RaiseTempo): void {
  const up = { ankleLeft: tempo.heightM, ankleRight: tempo.heightM, shiftZ: FORWARD_SHARE * tempo.heightM };
  const down = { ankleLeft: 0, ankleRight: 0, shiftZ: 0 };
  raiseAndLower(score, tempo, 'both', up, down);
}

/** How the feet roll back onto the heels. Times in ms. */
export interface RollTempo {
  readonly backMs: number;
  readonly holdMs: number;
  readonly downMs: number;
  readonly rampMs: number;
}

/** The toes come up by this much, and the hips go back so far to keep the balance. */
const TOES_UP_DEG = 24;
const HIPS_BACK_M = 0.03;
const ROLLED_BOW_DEG = 6;

/** Heels up and down on both feet, then back onto the heels with the toes up: only the raise is the rep. */
export function rollingRaise(score: Score, tempo: RaiseTempo, roll: RollTempo): void {
  doubleRaise(score, tempo);
  const back = { toesUp: TOES_UP_DEG, shiftZ: -HIPS_BACK_M, bow: ROLLED_BOW_DEG, armsForward: 20 };
  move(score, back, roll.backMs, roll.rampMs);
  wait(score, roll.holdMs);
  move(score, { toesUp: 0, shiftZ: 0, bow: 0, armsForward: 0 }, roll.downMs, roll.rampMs);
}

/** Heel up and down on one foot; the other must hang (`standOn`). */
export function singleRaise(score: Score, tempo: RaiseTempo, side: 'left' | 'right'): void {
  const ankle = side === 'left' ? 'ankleLeft' : 'ankleRight';
  raiseAndLower(
    score,
    tempo,
    side,
    { [ankle]: tempo.heightM, shiftZ: FORWARD_SHARE * tempo.heightM },
    { [ankle]: 0, shiftZ: 0 },
  );
}

/** Up on both feet, one foot off, down on the other alone, the foot back. The hold includes taking the foot off. */
export function eccentricRaise(score: Score, tempo: RaiseTempo, side: 'left' | 'right'): void {
  const h = tempo.heightM;
  const free = side === 'left' ? 'Right' : 'Left';
  const works = side === 'left' ? 'Left' : 'Right';
  const [up] = move(score, { ankleLeft: h, ankleRight: h, shiftZ: FORWARD_SHARE * h }, tempo.raiseMs, tempo.rampMs);
  move(
    score,
    { shiftX: overLeg(side), [`lift${free}`]: FOOT_LIFT_M, [`back${free}`]: FOOT_BEHIND_M },
    tempo.holdMs,
    tempo.rampMs,
  );
  const [down] = move(score, { [`ankle${works}`]: 0, shiftZ: 0 }, tempo.lowerMs, tempo.rampMs);
  addRep(score, side, up, down, { heightCm: 100 * h });
  move(score, { shiftX: 0, [`lift${free}`]: 0, [`back${free}`]: 0, [`ankle${free}`]: 0 }, SHIFT_MS);
  wait(score, tempo.restMs);
}

/** Heel up and down on one bent leg, leaning on the wall (`leanOnWall`); the height is the top's, over the sole. */
export function bentKneeRaise(score: Score, tempo: RaiseTempo, side: 'left' | 'right'): void {
  raiseFrom(score, tempo, side, WALL_REST_M);
}

/** Heel up and down on one leg on a decline (`standOnDecline`); the height is the top's, over the sole. */
export function declineRaise(score: Score, tempo: RaiseTempo, side: 'left' | 'right'): void {
  raiseFrom(score, tempo, side, DECLINE_REST_M);
}

function raiseFrom(score: Score, tempo: RaiseTempo, side: 'left' | 'right', restM: number): void {
  const ankle = side === 'left' ? 'ankleLeft' : 'ankleRight';
  const at = (rise: number): Partial<Record<Channel, number>> => ({ [ankle]: rise, shiftZ: FORWARD_SHARE * rise });
  raiseAndLower(score, tempo, side, at(tempo.heightM), at(restM), tempo.heightM - restM);
}

function raiseAndLower(
  score: Score,
  tempo: RaiseTempo,
  side: Side,
  up: Partial<Record<Channel, number>>,
  down: Partial<Record<Channel, number>>,
  heightM = tempo.heightM,
): void {
  const [first] = move(score, up, tempo.raiseMs, tempo.rampMs);
  wait(score, tempo.holdMs);
  const [last] = move(score, down, tempo.lowerMs, tempo.rampMs);
  addRep(score, side, first, last, { heightCm: 100 * heightM });
  wait(score, tempo.restMs);
}
