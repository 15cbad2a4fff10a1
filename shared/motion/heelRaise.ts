import type { AttemptReason, MotionEvent } from './events.ts';
import { carryingSide, heelEvidence, meanLevels, mixLevels } from './heelEvidence.ts';
import {
  type Cycle,
  clamp,
  type HeelRaiseState,
  type HeelRaiseThresholds,
  makeRep,
  measureRaise,
  usualRise,
} from './heelRaiseRep.ts';
import {
  curveOf,
  isPlateau,
  levelsAround,
  type Moment,
  SHIFT,
  shiftEndMs,
  sidewaysSpeedOver,
  speedOver,
} from './moments.ts';
import { phaseEnd, phaseStart, type RoughPhase } from './repTiming.ts';

/**
 * Counts and times calf raises of every kind: (state, moment) → [state, events].
 *
 * The cycle is rest → raise → hold → lower → settle → rest. A rep is announced at its top; its moments are measured by
 * looking back once the heel is down. All positions are in body lengths (shoulders to ankle at rest; 1 cm is about
 * 0.0078 for someone of 175 cm).
 */

/** Leaving the floor: four times the standing jitter of the trunk (0.0002–0.0015), a third of a full rise. */
const LEAVE_FLOOR = 0.006;
/** Sinking below the floor by less than this is a heel that drops below a step; more is a squat. */
const DROP_BELOW_FLOOR = 0.06;
/** The floor follows slow drift with this time constant. */
const FOLLOW_MS = 700;
/** The speed has faded at this share of the phase's peak. */
const FADED = 0.3;
/** Over a longer look it has stopped at this share. */
const STOPPED = 0.25;
/** The window over which speed is measured: the shortest, and the longest for the slowest movement. */
const SPEED_WINDOW_MS = { shortest: 130, longest: 360 } as const;
/** A first slow-down counts as the top only from this share of the set's usual rise; below it, after a longer rest. */
const USUAL_SHARE = 0.55;
const PAUSE_MS = 400;
/** Sinking by this share of the rise (or this much, whichever is more) leaves the top. */
const LEAVE_TOP = { share: 0.12, least: 0.005 } as const;
/** While the weight shifts to the side, sinking by less than this share is the shift and not the lowering. */
const SHIFT_SHARE = 0.3;
/** Below this share of the rise the heel can be down. */
const NEAR_FLOOR = 0.35;
/** Below this it is down as soon as the speed fades. */
const AT_FLOOR = 0.12;
/** Turning back up below this share of the rise was an attempt at lowering; above it, a sway. */
const PARTIAL = 0.7;
/** Rising again by this share of the rise begins something new. */
const TURN = 0.22;
/** How long the plateau after landing is watched for the exact end; a very slow lower fades for longer. */
const SETTLE_MS = { least: 400, most: 1500 } as const;
/** Standing on a new level for this long without a heel raise makes it the floor. */
const NEW_FLOOR_MS = 1200;
/** The look back keeps this much before a cycle, this much of a long hold or lower, and at most this much in all. */
const KEEP_MS = { before: 1200, hold: 3000, most: 30000 } as const;
const RISES_KEPT = 9;

export function initialHeelRaise(still: readonly Moment[], count: number, rises: readonly number[]): HeelRaiseState {
  return {
    phase: 'rest',
    recent: still,
    floor: meanLevels(still),
    floorSinceMs: still[0]?.tMs ?? Number.NEGATIVE_INFINITY,
    cycle: null,
    count,
    rises,
  };
}

type Step = [HeelRaiseState, MotionEvent[]];

export function stepHeelRaise(state: HeelRaiseState, moment: Moment, thresholds: HeelRaiseThresholds): Step {
  const recent = [...state.recent.slice(firstKept(state, moment.tMs)), moment];
  const next: HeelRaiseState = { ...state, recent };
  switch (state.phase) {
    case 'rest':
      return rest(next, moment);
    case 'raise':
      return raise(next, moment, thresholds);
    case 'hold':
      return hold(next, moment);
    case 'lower':
      return lower(next, moment, thresholds);
    case 'settle':
      return settle(next, moment, thresholds);
  }
}

