import type { Clock } from './clock.ts';
import { lastDayOf, nextDayAnswers } from './dayAfter.ts';
import { type SessionEvidence, sessionsOf } from './evidence.ts';
import {
  farApart,
  foldLadder,
  isRungEarned,
  type LadderState,
  ladderEvents,
  type Opening,
  rungAt,
  type Setback,
  standingOf,
} from './ladderFold.ts';
import type { Progress } from './progress.ts';
import { GATE, isHop, nextRung, RUNGS, type RungId } from './rungs.ts';

export interface Ladder {
  /** The highest open rung. */
  readonly current: RungId;
  /** All of them, from the easiest on. */
  readonly rungs: readonly RungView[];
  /** Oldest first. */
  readonly setbacks: readonly Setback[];
  /** What was opened last, whether or not it was closed again. */
  readonly lastOpened: Opening | null;
  readonly hops: HopGate;
  /** Sets, answers and overrides dated later than now: the clock was wrong, and they are left out. */
  readonly futureRecords: number;
}

export interface RungView {
  readonly rung: RungId;
  readonly state: 'open' | 'closed';
  readonly openedBy: 'start' | Opening['by'] | null;
  /** Null while it is closed, and of the first rung. */
  readonly openedAtMs: number | null;
  readonly isCurrent: boolean;
  /** The sessions in which it was earned, oldest first. */
  readonly earned: readonly Earning[];
  /**
   * Of the current rung, what is missing for the next one; of a closed rung, why it waits. Empty of those below, and of
   * the current one when it is the last.
   */
  readonly missing: readonly Missing[];
}

export interface Earning {
  readonly sessionId: string;
  /** When the session began. */
  readonly atMs: number;
  /**
   * `waits`: it will count when the day after has passed well. `before-setback`: the plan went back since.
   * `before-open`: hops that were done before they were open show nothing.
   */
  readonly standing: 'counts' | 'waits' | 'worse' | 'before-setback' | 'before-open';
}

export type Missing =
  /** So many sessions in which it was earned, of so many, far enough apart. */
  | { readonly code: 'sessions'; readonly have: number; readonly need: number }
  /** A session that begins before this moment is too early to count. */
  | { readonly code: 'hours-apart'; readonly untilMs: number }
  /** How it feels on the day after; without an answer it opens when `untilDay` (local day number) begins. */
  | { readonly code: 'day-after'; readonly sessionId: string; readonly untilDay: number }
  /** Hops need the decline raise earned as well. */
  | { readonly code: 'earn-decline' }
  | { readonly code: 'five-count-sessions'; readonly have: number; readonly need: number }
  | { readonly code: 'rung-before'; readonly rung: RungId };

export interface HopGate {
  /** Earned in as many sessions as open the next rung. */
  readonly declineEarned: boolean;
  /** Sessions in which the five-count was done well. */
  readonly fiveCount: { readonly have: number; readonly need: number };
}

/**
 * Where somebody stands on the ladder and why, from everything that was ever done and said. The order of the records does
 * not matter. The rules are in docs/decisions/0010.
 */
export function ladderOf(progress: Progress, clock: Clock): Ladder {
  const sessions = sessionsOf(progress, clock.nowMs);
  const state = foldLadder(ladderEvents(progress, clock));
  const nextDay = nextDayAnswers(progress, clock);
  const current = rungAt(state.current);
  const standingIn = (rung: RungId, session: SessionEvidence): Earning['standing'] => {
    if (nextDay.get(session.id)?.feel === 'worse') return 'worse';
    return standingOf(state, rung, session) ?? (isSettled(state, session) ? 'counts' : 'waits');
  };
  const hops: HopGate = {
    declineEarned: isRungEarned(state, 'calf-raise-decline'),
    fiveCount: { have: Math.min(state.fiveCounts, GATE.fiveCountSessions), need: GATE.fiveCountSessions },
  };

  const missingFor = (rung: RungId, before: RungId): Missing[] => {
    const isNext = before === current;
    const proof = sessions.filter(
      (s) => s.earned.includes(before) && ['counts', 'waits'].includes(standingIn(before, s)),
    );
    return [
      ...(isNext ? missingSessions(proof, state, clock) : [{ code: 'rung-before', rung: before } as const]),
      ...(isHop(rung) && !hops.declineEarned && !(isNext && before === 'calf-raise-decline')
        ? [{ code: 'earn-decline' } as const]
        : []),
      ...(isHop(rung) && hops.fiveCount.have < hops.fiveCount.need
        ? [{ code: 'five-count-sessions', ...hops.fiveCount } as const]
        : []),
    ];
  };

  const rungs = RUNGS.map((rung, place): RungView => {
    const isOpen = place <= state.current;
    const opening = state.openings.get(rung);
    const next = nextRung(rung);
    return {
      rung,
      state: isOpen ? 'open' : 'closed',
      openedBy: place === 0 ? 'start' : (opening?.by ?? null),
      openedAtMs: opening?.atMs ?? null,
      isCurrent: rung === current,
      earned: sessions
        .filter((session) => session.earned.includes(rung))
        .map((s) => ({ sessionId: s.id, atMs: s.startedAtMs, standing: standingIn(rung, s) })),
      missing: !isOpen ? missingFor(rung, rungAt(place - 1)) : rung === current && next ? missingFor(next, rung) : [],
    };
  });
  const { setbacks, lastOpened } = state;
  return { current, rungs, setbacks, lastOpened, hops, futureRecords: futureRecords(progress, clock.nowMs) };
}

/** What is missing of sessions, their distance in time, and the day after them. `proof` is what counts or will count. */
function missingSessions(proof: readonly SessionEvidence[], state: LadderState, clock: Clock): Missing[] {
  const need = GATE.sessions;
  const picked = farApart(proof);
  const last = picked.at(-1);
  if (picked.length < need) {
    const fromMs = last ? last.lastSetMs + GATE.apartMs : 0;
    return [
      { code: 'sessions', have: picked.length, need },
      ...(clock.nowMs < fromMs ? [{ code: 'hours-apart', untilMs: fromMs } as const] : []),
    ];
  }
  const settled = farApart(proof.filter((session) => isSettled(state, session)));
  const waiting = picked.slice(0, need).findLast((session) => !isSettled(state, session));
  if (settled.length >= need || !waiting) return [];
  return [{ code: 'day-after', sessionId: waiting.id, untilDay: lastDayOf(waiting, clock) + 2 }];
}

function isSettled(state: LadderState, session: SessionEvidence): boolean {
  return state.settled.some(({ id }) => id === session.id);
}

function futureRecords({ sets, feels, overrides }: Progress, nowMs: number): number {
  return (
    sets.filter(({ startedAtMs }) => startedAtMs > nowMs).length +
    [...feels, ...overrides].filter(({ atMs }) => atMs > nowMs).length
  );
}
