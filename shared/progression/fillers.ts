import { catalogueEntry, exercisesOf, missingEquipment, type Section } from '../exercises/catalogue.ts';
import type { CatalogueId } from '../exercises/exerciseIds.ts';
import type { Block, BlockPart } from '../session/sessionPlan.ts';
import type { Goal } from '../settings/settings.ts';
import type { PlanContext } from './planContext.ts';
import type { PlannedItem, Reason } from './plannedSession.ts';
import type { CheckEvidence } from './progress.ts';
import { itemOf } from './sessionDraft.ts';
import { daysSince, inLastWeek, type TrainingHistory } from './trainingHistory.ts';

/** What each goal asks for more often than the rest. */
const WANTED_BY: Record<Goal, readonly CatalogueId[]> = {
  'stiff-calves': [
    'knee-to-wall',
    'banded-ankle-mobilisation',
    'wall-calf-stretch',
    'calf-board-stretch',
    'step-drop-stretch',
    'foam-roll-calf',
  ],
  'desk-back': [
    'glute-bridge',
    'glute-bridge-single',
    'pelvic-tilt',
    'core-brace',
    'back-rib-breathing',
    'hamstring-tuck',
    'hip-before-knee',
    'hamstring-stretch',
  ],
  running: ['single-leg-balance', 'knee-to-wall', 'glute-bridge-single', 'foam-roll-calf'],
};

/** On a gentle day nothing pulls at the calf, and nobody stands on one leg. */
const TOO_MUCH_WHEN_GENTLE: readonly CatalogueId[] = ['single-leg-balance', 'glute-bridge-single'];

/** What was never done counts as not done for so long; nothing counts for longer than the second. */
const NEVER_DAYS = 10;
const LONGEST_DAYS = 14;
/** Bridges on both legs come first, on so many days; our own. */
const BRIDGES_FIRST_DAYS = 4;

/** First the joint is moved, last the calf is stretched. */
const PART_OF: Partial<Record<Section, BlockPart>> = { mobility: 'warm-up', stretch: 'cool-down' };

interface Candidate {
  readonly exercise: CatalogueId;
  readonly section: Section;
  readonly goal: Goal | undefined;
  readonly score: number;
}

/**
 * What can fill the time beside strength, or a day on which the calves rest: the most wanted first, each with its longest
 * variant first. What was left out for longest comes first, a goal counts double, and mobility, pelvis and stretch take
 * turns. Of equals another one leads every day.
 */
export function fillers(context: PlanContext): (readonly PlannedItem[])[] {
  const pool = poolOf(context);
  const turn = (i: number): number => (i + context.history.today) % pool.length;
  const ranked = pool
    .map((exercise, i) => ({ ...candidateOf(context, exercise), turn: turn(i) }))
    .sort((a, b) => b.score - a.score || a.turn - b.turn);
  return inTurns(ranked).map((candidate) => variantsOf(context, candidate));
}

/** The first of each section, then the second of each; what serves a goal is one round ahead. */
function inTurns(ranked: readonly Candidate[]): Candidate[] {
  const rounds = new Map<Section, number>();
  return ranked
    .map((candidate) => {
      const round = rounds.get(candidate.section) ?? 0;
      rounds.set(candidate.section, round + 1);
      return { candidate, round: candidate.goal ? Math.max(0, round - 1) : round };
    })
    .sort((a, b) => a.round - b.round)
    .map(({ candidate }) => candidate);
}

function poolOf({ history, gentle, profile }: PlanContext): CatalogueId[] {
  const sections: Section[] = gentle ? ['mobility', 'pelvis'] : ['mobility', 'pelvis', 'stretch'];
  const bridgesDone = (history.doneOn.get('glute-bridge') ?? []).length >= BRIDGES_FIRST_DAYS && !gentle;
  const leftOut: CatalogueId[] = [
    'dynamic-calf-stretch',
    bridgesDone ? 'glute-bridge' : 'glute-bridge-single',
    ...(gentle ? TOO_MUCH_WHEN_GENTLE : []),
  ];
  return sections
    .flatMap(exercisesOf)
    .filter((exercise) => !leftOut.includes(exercise) && missingEquipment(exercise, profile.equipment).length === 0)
    .filter((exercise) => !isWeekFull(history, exercise));
}

function isWeekFull(history: TrainingHistory, exercise: CatalogueId): boolean {
  const { perWeek } = catalogueEntry(exercise).dose;
  return perWeek !== undefined && inLastWeek(history, history.doneOn.get(exercise) ?? []) >= perWeek[1];
}

function candidateOf({ history, profile, checks }: PlanContext, exercise: CatalogueId): Candidate {
  const goal = profile.goals.find((g) => WANTED_BY[g].includes(exercise));
  const neglected = Math.min(daysSince(history, exercise) ?? NEVER_DAYS, LONGEST_DAYS);
  const score = answersTest(exercise, checks) ? Infinity : neglected * (goal ? 2 : 1);
  return { exercise, section: catalogueEntry(exercise).section, goal, score };
}

/** The ankle test was failed last time, on either side: rocking the knee to the wall is what helps. */
export function ankleTestFailed(checks: readonly CheckEvidence[]): boolean {
  const tests = checks.filter(({ kind }) => kind === 'knee-to-wall').sort((a, b) => a.atMs - b.atMs);
  return (['left', 'right'] as const).some((side) => tests.findLast((test) => test.side === side)?.passed === false);
}

function answersTest(exercise: CatalogueId, checks: readonly CheckEvidence[]): boolean {
  return exercise === 'knee-to-wall' && ankleTestFailed(checks);
}

function variantsOf(context: PlanContext, { exercise, section, goal }: Candidate): PlannedItem[] {
  const { profile, minutes, checks, history } = context;
  const days = daysSince(history, exercise);
  const reasons: Reason[] = [
    ...(answersTest(exercise, checks) ? [{ code: 'test-failed' } as const] : []),
    ...(goal ? [{ code: 'goal', goal } as const] : []),
    ...(exercise === 'wall-calf-stretch' && goal === undefined && profile.goals.includes('desk-back')
      ? [{ code: 'after-sitting' } as const]
      : []),
    days === null ? { code: 'never-done' } : { code: 'not-since', days },
  ];
  const part = PART_OF[section] ?? 'main';
  const { soreSide } = profile;
  if (exercise === 'wall-calf-stretch' && minutes === 5 && (soreSide === 'left' || soreSide === 'right')) {
    const change: Partial<Block> = { sides: [soreSide] };
    return [itemOf(exercise, part, profile, [...reasons, { code: 'sore-side-only', side: soreSide }], change)];
  }
  const most = catalogueEntry(exercise).dose.sets[minutes === 20 ? 1 : 0];
  return Array.from({ length: most }, (_, fewer) => itemOf(exercise, part, profile, reasons, { sets: most - fewer }));
}
