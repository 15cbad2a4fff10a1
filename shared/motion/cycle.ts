import {
  attempt,
  cycleOf,
  FADED,
  finishRep,
  leaveTop,
  lower,
  NEAR_FLOOR,
  PAUSE_MS,
  SPEED_WINDOW_MS,
  type Step,
  settle,
} from './cycleDown.ts';
import { atLowerFloor, atNewFloor, floorBefore, judgeTop, turnAbove, wasJolted } from './cycleFloor.ts';
import { type Cycle, type CycleKind, type CycleState, clamp, makeRep, measureRaise, usualRise } from './cycleRep.ts';
import type { Tally } from './detector.ts';
import type { MotionEvent } from './events.ts';
import { type Levels, type Moment, meanLevels, mixLevels } from './levels.ts';
import { curveOf, isPlateau, levelsAround, SHIFT, shiftEndMs, sidewaysSpeedOver, speedOver } from './moments.ts';
import { phaseStart, type RoughPhase } from './repTiming.ts';

/**
 * Counts and times what goes up and down again – raises, bridges, rocks of the knee: (state, moment) → [state, events].
 *
 * The cycle is rest → raise → hold → lower → settle → rest. A rep is announced at its top; its moments are measured by
 * looking back once the body is down. All positions are in body lengths.
 */

/**
 * Sinking below the floor by less than this many times the leave of it is a heel that drops below a step; more is a squat,
 * or someone who leans for good, which only a longer stay can tell.
 */
const DROP_BELOW_FLOOR = 10;
const LOWER_FLOOR_MS = 1000;
/** Leaning on one leg is less still than standing on two. */
const REST_RANGE = 3;
/** The floor follows slow drift with this time constant. */
const FOLLOW_MS = 700;
/** A first slow-down counts as the top only from this share of the set's usual rise; below it, after a longer rest. */
const USUAL_SHARE = 0.55;
/** Less than this share of the usual rise is no rep of this set: a shift of the feet, or an attempt. */
const FULL_SHARE = 0.35;
/** While the weight shifts to the side, sinking by less than this share is the shift and not the lowering. */
const SHIFT_SHARE = 0.3;
/** After a jolt, standing still for this long makes a floor. */
const JOLTED_MS = 200;
/** A quick raise goes this many times the leave of the floor in a second. */
const QUICK = 7;
/** This long before the lowering is noticed it has hardly begun. */
const HELD_BEFORE_MS = 350;
/** The look back keeps this much before a cycle, this much of a long hold or lower, and at most this much in all. */
const KEEP_MS = { before: 1200, hold: 3000, most: 30000 } as const;

export function initialCycle<L extends Levels>(still: readonly Moment<L>[], tally: Tally): CycleState<L> {
  return {
    phase: 'rest',
    recent: still,
    floor: meanLevels(still),
    floorSinceMs: still[0]?.tMs ?? Number.NEGATIVE_INFINITY,
    leftFloor: null,
    cycle: null,
    ...tally,
  };
}

export function stepCycle<L extends Levels>(state: CycleState<L>, moment: Moment<L>, kind: CycleKind<L>): Step<L> {
  const recent = [...state.recent.slice(firstKept(state, moment.tMs)), moment];
  const next: CycleState<L> = { ...state, recent, cycle: state.cycle && swayed(state.cycle, moment) };
  switch (state.phase) {
    case 'rest':
      return rest(next, moment, kind);
    case 'raise':
      return raise(next, moment, kind);
    case 'hold':
      return hold(next, moment, kind);
    case 'lower':
      return lower(next, moment, kind);
    case 'settle':
      return settle(next, moment, kind);
  }
}

/** The person was lost or walked off: closes the rep under way with what is known of it. */
export function abandonCycle<L extends Levels>(state: CycleState<L>, tMs: number, kind: CycleKind<L>): MotionEvent[] {
  const { cycle } = state;
  if (!cycle?.announced) return [];
  if (state.phase === 'settle') return finishRep(state, tMs, kind)[1];
  const raised = cycle.raised ?? measureRaise(state, cycle);
  return [{ type: 'rep', tMs, rep: makeRep(state, cycle, raised, {}, kind) }];
}

/** How far up the body is between floor (0) and top (1) of the present or the usual rise, for drawing. */
export function elevation<L extends Levels>(state: CycleState<L>, kind: CycleKind<L>): number {
  const last = state.recent.at(-1);
  if (!last) return 0;
  const usual = Math.max(usualRise(state) ?? 0, kind.fullRise);
  const span = state.cycle?.announced ? state.cycle.topY - state.floor.y : usual;
  return Math.min(1, Math.max(0, (last.y - state.floor.y) / span));
}

