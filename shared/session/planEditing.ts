import { catalogueEntry, type Equipment } from '../exercises/catalogue.ts';
import type { CatalogueId } from '../exercises/exerciseIds.ts';
import { BLOCK_PARTS, type Block, type BlockPart, PLAN_LIMITS, type Sides, usualBlock } from './sessionPlan.ts';

/** What a person does to the blocks of a plan. Nothing here changes what it is given. */

export type PlanField = keyof typeof PLAN_LIMITS;

/** A figure outside its range; the range is that of `PLAN_LIMITS`, in its unit. */
export interface OutOfRange {
  readonly field: PlanField;
  readonly least: number;
  readonly most: number;
}

/** What is wrong with a figure of a plan, times in ms; null when it may stand. Of a fraction, the range is wrong too. */
export function outOfRange(field: PlanField, value: number): OutOfRange | null {
  const [least, most] = PLAN_LIMITS[field];
  return Number.isInteger(value) && value >= least && value <= most ? null : { field, least, most };
}

/** Where in a session an exercise usually belongs. */
export function usualPart(exercise: CatalogueId): BlockPart {
  switch (catalogueEntry(exercise).section) {
    case 'check':
      return 'check';
    case 'mobility':
      return 'warm-up';
    case 'stretch':
      return 'cool-down';
    default:
      return 'main';
  }
}

/** The ways of taking turns that an exercise allows. */
export function sidesFor(exercise: CatalogueId): readonly Sides[] {
  return catalogueEntry(exercise).isOneSided ? [['left', 'right'], ['right', 'left'], ['left'], ['right']] : [['both']];
}

/**
 * The blocks with an exercise more, in its usual dose, and where it stands: behind the last block of its part or of an
 * earlier one, so that a warm-up that is thought of late still comes first.
 */
export function withBlock(blocks: readonly Block[], exercise: CatalogueId): { blocks: Block[]; at: number } {
  const block = usualBlock(exercise, usualPart(exercise));
  const rank = BLOCK_PARTS.indexOf(block.part);
  const at = blocks.findLastIndex(({ part }) => BLOCK_PARTS.indexOf(part) <= rank) + 1;
  return { blocks: blocks.toSpliced(at, 0, block), at };
}

/** Another exercise in the place of a block: its usual dose, but the part, and the order of the legs where both have one. */
export function withExercise(block: Block, exercise: CatalogueId): Block {
  const usual = usualBlock(exercise, block.part);
  const keepsSides = catalogueEntry(exercise).isOneSided && block.sides[0] !== 'both';
  return keepsSides ? { ...usual, sides: block.sides } : usual;
}

/** What all blocks together need: one piece of each group, and no group that another one brings along. */
export function equipmentFor(blocks: readonly Block[]): readonly (readonly Equipment[])[] {
  const groups = blocks.flatMap(({ exercise }) => catalogueEntry(exercise).needs);
  const isBrought = (group: readonly Equipment[], i: number): boolean =>
    groups.some((other, j) => other.every((piece) => group.includes(piece)) && (other.length < group.length || j < i));
  return groups.filter((group, i) => !isBrought(group, i));
}

/** A list with one item moved up (−1) or down (+1); at either end it stays as it is. */
export function moved<Item>(list: readonly Item[], at: number, by: -1 | 1): Item[] {
  const item = list[at];
  const to = at + by;
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(at, 1).toSpliced(to, 0, item);
}

/** A name that none of the others has: the wish itself, or with the next free number behind it; at most 60 letters. */
export function freeName(wish: string, taken: readonly string[]): string {
  if (!taken.includes(wish)) return wish;
  const stem = wish.replace(/ \d+$/, '').slice(0, 56);
  for (let n = 2; ; n++) {
    if (!taken.includes(`${stem} ${n}`)) return `${stem} ${n}`;
  }
}
