import { useEffect, useRef, useState } from 'react';
import {
  type Equipment,
  SECTIONS,
  type Section,
  VERIFICATIONS,
  type Verification,
} from '../../shared/exercises/catalogue.ts';
import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import { SOURCE_IDS, SOURCES, type SourceId } from '../../shared/exercises/sources.ts';
import type { SessionPlan } from '../../shared/session/sessionPlan.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Picker } from '../ui/Picker.tsx';
import { SearchBox } from '../ui/SearchBox.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { ExerciseCard } from './ExerciseCard.tsx';
import { ExerciseDetail } from './ExerciseDetail.tsx';
import { EVERYTHING, findExercises, type LibraryFilter } from './libraryFilter.ts';
import './library.css';

export interface LibraryScreenProps {
  /** What the person has. */
  readonly equipment: readonly Equipment[];
  /** Rungs of the ladder that are not open yet: they can be looked at, not begun. */
  readonly closedHops: readonly CatalogueId[];
  onStart(plan: SessionPlan, source: 'camera' | 'athlete'): void;
  onLadder(): void;
}

/** Everything that is coached: to find, to understand, and to do at once. */
export function LibraryScreen({ equipment, closedHops, onStart, onLadder }: LibraryScreenProps) {
  const [filter, setFilter] = useState(EVERYTHING);
  const [open, setOpen] = useState<CatalogueId | null>(null);
  const [lastOpen, setLastOpen] = useState<CatalogueId | null>(null);
  if (open) {
    return (
      <ExerciseDetail
        exercise={open}
        equipment={equipment}
        isClosed={closedHops.includes(open)}
        onBack={() => {
          setLastOpen(open);
          setOpen(null);
        }}
        onStart={onStart}
        onLadder={onLadder}
      />
    );
  }
  return <Overview equipment={equipment} filter={filter} focused={lastOpen} onFilter={setFilter} onOpen={setOpen} />;
}

interface OverviewProps {
  readonly equipment: readonly Equipment[];
  readonly filter: LibraryFilter;
  /** Whose card has the focus at first: the one that the person comes back from. */
  readonly focused: CatalogueId | null;
  onFilter(filter: LibraryFilter): void;
  onOpen(exercise: CatalogueId): void;
}

function Overview({ equipment, filter, focused, onFilter, onOpen }: OverviewProps) {
  const [moving, setMoving] = useState<CatalogueId | null>(null);
  const listRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused) listRef.current?.querySelector<HTMLElement>(`[data-exercise="${focused}"] button`)?.focus();
  }, [focused]);
  const found = findExercises(filter, equipment);
  const count = found.reduce((sum, { exercises }) => sum + exercises.length, 0);
  return (
    <div className="library">
      <div className="stack library-lead">
        <h1>{text.library.title}</h1>
        <p className="soft">{text.library.lead}</p>
      </div>
      <Filters filter={filter} onFilter={onFilter} />
      <div className="row">
        <p role="status" className="library-found">
          {text.library.found(count)}
        </p>
        {filter !== EVERYTHING && (
          <Button look="quiet" onPress={() => onFilter(EVERYTHING)}>
            {text.library.showAll}
          </Button>
        )}
      </div>
      {count === 0 && <p className="card library-nothing">{text.library.nothingHint}</p>}
      <div className="library-sections" ref={listRef}>
        {found.map(({ section, exercises }) => (
          <section key={section} className="stack" aria-labelledby={`library-${section}`}>
            <h2 id={`library-${section}`}>{text.section[section]}</h2>
            <ul className="library-cards">
              {exercises.map((exercise) => (
                <ExerciseCard
                  key={exercise}
                  exercise={exercise}
                  equipment={equipment}
                  isMoving={exercise === moving}
                  onPoint={(isPointed) => setMoving((now) => (isPointed ? exercise : now === exercise ? null : now))}
                  onOpen={() => onOpen(exercise)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function Filters({ filter, onFilter }: Pick<OverviewProps, 'filter' | 'onFilter'>) {
  const { all, verification } = text.library;
  const { section } = text;
  const change = (part: Partial<LibraryFilter>): void => onFilter({ ...filter, ...part });
  return (
    <search className="card library-filters">
      <div className="library-filter-row">
        <SearchBox
          label={text.library.search}
          hint={text.library.searchHint}
          clear={text.library.clearSearch}
          value={filter.query}
          onChange={(query) => change({ query })}
        />
        <Picker
          label={text.library.filterVerification}
          items={[{ id: 'all', label: all }, ...VERIFICATIONS.map((id) => ({ id, label: verification[id] }))]}
          value={filter.verification}
          onChange={(id) => change({ verification: id as Verification | 'all' })}
        />
        <Picker
          label={text.library.filterSource}
          items={[{ id: 'all', label: all }, ...SOURCE_IDS.map((id) => ({ id, label: SOURCES[id].name }))]}
          value={filter.source}
          onChange={(id) => change({ source: id as SourceId | 'all' })}
        />
        <Toggle
          label={text.library.onlyAtHand}
          isOn={filter.onlyAtHand}
          onChange={(onlyAtHand) => change({ onlyAtHand })}
        />
      </div>
      <Choices<Section | 'all'>
        label={text.library.filterSection}
        inRow
        value={filter.section}
        choices={[{ value: 'all', label: all }, ...SECTIONS.map((value) => ({ value, label: section[value] }))]}
        onChange={(next) => change({ section: next })}
      />
    </search>
  );
}
