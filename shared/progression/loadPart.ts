import { catalogueEntry, missingEquipment } from '../exercises/catalogue.ts';
import type { CatalogueId } from '../exercises/exerciseIds.ts';
import { latestFeels, sessionsOf } from './evidence.ts';
import { latestNews, PAUSE, type PlanContext } from './planContext.ts';
import type { PlannedItem, Reason } from './plannedSession.ts';
import { GATE, isHop, nextRung, RUNGS, type RungId } from './rungs.ts';
import { draftMs, itemOf } from './sessionDraft.ts';
import { daysSince, hopRestUntilMs, inLastWeek, LOAD } from './trainingHistory.ts';

/** While one leg works the other one rests, so that less is needed between the sets; our own. */
const ONE_LEG_REST_MS = 30_000;
/** Where care is due, and beside hops. */
const CAREFUL_SETS = 2;
/** Of fewer reps than this a set of hops is hardly worth its pause; our own. */
const HOP_REPS_AT_LEAST = 10;
const LOWER = 'calf-raise-eccentric' satisfies CatalogueId;
/** What was gained is kept with as many days between. */
const KEEP_UP_DAYS = 6;

/** The strength that is for today, each with its longest variant first. */
export interface LoadPart {
  /** Which rung is trained, if there is time for it beside what leads. */
  readonly rung: RungId;
  readonly main: readonly PlannedItem[];
  /** The most needed first. */
  readonly extras: readonly (readonly PlannedItem[])[];
}

/**
 * Which rung is trained today: the current one, unless hops rest, or a piece of equipment is missing. Before a run it always
 * leads, and nothing goes with it.
 */
export function loadPart(context: PlanContext): LoadPart {
  const { ladder, history, clock, pauseDays, easeOff } = context;
  const why: Reason[] = [];
  let rung = ladder.current;
  if (isHop(rung)) {
    const untilMs = hopRestUntilMs(history, clock.nowMs);
    if (untilMs !== null) why.push({ code: 'hops-rest', untilMs });
    // The first session after a long pause, or after a bad one, is without hops.
    if (untilMs !== null || pauseDays !== null || easeOff) rung = 'calf-raise-decline';
  }
  while (isMissing(context, rung)) {
    why.push(noEquipment(rung));
    rung = before(rung);
  }
  const main = rungVariants(context, rung, why);
  if (context.kind === 'before-run') return { rung, main, extras: [] };
  return takeTurns(context, { rung, main, extras: extrasOf(context, rung) });
}

/**
 * When the time is too short for the rung and the slow lower, which both must be shown before the first hops, they lead in
 * turn; when the rung has been shown already, the lower leads.
 */
function takeTurns(context: PlanContext, load: LoadPart): LoadPart {
  const { ladder, history, minutes } = context;
  const { rung, main, extras } = load;
  const lower = extras.find(([longest]) => longest?.block.exercise === LOWER);
  const [longest, shortest] = [main[0], lower?.at(-1)];
  if (!lower || !longest || !shortest || ladder.hops.fiveCount.have === ladder.hops.fiveCount.need) return load;
  if (draftMs([longest, shortest]) <= minutes * 60_000) return load;

  const view = ladder.rungs.find(({ isCurrent }) => isCurrent);
  const isShown = view?.rung === rung && !view.missing.some(({ code }) => code === 'sessions');
  const sinceRung = Math.min(...RUNGS.map((r) => daysSince(history, r) ?? Infinity));
  const isTurn = sinceRung < (daysSince(history, LOWER) ?? Infinity);
  if (!isShown && !isTurn) return { ...load, main: withReason(main, { code: 'takes-turns', other: LOWER }) };
  const others = extras.filter((variants) => variants !== lower);
  return { rung, main: withReason(lower, { code: 'takes-turns', other: rung }), extras: [main, ...others] };
}

function withReason(variants: readonly PlannedItem[], reason: Reason): PlannedItem[] {
  return variants.map(({ block, reasons }) => ({ block, reasons: [...reasons, reason] }));
}

