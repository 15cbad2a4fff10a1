import { z } from 'zod';
import { catalogueEntry } from '../exercises/catalogue.ts';
import { CATALOGUE_IDS, type CatalogueId, type Side } from '../exercises/exerciseIds.ts';

/** What a session consists of, before it begins: blocks of sets. Kept with the session, so that it can be gone on with. */
export const SESSION_KINDS = ['recommended', 'before-run', 'own', 'free', 'check', 'break'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

export const BLOCK_PARTS = ['check', 'warm-up', 'main', 'cool-down'] as const;
export type BlockPart = (typeof BLOCK_PARTS)[number];

/** The ranges of what can be planned; the editor offers them, and its errors name them. */
export const PLAN_LIMITS = {
  blocks: [1, 20],
  sets: [1, 10],
  reps: [1, 200],
  goMs: [5_000, 900_000],
  restMs: [0, 600_000],
} as const;

const sidesSchema = z.union([
  z.tuple([z.literal('both')]),
  z.tuple([z.literal('left')]),
  z.tuple([z.literal('right')]),
  z.tuple([z.literal('left'), z.literal('right')]),
  z.tuple([z.literal('right'), z.literal('left')]),
]);

const between = ([least, most]: readonly [number, number]): z.ZodInt => z.int().min(least).max(most);

export const blockSchema = z.strictObject({
  exercise: z.enum(CATALOGUE_IDS),
  part: z.enum(BLOCK_PARTS),
  /** For each side. */
  sets: between(PLAN_LIMITS.sets),
  /** In the order in which they take turns. */
  sides: sidesSchema,
  /** One set: so many reps (or holds), or so long. */
  target: z.union([
    z.strictObject({ reps: between(PLAN_LIMITS.reps) }),
    z.strictObject({ goMs: between(PLAN_LIMITS.goMs) }),
  ]),
  /** After each set but the last of the session; between the sides of what is done one leg at a time it is shorter. */
  restMs: between(PLAN_LIMITS.restMs),
});
export type Block = z.infer<typeof blockSchema>;
export type Target = Block['target'];
export type Sides = Block['sides'];

export const sessionPlanSchema = z.strictObject({
  kind: z.enum(SESSION_KINDS),
  /** More than can be planned: what is changed on the way may cut a block in two. */
  blocks: z
    .array(blockSchema)
    .min(1)
    .max(5 * PLAN_LIMITS.blocks[1]),
});
export type SessionPlan = z.infer<typeof sessionPlanSchema>;

/** One set of a session. */
export interface SetTask {
  /** Which block it belongs to, and which of its sets it is; both from 0. */
  readonly block: number;
  readonly set: number;
  readonly exercise: CatalogueId;
  readonly side: Side;
  readonly target: Target;
}

/** Changing legs takes no longer than this: the other one has rested. */
export const SIDE_CHANGE_MS = 15_000;
/** Between the last set of a block and the next exercise the person may have to fetch something or lie down. */
export const BLOCK_CHANGE_MS = 20_000;

/** All sets of a plan, in order; a task's place in it stands in the history. */
export function tasksOf({ blocks }: SessionPlan): SetTask[] {
  return blocks.flatMap(({ exercise, sets, sides, target }, block) =>
    Array.from({ length: sets }, (_, set) =>
      sides.map((side: Side) => ({ block, set, exercise, side, target })),
    ).flat(),
  );
}

/** How long to rest between one set and the next, in ms. */
export function restBetween({ blocks }: SessionPlan, before: SetTask, next: SetTask): number {
  const restMs = blocks[before.block]?.restMs ?? 0;
  if (next.block !== before.block) return Math.min(restMs, BLOCK_CHANGE_MS);
  return next.side === before.side ? restMs : Math.min(restMs, SIDE_CHANGE_MS);
}

/** A block with the dose that its sources begin with. */
export function usualBlock(exercise: CatalogueId, part: BlockPart, first: 'left' | 'right' = 'left'): Block {
  const { dose, isOneSided } = catalogueEntry(exercise);
  const { sets, reps, goMs, restMs } = dose;
  const target: Target = goMs ? { goMs: goMs[0] } : { reps: reps?.[0] ?? 1 };
  const sides: Sides = !isOneSided ? ['both'] : first === 'left' ? ['left', 'right'] : ['right', 'left'];
  return { exercise, part, sets: sets[0], sides, target, restMs };
}

/** Of the usual pace, for what a session will take: a rep, and getting into position for a set. */
const REP_MS = { quick: 500, usual: 4_000, slow: 8_000 } as const;
const HOLD_MS = 32_000;
const GETTING_READY_MS = 8_000;

/** About how long a session takes, in ms: its sets, getting ready for each, and the rests between them. */
export function estimatedMs(plan: SessionPlan): number {
  const tasks = tasksOf(plan);
  return tasks.reduce((sum, task, i) => {
    const next = tasks[i + 1];
    return sum + GETTING_READY_MS + workMs(task) + (next ? restBetween(plan, task, next) : 0);
  }, 0);
}

function workMs({ exercise, target }: SetTask): number {
  if ('goMs' in target) return target.goMs;
  const { section, verification } = catalogueEntry(exercise);
  if (exercise === 'knee-to-wall-test') return 10_000;
  if (verification === 'held') return target.reps * HOLD_MS;
  if (section === 'hops') return target.reps * REP_MS.quick;
  const isSlow = exercise === 'calf-raise-eccentric' || exercise.startsWith('glute-bridge');
  return target.reps * (isSlow ? REP_MS.slow : REP_MS.usual);
}
