import { truthOfHold } from './holds.ts';
import { addRep, type Channel, move, type Score, wait } from './movements.ts';
import type { Segment } from './timeline.ts';

/** How one rock of the knee to the wall is done. Times in ms. */
export interface RockTempo {
  readonly forwardMs: number;
  readonly holdMs: number;
  readonly backMs: number;
  readonly restMs: number;
  readonly rampMs: number;
  /** How far the knee goes forward. */
  readonly travelM: number;
}

export interface RockFaults {
  /** The front heel comes up with the knee, by this much of the ankle's rise in metres. */
  readonly heelRiseM?: number;
}

/** Between the feet of the stance, from front to back. */
const SPLIT_M = 0.26;
/** The front knee begins bent, the hips over the front half of the stance. */
const STANCE_DROP_M = 0.05;
const STANCE_FORWARD_M = 0.07;
const STEP_LIFT_M = 0.04;
const STEP_MS = 450;

/** Steps into a short split stance with this foot in front; `both` steps back out of it. */
export function takeSplitStance(score: Score, side: 'left' | 'right' | 'both'): void {
  const back = (foot: 'left' | 'right'): number => (side === 'both' ? 0 : side === foot ? -SPLIT_M / 2 : SPLIT_M / 2);
  const stands = side === 'both' ? 0 : 1;
  const arms = { armsForward: stands * 5, elbows: stands * 105 };
  const hips = { hipDrop: stands * STANCE_DROP_M, shiftZ: stands * STANCE_FORWARD_M };
  // The hips go down with the first step and come up with the last, as far as the legs reach.
  stepTo(score, 'Left', { backLeft: back('left'), ...(stands ? hips : arms) });
  stepTo(score, 'Right', { backRight: back('right'), ...(stands ? arms : hips) });
}

/** The front knee forward over its toes while the heel stays down, held and back; in a split stance (`takeSplitStance`). */
export function kneeToWall(
  score: Score,
  tempo: RockTempo,
  side: 'left' | 'right',
  { heelRiseM = 0 }: RockFaults = {},
): void {
  const [out, back] = rock(score, tempo, side, heelRiseM);
  addRep(score, side, out, back, {});
  wait(score, tempo.restMs);
}

/** The test: the knee against a wall a fist's width before the toes, which takes it this far beyond them. */
const TO_WALL = { forwardMs: 1100, backMs: 1100, rampMs: 270, travelM: 0.15 } as const;

/** The front knee at the wall for `ms` with its heel down, in a split stance (`takeSplitStance`): the test, passed. */
export function ankleTest(score: Score, ms: number, side: 'left' | 'right'): void {
  const fromMs = score.nowMs;
  touchWall(score, ms, side);
  truthOfHold(score, side, fromMs + TO_WALL.forwardMs / 2, score.nowMs - TO_WALL.backMs / 2);
}

/** The same without the truth of a hold: too short, or with the heel up. */
export function touchWall(score: Score, ms: number, side: 'left' | 'right', { heelRiseM = 0 }: RockFaults = {}): void {
  rock(score, { ...TO_WALL, holdMs: ms }, side, heelRiseM);
}

function rock(
  score: Score,
  { forwardMs, holdMs, backMs, rampMs, travelM }: Omit<RockTempo, 'restMs'>,
  side: 'left' | 'right',
  heelRiseM: number,
): [out: Segment<Channel> | undefined, back: Segment<Channel> | undefined] {
  const [knee, ankle] = side === 'left' ? (['kneeLeft', 'ankleLeft'] as const) : (['kneeRight', 'ankleRight'] as const);
  const heel = (riseM: number): Partial<Record<Channel, number>> => (heelRiseM > 0 ? { [ankle]: riseM } : {});
  const [out] = move(score, { [knee]: travelM, ...heel(heelRiseM) }, forwardMs, rampMs);
  wait(score, holdMs);
  const [back] = move(score, { [knee]: 0, ...heel(0) }, backMs, rampMs);
  return [out, back];
}

function stepTo(score: Score, foot: 'Left' | 'Right', targets: Partial<Record<Channel, number>>): void {
  const fromMs = score.nowMs;
  move(score, targets, STEP_MS);
  score.nowMs = fromMs;
  move(score, { [`lift${foot}`]: STEP_LIFT_M }, STEP_MS / 2);
  move(score, { [`lift${foot}`]: 0 }, STEP_MS / 2);
}