function rungVariants(context: PlanContext, rung: RungId, why: readonly Reason[]): PlannedItem[] {
  const reasons = [...why, ...rungReasons(context, rung)];
  const few = fewLandings(context, rung);
  if (few) return few.map(([change, reason]) => loadItem(context, rung, [reason, ...reasons], change));
  const reps = Math.min(Math.max(catalogueEntry(rung).dose.reps?.[0] ?? 0, GATE.fullReps), 20);
  const careful = whyFewer(context, rung);
  return [3, 2, 1]
    .filter((sets) => sets <= (careful ? CAREFUL_SETS : GATE.sets))
    .map((sets) => loadItem(context, rung, careful ? [...reasons, careful] : reasons, { sets, target: { reps } }));
}

/** Why there are fewer sets than earn a rung: after a pause, after a bad time, and on a rung that was too much once. */
function whyFewer(context: PlanContext, rung: RungId): Reason | null {
  const { pauseDays, easeOff, ladder, history, clock } = context;
  if (pauseDays !== null) return { code: 'after-pause', days: pauseDays };
  if (easeOff || wentBadly(context, rung)) return { code: 'ease-off' };
  const wasTooMuch = ladder.setbacks.findLast(({ from, to }) => from === rung && to !== rung);
  const lastDone = history.doneOn.get(rung)?.at(-1);
  const isBack = wasTooMuch && lastDone !== undefined && lastDone <= clock.dayOf(wasTooMuch.atMs);
  return isBack ? { code: 'starts-small' } : null;
}

/** The last time that a rung was trained it cramped, hurt more than a rung may that is earned, or felt worse right after. */
function wentBadly({ progress, clock }: PlanContext, rung: RungId): boolean {
  const last = sessionsOf(progress, clock.nowMs).findLast(({ sets }) => sets.some(({ exercise }) => exercise === rung));
  if (!last) return false;
  const felt = latestFeels(progress, 'after', clock.nowMs).get(last.id)?.feel;
  const hurt = last.sets.some(
    ({ exercise, checkIn }) => exercise === rung && checkIn && (checkIn.cramp || (checkIn.pain ?? 0) > GATE.painAtMost),
  );
  return hurt || felt === 'worse';
}

/** Sets and reps of a hop's first session, or of its first after a long while; null of everything else. */
function fewLandings(
  { history }: PlanContext,
  rung: RungId,
): [{ sets: number; target: { reps: number } }, Reason][] | null {
  const days = daysSince(history, rung);
  if (!isHop(rung) || (days !== null && days < PAUSE.fewerSetsDays)) return null;
  const legs = catalogueEntry(rung).isOneSided ? 2 : 1;
  return [3, 2, 1].flatMap((sets) => {
    const reps = Math.min(GATE.fullReps, Math.floor(LOAD.firstLandings / (sets * legs)));
    if (reps < HOP_REPS_AT_LEAST) return [];
    const reason: Reason = { code: 'first-hops', landings: sets * legs * reps, atMost: LOAD.firstLandings };
    return [[{ sets, target: { reps } }, reason]];
  });
}

function rungReasons(context: PlanContext, rung: RungId): Reason[] {
  const { ladder, history } = context;
  const reasons: Reason[] = [];
  const view = ladder.rungs.find((r) => r.rung === rung);
  const setback = latestNews(context);
  const isNew = view?.openedBy === 'earned' && daysSince(history, rung) === null;
  if (view?.isCurrent) reasons.push(isNew ? { code: 'new-rung', rung } : { code: 'your-rung', rung });
  if (setback?.to === rung) reasons.push({ code: 'stepped-back', from: setback.from, to: setback.to });
  const next = nextRung(rung);
  const progress = view?.isCurrent ? view.missing.find(({ code }) => code === 'sessions') : undefined;
  if (next && progress?.code === 'sessions') {
    reasons.push({ code: 'gate-progress', have: progress.have, need: progress.need, next });
  }
  return reasons;
}

