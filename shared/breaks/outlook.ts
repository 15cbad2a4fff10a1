import { idleLimitMs, stillMs } from './away.ts';
import {
  BREAK_MS,
  type BreakRules,
  type BreakState,
  OFFER_MS,
  SESSION_SILENT_MS,
  type Sense,
  TAKING_MS,
} from './breakState.ts';
import { HOLDS, type Hold, holdsOf } from './holds.ts';
import { nextHoursMs } from './hours.ts';
import { pauseEndsMs } from './pauses.ts';
import { dueAtMs, isFree, offerAtMs, typingWaitMs, warningMs } from './stages.ts';

/** When the next break is, and why then. */
export interface Outlook {
  /** Null where nobody can tell: it waits for something to be over. In the past for what is due. */
  readonly atMs: number | null;
  readonly why: OutlookReason;
  /** All that would speak against a break now. */
  readonly holds: readonly Hold[];
}

export const OUTLOOK_REASONS = [
  'switched-off',
  'outside-hours',
  'interval',
  'away',
  'warned',
  'typing',
  'offered',
  'snoozed',
  'taking',
  ...HOLDS,
] as const;
export type OutlookReason = (typeof OUTLOOK_REASONS)[number];

/** While a break is due or on offer, a change is noticed within this time. */
const LOOK_CLOSELY_MS = 15_000;
const LOOK_FOR_PAUSE_MS = 5_000;
/** No timer is longer than this. */
export const LOOK_AT_LEAST_MS = 60_000;

export function breakOutlook(rules: BreakRules, state: BreakState, sense: Sense, nowMs: number): Outlook {
  const { settings, local } = rules;
  const { stage, pause } = state;
  const holds = holdsOf(rules, state, sense);
  switch (stage.name) {
    case 'off': {
      if (!settings.enabled) return { atMs: null, why: 'switched-off', holds };
      const startMs = nextHoursMs(settings.hours, local, nowMs);
      if (startMs === null) return { atMs: null, why: 'outside-hours', holds };
      const isPausedThen = pause !== null && (pauseEndsMs(local, pause, nowMs) ?? Number.POSITIVE_INFINITY) > startMs;
      if (isPausedThen) return { atMs: null, why: 'paused', holds };
      return { atMs: startMs + settings.intervalMinutes * 60_000, why: 'outside-hours', holds };
    }
    case 'taking':
      return { atMs: null, why: 'taking', holds };
    case 'offered':
      return { atMs: stage.atMs, why: 'offered', holds };
  }
  const atMs = plannedMs(rules, state);
  if (pause) return { atMs: 'untilMs' in pause ? Math.max(atMs, pause.untilMs) : null, why: 'paused', holds };
  if (stage.name === 'away') return { atMs: null, why: 'away', holds };
  const [hold] = holds;
  if (hold && atMs <= nowMs) return { atMs: null, why: hold, holds };
  const why =
    stage.name === 'ready' ? 'typing' : stage.name === 'warned' || stage.name === 'snoozed' ? stage.name : 'interval';
  return { atMs, why, holds };
}

/** When the clock and the person must be looked at again at the latest, in wall-clock ms, for the step that comes next. */
export function lookAgainMs(rules: BreakRules, state: BreakState, sense: Sense, nowMs: number): number {
  const { stage, pause, session, lockedSinceMs, freeFromMs } = state;
  let atMs = nowMs + LOOK_AT_LEAST_MS;
  const look = (momentMs: number): void => {
    if (momentMs > nowMs && momentMs < atMs) atMs = momentMs;
  };
  if (pause && 'untilMs' in pause) look(pause.untilMs);
  if (session) look(session.heardMs + SESSION_SILENT_MS);
  if (stage.name === 'off') return atMs;
  if (lockedSinceMs !== null) look(lockedSinceMs + BREAK_MS);
  const still = stillMs(state, sense, nowMs);
  if (still > 0) look(nowMs - still + idleLimitMs(rules));
  if (freeFromMs !== null) look(freeFromMs);
  switch (stage.name) {
    case 'away':
      break;
    case 'sitting': {
      const warnMs = dueAtMs(rules, state) - warningMs(rules);
      look(warnMs);
      if (warnMs <= nowMs && !isFree(state, nowMs)) look(nowMs + LOOK_CLOSELY_MS);
      break;
    }
    case 'warned':
      look(offerAtMs(rules, state, stage.atMs));
      look(nowMs + LOOK_CLOSELY_MS);
      break;
    case 'held':
      look(nowMs + LOOK_CLOSELY_MS);
      break;
    case 'ready':
      look(stage.fromMs + typingWaitMs(rules));
      look(nowMs + LOOK_FOR_PAUSE_MS);
      break;
    case 'offered':
      look(stage.atMs + OFFER_MS);
      look(nowMs + LOOK_CLOSELY_MS);
      break;
    case 'snoozed':
      look(stage.untilMs);
      break;
    case 'taking':
      look(stage.atMs + TAKING_MS);
  }
  return atMs;
}

function plannedMs(rules: BreakRules, state: BreakState): number {
  const { stage } = state;
  switch (stage.name) {
    case 'warned':
      return offerAtMs(rules, state, stage.atMs);
    case 'ready':
      return stage.fromMs;
    case 'held':
      return stage.due.dueAtMs;
    case 'snoozed':
      return stage.untilMs;
    default:
      return dueAtMs(rules, state);
  }
}