function rest<L extends Levels>(state: CycleState<L>, moment: Moment<L>, kind: CycleKind<L>): Step<L> {
  const { leaveFloor } = kind;
  const offset = moment.y - state.floor.y;
  // Still coming down from an attempt is no new raise.
  if (offset > leaveFloor && speedOver(state.recent, SPEED_WINDOW_MS.shortest) > 0) {
    return [{ ...state, phase: 'raise', cycle: newCycle(moment), floor: floorBefore(state, moment, kind) }, []];
  }
  const previous = state.recent.at(-2);
  const dtMs = previous ? moment.tMs - previous.tMs : 0;
  if (offset >= -leaveFloor && kind.hidesFloor?.(state.floor, moment)) return [state, []];
  if (offset >= -leaveFloor)
    return [{ ...state, floor: mixLevels(state.floor, moment, 1 - Math.exp(-dtMs / FOLLOW_MS)) }, []];
  const pauseMs = offset >= -DROP_BELOW_FLOOR * leaveFloor ? PAUSE_MS : LOWER_FLOOR_MS;
  if (isPlateau(state.recent, pauseMs, REST_RANGE * kind.stillRange) && kind.isFloor(state.floor, moment))
    return [atLowerFloor(state, moment, PAUSE_MS), []];
  return [state, []];
}

function raise<L extends Levels>(state: CycleState<L>, moment: Moment<L>, kind: CycleKind<L>): Step<L> {
  const speed = risingSpeed(state, kind);
  const cycle = risen(cycleOf(state), moment, speed, isPlateau(state.recent, PAUSE_MS, kind.stillRange));
  const floorY = state.floor.y;
  const rise = cycle.topY - floorY;
  const now = moment.y - floorY;
  const here: CycleState<L> = { ...state, cycle };

  const slowed = speed <= FADED * cycle.peakSpeed;
  const usual = usualRise(state);
  const believable = usual === undefined || rise >= USUAL_SHARE * usual || moment.tMs - cycle.topMs >= PAUSE_MS;
  if (rise >= Math.max(kind.fullRise, FULL_SHARE * (usual ?? 0)) && slowed && believable) {
    if (judgeTop(state, cycle, kind) === 'movement') {
      const n = state.count + 1;
      const side = kind.side(levelsAround(state.recent, cycle.topMs));
      const announced = { ...cycle, announced: true, side };
      return [
        { ...here, phase: 'hold', cycle: announced, count: n },
        [{ type: 'rep-top', tMs: moment.tMs, n, topMs: cycle.topMs, side }],
      ];
    }
  }
  if (now <= Math.max(NEAR_FLOOR * rise, kind.leaveFloor) && moment.tMs > cycle.topMs) {
    const verdict = rise >= kind.attemptRise ? judgeTop(state, cycle, kind) : 'noise';
    const reason = verdict === 'movement' ? 'too-shallow' : verdict;
    const back: CycleState<L> = { ...state, phase: 'rest', cycle: null };
    return [back, reason === 'noise' ? [] : [attempt(moment.tMs, cycle.topMs, reason)]];
  }
  const turn = kind.refloors ? turnAbove(state, cycle, moment, kind) : null;
  if (turn) return [{ ...state, floor: turn, floorSinceMs: moment.tMs, cycle: newCycle(moment) }, []];
  const held = moment.tMs - cycle.stillSinceMs >= kind.newFloorMs;
  // A camera that was bumped shows everything somewhere else at once, and still.
  if (isPlateau(state.recent, JOLTED_MS, kind.stillRange) && wasJolted(state, moment))
    return [atNewFloor(state, moment.tMs - JOLTED_MS), []];
  const tooLong = moment.tMs - cycle.startedMs > KEEP_MS.most;
  if (tooLong || (held && kind.judge(state.floor, moment, false) === 'noise')) {
    return [atNewFloor(state, moment.tMs - PAUSE_MS), []];
  }
  return [here, []];
}

