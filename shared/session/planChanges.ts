import { catalogueEntry } from '../exercises/catalogue.ts';
import type { CatalogueId, Side } from '../exercises/exerciseIds.ts';
import { failedTestBlock } from '../progression/plan.ts';
import type { SessionState } from './session.ts';
import { type Block, type SessionPlan, type Sides, tasksOf, usualBlock } from './sessionPlan.ts';

/** Changes to the plan of a session that is under way. What was done stays as it was done. */
type Change = Pick<SessionState, 'plan' | 'tasks' | 'at'>;

/**
 * Another exercise in the place of the one under way (in a rest: of the next one), for what is left of its block. A pair of
 * sides that was begun begins again. Null when there is nothing to swap.
 */
export function swapped({ plan, tasks, at, stage }: SessionState, exercise: CatalogueId): Change | null {
  const task = stage.name === 'rest' ? tasks[at + 1] : tasks[at];
  const block = task && plan.blocks[task.block];
  if (!task || !block) return null;
  const usual = usualBlock(exercise, block.part, block.sides[0] === 'right' ? 'right' : 'left');
  // Who trains one leg goes on with one.
  const isOneLeg = block.sides.length === 1 && block.sides[0] !== 'both' && usual.sides.length === 2;
  const sides = isOneLeg ? block.sides : usual.sides;
  const instead: Block = { ...usual, sides, sets: block.sets - task.set, restMs: block.restMs };
  const done: Block[] = task.set > 0 ? [{ ...block, sets: task.set }] : [];
  const blocks = [...plan.blocks.slice(0, task.block), ...done, instead, ...plan.blocks.slice(task.block + 1)];
  const changed: SessionPlan = { ...plan, blocks };
  const doneTasks = tasksOf({ ...plan, blocks: [...plan.blocks.slice(0, task.block), ...done] }).length;
  return { plan: changed, tasks: tasksOf(changed), at: doneTasks - 1 };
}

/** Before a run a stiff ankle is rocked loose: what the failed test asks for, right after it, once. Null when it is no run. */
export function withRocks({ plan, tasks, at, person }: SessionState): Change | null {
  const task = tasks[at];
  if (plan.kind !== 'before-run' || !task || plan.blocks.some(({ exercise }) => exercise === 'knee-to-wall'))
    return null;
  const after = task.block + 1;
  const blocks = [...plan.blocks.slice(0, after), failedTestBlock(person.profile), ...plan.blocks.slice(after)];
  const changed: SessionPlan = { ...plan, blocks };
  return { plan: changed, tasks: tasksOf(changed), at };
}

/** One set more of what was done last. */
export function anotherSet({ plan, tasks, at }: SessionState, side: Side): Change {
  const last = tasks[at];
  const block = last && plan.blocks[last.block];
  if (!last || !block) return { plan, tasks, at };
  const sides: Sides = catalogueEntry(block.exercise).isOneSided && side !== 'both' ? [side] : ['both'];
  const changed: SessionPlan = { ...plan, blocks: [...plan.blocks, { ...block, sets: 1, sides }] };
  return { plan: changed, tasks: tasksOf(changed), at: tasks.length - 1 };
}
