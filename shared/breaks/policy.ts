import { takeAction } from './actions.ts';
import { stepAway } from './away.ts';
import {
  BREAK_MS,
  type BreakEvent,
  type BreakInput,
  type BreakRules,
  type BreakState,
  type BreakStep,
  dueOf,
  GAP_MS,
  GRACE_MS,
  isKnown,
  SEEN_STEP_MS,
  SESSION_SILENT_MS,
  type Sense,
} from './breakState.ts';
import { afterSitting, NO_EVENTS, sitDown } from './ending.ts';
import { holdsOf } from './holds.ts';
import { isInHours } from './hours.ts';
import { isPauseOver } from './pauses.ts';
import { stepStage } from './stages.ts';

/**
 * One step of the breaks. A step that changes nothing worth keeping gives back the state that it was given.
 *
 * Ticks come at least once a minute, and whenever the outlook (`outlook.ts`) asks for a look.
 */
export function stepBreaks(rules: BreakRules, state: BreakState, input: BreakInput): BreakStep {
  switch (input.type) {
    case 'tick':
      return tick(rules, state, input);
    case 'act':
      return takeAction(rules, state, input.act, input.nowMs);
    case 'session-heard':
      return hearSession(state, input.nowMs, input.isReal);
    case 'session-ended':
      return endSession(state, input.nowMs, input.isFinished);
  }
}

type Tick = Extract<BreakInput, { type: 'tick' }>;

function tick(rules: BreakRules, before: BreakState, input: Tick): BreakStep {
  const { nowMs, sense } = input;
  let state = setBack(before, nowMs);
  let events: readonly BreakEvent[] = NO_EVENTS;
  const take = ([next, more]: BreakStep): void => {
    state = next;
    if (more.length > 0) events = [...events, ...more];
  };
  take(passGap(state, nowMs, input.isUnwatched));
  if (state.pause && isPauseOver(rules.local, state.pause, nowMs)) {
    take([{ ...state, pause: null }, [{ kind: 'resumed', atMs: nowMs }]]);
  }
  if (state.session && nowMs - state.session.heardMs >= SESSION_SILENT_MS) take(forgetSession(state));
  take(keepHours(rules, state, nowMs));
  state = seeHolds(rules, state, sense, nowMs);
  take(stepAway(rules, state, sense, nowMs));
  if (input.isCatchingUp) return [state, events];
  take(stepStage(rules, state, sense, nowMs));
  // A break that was begun and left may have ended just now: the person may be gone.
  if (before.stage.name === 'taking') take(stepAway(rules, state, sense, nowMs));
  return [state, events];
}

/** A clock that was set back moves all moments with it: what was left of anything is still left. */
function setBack(state: BreakState, nowMs: number): BreakState {
  const byMs = state.seenMs - nowMs;
  if (byMs <= 0) return state;
  const back = (atMs: number): number => atMs - byMs;
  const maybe = (atMs: number | null): number | null => (atMs === null ? null : back(atMs));
  const { stage, pause, session } = state;
  const moved = {
    ...stage,
    ...('fromMs' in stage && { fromMs: back(stage.fromMs) }),
    ...('atMs' in stage && { atMs: back(stage.atMs) }),
    ...('untilMs' in stage && { untilMs: back(stage.untilMs) }),
  };
  return {
    ...state,
    stage: moved,
    seenMs: nowMs,
    sinceMs: back(state.sinceMs),
    satSinceMs: maybe(state.satSinceMs),
    lockedSinceMs: maybe(state.lockedSinceMs),
    stillFromMs: maybe(state.stillFromMs),
    freeFromMs: maybe(state.freeFromMs),
    pause: pause && 'untilMs' in pause ? { untilMs: back(pause.untilMs) } : pause,
    session: session && { ...session, startedMs: back(session.startedMs), heardMs: back(session.heardMs) },
  };
}

