import { z } from 'zod';
import { catalogueEntry, type Equipment, missingEquipment, SECTIONS, type Section } from '../exercises/catalogue.ts';
import type { CatalogueId } from '../exercises/exerciseIds.ts';
import { type Block, estimatedMs, type SessionPlan, sessionPlanSchema, usualBlock } from '../session/sessionPlan.ts';
import type { Settings } from '../settings/settings.ts';
import type { BreakSettings } from './breakSettings.ts';
import { BREAK_MS, DOSE_SIZES, type DoseSize } from './breakState.ts';
import { BREAK_EXERCISES, type BreakExercise, breakFitness } from './places.ts';

/** Why it is this and not something else. */
export const DOSE_REASONS = [
  /** One of today's targets is not reached. */
  'daily-target',
  /** Nothing of its kind was done for the longest time. */
  'neglected',
  /** It eases a calf that is stiff or sore, and begins with it. */
  'stiff-calf',
  /** Quiet and without the camera: a call is on. */
  'in-a-call',
  'smaller',
] as const;
export type DoseReason = (typeof DOSE_REASONS)[number];

/** What to do in a break. */
export const doseSchema = z.strictObject({
  exercise: z.enum(BREAK_EXERCISES),
  plan: sessionPlanSchema,
  size: z.enum(DOSE_SIZES),
  /** Neither voice nor camera: it can only be reported. */
  isSilent: z.boolean(),
  reasons: z.array(z.enum(DOSE_REASONS)),
});
export type Dose = z.infer<typeof doseSchema>;

/** One time that something was done. */
export interface DoneExercise {
  readonly exercise: CatalogueId;
  readonly atMs: number;
  readonly in: 'break' | 'session';
}

export interface DoseQuestion {
  readonly settings: Pick<Settings, 'soreSide' | 'equipment'> & { readonly breaks: BreakSettings };
  /** The last time of each exercise at least, and everything of today; in any order. */
  readonly done: readonly DoneExercise[];
  readonly nowMs: number;
  /** Which day a moment belongs to. */
  readonly dayOf: (ms: number) => number;
  readonly size: DoseSize;
  readonly isSilent: boolean;
}

/** Between two doses of a daily target, from SPARCC's "every hour or two". */
const TARGET_PAUSE_MS = 3_600_000;
/** Whoever has never done a thing has neglected it for so long. */
const NEVER_MS = 30 * 86_400_000;
/** What eases a stiff calf comes up so much sooner. */
const STIFF_WEIGHT = 2;
const EASING: readonly Section[] = ['mobility', 'stretch'];
/** A smaller dose, in ms, and of the usual one at most this share. */
const SMALL_MS = 45_000;
const SMALL_SHARE = 0.6;
/** Below this a dose is none. */
const LEAST = { usual: { reps: 5, goMs: 20_000 }, small: { reps: 3, goMs: 10_000 } } as const;
const GO_STEP_MS = 5_000;

/** What to do now: never what was done last, never a hop, and at most two minutes. */
export function chooseDose(question: DoseQuestion): Dose {
  const { settings, done, nowMs, dayOf, isSilent } = question;
  const candidates = candidatesFor(question);
  const reasons: DoseReason[] = isSilent ? ['in-a-call'] : [];
  const today = dayOf(nowMs);
  const target = settings.breaks.dailyTargets.find(
    ({ exercise, times }) =>
      candidates.includes(exercise) &&
      done.filter((each) => each.exercise === exercise && dayOf(each.atMs) === today).length < times &&
      nowMs - lastMs(done, (id) => id === exercise) >= TARGET_PAUSE_MS,
  );
  if (target) return doseOf(question, target.exercise, [...reasons, 'daily-target']);
  const exercise = mostNeglected(candidates, question);
  return doseOf(question, exercise, [...reasons, 'neglected']);
}

/** Less of the same. */
export function smallerDose(dose: Dose, question: DoseQuestion): Dose {
  return dose.size === 'small' ? dose : doseOf({ ...question, size: 'small' }, dose.exercise, dose.reasons);
}

