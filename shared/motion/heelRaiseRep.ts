import type { Side } from '../exercises/exerciseIds.ts';
import type { Fault, Rep } from './events.ts';
import { carryingSide, type Levels } from './heelEvidence.ts';
import { curveOf, levelsAround, type Moment } from './moments.ts';
import { phaseEnd, phaseStart, type RoughPhase } from './repTiming.ts';
import { median } from './stance.ts';

/** The measures of one calf raise, taken by looking back at the moments it left. */

export interface HeelRaiseThresholds {
  /** A rise of at least this many body lengths is a rep. */
  readonly fullRise: number;
  /** A lesser one of at least this much is an attempt; below it is nothing. */
  readonly attemptRise: number;
  /** A rise below this share of the set's usual one is shallow. */
  readonly shallowShare: number;
  /** The working knee bends by more than this at the top. */
  readonly kneeBendDeg: number;
  /** Where the lowering has a tempo: shorter is too fast, longer too slow. */
  readonly lowerMs?: { readonly least: number; readonly most: number };
  /** Which leg did the work shows in the lowering, not in the raise (both feet may raise). */
  readonly sideFrom: 'raise' | 'lowering';
}

export interface HeelRaiseState {
  readonly phase: 'rest' | 'raise' | 'hold' | 'lower' | 'settle';
  /** The moments that a look back may need: since a little before the present cycle. */
  readonly recent: readonly Moment[];
  /** Where the body is when the heels are down. */
  readonly floor: Levels;
  /** No look back goes before this: the end of the rep before, or the start of watching. */
  readonly floorSinceMs: number;
  readonly cycle: Cycle | null;
  /** Reps announced so far. */
  readonly count: number;
  /** Rises of the reps so far, for what is usual in this set; the last few. */
  readonly rises: readonly number[];
}

/** A rise under way. Positions are in body lengths. */
export interface Cycle {
  readonly startedMs: number;
  readonly topY: number;
  readonly topMs: number;
  readonly peakSpeed: number;
  readonly side: Side;
  readonly announced: boolean;
  readonly kneeBendDeg: number;
  readonly stillSinceMs: number;
  readonly lowestY: number;
  readonly lowestMs: number;
  /** The hold before the lowering lasts from here at the earliest: a shift of weight comes before. */
  readonly heldFromMs: number;
  readonly loweringMs: number;
  readonly landedMs: number;
  /** Found at the top, once it has lasted: the look back need not keep the raise. */
  readonly raised: RaiseMoments | null;
}

export interface RaiseMoments {
  readonly startMs: number | undefined;
  readonly topMs: number;
  readonly riseFrom: number;
  readonly riseTo: number;
}

export function makeRep(
  state: HeelRaiseState,
  cycle: Cycle,
  raised: RaiseMoments,
  lowering: { lowerStartMs?: number; endMs?: number },
  thresholds: HeelRaiseThresholds,
): Rep {
  const { startMs, topMs } = raised;
  const { lowerStartMs, endMs } = lowering;
  const riseRatio = raised.riseTo - raised.riseFrom;
  const lowerMs = lowerStartMs !== undefined && endMs !== undefined ? endMs - lowerStartMs : undefined;
  const usual = usualRise(state);
  const faults: Fault[] = [];
  if (lowerMs !== undefined && thresholds.lowerMs && lowerMs < thresholds.lowerMs.least)
    faults.push('lowered-too-fast');
  if (lowerMs !== undefined && thresholds.lowerMs && lowerMs > thresholds.lowerMs.most) faults.push('lowered-too-slow');
  if (usual !== undefined && riseRatio < thresholds.shallowShare * usual) faults.push('shallow');
  if (cycle.kneeBendDeg > thresholds.kneeBendDeg) faults.push('knee-bent');
  return {
    n: state.count,
    side: workingSide(state, cycle, lowering, thresholds),
    counted: true,
    ...(startMs !== undefined && { startMs, raiseMs: topMs - startMs }),
    topMs,
    ...(lowerStartMs !== undefined && { lowerStartMs, holdMs: lowerStartMs - topMs }),
    ...(endMs !== undefined && { endMs }),
    ...(lowerMs !== undefined && { lowerMs }),
    riseRatio,
    faults,
  };
}

function workingSide(
  state: HeelRaiseState,
  cycle: Cycle,
  lowering: { lowerStartMs?: number; endMs?: number },
  thresholds: HeelRaiseThresholds,
): Side {
  const { lowerStartMs, endMs } = lowering;
  if (thresholds.sideFrom === 'raise' || lowerStartMs === undefined || endMs === undefined) return cycle.side;
  return carryingSide(levelsAround(state.recent, (lowerStartMs + endMs) / 2));
}

export function measureRaise(state: HeelRaiseState, cycle: Cycle): RaiseMoments {
  const points = curveOf(state.recent);
  const rough: RoughPhase = {
    fromMs: cycle.startedMs,
    toMs: cycle.topMs,
    fromY: state.floor.trunk,
    toY: cycle.topY,
  };
  const start = phaseStart(points, rough, state.floorSinceMs);
  const top = phaseEnd(points, rough, points.at(-1)?.tMs ?? cycle.topMs);
  const topMs = top?.atMs ?? cycle.topMs;
  return {
    startMs: start ? Math.min(start.atMs, topMs) : undefined,
    topMs,
    riseFrom: start?.level ?? state.floor.trunk,
    riseTo: top?.level ?? cycle.topY,
  };
}

/** The usual rise of this set; undefined before its first rep. */
export function usualRise(state: HeelRaiseState): number | undefined {
  return state.rises.length > 0 ? median(state.rises) : undefined;
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
