import type { Clock } from './clock.ts';
import { dayAfterOverMs, nextDayAnswers } from './dayAfter.ts';
import { fiveCountVerdict, painfulSet, type SessionEvidence, sessionsOf } from './evidence.ts';
import type { Progress } from './progress.ts';
import { GATE, isHop, isRung, RUNGS, type RungId } from './rungs.ts';

export interface Setback {
  readonly atMs: number;
  readonly sessionId: string;
  readonly from: RungId;
  /** The same as `from` on the first rung: there the evidence is gathered anew. */
  readonly to: RungId;
  readonly cause: 'worse-next-day' | 'pain';
  /** Of 10; null when pain was not the cause. */
  readonly pain: number | null;
}

export interface Opening {
  readonly rung: RungId;
  readonly atMs: number;
  readonly by: 'earned' | 'override';
}

/** Where somebody stands on the ladder, after everything that has happened until a moment. */
export interface LadderState {
  /** The place of the highest open rung. */
  readonly current: number;
  /** What opened each of the open rungs but the first. */
  readonly openings: ReadonlyMap<RungId, Opening>;
  /** Only sessions that began after this show anything of a rung: the last step back to it or below it. */
  readonly voidedAtMs: ReadonlyMap<RungId, number>;
  /** Whose day after has come, and was not worse. */
  readonly settled: readonly SessionEvidence[];
  readonly fiveCounts: number;
  readonly setbacks: readonly Setback[];
  readonly lastOpened: Opening | null;
}

export type LadderEvent =
  | {
      readonly type: 'bad-news';
      readonly atMs: number;
      readonly session: SessionEvidence;
      readonly cause: Setback['cause'];
      readonly pain: number | null;
    }
  /** "Worse", said of another session of the same day: that one causes the step back, and this one shows nothing either. */
  | { readonly type: 'unsettled'; readonly atMs: number; readonly session: SessionEvidence }
  /** The day after a session has come and gone well. */
  | { readonly type: 'settled'; readonly atMs: number; readonly session: SessionEvidence }
  | { readonly type: 'five-count'; readonly atMs: number; readonly session: SessionEvidence }
  | { readonly type: 'override'; readonly atMs: number; readonly rung: RungId };

export const START: LadderState = {
  current: 0,
  openings: new Map(),
  voidedAtMs: new Map(),
  settled: [],
  fiveCounts: 0,
  setbacks: [],
  lastOpened: null,
};

export function foldLadder(events: readonly LadderEvent[]): LadderState {
  return events.reduce(stepLadder, START);
}

export function stepLadder(state: LadderState, event: LadderEvent): LadderState {
  return openEarned(take(state, event), event.atMs);
}

/** Everything that moves someone on the ladder, in order. What is dated later than now is left out. */
export function ladderEvents(progress: Progress, clock: Clock): LadderEvent[] {
  const nextDay = nextDayAnswers(progress, clock);
  const events = sessionsOf(progress, clock.nowMs).flatMap((session): LadderEvent[] => {
    const answer = nextDay.get(session.id);
    const worseAtMs = answer?.feel === 'worse' ? Math.max(answer.atMs, session.lastSetMs) : null;
    const goodAtMs = answer && worseAtMs === null ? answer.atMs : Infinity;
    const settledAtMs = Math.min(goodAtMs, dayAfterOverMs(session, clock) ?? Infinity);
    const isOwn = answer?.sessionId === session.id;
    const pain = painfulSet(session.sets);
    return [
      ...(pain ? [{ type: 'bad-news', session, cause: 'pain', ...pain } as const] : []),
      ...(worseAtMs === null
        ? []
        : isOwn
          ? [{ type: 'bad-news', session, cause: 'worse-next-day', atMs: worseAtMs, pain: null } as const]
          : [{ type: 'unsettled', session, atMs: worseAtMs } as const]),
      ...(settledAtMs < (worseAtMs ?? Infinity) ? [{ type: 'settled', session, atMs: settledAtMs } as const] : []),
      ...(fiveCountVerdict(session.sets)?.done
        ? [{ type: 'five-count', session, atMs: session.lastSetMs } as const]
        : []),
    ];
  });
  for (const { atMs, exercise } of progress.overrides) {
    if (isRung(exercise) && atMs <= clock.nowMs) events.push({ type: 'override', atMs, rung: exercise });
  }
  return events.sort((a, b) => a.atMs - b.atMs || ORDER.indexOf(a.type) - ORDER.indexOf(b.type));
}

/** Of what happens in the same millisecond, bad news is heard first; the person's own word has the last say. */
const ORDER: readonly LadderEvent['type'][] = ['bad-news', 'unsettled', 'settled', 'five-count', 'override'];

