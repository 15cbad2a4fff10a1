import type { Block } from '../session/sessionPlan.ts';
import { ankleTestFailed, fillers } from './fillers.ts';
import { isMissing, type LoadPart, loadPart } from './loadPart.ts';
import { type PlanContext, type PlanInput, type Profile, planContext } from './planContext.ts';
import { notesOf } from './planNotes.ts';
import type { PlannedItem, PlannedSession, Reason } from './plannedSession.ts';
import { isHop } from './rungs.ts';
import { type Draft, draftMs, itemOf, withFirstFitting } from './sessionDraft.ts';

const MINUTE_MS = 60_000;
/** The ankle test is due again after more local days than this. */
const TEST_EVERY_DAYS = 7;
/** Many small things make no session; our own. Beside strength and in its place, by the minutes at hand. */
const FILLERS_AT_MOST = {
  beside: { 5: 1, 10: 2, 20: 4 },
  alone: { 5: 3, 10: 4, 20: 6 },
} as const;

/**
 * What to do now, for the time at hand, each with its reasons. What matters most may go beyond the time by up to a minute,
 * nothing else goes beyond it; something is always left to do.
 *
 * Strength, whatever loads the calves, is never on two local days in a row nor on more than three in seven; hops rest for
 * 48 hours. Before a run come the ankle test, a warm-up and the rung, in fewer sets where three do not fit, and nothing that
 * tires beyond.
 */
export function planSession(input: PlanInput): PlannedSession {
  const context = planContext(input);
  const load = context.rest || context.gentle ? null : loadPart(context);
  const items = context.kind === 'before-run' ? beforeRun(context, load) : recommended(context, load);
  return {
    items,
    notes: notesOf(context, load, items),
    plan: { kind: context.kind, blocks: items.map(({ block }) => block) },
    estimatedMs: draftMs(items),
  };
}

/** What a failed ankle test asks for before a run: 20 knee-to-wall reps a side (Runner's World). */
export function failedTestBlock(profile: Profile): Block {
  return failedTestItem(profile).block;
}

function recommended(context: PlanContext, load: LoadPart | null): Draft {
  const timeMs = context.minutes * MINUTE_MS;
  const mostMs = timeMs + MINUTE_MS;
  if (!load) {
    const draft = withFirstFitting([], testWhenDue(context), mostMs);
    return withFillers(draft, fillers(context), FILLERS_AT_MOST.alone[context.minutes], timeMs);
  }
  const core = withEach(NONE, [...warmAndLoad(context, load), testWhenDue(context)], mostMs);

  const rest = fillers(context);
  const stretch = rest.find(([item]) => item?.block.part === 'cool-down');
  const afterwards = stretch?.map((item) => because(item, { code: 'cool-down' })) ?? [];
  const loaded = withEach(core, [afterwards, ...load.extras], timeMs);
  const others = rest.filter((variants) => variants !== stretch);
  return withFillers(loaded, others, FILLERS_AT_MOST.beside[context.minutes], timeMs);
}

function beforeRun(context: PlanContext, load: LoadPart | null): Draft {
  const mostMs = (context.minutes + 1) * MINUTE_MS;
  return withEach(NONE, [ankleBeforeRun(context), ...warmAndLoad(context, load)], mostMs);
}

/** Nobody hops cold; before raises the warm-up is the first to go when time is short. */
function warmAndLoad(context: PlanContext, load: LoadPart | null): (readonly PlannedItem[])[] {
  const warm = [warmUp(context)];
  if (!load) return [warm];
  return isHop(load.rung) ? [warm, load.main] : [load.main, warm];
}

const NONE: Draft = [];

function withEach(draft: Draft, some: readonly (readonly PlannedItem[])[], limitMs: number): Draft {
  return some.reduce((grown, variants) => withFirstFitting(grown, variants, limitMs), draft);
}

function withFillers(draft: Draft, some: readonly (readonly PlannedItem[])[], atMost: number, limitMs: number): Draft {
  let [grown, left] = [draft, atMost];
  for (const variants of some) {
    if (left === 0) break;
    const next = withFirstFitting(grown, variants, limitMs);
    if (next !== grown) left--;
    grown = next;
  }
  return grown;
}

function because({ block, reasons }: PlannedItem, reason: Reason): PlannedItem {
  return { block, reasons: [reason, ...reasons] };
}

function warmUp({ profile }: PlanContext): PlannedItem {
  return itemOf('dynamic-calf-stretch', 'warm-up', profile, [{ code: 'warm-up' }]);
}

function testWhenDue(context: PlanContext): PlannedItem[] {
  const days = daysSinceTest(context);
  if (isMissing(context, 'knee-to-wall-test') || (days !== null && days <= TEST_EVERY_DAYS)) return [];
  return [itemOf('knee-to-wall-test', 'check', context.profile, [{ code: 'test-due', days }])];
}

/** The test, unless it was done today; when it was failed today, what helps. */
function ankleBeforeRun(context: PlanContext): PlannedItem[] {
  if (isMissing(context, 'knee-to-wall-test')) return [];
  if (daysSinceTest(context) !== 0) {
    return [itemOf('knee-to-wall-test', 'check', context.profile, [{ code: 'test-before-run' }])];
  }
  const today = context.checks.filter(({ atMs }) => context.clock.dayOf(atMs) === context.history.today);
  return ankleTestFailed(today) ? [failedTestItem(context.profile)] : [];
}

function failedTestItem(profile: Profile): PlannedItem {
  return itemOf('knee-to-wall', 'warm-up', profile, [{ code: 'test-failed' }]);
}

function daysSinceTest({ checks, clock, history }: PlanContext): number | null {
  const days = checks
    .filter(({ kind }) => kind === 'knee-to-wall')
    .map(({ atMs }) => history.today - clock.dayOf(atMs));
  return days.length === 0 ? null : Math.min(...days);
}