/** The person was lost or walked off: closes the rep under way with what is known of it. */
export function abandonHeelRaise(state: HeelRaiseState, tMs: number, thresholds: HeelRaiseThresholds): MotionEvent[] {
  const { cycle } = state;
  if (!cycle?.announced) return [];
  if (state.phase === 'settle') return finishRep(state, tMs, thresholds)[1];
  const raised = cycle.raised ?? measureRaise(state, cycle);
  return [{ type: 'rep', tMs, rep: makeRep(state, cycle, raised, {}, thresholds) }];
}

/** How far up the body is between floor (0) and top (1) of the present or the usual rise, for drawing. */
export function elevation(state: HeelRaiseState, thresholds: HeelRaiseThresholds): number {
  const last = state.recent.at(-1);
  if (!last) return 0;
  const usual = Math.max(usualRise(state) ?? 0, thresholds.fullRise);
  const span = state.cycle?.announced ? state.cycle.topY - state.floor.trunk : usual;
  return Math.min(1, Math.max(0, (last.trunk - state.floor.trunk) / span));
}

function rest(state: HeelRaiseState, moment: Moment): Step {
  const offset = moment.trunk - state.floor.trunk;
  if (offset > LEAVE_FLOOR) {
    return [{ ...state, phase: 'raise', cycle: newCycle(moment) }, []];
  }
  const previous = state.recent.at(-2);
  const dtMs = previous ? moment.tMs - previous.tMs : 0;
  if (offset >= -LEAVE_FLOOR)
    return [{ ...state, floor: mixLevels(state.floor, moment, 1 - Math.exp(-dtMs / FOLLOW_MS)) }, []];
  if (offset >= -DROP_BELOW_FLOOR && isPlateau(state.recent, PAUSE_MS, LEAVE_FLOOR / 2))
    return [atNewFloor(state, moment.tMs - PAUSE_MS), []];
  return [state, []];
}

function raise(state: HeelRaiseState, moment: Moment, thresholds: HeelRaiseThresholds): Step {
  const speed = risingSpeed(state);
  const cycle = risen(cycleOf(state), moment, speed, isPlateau(state.recent, PAUSE_MS, LEAVE_FLOOR / 2));
  const floorY = state.floor.trunk;
  const rise = cycle.topY - floorY;
  const now = moment.trunk - floorY;
  const here: HeelRaiseState = { ...state, cycle };

  const slowed = speed <= FADED * cycle.peakSpeed;
  const usual = usualRise(state);
  const believable = usual === undefined || rise >= USUAL_SHARE * usual || moment.tMs - cycle.topMs >= PAUSE_MS;
  if (rise >= thresholds.fullRise && slowed && believable) {
    const evidence = heelEvidence(state.floor, levelsAround(state.recent, cycle.topMs));
    if (evidence.isHeelRaise) {
      const n = state.count + 1;
      const side = carryingSide(state.floor);
      const announced = { ...cycle, announced: true, side, kneeBendDeg: evidence.kneeBendDeg };
      return [
        { ...here, phase: 'hold', cycle: announced, count: n },
        [{ type: 'rep-top', tMs: moment.tMs, n, topMs: cycle.topMs, side }],
      ];
    }
  }
  if (now <= Math.max(NEAR_FLOOR * rise, LEAVE_FLOOR) && moment.tMs > cycle.topMs) {
    const isAttempt =
      rise >= thresholds.attemptRise && heelEvidence(state.floor, levelsAround(state.recent, cycle.topMs)).isHeelRaise;
    const back: HeelRaiseState = { ...state, phase: 'rest', cycle: null };
    return [back, isAttempt ? [attempt(moment.tMs, cycle.topMs, 'too-shallow')] : []];
  }
  const held = moment.tMs - cycle.stillSinceMs >= NEW_FLOOR_MS;
  const tooLong = moment.tMs - cycle.startedMs > KEEP_MS.most;
  if (tooLong || (held && !heelEvidence(state.floor, moment).isHeelRaise)) {
    return [atNewFloor(state, moment.tMs - PAUSE_MS), []];
  }
  return [here, []];
}