/** Time in which nothing ran is time away; after a restart nobody knows, so the interval just begins anew. */
function passGap(state: BreakState, nowMs: number, isUnwatched: boolean): BreakStep {
  const { stage, seenMs } = state;
  if (nowMs - seenMs < SEEN_STEP_MS) return [state, NO_EVENTS];
  const next: BreakState = { ...state, seenMs: nowMs };
  if (nowMs - seenMs < GAP_MS || stage.name === 'off' || stage.name === 'away') return [next, NO_EVENTS];
  const [up, events] = afterSitting(next, seenMs);
  if (!isUnwatched) return [{ ...up, stage: { name: 'away', fromMs: seenMs, due: dueOf(state) } }, events];
  const due = dueOf(state);
  const lapsed: readonly BreakEvent[] = isKnown(due)
    ? [{ kind: 'lapsed', atMs: nowMs, dueAtMs: due.dueAtMs, why: 'unwatched' }]
    : NO_EVENTS;
  return [sitDown(up, nowMs), [...events, ...lapsed]];
}

/** A break that is under way may be finished outside the hours; everything else ends with them. */
function keepHours({ settings, local }: BreakRules, state: BreakState, nowMs: number): BreakStep {
  const isOpen = settings.enabled && isInHours(settings.hours, local, nowMs);
  const { stage } = state;
  if (isOpen) return stage.name === 'off' ? [sitDown(state, nowMs), NO_EVENTS] : [state, NO_EVENTS];
  if (stage.name === 'off' || stage.name === 'taking') return [state, NO_EVENTS];
  const [up, sat] = afterSitting(state, nowMs);
  const due = dueOf(state);
  const events: BreakEvent[] = [...sat];
  if (isKnown(due)) events.push({ kind: 'lapsed', atMs: nowMs, dueAtMs: due.dueAtMs, why: 'hours-over' });
  if (stage.name === 'warned' || stage.name === 'ready') events.push({ kind: 'withdrawn', atMs: nowMs });
  return [{ ...up, stage: { name: 'off' } }, events];
}

/** Notices when something begins or ceases to speak against a break, and when still hands mean nothing. */
function seeHolds(rules: BreakRules, state: BreakState, sense: Sense, nowMs: number): BreakState {
  const isHeld = holdsOf(rules, state, sense).length > 0;
  const isWatching = sense.call === 'yes' || sense.fullScreen === 'yes' || state.session !== null;
  const { freeFromMs, stillFromMs } = state;
  if (isHeld === (freeFromMs === null) && isWatching === (stillFromMs === null)) return state;
  return {
    ...state,
    freeFromMs: isHeld ? null : (freeFromMs ?? nowMs + GRACE_MS),
    stillFromMs: isWatching ? null : (stillFromMs ?? nowMs),
  };
}

function hearSession(state: BreakState, nowMs: number, isReal: boolean | null): BreakStep {
  const { session } = state;
  if (session && (session.isReal !== null || isReal === null)) {
    const isNews = nowMs - session.heardMs >= SEEN_STEP_MS;
    return [isNews ? { ...state, session: { ...session, heardMs: nowMs } } : state, NO_EVENTS];
  }
  const [up, events] = afterSitting(state, nowMs);
  return [{ ...up, session: { startedMs: nowMs, heardMs: nowMs, isReal } }, events];
}

/** A finished session counts as a break, and so does an unfinished one that was as long as a break. */
function endSession(state: BreakState, nowMs: number, isFinished: boolean): BreakStep {
  const { session, stage, sinceMs } = state;
  if (!session) return [state, NO_EVENTS];
  const over: BreakState = { ...state, session: null };
  if (stage.name === 'off' || stage.name === 'taking') return [over, NO_EVENTS];
  const counts = session.isReal === true && (isFinished || nowMs - session.startedMs >= BREAK_MS);
  if (!counts) return [{ ...over, satSinceMs: nowMs }, NO_EVENTS];
  const due = dueOf(state);
  // A break that was done in this session has its own record.
  if (sinceMs >= session.startedMs && !isKnown(due)) return [sitDown(over, nowMs), NO_EVENTS];
  const dueAtMs = due?.dueAtMs ?? null;
  const credited: BreakEvent = { kind: 'credited', atMs: nowMs, fromMs: session.startedMs, dueAtMs, by: 'session' };
  return [sitDown(over, nowMs), [credited]];
}

/** The app was closed in the middle of a session, or the person walked off: it ended when it was last heard of. */
function forgetSession(state: BreakState): BreakStep {
  if (!state.session || state.stage.name === 'away') return [{ ...state, session: null }, NO_EVENTS];
  // What came later, such as a return, still counts.
  return endSession(state, Math.max(state.session.heardMs, state.sinceMs), false);
}
