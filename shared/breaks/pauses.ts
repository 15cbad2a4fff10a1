import { type BreakAction, breakDay, DAY_ENDS_MS, type LocalTime, type Pause } from './breakState.ts';
import { minutesLaterMs } from './hours.ts';

/** How long the breaks stay away when the person wants none. */
const DAY_MINUTES = 1440;

export function pauseFor(
  local: LocalTime,
  length: Extract<BreakAction, { action: 'pause' }>['for'],
  nowMs: number,
): Pause {
  if (length === 'resumed') return { untilResumed: true };
  return length === 'tomorrow' ? { afterDay: breakDay(local, nowMs) } : { untilMs: nowMs + length * 60_000 };
}

export function isPauseOver(local: LocalTime, pause: Pause, nowMs: number): boolean {
  if ('untilMs' in pause) return nowMs >= pause.untilMs;
  return 'afterDay' in pause && breakDay(local, nowMs) > pause.afterDay;
}

/** When a pause ends by itself, in wall-clock ms; null for one that the person ends. */
export function pauseEndsMs(local: LocalTime, pause: Pause, nowMs: number): number | null {
  if ('untilResumed' in pause) return null;
  if ('untilMs' in pause) return pause.untilMs;
  // Days of a person end later than those of the calendar.
  const shiftedMs = nowMs - DAY_ENDS_MS;
  const days = pause.afterDay + 1 - local.dayOf(shiftedMs);
  return DAY_ENDS_MS + minutesLaterMs(local, shiftedMs, days * DAY_MINUTES - local.minuteOfDay(shiftedMs));
}
