import {
  catalogueEntry,
  type Equipment,
  exercisesOf,
  missingEquipment,
  SECTIONS,
  type Section,
  type Verification,
} from '../../shared/exercises/catalogue.ts';
import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import { SOURCES, type SourceId } from '../../shared/exercises/sources.ts';
import { text } from '../messages/en.ts';
import { matchesLoosely } from './looseMatch.ts';

/** What the person is looking for. */
export interface LibraryFilter {
  readonly query: string;
  readonly section: Section | 'all';
  readonly verification: Verification | 'all';
  readonly source: SourceId | 'all';
  /** Leaves out what needs equipment that is not there. */
  readonly onlyAtHand: boolean;
}

export const EVERYTHING: LibraryFilter = {
  query: '',
  section: 'all',
  verification: 'all',
  source: 'all',
  onlyAtHand: false,
};

/** What fits, section by section; sections with nothing in them are left out. */
export function findExercises(
  filter: LibraryFilter,
  atHand: readonly Equipment[],
): { readonly section: Section; readonly exercises: readonly CatalogueId[] }[] {
  return SECTIONS.map((section) => ({
    section,
    exercises: exercisesOf(section).filter((id) => fits(id, filter, atHand)),
  })).filter(({ exercises }) => exercises.length > 0);
}

function fits(id: CatalogueId, filter: LibraryFilter, atHand: readonly Equipment[]): boolean {
  const { section, verification, sources } = catalogueEntry(id);
  const { name, purpose } = text.exercise(id);
  const searched = [name, purpose, text.section[section], ...sources.map((source) => SOURCES[source].name)];
  return (
    (filter.section === 'all' || filter.section === section) &&
    (filter.verification === 'all' || filter.verification === verification) &&
    (filter.source === 'all' || sources.includes(filter.source)) &&
    (!filter.onlyAtHand || missingEquipment(id, atHand).length === 0) &&
    matchesLoosely(filter.query, searched.join(' '))
  );
}
