import type { Side } from '../exercises/exerciseIds.ts';
import type { Body } from './bodySignal.ts';
import type { Tally } from './detector.ts';
import type { AttemptReason, Fault, Rep } from './events.ts';
import type { Levels, Moment } from './levels.ts';
import { curveOf, levelsAround } from './moments.ts';
import { phaseEnd, phaseStart, type RoughPhase } from './repTiming.ts';
import { median } from './stance.ts';

/** The measures of one rep that goes up and down, taken by looking back at the moments it left. */

/** What a change from floor to top was: the movement of the exercise, a faulty form of it, or something else. */
export type Verdict = 'movement' | 'noise' | AttemptReason;

/** One kind of movement that goes up and down: how it is read off a body, and what tells it from everything else. */
export interface CycleKind<L extends Levels> {
  /** Leaving the floor: several times the jitter of `y` at rest, and well below a full rise. */
  readonly leaveFloor: number;
  /** Someone at rest stays within this range. */
  readonly stillRange: number;
  /** A rise of at least this many body lengths is a rep. */
  readonly fullRise: number;
  /** A lesser one of at least this much is an attempt; below it is nothing. */
  readonly attemptRise: number;
  /** A rise below this share of the set's usual one is shallow. */
  readonly shallowShare: number;
  /** A movement that gets faster than this (body lengths a second) on its way up is something else. */
  readonly mostSpeed: number;
  /** Staying on a new level for this long, without the movement of the exercise, makes it the floor. */
  readonly newFloorMs: number;
  /** A step moves the floor, and the movement may go on at once from where it turns. */
  readonly refloors: boolean;
  /** Where the lowering has a tempo: shorter is too fast, longer too slow. */
  readonly lowerMs?: { readonly least: number; readonly most: number };
  /** Which leg did the work shows in the lowering, not in the raise (both feet may raise). */
  readonly sideFrom: 'raise' | 'lowering';
  /** The weight goes over one foot at the top, before the lowering. */
  readonly shiftsWeight: boolean;
  /** @param length the yardstick of this stance, in heights of the picture */
  levels(body: Body, length: number): L;
  /** @param isSuspect it may only be coming back to where it was a moment ago: then only plain evidence counts */
  /** The moment without what the model's slips did to it, seen beside the moments before; that comes `delayMs` late. */
  readonly delayMs?: number;
  steadied?(recent: readonly Moment<L>[], moment: Moment<L>): Moment<L>;
  judge(floor: L, top: L, isSuspect: boolean): Verdict;
  /** Whether someone who has come to rest below the floor is in a position from which the movement may begin. */
  isFloor(floor: L, now: L): boolean;
  /** A posture on the level of the floor that says nothing about it, and is left out of its mean. */
  hidesFloor?(floor: L, now: L): boolean;
  side(levels: L): Side;
  /** Measures and faults of this kind only. */
  detail(floor: L, top: L): { readonly measures: Partial<Rep>; readonly faults: readonly Fault[] };
}

export interface CycleState<L extends Levels> extends Tally {
  readonly phase: 'rest' | 'raise' | 'hold' | 'lower' | 'settle';
  /** The moments that a look back may need: since a little before the present cycle. */
  readonly recent: readonly Moment<L>[];
  /** Where the body is when the heels are down. */
  readonly floor: L;
  /** The floor before this one, while it may only have been left for a moment: coming back to it is no raise. */
  readonly leftFloor: { readonly y: number; readonly untilMs: number } | null;
  /** No look back goes before this: the end of the rep before, or the start of watching. */
  readonly floorSinceMs: number;
  readonly cycle: Cycle<L> | null;
}

/** A rise under way. Positions are in body lengths. */
export interface Cycle<L extends Levels> {
  readonly startedMs: number;
  readonly topY: number;
  readonly topMs: number;
  readonly peakSpeed: number;
  readonly side: Side;
  readonly announced: boolean;
  /** The places of the hips from left to right so far, and at the start. */
  readonly leastX: number;
  readonly mostX: number;
  readonly stillSinceMs: number;
  readonly lowestY: number;
  readonly lowestMs: number;
  /** The hold before the lowering lasts from here at the earliest: a shift of weight comes before. */
  readonly heldFromMs: number;
  readonly loweringMs: number;
  readonly landedMs: number;
  /** Found at the top, once it has lasted: the look back need not keep the raise. */
  readonly raised: RaiseMoments<L> | null;
}

