import type { Cycle, CycleKind, CycleState, Verdict } from './cycleRep.ts';
import { type Levels, type Moment, meanLevels } from './levels.ts';
import { levelsAround } from './moments.ts';

/** Where the floor of a cycle is, and whether what rises from it is the movement of the exercise. */

/** The floor is measured over this span before the body is seen to leave it, and not before a posture that hides it is over. */
const FLOOR_MS = { from: 600, to: 120, afterHidden: 100 } as const;
/** A jolt goes this far from one frame to the next, and faster than any body. */
const JOLT = { least: 0.02, speed: 0.8, withinMs: 450 } as const;
/** Within this of the floor before, and begun before that long has passed, a rise only comes back to it. */
const COME_BACK = { within: 0.01, afterMs: 1000 } as const;
/** The upper part of a raise begins at this share of it. */
const UPPER_SHARE = 0.5;
const UPPER_MS = 1000;
/** From leaving the floor to the top: less is a jolt (the quickest raises seen take 160 ms). */
const LEAST_RAISE_MS = 80;

/** The floor as it was just before the body left it: feet may have been put down or lifted since it was last measured. */
export function floorBefore<L extends Levels>(state: CycleState<L>, { tMs }: Moment<L>, kind: CycleKind<L>): L {
  const hidden = state.recent.findLast((m) => kind.hidesFloor?.(state.floor, m));
  const fromMs = Math.max(
    state.floorSinceMs,
    tMs - FLOOR_MS.from,
    hidden ? hidden.tMs + FLOOR_MS.afterHidden : Number.NEGATIVE_INFINITY,
  );
  const still = state.recent.filter(
    (m) => m.tMs >= fromMs && m.tMs <= tMs - FLOOR_MS.to && Math.abs(m.y - state.floor.y) <= kind.leaveFloor,
  );
  return still.length > 1 ? meanLevels(still) : state.floor;
}

/** Settled below the floor; coming back to that one within a moment is no raise. */
export function atLowerFloor<L extends Levels>(
  state: CycleState<L>,
  { tMs }: Moment<L>,
  pauseMs: number,
): CycleState<L> {
  return { ...atNewFloor(state, tMs - pauseMs), leftFloor: { y: state.floor.y, untilMs: tMs + COME_BACK.afterMs } };
}

export function atNewFloor<L extends Levels>(state: CycleState<L>, sinceMs: number): CycleState<L> {
  const settled = state.recent.filter((m) => m.tMs >= sinceMs);
  return { ...state, phase: 'rest', cycle: null, floor: meanLevels(settled), floorSinceMs: sinceMs };
}

/** Where the body has turned back up, well above a floor that it has left by a step: the floor from now on. */
export function turnAbove<L extends Levels>(
  state: CycleState<L>,
  cycle: Cycle<L>,
  moment: Moment<L>,
  kind: CycleKind<L>,
): L | null {
  const since = state.recent.filter((m) => m.tMs > cycle.topMs);
  const lowest = since.reduce<Moment<L> | null>((low, m) => (low && low.y <= m.y ? low : m), null);
  if (!lowest || cycle.topY - lowest.y < kind.fullRise || moment.y - lowest.y < kind.leaveFloor) return null;
  return judgeTop(state, cycle, kind) === 'noise' ? levelsAround(state.recent, lowest.tMs) : null;
}

export function wasJolted<L extends Levels>({ recent }: CycleState<L>, { tMs }: Moment<L>): boolean {
  return recent.some((m, i) => {
    const before = recent[i - 1];
    if (!before || tMs - m.tMs > JOLT.withinMs) return false;
    const step = Math.abs(m.y - before.y);
    return step >= JOLT.least && (1000 * step) / (m.tMs - before.tMs) >= JOLT.speed;
  });
}

/**
 * What the body did between the floor and the top of this cycle. Where the landmarks at the top make no sense – one foot taken
 * for the other, perhaps – those of the upper half of the way there have a say.
 */
export function judgeTop<L extends Levels>(state: CycleState<L>, cycle: Cycle<L>, kind: CycleKind<L>): Verdict {
  if (cycle.peakSpeed > kind.mostSpeed || cycle.topMs - cycle.startedMs < LEAST_RAISE_MS) return 'noise';
  const isSuspect = comesBack(state, cycle);
  const verdict = kind.judge(state.floor, levelsAround(state.recent, cycle.topMs), isSuspect);
  if (verdict !== 'noise') return verdict;
  const half = state.floor.y + UPPER_SHARE * (cycle.topY - state.floor.y);
  const upper = state.recent.filter(
    (m) => m.tMs >= Math.max(cycle.startedMs, cycle.topMs - UPPER_MS) && m.tMs <= cycle.topMs && m.y >= half,
  );
  return upper.length > 1 ? kind.judge(state.floor, meanLevels(upper), isSuspect) : 'noise';
}

/** A bow or a crouch that is held looks like a lower floor; standing up from it ends where the floor was before. */
function comesBack<L extends Levels>({ leftFloor }: CycleState<L>, cycle: Cycle<L>): boolean {
  return (
    leftFloor !== null && cycle.startedMs <= leftFloor.untilMs && Math.abs(cycle.topY - leftFloor.y) <= COME_BACK.within
  );
}
