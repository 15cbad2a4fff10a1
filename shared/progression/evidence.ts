import { catalogueEntry } from '../exercises/catalogue.ts';
import type { Side } from '../exercises/exerciseIds.ts';
import { FATIGUE, type FeelRecord } from '../history/records.ts';
import type { Progress, SetEvidence } from './progress.ts';
import { FIRST_RUNG, GATE, isRung, RUNGS, type RungId } from './rungs.ts';

/** What was done in one session, and the rungs that it shows. */
export interface SessionEvidence {
  readonly id: string;
  /** Of its first set and of its last, in ms since 1970. */
  readonly startedAtMs: number;
  readonly lastSetMs: number;
  /** In the order in which they began. */
  readonly sets: readonly SetEvidence[];
  /** The rungs that it earned, from the easiest on. */
  readonly earned: readonly RungId[];
}

export interface RungVerdict {
  readonly rung: RungId;
  readonly earned: boolean;
  /** Good sets of each side that the rung is done on. */
  readonly sides: readonly { readonly side: Side; readonly good: number; readonly need: number }[];
  readonly sets: readonly SetVerdict[];
}

export interface SetVerdict {
  readonly setId: string;
  readonly side: Side;
  readonly fullReps: number;
  /** Why it is no good set; empty when it is one. */
  readonly faults: readonly SetFault[];
}

export type SetFault =
  | { readonly code: 'short'; readonly reps: number; readonly need: number }
  /** Not all of its three questions were answered. */
  | { readonly code: 'no-check-in' }
  | { readonly code: 'not-done'; readonly end: 'restarted' | 'skipped' | 'unfinished' }
  /** These three mean that the rung is not earned in the session, however good the other sets were. */
  | { readonly code: 'cramp' }
  | { readonly code: 'fatigue' }
  | { readonly code: 'pain'; readonly pain: number; readonly atMost: number };

export interface FiveCountVerdict {
  readonly timedLowers: number;
  readonly lowersInCount: number;
  /** 0 to 1. */
  readonly ratio: number;
  readonly needRatio: number;
  readonly needLowers: number;
  readonly done: boolean;
}

/** The sessions that had begun by now, oldest first. Sets dated later are left out: the clock was wrong. */
export function sessionsOf({ sets }: Progress, nowMs: number): SessionEvidence[] {
  const known = sets.filter(({ startedAtMs }) => startedAtMs <= nowMs).sort(byStart);
  return [...Map.groupBy(known, ({ sessionId }) => sessionId)].map(([id, own]) => ({
    id,
    startedAtMs: own[0]?.startedAtMs ?? 0,
    lastSetMs: own.at(-1)?.startedAtMs ?? 0,
    sets: own,
    earned: earnedIn(own),
  }));
}

/** Who earns a single-leg raise has no need of the on-ramp, which is for people who cannot do one yet. */
function earnedIn(sets: readonly SetEvidence[]): RungId[] {
  const earned = rungsIn(sets).filter((rung) => rungVerdict(rung, sets).earned);
  return earned.includes('calf-raise-single') && !earned.includes(FIRST_RUNG) ? [FIRST_RUNG, ...earned] : earned;
}

/**
 * Whether a rung is earned by a session's sets, and why not. It takes `GATE.sets` good sets on each side: done to the end,
 * of `GATE.fullReps` full reps, each followed by a whole check-in without cramp, with fatigue at most some and pain at most
 * 2. A further set that is short, or with a question unanswered, does no harm. A cramp, much fatigue or more pain after any set of
 * the rung, however that set ended, means that it is not earned in this session.
 */
