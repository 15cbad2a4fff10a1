import { catalogueEntry, type Equipment, exercisesOf, missingEquipment } from '../../shared/exercises/catalogue.ts';
import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';

/**
 * What may take the place of an exercise: of the same kind, open, and with what is at hand. Nothing takes that of a check:
 * another one measures something else.
 */
export function alternativesTo(
  exercise: CatalogueId,
  equipment: readonly Equipment[],
  closed: readonly CatalogueId[],
): CatalogueId[] {
  const { section } = catalogueEntry(exercise);
  if (section === 'check') return [];
  return exercisesOf(section).filter(
    (id) => id !== exercise && !closed.includes(id) && missingEquipment(id, equipment).length === 0,
  );
}