function candidatesFor({ settings, done, isSilent }: DoseQuestion): BreakExercise[] {
  const { breaks, equipment } = settings;
  const trained = new Set(done.filter((each) => each.in === 'session').map((each) => each.exercise));
  const latest = done.reduce<DoneExercise | null>((a, b) => (a && a.atMs > b.atMs ? a : b), null);
  const possible = BREAK_EXERCISES.filter((id) => {
    const { isQuiet, isForTheTrained } = breakFitness(id);
    return (
      id !== latest?.exercise &&
      missingEquipment(id, equipment as Equipment[]).length === 0 &&
      (isQuiet || !isSilent) &&
      (trained.has(id) || !isForTheTrained)
    );
  });
  const here = possible.filter((id) => breaks.places.includes(breakFitness(id).place));
  // Where nothing fits the place, something at the desk does.
  return here.length > 0 ? here : possible.filter((id) => breakFitness(id).place === 'desk');
}

/** First the kind of exercise that was left the longest, then within it; what stands first wins a tie. */
function mostNeglected(candidates: readonly BreakExercise[], { done, nowMs, settings }: DoseQuestion): BreakExercise {
  const left = (matches: (id: CatalogueId) => boolean): number => Math.min(NEVER_MS, nowMs - lastMs(done, matches));
  const isStiff = settings.soreSide !== null && settings.soreSide !== 'none';
  const sections = SECTIONS.filter((section) => candidates.some((id) => catalogueEntry(id).section === section));
  const section = largest(sections, (each) => {
    const weight = isStiff && EASING.includes(each) ? STIFF_WEIGHT : 1;
    return weight * left((id) => catalogueEntry(id).section === each);
  });
  const inSection = candidates.filter((id) => catalogueEntry(id).section === section);
  return largest(inSection, (each) => left((id) => id === each)) ?? 'calf-raise-double';
}

function lastMs(done: readonly DoneExercise[], matches: (id: CatalogueId) => boolean): number {
  return done.reduce((last, { exercise, atMs }) => (matches(exercise) ? Math.max(last, atMs) : last), 0);
}

function largest<T>(items: readonly T[], measure: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || measure(item) > measure(best) ? item : best),
    undefined,
  );
}

function doseOf(question: DoseQuestion, exercise: BreakExercise, because: readonly DoseReason[]): Dose {
  const { settings, size, isSilent } = question;
  const { soreSide } = settings;
  const { isOneSided, section } = catalogueEntry(exercise);
  const isEasing = soreSide !== null && soreSide !== 'none' && (isOneSided || EASING.includes(section));
  const first = soreSide === 'right' ? 'right' : 'left';
  const usual = fitted(exercise, first, BREAK_MS, 'usual');
  const block =
    size === 'usual' ? usual : fitted(exercise, first, Math.min(SMALL_MS, SMALL_SHARE * lengthOf(usual)), 'small');
  const reasons: DoseReason[] = because.filter((reason) => reason !== 'smaller');
  if (isEasing && !reasons.includes('stiff-calf')) reasons.push('stiff-calf');
  if (size === 'small') reasons.push('smaller');
  return { exercise, plan: planOf(block), size, isSilent, reasons };
}

function planOf(block: Block): SessionPlan {
  return { kind: 'break', blocks: [block] };
}

function lengthOf(block: Block): number {
  return estimatedMs(planOf(block));
}

/** One set of it, with fewer reps or less time until it fits; and if need be only the side that comes first. */
function fitted(exercise: BreakExercise, first: 'left' | 'right', limitMs: number, size: DoseSize): Block {
  const whole: Block = { ...usualBlock(exercise, 'main', first), sets: 1 };
  const oneSide: Block = { ...whole, sides: whole.sides.length === 2 ? [first] : whole.sides };
  const sizes = [...shrinking(whole, size), ...shrinking(oneSide, size)];
  return sizes.find((block) => lengthOf(block) <= limitMs) ?? sizes.at(-1) ?? oneSide;
}

function shrinking(block: Block, size: DoseSize): Block[] {
  const { target } = block;
  if ('goMs' in target) {
    const least = Math.min(target.goMs, LEAST[size].goMs);
    const steps = Math.floor((target.goMs - least) / GO_STEP_MS) + 1;
    return Array.from({ length: steps }, (_, i) => ({ ...block, target: { goMs: target.goMs - i * GO_STEP_MS } }));
  }
  const least = Math.min(target.reps, LEAST[size].reps);
  return Array.from({ length: target.reps - least + 1 }, (_, i) => ({ ...block, target: { reps: target.reps - i } }));
}
