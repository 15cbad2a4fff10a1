import type { FeelRecord } from '../history/records.ts';
import type { Clock } from './clock.ts';
import { lastDayOf, nextDayAnswers } from './dayAfter.ts';
import { latestFeels, sessionsOf } from './evidence.ts';
import type { Progress } from './progress.ts';
import { GATE } from './rungs.ts';

/** An answer about a session of longer ago is a guess. */
const ASK_WITHIN_DAYS = 3;

/**
 * The session whose day after is still to be asked about: the one with the last set on an earlier local day, if that was at
 * most three days ago. Null when there is none, or that day has its answer.
 */
export function pendingFeel(progress: Progress, clock: Clock): string | null {
  const today = clock.dayOf(clock.nowMs);
  const last = sessionsOf(progress, clock.nowMs)
    .filter((session) => lastDayOf(session, clock) < today)
    .sort((a, b) => a.lastSetMs - b.lastSetMs)
    .at(-1);
  if (!last || today - lastDayOf(last, clock) > ASK_WITHIN_DAYS) return null;
  return nextDayAnswers(progress, clock).has(last.id) ? null : last.id;
}

/**
 * No better after two weeks: see a physical therapist (Runner's World). So many answers in that time make it two weeks of
 * training, and they must reach back at least half of it; both are our own.
 */
export const THERAPIST = { days: 14, reports: 4, reachBackDays: 7 } as const;

export interface TherapistAdvice {
  /** How long it has not been better, in days. */
  readonly days: number;
  /** How many answers say so. */
  readonly reports: number;
}

/**
 * Whether it is time to say "see a physical therapist": the first session is two weeks ago, of the answers since then none
 * was "better", and something is the matter. Who got better before and has no pain any more is well.
 *
 * @param hasComplaint whether the person named a sore side; null when they have not said. Someone without a complaint
 *   who reports no pain has nothing that could get better.
 */
export function needsTherapist(progress: Progress, clock: Clock, hasComplaint: boolean | null): TherapistAdvice | null {
  const today = clock.dayOf(clock.nowMs);
  const daysAgo = (ms: number): number => today - clock.dayOf(ms);
  const sessions = sessionsOf(progress, clock.nowMs);
  const [first] = sessions;
  if (!first || daysAgo(first.startedAtMs) < THERAPIST.days) return null;

  const known = new Set(sessions.map(({ id }) => id));
  const all = (['after', 'next-day'] as const)
    .flatMap((asked): FeelRecord[] => [...latestFeels(progress, asked, clock.nowMs).values()])
    .filter(({ sessionId }) => known.has(sessionId));
  const feels = all.filter(({ atMs }) => daysAgo(atMs) <= THERAPIST.days);
  const reachesBack = feels.some(({ atMs }) => daysAgo(atMs) >= THERAPIST.reachBackDays);
  if (feels.length < THERAPIST.reports || !reachesBack || feels.some(({ feel }) => feel === 'better')) return null;

  const hurts = sessions.some(
    ({ sets, lastSetMs }) =>
      daysAgo(lastSetMs) <= THERAPIST.days && sets.some(({ checkIn }) => (checkIn?.pain ?? 0) > 0),
  );
  const isWell = !hurts && (hasComplaint === false || all.some(({ feel }) => feel === 'better'));
  return isWell ? null : { days: THERAPIST.days, reports: feels.length };
}

/**
 * The pain, of 10, for which the red flags are shown, and the session it was in: the worst of today, yesterday and the last
 * session, if it was 5 or more. A gentle session later in the day does not make it undone.
 */
export function redFlagsDue(
  progress: Progress,
  clock: Clock,
): { readonly sessionId: string; readonly pain: number } | null {
  const sessions = sessionsOf(progress, clock.nowMs);
  const last = sessions.at(-1);
  const yesterday = clock.dayOf(clock.nowMs) - 1;
  const [worst] = sessions
    .flatMap(({ sets }) => sets)
    .filter(({ sessionId, startedAtMs }) => sessionId === last?.id || clock.dayOf(startedAtMs) >= yesterday)
    .map(({ sessionId, checkIn }) => ({ sessionId, pain: checkIn?.pain ?? 0 }))
    .sort((a, b) => b.pain - a.pain);
  return worst && worst.pain >= GATE.painSetback ? worst : null;
}
