import type { CatalogueId } from '../exercises/exerciseIds.ts';
import { BLOCK_PARTS, type Block, type BlockPart, estimatedMs, usualBlock } from '../session/sessionPlan.ts';
import type { Profile } from './planContext.ts';
import type { PlannedItem, Reason } from './plannedSession.ts';

/** A session under way to its plan: it grows until its time is up. */
export type Draft = readonly PlannedItem[];

/** A block in its usual dose, sore side first, with the reasons for it. */
export function itemOf(
  exercise: CatalogueId,
  part: BlockPart,
  { soreSide }: Profile,
  reasons: readonly Reason[],
  change: Partial<Block> = {},
): PlannedItem {
  const first = soreSide === 'right' ? 'right' : 'left';
  const block: Block = { ...usualBlock(exercise, part, first), ...change };
  const isSoreFirst = soreSide === first && block.sides.length > 1;
  return { block, reasons: isSoreFirst ? [...reasons, { code: 'sore-side-first', side: first }] : reasons };
}

/** With the first of the variants that still fits into the time; as it was when none does. */
export function withFirstFitting(draft: Draft, variants: readonly PlannedItem[], limitMs: number): Draft {
  for (const variant of variants) {
    const grown = inOrder([...draft, variant]);
    if (draftMs(grown) <= limitMs) return grown;
  }
  return draft;
}

/** About how long it takes, in ms. */
export function draftMs(draft: Draft): number {
  return estimatedMs({ kind: 'recommended', blocks: draft.map(({ block }) => block) });
}

export function holds(draft: Draft, exercise: CatalogueId): boolean {
  return draft.some(({ block }) => block.exercise === exercise);
}

/** Checks, warm-up, what it is about, cool-down; what was added first goes first. */
function inOrder(draft: Draft): Draft {
  const place = ({ block }: PlannedItem): number => BLOCK_PARTS.indexOf(block.part);
  return [...draft].sort((a, b) => place(a) - place(b));
}