/**
 * What goes with the rung, from the single-leg raise on: with a raise the slow lower and the bent knee, with hops one raise,
 * the one left out for longest. One of all is new at a time, and nothing is added where fewer sets are due.
 */
function extrasOf(context: PlanContext, rung: RungId): (readonly PlannedItem[])[] {
  const { ladder, history } = context;
  if (ladder.current === RUNGS[0] || whyFewer(context, rung)) return [];
  const { have, need } = ladder.hops.fiveCount;
  const isNew = (exercise: CatalogueId): boolean => daysSince(history, exercise) === null;
  const all = isHop(rung)
    ? [raiseBeside(context), lower(context), bentKnee(context)]
    : [lower(context), bentKnee(context)];
  const offered = all.flatMap((variants) => {
    const exercise = variants[0]?.block.exercise;
    return exercise ? [{ variants, exercise, days: daysSince(history, exercise) ?? Infinity }] : [];
  });
  const firstNew = isNew(rung) ? undefined : offered.find(({ exercise }) => isNew(exercise));
  const fitting = offered.filter((extra) => extra === firstNew || !isNew(extra.exercise));
  if (!isHop(rung)) return fitting.map(({ variants }) => variants);
  const wanted = have < need ? fitting.find(({ exercise }) => exercise === LOWER) : undefined;
  const [longest] = fitting.sort((a, b) => b.days - a.days);
  const one = wanted ?? longest;
  return one ? [one.variants.filter(({ block }) => block.sets <= CAREFUL_SETS)] : [];
}

/** Hops take nothing off the strength that they stand on. */
function raiseBeside(context: PlanContext): PlannedItem[] {
  const rung: RungId = isMissing(context, 'calf-raise-decline') ? 'calf-raise-single' : 'calf-raise-decline';
  return [2, 1].map((sets) => loadItem(context, rung, [{ code: 'keeps-strength' }], { sets }));
}

/** The slow lower: for hops until the count of five is kept well, then to keep it up. */
function lower(context: PlanContext): PlannedItem[] {
  const { fiveCount: count } = context.ladder.hops;
  const days = daysSince(context.history, LOWER);
  const isWanted = count.have < count.need || days === null || days >= KEEP_UP_DAYS;
  if (!isWanted || isMissing(context, LOWER)) return [];
  const why: Reason = count.have < count.need ? { code: 'five-count-for-hops', ...count } : { code: 'keeps-strength' };
  const reasons: Reason[] = days === null ? [why, { code: 'starts-small' }] : [why];
  return (days === null ? [1] : [3, 2, 1]).map((sets) => loadItem(context, LOWER, reasons, { sets }));
}

function bentKnee(context: PlanContext): PlannedItem[] {
  const { history } = context;
  const exercise = 'calf-raise-bent-knee';
  const [least, most] = catalogueEntry(exercise).dose.perWeek ?? [0, 7];
  const have = inLastWeek(history, history.doneOn.get(exercise) ?? []);
  if (have >= least || isMissing(context, exercise)) return [];
  const reasons: Reason[] = [{ code: 'per-week', have, least, most }];
  return [2, 1].map((sets) => loadItem(context, exercise, reasons, { sets }));
}

function loadItem(
  { profile }: PlanContext,
  exercise: CatalogueId,
  reasons: readonly Reason[],
  change: { readonly sets: number; readonly target?: { readonly reps: number } },
): PlannedItem {
  const rest = catalogueEntry(exercise).isOneSided ? { restMs: ONE_LEG_REST_MS } : {};
  return itemOf(exercise, 'main', profile, reasons, { ...change, ...rest });
}

export function isMissing({ profile }: PlanContext, exercise: CatalogueId): boolean {
  return missingEquipment(exercise, profile.equipment).length > 0;
}

function noEquipment(exercise: CatalogueId): Reason {
  return { code: 'no-equipment', insteadOf: exercise, needs: catalogueEntry(exercise).needs };
}

function before(rung: RungId): RungId {
  return RUNGS[RUNGS.indexOf(rung) - 1] ?? RUNGS[0];
}
