import type { Equipment } from '../exercises/catalogue.ts';
import type { SessionKind } from '../session/sessionPlan.ts';
import type { Goal, Settings } from '../settings/settings.ts';
import type { Clock } from './clock.ts';
import { nextDayAnswers } from './dayAfter.ts';
import { latestFeels, painfulSet, sessionsOf } from './evidence.ts';
import type { Ladder } from './ladder.ts';
import type { Setback } from './ladderFold.ts';
import type { CheckEvidence, Progress } from './progress.ts';
import { type LoadRest, loadRest, type TrainingHistory, trainingHistory } from './trainingHistory.ts';

export interface PlanInput {
  readonly progress: Progress;
  /** Of the same progress, at the same time. */
  readonly ladder: Ladder;
  readonly clock: Clock;
  readonly profile: Profile;
  readonly minutes: 5 | 10 | 20;
  readonly kind: Extract<SessionKind, 'recommended' | 'before-run'>;
}

/** What of the settings the plan is made for; settings can be handed in as they are. */
export interface Profile {
  readonly equipment: readonly Equipment[];
  readonly goals: readonly Goal[];
  readonly soreSide: Settings['soreSide'];
}

/** After so many local days, what was will be taken up again with care; our own. */
export const PAUSE = { welcomeDays: 7, fewerSetsDays: 14 } as const;

const NEWS_DAYS = 7;

/** What today is like: all that the parts of a plan are decided by. */
export interface PlanContext extends PlanInput {
  readonly history: TrainingHistory;
  /** Those that are not dated later than now. */
  readonly checks: readonly CheckEvidence[];
  /** It hurt or felt worse yesterday or today: nothing that loads the calves. */
  readonly gentle: Setback['cause'] | null;
  readonly rest: LoadRest | null;
  /** The last session ended badly, and the day after has not said otherwise. */
  readonly easeOff: boolean;
  /** Local days since the calves were last trained, when they are so many that care is due; else null. */
  readonly pauseDays: number | null;
}

export function planContext(input: PlanInput): PlanContext {
  const history = trainingHistory(input.progress, input.clock);
  const lastLoad = history.loadedOn.at(-1);
  const sinceLoad = lastLoad === undefined ? 0 : history.today - lastLoad;
  return {
    ...input,
    history,
    checks: input.progress.checks.filter(({ atMs }) => atMs <= input.clock.nowMs),
    gentle: gentleCause(input.progress, input.clock),
    rest: loadRest(history),
    easeOff: endedBadly(input.progress, input.clock),
    pauseDays: sinceLoad >= PAUSE.fewerSetsDays ? sinceLoad : null,
  };
}

/** The last step back, as long as it is news. */
export function latestNews({ ladder, clock }: PlanContext): Setback | null {
  const last = ladder.setbacks.at(-1);
  return last && clock.dayOf(clock.nowMs) - clock.dayOf(last.atMs) <= NEWS_DAYS ? last : null;
}

function gentleCause(progress: Progress, clock: Clock): Setback['cause'] | null {
  const isRecent = (ms: number): boolean => clock.dayOf(clock.nowMs) - clock.dayOf(ms) <= 1;
  const painful = sessionsOf(progress, clock.nowMs).some((session) => {
    const set = painfulSet(session.sets);
    return set && isRecent(set.atMs);
  });
  if (painful) return 'pain';
  const nextDay = [...latestFeels(progress, 'next-day', clock.nowMs).values()];
  return nextDay.some(({ feel, atMs }) => feel === 'worse' && isRecent(atMs)) ? 'worse-next-day' : null;
}

function endedBadly(progress: Progress, clock: Clock): boolean {
  const last = sessionsOf(progress, clock.nowMs).at(-1);
  if (!last || nextDayAnswers(progress, clock).has(last.id)) return false;
  return latestFeels(progress, 'after', clock.nowMs).get(last.id)?.feel === 'worse';
}
