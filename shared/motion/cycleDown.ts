import { type Cycle, type CycleKind, type CycleState, clamp, makeRep, measureRaise } from './cycleRep.ts';
import type { AttemptReason, MotionEvent } from './events.ts';
import { type Levels, type Moment, meanLevels } from './levels.ts';
import { curveOf, speedOver } from './moments.ts';
import { phaseEnd, phaseStart, type RoughPhase } from './repTiming.ts';

/** The second half of a cycle: from the top down to the floor, and the measuring of the rep once it has settled there. */

/** The speed has faded at this share of the phase's peak. */
export const FADED = 0.3;
/** Over a longer look it has stopped at this share. */
const STOPPED = 0.25;
/** The window over which speed is measured: the shortest, and the longest for the slowest movement. */
export const SPEED_WINDOW_MS = { shortest: 130, longest: 360 } as const;
export const PAUSE_MS = 400;
/**
 * Sinking by this share of the rise (or this many times the leave of the floor, whichever is more) leaves the top. Small, so
 * that a lower of eight seconds is seen before its first second is over; a sway that it takes for one is taken back.
 */
const LEAVE_TOP = { share: 0.06, leasts: 0.4 } as const;
/** Back within this share of that, it is at the top again. */
const BACK_AT_TOP = 0.6;
/** Below this share of the rise the heel can be down. */
export const NEAR_FLOOR = 0.35;
/** Below this it is down as soon as the speed fades. */
const AT_FLOOR = 0.12;
/** Turning back up below this share of the rise was an attempt at lowering; above it, a sway. */
const PARTIAL = 0.7;
/** Rising again by this share of the rise begins something new. */
const TURN = 0.22;
/** How long the plateau after landing is watched for the exact end; a very slow lower fades for longer. */
const SETTLE_MS = { least: 400, most: 1500 } as const;
const RISES_KEPT = 9;

/** A step of the cycle: the state after it, and what happened. */
export type Step<L extends Levels> = [CycleState<L>, MotionEvent[]];

export function lower<L extends Levels>(state: CycleState<L>, moment: Moment<L>, kind: CycleKind<L>): Step<L> {
  let cycle = cycleOf(state);
  const floorY = state.floor.y;
  const rise = cycle.topY - floorY;
  if (moment.y < cycle.lowestY) cycle = { ...cycle, lowestY: moment.y, lowestMs: moment.tMs };
  const lowest = cycle.lowestY - floorY;
  const turned = moment.y - cycle.lowestY > Math.max(TURN * rise, kind.leaveFloor);
  // A sway at the top, and back: the hold goes on.
  if (cycle.topY - moment.y < BACK_AT_TOP * leaveTop(rise, kind) && lowest > PARTIAL * rise)
    return [{ ...state, phase: 'hold', cycle }, [{ type: 'not-lowering', tMs: moment.tMs }]];

  if (lowest <= NEAR_FLOOR * rise) {
    const pace = paceOf(cycle, moment);
    const faded = -speedOver(state.recent, SPEED_WINDOW_MS.shortest) <= FADED * pace;
    if (turned || (lowest <= AT_FLOOR * rise && faded) || hasStopped(state, pace, kind)) {
      const landedMs = turned ? cycle.lowestMs : moment.tMs;
      const landed: CycleState<L> = { ...state, phase: 'settle', cycle: { ...cycle, landedMs } };
      const events: MotionEvent[] = [{ type: 'landed', tMs: moment.tMs }];
      if (!turned) return [landed, events];
      const [after, more] = finishRep(landed, cycle.lowestMs, kind);
      return [after, [...events, ...more]];
    }
  } else if (turned && moment.y - floorY >= (1 - TURN) * rise) {
    const partial = lowest < PARTIAL * rise;
    const swayed: MotionEvent = { type: 'not-lowering', tMs: moment.tMs };
    return [
      { ...state, phase: 'hold', cycle },
      partial ? [swayed, attempt(moment.tMs, cycle.lowestMs, 'not-lowered')] : [swayed],
    ];
  }
  return [{ ...state, cycle }, []];
}