export function rungVerdict(rung: RungId, sets: readonly SetEvidence[]): RungVerdict {
  const judged = sets.filter(({ exercise }) => exercise === rung).map(judgeSet);
  const sides = (catalogueEntry(rung).isOneSided ? (['left', 'right'] as const) : (['both'] as const)).map((side) => ({
    side,
    good: judged.filter((set) => set.side === side && set.faults.length === 0).length,
    need: GATE.sets,
  }));
  const isSpoilt = judged.some(({ faults }) => faults.some(({ code }) => SPOILING.includes(code)));
  return { rung, earned: !isSpoilt && sides.every(({ good, need }) => good >= need), sides, sets: judged };
}

const SPOILING: readonly SetFault['code'][] = ['cramp', 'fatigue', 'pain'];

const UNSAID = { cramp: null, fatigue: null, pain: null } as const;

function judgeSet({ setId, side, fullReps, endReason, checkIn }: SetEvidence): SetVerdict {
  const { cramp, fatigue, pain } = checkIn ?? UNSAID;
  const faults: SetFault[] = [];
  if (endReason === null || endReason === 'restarted' || endReason === 'skipped') {
    faults.push({ code: 'not-done', end: endReason ?? 'unfinished' });
  } else {
    if (fullReps < GATE.fullReps) faults.push({ code: 'short', reps: fullReps, need: GATE.fullReps });
    if (cramp === null || fatigue === null || pain === null) faults.push({ code: 'no-check-in' });
  }
  if (cramp) faults.push({ code: 'cramp' });
  if (fatigue !== null && FATIGUE.indexOf(fatigue) > FATIGUE.indexOf(GATE.fatigueAtMost)) {
    faults.push({ code: 'fatigue' });
  }
  if (pain !== null && pain > GATE.painAtMost) faults.push({ code: 'pain', pain, atMost: GATE.painAtMost });
  return { setId, side, fullReps, faults };
}

/** The rungs that a session has sets of, from the easiest on. */
export function rungsIn(sets: readonly SetEvidence[]): RungId[] {
  const trained = new Set(sets.map(({ exercise }) => exercise).filter(isRung));
  return RUNGS.filter((rung) => trained.has(rung));
}

/**
 * How well the count of five was kept in a session's eccentric raises, all sets and both legs together; null when no lower
 * of a set that was done to the end was timed.
 */
export function fiveCountVerdict(sets: readonly SetEvidence[]): FiveCountVerdict | null {
  const done = sets.filter(
    ({ exercise, endReason }) =>
      exercise === 'calf-raise-eccentric' && endReason !== null && endReason !== 'restarted' && endReason !== 'skipped',
  );
  const timedLowers = sum(done.map((set) => set.timedLowers));
  if (timedLowers === 0) return null;
  const lowersInCount = sum(done.map((set) => set.lowersInCount));
  const ratio = lowersInCount / timedLowers;
  const [needRatio, needLowers] = [GATE.lowersInCountRatio, GATE.timedLowersAtLeast];
  const isDone = timedLowers >= needLowers && ratio >= needRatio;
  return { timedLowers, lowersInCount, ratio, needRatio, needLowers, done: isDone };
}

/** The first set of a session after which the pain was that of a step back, of whatever exercise; null without one. */
export function painfulSet(sets: readonly SetEvidence[]): { readonly atMs: number; readonly pain: number } | null {
  for (const { startedAtMs, checkIn } of sets) {
    const pain = checkIn?.pain ?? 0;
    if (pain >= GATE.painSetback) return { atMs: startedAtMs, pain };
  }
  return null;
}

/** The answer of each session that counts, the latest; answers dated later than now are left out. */
export function latestFeels(
  { feels }: Progress,
  asked: FeelRecord['asked'],
  nowMs: number,
): ReadonlyMap<string, FeelRecord> {
  const given = feels.filter((feel) => feel.asked === asked && feel.atMs <= nowMs);
  return new Map(given.sort((a, b) => a.atMs - b.atMs || compare(a.id, b.id)).map((feel) => [feel.sessionId, feel]));
}

function byStart(a: SetEvidence, b: SetEvidence): number {
  return a.startedAtMs - b.startedAtMs || compare(a.setId, b.setId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