function take(state: LadderState, event: LadderEvent): LadderState {
  switch (event.type) {
    case 'unsettled':
      return { ...state, settled: withoutSession(state.settled, event.session) };
    case 'settled':
      return { ...state, settled: [...state.settled, event.session] };
    case 'five-count':
      return { ...state, fiveCounts: state.fiveCounts + 1 };
    case 'override':
      return openUpTo(state, RUNGS.indexOf(event.rung), event.atMs, 'override');
    case 'bad-news':
      return stepBack(state, event);
  }
}

/**
 * One rung back, never below the first, and at most once for each session. What lies above is closed; it and the rung gone
 * back to are earned anew, with sessions that begin after this. What was shown of the rungs below stays, and so does the
 * five-count: a skill is not lost with a bad day.
 */
function stepBack(state: LadderState, event: LadderEvent & { type: 'bad-news' }): LadderState {
  const { session, cause, pain, atMs } = event;
  const settled = withoutSession(state.settled, session);
  if (state.setbacks.some(({ sessionId }) => sessionId === session.id)) return { ...state, settled };
  const to = Math.max(0, state.current - 1);
  const setback = { atMs, sessionId: session.id, from: rungAt(state.current), to: rungAt(to), cause, pain };
  return {
    ...state,
    current: to,
    openings: new Map([...state.openings].filter(([rung]) => RUNGS.indexOf(rung) <= to)),
    voidedAtMs: new Map([...state.voidedAtMs, ...RUNGS.slice(to).map((rung) => [rung, atMs] as const)]),
    settled,
    setbacks: [...state.setbacks, setback],
  };
}

function withoutSession(sessions: readonly SessionEvidence[], { id }: SessionEvidence): SessionEvidence[] {
  return sessions.filter((session) => session.id !== id);
}

function openEarned(state: LadderState, atMs: number): LadderState {
  const next = RUNGS[state.current + 1];
  if (!next || !isRungEarned(state, rungAt(state.current))) return state;
  if (isHop(next) && !hopsAllowed(state)) return state;
  return openEarned(openUpTo(state, state.current + 1, atMs, 'earned'), atMs);
}

function openUpTo(state: LadderState, place: number, atMs: number, by: Opening['by']): LadderState {
  if (place <= state.current) return state;
  const opened = RUNGS.slice(state.current + 1, place + 1).map((rung) => [rung, { rung, atMs, by }] as const);
  return {
    ...state,
    current: place,
    openings: new Map([...state.openings, ...opened]),
    lastOpened: { rung: rungAt(place), atMs, by },
  };
}

/** Whether a rung was earned in as many sessions, far enough apart, as open the next one. */
export function isRungEarned(state: LadderState, rung: RungId): boolean {
  return proofOf(state, rung).length >= GATE.sessions;
}

/** The sessions that count for a rung and lie far enough apart. */
export function proofOf(state: LadderState, rung: RungId): SessionEvidence[] {
  return farApart(state.settled.filter((s) => s.earned.includes(rung) && standingOf(state, rung, s) === null));
}

/** Before any hop: the decline raise, and the five-count done well. */
export function hopsAllowed(state: LadderState): boolean {
  return isRungEarned(state, 'calf-raise-decline') && state.fiveCounts >= GATE.fiveCountSessions;
}

/**
 * Why a session shows nothing of a rung: the plan went back since, or it was a hop that was not open yet. Hops done before
 * their time opened nothing then and open nothing later. Null when nothing stands against it.
 */
export function standingOf(
  state: LadderState,
  rung: RungId,
  session: SessionEvidence,
): 'before-setback' | 'before-open' | null {
  if (session.startedAtMs <= (state.voidedAtMs.get(rung) ?? -Infinity)) return 'before-setback';
  if (isHop(rung) && session.startedAtMs < (state.openings.get(rung)?.atMs ?? Infinity)) return 'before-open';
  return null;
}

/**
 * As many of the sessions, oldest first, as lie at least 24 real hours apart: from the last set of one to the first of the
 * next. A session that was cut off and gone on with on another day is as long as both together. Who trains at the same hour
 * on two days in a row is a few minutes short; the plan has a day between, and the third day counts.
 */
export function farApart(sessions: readonly SessionEvidence[]): SessionEvidence[] {
  const picked: SessionEvidence[] = [];
  // Whatever ended first leaves the most room for others.
  for (const session of [...sessions].sort((a, b) => a.lastSetMs - b.lastSetMs)) {
    const last = picked.at(-1);
    if (!last || session.startedAtMs >= last.lastSetMs + GATE.apartMs) picked.push(session);
  }
  return picked;
}

export function rungAt(place: number): RungId {
  return RUNGS[place] ?? RUNGS[0];
}