function hold<L extends Levels>(state: CycleState<L>, moment: Moment<L>, kind: CycleKind<L>): Step<L> {
  let cycle = cycleOf(state);
  if (moment.y > cycle.topY) cycle = { ...cycle, topY: moment.y, topMs: moment.tMs };
  const rise = cycle.topY - state.floor.y;
  const drop = cycle.topY - moment.y;
  const shifting =
    kind.shiftsWeight &&
    drop < SHIFT_SHARE * rise &&
    sidewaysSpeedOver(state.recent, SHIFT.windowMs) >= SHIFT.leastSpeed;
  if (drop > leaveTop(rise, kind) && !shifting) {
    const raised = cycle.raised ?? measureRaise(state, cycle);
    const { heldFromMs, phase } = roughLowering(state, cycle, moment, raised.topMs, kind);
    const lowerStartMs = phaseStart(curveOf(state.recent), phase, heldFromMs)?.atMs ?? phase.fromMs;
    return [
      {
        ...state,
        phase: 'lower',
        cycle: {
          ...cycle,
          raised,
          heldFromMs,
          loweringMs: phase.fromMs,
          lowestY: moment.y,
          lowestMs: moment.tMs,
          peakSpeed: 0,
        },
      },
      [{ type: 'lowering', tMs: moment.tMs, lowerStartMs: clamp(lowerStartMs, raised.topMs, moment.tMs) }],
    ];
  }
  // A long hold: measure the raise while it is still in reach of the look back.
  if (!cycle.raised && moment.tMs - cycle.startedMs > KEEP_MS.hold && moment.tMs - cycle.topMs > PAUSE_MS) {
    cycle = { ...cycle, raised: measureRaise(state, cycle) };
  }
  return [{ ...state, cycle }, []];
}

/**
 * The lowering as seen at this moment. It began where the body last was near the top, and not before the weight had
 * been shifted over one foot.
 */
function roughLowering<L extends Levels>(
  state: CycleState<L>,
  cycle: Cycle<L>,
  moment: Moment<L>,
  topMs: number,
  kind: CycleKind<L>,
): RoughLowering {
  const rise = cycle.topY - state.floor.y;
  const held = state.recent.filter((m) => m.tMs >= topMs && m.tMs <= moment.tMs - HELD_BEFORE_MS);
  // A shift of weight moves the top of the hold: then only its highest point is sure.
  const level = held.length > 0 && !kind.shiftsWeight ? meanLevels(held).y : cycle.topY;
  const nearTop = level - 0.25 * leaveTop(rise, kind);
  const leftTopMs = state.recent.findLast((m) => m.y >= nearTop)?.tMs ?? cycle.topMs;
  const heldFromMs = (kind.shiftsWeight ? shiftEndMs(state.recent, topMs, moment.tMs) : null) ?? topMs;
  const fromMs = Math.max(leftTopMs, heldFromMs);
  return { heldFromMs, phase: { fromMs, toMs: moment.tMs, fromY: cycle.topY, toY: moment.y } };
}

interface RoughLowering {
  /** The hold lasts from here at the earliest. */
  readonly heldFromMs: number;
  readonly phase: RoughPhase;
}

function newCycle<L extends Levels>(moment: Moment<L>): Cycle<L> {
  return {
    startedMs: moment.tMs,
    topY: moment.y,
    topMs: moment.tMs,
    peakSpeed: 0,
    side: 'both',
    announced: false,
    leastX: moment.x,
    mostX: moment.x,
    stillSinceMs: moment.tMs,
    lowestY: moment.y,
    lowestMs: moment.tMs,
    heldFromMs: moment.tMs,
    loweringMs: moment.tMs,
    landedMs: moment.tMs,
    raised: null,
  };
}

function swayed<L extends Levels>(cycle: Cycle<L>, { x }: Moment<L>): Cycle<L> {
  return x < cycle.leastX ? { ...cycle, leastX: x } : x > cycle.mostX ? { ...cycle, mostX: x } : cycle;
}

function risen<L extends Levels>(cycle: Cycle<L>, moment: Moment<L>, speed: number, still: boolean): Cycle<L> {
  const higher = moment.y > cycle.topY;
  return {
    ...cycle,
    topY: higher ? moment.y : cycle.topY,
    topMs: higher ? moment.tMs : cycle.topMs,
    peakSpeed: Math.max(cycle.peakSpeed, speed),
    stillSinceMs: still ? cycle.stillSinceMs : moment.tMs,
  };
}

/** Speed while rising. A slow movement needs a longer look to stand out from jitter. */
function risingSpeed<L extends Levels>(state: CycleState<L>, kind: CycleKind<L>): number {
  const slowness = (QUICK * kind.leaveFloor) / Math.max(1e-6, state.cycle?.peakSpeed ?? 0);
  return speedOver(
    state.recent,
    clamp(SPEED_WINDOW_MS.shortest * slowness, SPEED_WINDOW_MS.shortest, SPEED_WINDOW_MS.longest),
  );
}

function firstKept<L extends Levels>(state: CycleState<L>, nowMs: number): number {
  const { cycle, recent } = state;
  const keepFrom = !cycle
    ? nowMs - KEEP_MS.before
    : cycle.raised
      ? Math.min(cycle.loweringMs > cycle.topMs ? cycle.loweringMs : nowMs, nowMs) - KEEP_MS.hold
      : cycle.startedMs - KEEP_MS.before;
  const bounded = Math.max(keepFrom, nowMs - KEEP_MS.most);
  const index = recent.findIndex((m) => m.tMs >= bounded);
  return index < 0 ? recent.length : index;
}
