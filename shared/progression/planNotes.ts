import { catalogueEntry } from '../exercises/catalogue.ts';
import type { CatalogueId } from '../exercises/exerciseIds.ts';
import { needsTherapist, redFlagsDue } from './advice.ts';
import { isMissing, type LoadPart } from './loadPart.ts';
import { latestNews, PAUSE, type PlanContext } from './planContext.ts';
import type { Note, PlannedItem } from './plannedSession.ts';
import { GATE, nextRung, RUNGS } from './rungs.ts';

/** What should be known of the whole session, what matters most first. */
export function notesOf(context: PlanContext, load: LoadPart | null, items: readonly PlannedItem[]): Note[] {
  return [...healthNotes(context), ...loadNotes(context, load, items), ...runNotes(context)];
}

function healthNotes(context: PlanContext): Note[] {
  const { progress, clock, profile, gentle, easeOff } = context;
  const notes: Note[] = [];
  const redFlags = redFlagsDue(progress, clock);
  if (redFlags) notes.push({ code: 'pain-red-flags', pain: redFlags.pain });
  const hasComplaint = profile.soreSide === null ? null : profile.soreSide !== 'none';
  const therapist = needsTherapist(progress, clock, hasComplaint);
  if (therapist) notes.push({ code: 'see-therapist', ...therapist });
  const setback = latestNews(context);
  if (setback) notes.push({ code: 'stepped-back', setback });
  if (gentle) notes.push({ code: 'gentle-day', cause: gentle });
  else if (easeOff) notes.push({ code: 'ease-off' });
  else if (feelsBetter(context)) notes.push({ code: 'better-twice-a-day' });
  return notes;
}

function loadNotes(context: PlanContext, load: LoadPart | null, items: readonly PlannedItem[]): Note[] {
  const { history, rest, gentle } = context;
  const notes: Note[] = [];
  const sinceAny = history.lastDay === null ? 0 : history.today - history.lastDay;
  if (sinceAny >= PAUSE.welcomeDays) notes.push({ code: 'welcome-back', days: sinceAny });
  if (rest && !gentle) notes.push({ code: 'rest-day', ...rest });
  if (!load) return notes;

  const lacking = lackingFor(context);
  if (lacking) notes.push({ code: 'equipment-missing', exercise: lacking, needs: catalogueEntry(lacking).needs });
  const { rung } = load;
  const block = items.find((item) => item.block.exercise === rung)?.block;
  const isShort = block && (block.sets < GATE.sets || ('reps' in block.target && block.target.reps < GATE.fullReps));
  if (isShort && rung === context.ladder.current && nextRung(rung)) {
    notes.push({ code: 'cannot-earn', rung, sets: block.sets, need: GATE.sets });
  }
  const hopsRest = items.flatMap(({ reasons }) => reasons).find(({ code }) => code === 'hops-rest');
  if (hopsRest?.code === 'hops-rest') notes.push(hopsRest);
  return notes;
}

/** From the decline raise on, what stands in the way of the next rung for want of a step or a board. */
function lackingFor(context: PlanContext): CatalogueId | null {
  const place = RUNGS.indexOf(context.ladder.current);
  if (place < RUNGS.indexOf('calf-raise-decline')) return null;
  if (isMissing(context, 'calf-raise-decline')) return 'calf-raise-decline';
  const { have, need } = context.ladder.hops.fiveCount;
  return have < need && isMissing(context, 'calf-raise-eccentric') ? 'calf-raise-eccentric' : null;
}

function runNotes({ kind, gentle, profile }: PlanContext): Note[] {
  if (kind !== 'before-run') return [];
  if (gentle) return [{ code: 'better-not-run' }];
  return profile.equipment.includes('roller') ? [{ code: 'roll-after-run' }] : [];
}

/** The last answer, of today or yesterday, is "better": what helps may be done twice a day (Kaselj). */
function feelsBetter({ progress, clock, history }: PlanContext): boolean {
  const last = progress.feels
    .filter(({ atMs }) => atMs <= clock.nowMs)
    .sort((a, b) => a.atMs - b.atMs)
    .at(-1);
  return last?.feel === 'better' && history.today - clock.dayOf(last.atMs) <= 1;
}
