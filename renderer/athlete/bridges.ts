import type { Side } from '../../shared/exercises/exerciseIds.ts';
import { segmentsFor } from './anatomy.ts';
import { hipRiseFor } from './lying.ts';
import { addRep, move, place, type Score, wait } from './movements.ts';

/** How one bridge is done. Times in ms. */
export interface BridgeTempo {
  readonly raiseMs: number;
  readonly holdMs: number;
  readonly lowerMs: number;
  readonly restMs: number;
  readonly rampMs: number;
  /** The angle from shoulder over hip to knee at the top, in the body's own plane: 180 is straight, 165 shallow. */
  readonly peakHipDeg: number;
  /** For the truth in centimetres; 1.75 when left out. */
  readonly personHeightM?: number;
}

const STRETCH_MS = 900;

/** Lies on the back from now on, the knees bent, the feet on the floor; there is no way down to it. */
export function lieDown(score: Score): void {
  place(score, { lying: 1, x: 0, z: 0, yaw: 0 });
}

/** Stretches the leg that does not work in line with the other thigh; `both` puts it back. */
export function stretchOtherLeg(score: Score, side: Side): void {
  move(score, { legOutLeft: side === 'right' ? 1 : 0, legOutRight: side === 'left' ? 1 : 0 }, STRETCH_MS);
}

/** Hips up, held and down again, lying (`lieDown`); on one side the other leg must be stretched (`stretchOtherLeg`). */
export function bridge(score: Score, tempo: BridgeTempo, side: Side): void {
  const hipRise = hipRiseFor(tempo.peakHipDeg, segmentsFor(1));
  const [up] = move(score, { hipRise }, tempo.raiseMs, tempo.rampMs);
  wait(score, tempo.holdMs);
  const [down] = move(score, { hipRise: 0 }, tempo.lowerMs, tempo.rampMs);
  const heightCm = 100 * hipRise * (tempo.personHeightM ?? 1.75);
  addRep(score, side, up, down, { heightCm, peakHipDeg: tempo.peakHipDeg });
  wait(score, tempo.restMs);
}
