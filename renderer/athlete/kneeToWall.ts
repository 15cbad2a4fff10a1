import { addRep, type Channel, move, type Score, wait } from './movements.ts';

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
const SPLIT_M = 0.28;
const STANCE_DROP_M = 0.025;
const STEP_LIFT_M = 0.04;
const STEP_MS = 450;

/** Steps into a short split stance with this foot in front; `both` steps back out of it. */
export function takeSplitStance(score: Score, side: 'left' | 'right' | 'both'): void {
  const back = (foot: 'left' | 'right'): number => (side === 'both' ? 0 : side === foot ? -SPLIT_M / 2 : SPLIT_M / 2);
  const hipDrop = side === 'both' ? 0 : STANCE_DROP_M;
  stepTo(score, 'Left', { backLeft: back('left'), hipDrop, armsForward: side === 'both' ? 0 : 55 });
  stepTo(score, 'Right', { backRight: back('right'), elbows: side === 'both' ? 0 : 50 });
}

/** The front knee forward over its toes while the heel stays down, held and back; in a split stance (`takeSplitStance`). */
export function kneeToWall(
  score: Score,
  tempo: RockTempo,
  side: 'left' | 'right',
  { heelRiseM = 0 }: RockFaults = {},
): void {
  const [knee, ankle] = side === 'left' ? (['kneeLeft', 'ankleLeft'] as const) : (['kneeRight', 'ankleRight'] as const);
  const heel = (riseM: number): Partial<Record<Channel, number>> => (heelRiseM > 0 ? { [ankle]: riseM } : {});
  const [out] = move(score, { [knee]: tempo.travelM, ...heel(heelRiseM) }, tempo.forwardMs, tempo.rampMs);
  wait(score, tempo.holdMs);
  const [back] = move(score, { [knee]: 0, ...heel(0) }, tempo.backMs, tempo.rampMs);
  addRep(score, side, out, back, {});
  wait(score, tempo.restMs);
}

function stepTo(score: Score, foot: 'Left' | 'Right', targets: Partial<Record<Channel, number>>): void {
  const fromMs = score.nowMs;
  move(score, targets, STEP_MS);
  score.nowMs = fromMs;
  move(score, { [`lift${foot}`]: STEP_LIFT_M }, STEP_MS / 2);
  move(score, { [`lift${foot}`]: 0 }, STEP_MS / 2);
}
