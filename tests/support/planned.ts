import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import { ladderOf } from '../../shared/progression/ladder.ts';
import { planSession } from '../../shared/progression/plan.ts';
import type { PlanInput, Profile } from '../../shared/progression/planContext.ts';
import type { PlannedSession, Reason } from '../../shared/progression/plannedSession.ts';
import type { Progress } from '../../shared/progression/progress.ts';
import { loadsCalves } from '../../shared/progression/trainingHistory.ts';
import type { Block } from '../../shared/session/sessionPlan.ts';
import { ankleTest, at, clockAt, earnedTwice, fiveCountTwice, goodSets, session } from './pasts.ts';

/** Plans for the pasts of `pasts.ts`, and what to ask of them. */
export const ALL: Profile = {
  equipment: ['wall', 'step', 'decline-board', 'band', 'roller'],
  goals: [],
  soreSide: 'none',
};
export const DOUBLE = 'calf-raise-double';
export const SINGLE = 'calf-raise-single';
export const DECLINE = 'calf-raise-decline';
export const LOWER = 'calf-raise-eccentric';

interface Asked extends Partial<Pick<PlanInput, 'minutes' | 'kind'>> {
  readonly profile?: Partial<Profile>;
}

export function plan(progress: Progress, nowMs: number, { profile, ...asked }: Asked = {}): PlannedSession {
  const clock = clockAt(nowMs);
  return planSession({
    ...{ progress, clock, ladder: ladderOf(progress, clock), minutes: 20, kind: 'recommended' },
    ...asked,
    profile: { ...ALL, ...profile },
  });
}

export const ids = ({ items }: PlannedSession): CatalogueId[] => items.map(({ block }) => block.exercise);
export const loads = (planned: PlannedSession): CatalogueId[] => ids(planned).filter(loadsCalves);
export const notes = (planned: PlannedSession): string[] => planned.notes.map(({ code }) => code);

export function blockOf(planned: PlannedSession, exercise: CatalogueId): Block | undefined {
  return planned.items.find(({ block }) => block.exercise === exercise)?.block;
}

export function reasonsFor(planned: PlannedSession, exercise: CatalogueId): readonly Reason[] {
  return planned.items.find(({ block }) => block.exercise === exercise)?.reasons ?? [];
}

export const tested = [ankleTest(at(-3), true), ankleTest(at(-3), true, 'right')];
export const same = { nextDay: 'same' } as const;
export const one = (exercise: CatalogueId, day: number, hour = 18) => session(at(day, hour), goodSets(exercise), same);
/** Single-leg raises are open from day 3 on. */
export const upToSingle = [...tested, ...earnedTwice(DOUBLE, 0)];
/** Hops are open from day 13 on. */
export const upToHops = [...upToSingle, ...earnedTwice(SINGLE, 5), ...earnedTwice(DECLINE, 10), ...fiveCountTwice(10)];
