import type { Stretch } from './person.ts';

/**
 * What can be known of someone's absences, from what they really did. `perhaps`: the service may take it for an absence.
 * `surely`: it must. Times are the oracle's.
 */
export interface Absences {
  /** `isRunning`: the service could look. */
  passTo(nowMs: number, passedMs: number, isRunning: boolean): void;
  /**
   * Another stretch begins; whether an absence ends that must have been noticed. `isWatched`: it can be told exactly;
   * `isClockSound`: nothing that the clock did is still to be found out.
   */
  begin(stretch: Stretch, isWatched: boolean, isClockSound: boolean): boolean;
  /** Whether the present absence is noticed is uncertain from now on. */
  spoil(): void;
  /** The person does something. */
  touch(): void;
  /** Something happened that looks like an absence: a clock set ahead, time without a look. */
  seemAway(): void;
  /** They may be away, or were when last seen. */
  isPerhapsAway(): boolean;
  /** They were there for so long since they may have been away, in ms. */
  backForMs(): number;
  /** They are away, and the service must know. */
  isSurelyAway(): boolean;
}

const MINUTE_MS = 60_000;
const BREAK_MS = 2 * MINUTE_MS;
/** A break's length, the longest wait between two looks, and how far what is saved of the clock may lag behind. */
export const GAP_MS = BREAK_MS + MINUTE_MS + 20_000;
/** A return is noticed within a minute, by a timer that may be late. */
export const RETURN_MS = 75_000;
const LATE_MS = 15_000;

export function createAbsences(idleLimitMs: () => number): Absences {
  let ms = 0;
  let stretch: Stretch | null = null;
  let untouchedFromMs = 0;
  /** Hands that say something: not those of a meeting. */
  let stillFromMs: number | null = null;
  let surelyStillFromMs = 0;
  /** When the last call or film ended. */
  let meetingMs = Number.NEGATIVE_INFINITY;
  /** The same stretch of lock or sleep. */
  let sameFromMs = 0;
  /** Locked or asleep, but for returns too short to be seen. */
  let outFromMs: number | null = null;
  let presentMs = 0;
  let backMs = Number.POSITIVE_INFINITY;
  let isAway = false;
  let isCertain = false;

  const isOut = (): boolean => stretch?.hands === 'locked' || stretch?.hands === 'asleep';
  const isMeeting = (): boolean => stretch !== null && (stretch.call || stretch.fullScreen);
  const looksAway = (): boolean =>
    (stillFromMs !== null && ms - stillFromMs >= idleLimitMs() - 1000) ||
    (isOut() && outFromMs !== null && ms - outFromMs >= BREAK_MS - 1000);

  function isSurelyAway(): boolean {
    if (!stretch || !isCertain) return false;
    const { hands } = stretch;
    if (hands === 'still') return stillFromMs !== null && ms - surelyStillFromMs > idleLimitMs() + LATE_MS;
    if (hands === 'locked') return ms - sameFromMs > BREAK_MS + MINUTE_MS + LATE_MS;
    return hands === 'asleep' && ms - sameFromMs > GAP_MS + 5000;
  }

  return {
    passTo: (nowMs, passedMs, isRunning) => {
      ms = nowMs;
      isAway ||= looksAway();
      if (isAway) backMs = 0;
      else if (isOut()) backMs = backMs <= RETURN_MS ? 0 : backMs;
      else if (isRunning) {
        backMs += passedMs;
        presentMs += passedMs;
        if (presentMs > RETURN_MS) outFromMs = null;
      }
    },
    begin: (next, isWatched, isClockSound) => {
      const before = stretch;
      const endsSurely = isSurelyAway();
      const wasMeeting = isMeeting();
      // Asleep, nobody notices that it is over.
      const wasAsleepOver = before?.hands === 'asleep' && sameFromMs - meetingMs < MINUTE_MS + 5000;
      if (wasMeeting || wasAsleepOver) meetingMs = ms;
      stretch = next;
      const { hands } = next;
      // Typing ends with a key, a machine is woken by one, and what came before the end of a meeting does not count.
      if (before?.hands !== 'still' && before?.hands !== 'locked') untouchedFromMs = ms;
      if (wasMeeting) untouchedFromMs = ms;
      if (hands !== 'still' || isMeeting()) stillFromMs = null;
      else if (before?.hands !== 'still' || wasMeeting || stillFromMs === null) {
        stillFromMs = untouchedFromMs;
        // That a call is over is noticed within a minute, and hands count from there.
        surelyStillFromMs = Math.max(ms, meetingMs + MINUTE_MS + 5000);
      }
      if (before?.hands !== hands) sameFromMs = ms;
      if (isOut()) {
        outFromMs ??= ms;
        presentMs = 0;
      }
      if (hands === 'typing' || hands === 'fast' || isMeeting()) isAway = false;
      const isNew = before?.hands !== hands || isMeeting();
      isCertain = (isNew || isCertain) && (hands === 'asleep' || isWatched) && isClockSound;
      return endsSurely;
    },
    spoil: () => {
      isCertain = false;
    },
    touch: () => {
      isCertain = false;
      isAway = false;
      untouchedFromMs = ms;
      if (stillFromMs === null) return;
      stillFromMs = ms;
      surelyStillFromMs = ms;
    },
    seemAway: () => {
      backMs = 0;
    },
    isPerhapsAway: () => isAway,
    backForMs: () => backMs,
    isSurelyAway,
  };
}
