import { type Equipment, exercisesOf, missingEquipment, SECTIONS } from '../../shared/exercises/catalogue.ts';
import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import type { Block } from '../../shared/session/sessionPlan.ts';
import { text } from '../messages/en.ts';
import type { SearchSection } from '../ui/SearchPicker.tsx';

/** What stands for the person whose session it is. */
export interface Standing {
  readonly closedHops: readonly CatalogueId[];
  readonly equipment: readonly Equipment[];
}

/** A block in a line: `3 × 15 reps · left, then right · 60 s rest`. */
export function summaryOf(block: Block): string {
  const rest = text.blocks.restOf(block.restMs / 1000);
  return [text.blocks.amount(block), text.blocks.takingTurns(block.sides), rest].filter(Boolean).join(' · ');
}

/** What keeps an exercise from being done now: it is still closed, or a piece of equipment is missing. */
export function obstaclesTo(exercise: CatalogueId, { closedHops, equipment }: Standing): string[] {
  const missing = missingEquipment(exercise, equipment);
  return [
    ...(closedHops.includes(exercise) ? [text.blocks.closed] : []),
    ...(missing.length > 0 ? [text.blocks.needs(text.pieces(missing))] : []),
  ];
}

/** The names of what is still closed in a session, each once. */
export function closedNamesIn(blocks: readonly Block[], closedHops: Standing['closedHops']): string[] {
  const closed = blocks.map(({ exercise }) => exercise).filter((id) => closedHops.includes(id));
  return [...new Set(closed)].map((id) => text.exercise(id).name);
}

/** The whole catalogue, to choose from. */
export function exerciseSections(standing: Standing): SearchSection<CatalogueId>[] {
  return SECTIONS.map((section) => ({
    title: text.section[section],
    items: exercisesOf(section).map((id) => {
      const { name, purpose } = text.exercise(id);
      return { id, label: name, hint: [purpose, ...obstaclesTo(id, standing)].join(' ') };
    }),
  }));
}