export function settle<L extends Levels>(state: CycleState<L>, moment: Moment<L>, kind: CycleKind<L>): Step<L> {
  const cycle = cycleOf(state);
  const rise = cycle.topY - state.floor.y;
  if (moment.y < cycle.lowestY - AT_FLOOR * rise) {
    return [{ ...state, phase: 'lower', cycle: { ...cycle, lowestY: moment.y, lowestMs: moment.tMs } }, []];
  }
  const lowestY = Math.min(cycle.lowestY, moment.y);
  const here = { ...state, cycle: { ...cycle, lowestY } };
  const risesAgain = moment.y > lowestY + Math.max(kind.leaveFloor, 0.15 * rise);
  const sinceMs = moment.tMs - cycle.landedMs;
  const settled =
    sinceMs >= SETTLE_MS.least && (hasStopped(here, paceOf(cycle, moment), kind) || sinceMs >= SETTLE_MS.most);
  return risesAgain || settled ? finishRep(here, moment.tMs, kind) : [here, []];
}

/** Measures the rep that has just ended and goes back to rest on the level where it ended. */
export function finishRep<L extends Levels>(state: CycleState<L>, plateauEndMs: number, kind: CycleKind<L>): Step<L> {
  const cycle = cycleOf(state);
  const raised = cycle.raised ?? measureRaise(state, cycle);
  const points = curveOf(state.recent);
  const last = state.recent.at(-1);
  const rough: RoughPhase = {
    fromMs: cycle.loweringMs,
    toMs: cycle.landedMs,
    fromY: cycle.topY,
    toY: cycle.lowestY,
  };
  const lowerStart = phaseStart(points, rough, cycle.heldFromMs);
  const end = phaseEnd(points, rough, plateauEndMs);
  const lowerStartMs = clamp(lowerStart?.atMs ?? rough.fromMs, raised.topMs, cycle.landedMs);
  const endMs = clamp(end?.atMs ?? cycle.landedMs, lowerStartMs, last?.tMs ?? cycle.landedMs);
  const rep = makeRep(state, cycle, raised, { lowerStartMs, endMs }, kind);
  const settled = state.recent.filter(
    (m) => m.tMs >= Math.min(cycle.landedMs, plateauEndMs - 1) && !kind.hidesFloor?.(state.floor, m),
  );
  const floor = settled.length > 0 ? meanLevels(settled) : state.floor;
  const next: CycleState<L> = {
    ...state,
    phase: 'rest',
    cycle: null,
    floor,
    floorSinceMs: endMs,
    rises: [...state.rises, rep.riseRatio].slice(-RISES_KEPT),
  };
  return [next, [{ type: 'rep', tMs: last?.tMs ?? plateauEndMs, rep }]];
}

export function leaveTop<L extends Levels>(rise: number, { leaveFloor }: CycleKind<L>): number {
  return Math.max(LEAVE_TOP.share * rise, LEAVE_TOP.leasts * leaveFloor);
}

/** The average speed of the lowering so far, in body lengths a second. */
function paceOf<L extends Levels>(cycle: Cycle<L>, moment: Moment<L>): number {
  return (1000 * (cycle.topY - moment.y)) / Math.max(1, moment.tMs - cycle.loweringMs);
}

/** The trunk has all but stopped, beside the pace it had: looked at for long enough that jitter cannot hide a slow pace. */
function hasStopped<L extends Levels>(state: CycleState<L>, pace: number, { leaveFloor }: CycleKind<L>): boolean {
  const windowMs = clamp((1000 * leaveFloor) / Math.max(1e-6, pace), PAUSE_MS, SETTLE_MS.most);
  return Math.abs(speedOver(state.recent, windowMs)) <= STOPPED * pace;
}

export function cycleOf<L extends Levels>(state: CycleState<L>): Cycle<L> {
  if (!state.cycle) throw new Error(`The phase ${state.phase} needs a cycle.`);
  return state.cycle;
}

export function attempt(tMs: number, atMs: number, reason: AttemptReason): MotionEvent {
  return { type: 'attempt', tMs, atMs, reason };
}
