import type { FeelRecord } from '../history/records.ts';
import type { Clock } from './clock.ts';
import { latestFeels, type SessionEvidence, sessionsOf } from './evidence.ts';
import type { Progress } from './progress.ts';

/** The local day whose day after counts: that of the last set, wherever midnight fell or the session was cut off. */
export function lastDayOf({ lastSetMs }: SessionEvidence, clock: Clock): number {
  return clock.dayOf(lastSetMs);
}

/**
 * What was said of the day after each session, by the session's id. The question is asked once for a day, about its last
 * session, so that an answer stands for every session of that local day without one of its own; of several, a "worse" does,
 * else the latest. An answer of the same day or before, as when the session was gone on with later, is none, unless it is
 * "worse".
 */
export function nextDayAnswers(progress: Progress, clock: Clock): ReadonlyMap<string, FeelRecord> {
  const feels = latestFeels(progress, 'next-day', clock.nowMs);
  const days = Map.groupBy(sessionsOf(progress, clock.nowMs), (session) => lastDayOf(session, clock));
  const answers = new Map<string, FeelRecord>();
  for (const [day, sessions] of days) {
    const given = sessions
      .flatMap(({ id }) => feels.get(id) ?? [])
      .filter(({ feel, atMs }) => feel === 'worse' || clock.dayOf(atMs) > day)
      .sort((a, b) => a.atMs - b.atMs);
    const ofDay = given.find(({ feel }) => feel === 'worse') ?? given.at(-1);
    for (const { id } of sessions) {
      const answer = given.find(({ sessionId }) => sessionId === id) ?? ofDay;
      if (answer) answers.set(id, answer);
    }
  }
  return answers;
}

/** When the day after a session was wholly over, to the millisecond; null while it is not. */
export function dayAfterOverMs(session: SessionEvidence, clock: Clock): number | null {
  const day = lastDayOf(session, clock) + 2;
  if (clock.dayOf(clock.nowMs) < day) return null;
  // Only the calendar knows how long a day is; it is asked until the first moment of that day is found.
  let [before, after] = [session.lastSetMs, clock.nowMs];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (clock.dayOf(middle) < day) before = middle;
    else after = middle;
  }
  return after;
}