export interface RaiseMoments<L extends Levels> {
  readonly startMs: number | undefined;
  readonly topMs: number;
  readonly riseFrom: number;
  readonly riseTo: number;
  readonly top: L;
}

export function makeRep<L extends Levels>(
  state: CycleState<L>,
  cycle: Cycle<L>,
  raised: RaiseMoments<L>,
  lowering: { lowerStartMs?: number; endMs?: number },
  kind: CycleKind<L>,
): Rep {
  const delayMs = kind.delayMs ?? 0;
  const topMs = raised.topMs - delayMs;
  const startMs = raised.startMs === undefined ? undefined : raised.startMs - delayMs;
  const lowerStartMs = lowering.lowerStartMs === undefined ? undefined : lowering.lowerStartMs - delayMs;
  const endMs = lowering.endMs === undefined ? undefined : lowering.endMs - delayMs;
  const riseRatio = raised.riseTo - raised.riseFrom;
  const lowerMs = lowerStartMs !== undefined && endMs !== undefined ? endMs - lowerStartMs : undefined;
  const usual = usualRise(state);
  const { measures, faults: ofKind } = kind.detail(state.floor, raised.top);
  const faults: Fault[] = [...ofKind];
  if (lowerMs !== undefined && kind.lowerMs && lowerMs < kind.lowerMs.least) faults.push('lowered-too-fast');
  if (lowerMs !== undefined && kind.lowerMs && lowerMs > kind.lowerMs.most) faults.push('lowered-too-slow');
  if (usual !== undefined && riseRatio < kind.shallowShare * usual) faults.push('shallow');
  return {
    n: state.count,
    side: workingSide(state, cycle, lowering, kind),
    counted: true,
    ...(startMs !== undefined && { startMs, raiseMs: topMs - startMs }),
    topMs,
    ...(lowerStartMs !== undefined && { lowerStartMs, holdMs: lowerStartMs - topMs }),
    ...(endMs !== undefined && { endMs }),
    ...(lowerMs !== undefined && { lowerMs }),
    riseRatio,
    swayRatio: cycle.mostX - cycle.leastX,
    ...measures,
    faults,
  };
}

function workingSide<L extends Levels>(
  state: CycleState<L>,
  cycle: Cycle<L>,
  lowering: { lowerStartMs?: number; endMs?: number },
  kind: CycleKind<L>,
): Side {
  const { lowerStartMs, endMs } = lowering;
  if (kind.sideFrom === 'raise' || lowerStartMs === undefined || endMs === undefined) return cycle.side;
  return kind.side(levelsAround(state.recent, (lowerStartMs + endMs) / 2));
}

/** This close below the highest point of a long hold the top was reached; what follows is jitter and drift. */
const AT_TOP_SHARE = 0.05;

export function measureRaise<L extends Levels>(state: CycleState<L>, cycle: Cycle<L>): RaiseMoments<L> {
  const points = curveOf(state.recent);
  const reachedY = cycle.topY - AT_TOP_SHARE * (cycle.topY - state.floor.y);
  const reachedMs = state.recent.find((m) => m.tMs >= cycle.startedMs && m.y >= reachedY)?.tMs ?? cycle.topMs;
  const rough: RoughPhase = {
    fromMs: cycle.startedMs,
    toMs: reachedMs,
    fromY: state.floor.y,
    toY: cycle.topY,
  };
  const start = phaseStart(points, rough, state.floorSinceMs);
  const top = phaseEnd(points, rough, points.at(-1)?.tMs ?? cycle.topMs);
  const topMs = top?.atMs ?? cycle.topMs;
  return {
    startMs: start ? Math.min(start.atMs, topMs) : undefined,
    topMs,
    riseFrom: start?.level ?? state.floor.y,
    riseTo: top?.level ?? cycle.topY,
    top: levelsAround(state.recent, topMs),
  };
}

/** The usual rise of this set; undefined before its first rep. */
export function usualRise<L extends Levels>(state: CycleState<L>): number | undefined {
  return state.rises.length > 0 ? median(state.rises) : undefined;
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