function hold(state: HeelRaiseState, moment: Moment): Step {
  let cycle = cycleOf(state);
  if (moment.trunk > cycle.topY) cycle = { ...cycle, topY: moment.trunk, topMs: moment.tMs };
  const rise = cycle.topY - state.floor.trunk;
  const drop = cycle.topY - moment.trunk;
  const shifting = drop < SHIFT_SHARE * rise && sidewaysSpeedOver(state.recent, SHIFT.windowMs) >= SHIFT.leastSpeed;
  if (drop > Math.max(LEAVE_TOP.share * rise, LEAVE_TOP.least) && !shifting) {
    const raised = cycle.raised ?? measureRaise(state, cycle);
    const { heldFromMs, phase } = roughLowering(state, cycle, moment, raised.topMs);
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
          lowestY: moment.trunk,
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

function lower(state: HeelRaiseState, moment: Moment, thresholds: HeelRaiseThresholds): Step {
  let cycle = cycleOf(state);
  const floorY = state.floor.trunk;
  const rise = cycle.topY - floorY;
  if (moment.trunk < cycle.lowestY) cycle = { ...cycle, lowestY: moment.trunk, lowestMs: moment.tMs };
  const lowest = cycle.lowestY - floorY;
  const turned = moment.trunk - cycle.lowestY > Math.max(TURN * rise, LEAVE_FLOOR);

  if (lowest <= NEAR_FLOOR * rise) {
    const pace = paceOf(cycle, moment);
    const faded = -speedOver(state.recent, SPEED_WINDOW_MS.shortest) <= FADED * pace;
    if (turned || (lowest <= AT_FLOOR * rise && faded) || hasStopped(state, pace)) {
      const landedMs = turned ? cycle.lowestMs : moment.tMs;
      const landed: HeelRaiseState = { ...state, phase: 'settle', cycle: { ...cycle, landedMs } };
      const events: MotionEvent[] = [{ type: 'landed', tMs: moment.tMs }];
      if (!turned) return [landed, events];
      const [after, more] = finishRep(landed, cycle.lowestMs, thresholds);
      return [after, [...events, ...more]];
    }
  } else if (turned && moment.trunk - floorY >= (1 - TURN) * rise) {
    const partial = lowest < PARTIAL * rise;
    return [{ ...state, phase: 'hold', cycle }, partial ? [attempt(moment.tMs, cycle.lowestMs, 'not-lowered')] : []];
  }
  return [{ ...state, cycle }, []];
}

function settle(state: HeelRaiseState, moment: Moment, thresholds: HeelRaiseThresholds): Step {
  const cycle = cycleOf(state);
  const rise = cycle.topY - state.floor.trunk;
  if (moment.trunk < cycle.lowestY - AT_FLOOR * rise) {
    return [{ ...state, phase: 'lower', cycle: { ...cycle, lowestY: moment.trunk, lowestMs: moment.tMs } }, []];
  }
  const lowestY = Math.min(cycle.lowestY, moment.trunk);
  const here = { ...state, cycle: { ...cycle, lowestY } };
  const risesAgain = moment.trunk > lowestY + Math.max(LEAVE_FLOOR, 0.15 * rise);
  const sinceMs = moment.tMs - cycle.landedMs;
  const settled = sinceMs >= SETTLE_MS.least && (hasStopped(here, paceOf(cycle, moment)) || sinceMs >= SETTLE_MS.most);
  return risesAgain || settled ? finishRep(here, moment.tMs, thresholds) : [here, []];
}

/** Measures the rep that has just ended and goes back to rest on the level where it ended. */
function finishRep(state: HeelRaiseState, plateauEndMs: number, thresholds: HeelRaiseThresholds): Step {
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
  const rep = makeRep(state, cycle, raised, { lowerStartMs, endMs }, thresholds);
  const settled = state.recent.filter((m) => m.tMs >= Math.min(cycle.landedMs, plateauEndMs - 1));
  const floor = settled.length > 0 ? meanLevels(settled) : state.floor;
  const next: HeelRaiseState = {
    ...state,
    phase: 'rest',
    cycle: null,
    floor,
    floorSinceMs: endMs,
    rises: [...state.rises, rep.riseRatio].slice(-RISES_KEPT),
  };
  return [next, [{ type: 'rep', tMs: last?.tMs ?? plateauEndMs, rep }]];
}

/**
 * The lowering as seen at this moment. It began where the body last was near the top, and not before the weight had
 * been shifted over one foot.
 */
function roughLowering(state: HeelRaiseState, cycle: Cycle, moment: Moment, topMs: number): RoughLowering {
  const rise = cycle.topY - state.floor.trunk;
  const nearTop = cycle.topY - 0.25 * Math.max(LEAVE_TOP.least, LEAVE_TOP.share * rise);
  const leftTopMs = state.recent.findLast((m) => m.trunk >= nearTop)?.tMs ?? cycle.topMs;
  const heldFromMs = shiftEndMs(state.recent, topMs, moment.tMs) ?? topMs;
  const fromMs = Math.max(leftTopMs, heldFromMs);
  return { heldFromMs, phase: { fromMs, toMs: moment.tMs, fromY: cycle.topY, toY: moment.trunk } };
}

interface RoughLowering {
  /** The hold lasts from here at the earliest. */
  readonly heldFromMs: number;
  readonly phase: RoughPhase;
}

function newCycle(moment: Moment): Cycle {
  return {
    startedMs: moment.tMs,
    topY: moment.trunk,
    topMs: moment.tMs,
    peakSpeed: 0,
    side: 'both',
    announced: false,
    kneeBendDeg: 0,
    stillSinceMs: moment.tMs,
    lowestY: moment.trunk,
    lowestMs: moment.tMs,
    heldFromMs: moment.tMs,
    loweringMs: moment.tMs,
    landedMs: moment.tMs,
    raised: null,
  };
}

function risen(cycle: Cycle, moment: Moment, speed: number, still: boolean): Cycle {
  const higher = moment.trunk > cycle.topY;
  return {
    ...cycle,
    topY: higher ? moment.trunk : cycle.topY,
    topMs: higher ? moment.tMs : cycle.topMs,
    peakSpeed: Math.max(cycle.peakSpeed, speed),
    stillSinceMs: still ? cycle.stillSinceMs : moment.tMs,
  };
}

function atNewFloor(state: HeelRaiseState, sinceMs: number): HeelRaiseState {
  const settled = state.recent.filter((m) => m.tMs >= sinceMs);
  return { ...state, phase: 'rest', cycle: null, floor: meanLevels(settled), floorSinceMs: sinceMs };
}

/** The average speed of the lowering so far, in body lengths a second. */
function paceOf(cycle: Cycle, moment: Moment): number {
  return (1000 * (cycle.topY - moment.trunk)) / Math.max(1, moment.tMs - cycle.loweringMs);
}

/** The trunk has all but stopped, beside the pace it had: looked at for long enough that jitter cannot hide a slow pace. */
function hasStopped(state: HeelRaiseState, pace: number): boolean {
  const windowMs = clamp((1000 * LEAVE_FLOOR) / Math.max(1e-6, pace), PAUSE_MS, SETTLE_MS.most);
  return Math.abs(speedOver(state.recent, windowMs)) <= STOPPED * pace;
}

/** Speed while rising. A slow movement needs a longer look to stand out from jitter; 0.04 is a quick raise. */
function risingSpeed(state: HeelRaiseState): number {
  const slowness = 0.04 / Math.max(1e-6, state.cycle?.peakSpeed ?? 0);
  return speedOver(
    state.recent,
    clamp(SPEED_WINDOW_MS.shortest * slowness, SPEED_WINDOW_MS.shortest, SPEED_WINDOW_MS.longest),
  );
}

function firstKept(state: HeelRaiseState, nowMs: number): number {
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

function cycleOf(state: HeelRaiseState): Cycle {
  if (!state.cycle) throw new Error(`The phase ${state.phase} needs a cycle.`);
  return state.cycle;
}

function attempt(tMs: number, atMs: number, reason: AttemptReason): MotionEvent {
  return { type: 'attempt', tMs, atMs, reason };
}
