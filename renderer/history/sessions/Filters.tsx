import { useEffect, useState } from 'react';
import { CATALOGUE_IDS } from '../../../shared/exercises/exerciseIds.ts';
import { FRAME_SOURCES } from '../../../shared/history/records.ts';
import { NO_FILTER, type SessionFilter } from '../../../shared/history/sessionList.ts';
import { text } from '../../messages/en.ts';
import { Button } from '../../ui/Button.tsx';
import { DateEntry } from '../../ui/DateEntry.tsx';
import { Picker } from '../../ui/Picker.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Toggle } from '../../ui/Toggle.tsx';

interface FiltersProps {
  readonly filter: SessionFilter;
  onFilter(filter: SessionFilter): void;
}

const ANY = 'any';
const BREAKS = ['with', 'without', 'only'] as const;
/** So that not every letter asks anew. */
const TYPING_MS = 250;

/** What narrows the list of sessions. */
export function Filters({ filter, onFilter }: FiltersProps) {
  const change = (part: Partial<SessionFilter>): void => onFilter({ ...filter, ...part });
  const isNarrow = JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
  return (
    <section className="card filters" aria-label={text.sessions.filters}>
      <div className="filters-row">
        <Search search={filter.search} onSearch={(search) => change({ search })} />
        <Picker
          label={text.sessions.exercise}
          items={[
            { id: ANY, label: text.sessions.anyExercise },
            ...CATALOGUE_IDS.map((id) => ({ id, label: text.exercise(id).name })),
          ]}
          value={filter.exercise ?? ANY}
          onChange={(id) => change({ exercise: CATALOGUE_IDS.find((known) => known === id) ?? null })}
        />
      </div>
      <div className="filters-row">
        <DateEntry label={text.sessions.from} date={filter.fromDate} onChange={(fromDate) => change({ fromDate })} />
        <DateEntry label={text.sessions.to} date={filter.toDate} onChange={(toDate) => change({ toDate })} />
        <Picker
          label={text.sessions.source}
          items={[
            { id: ANY, label: text.sessions.anySource },
            ...FRAME_SOURCES.map((id) => ({ id, label: text.history.source[id] })),
          ]}
          value={filter.source ?? ANY}
          onChange={(id) => change({ source: FRAME_SOURCES.find((known) => known === id) ?? null })}
        />
        <Picker
          label={text.sessions.breaks}
          items={BREAKS.map((id) => ({ id, label: text.sessions.breaksChoice[id] }))}
          value={filter.breaks}
          onChange={(id) => change({ breaks: BREAKS.find((known) => known === id) ?? 'with' })}
        />
      </div>
      <div className="filters-row filters-toggles">
        {(['withFaults', 'withPain', 'withNote'] as const).map((field) => (
          <Toggle
            key={field}
            label={text.sessions[field]}
            isOn={filter[field]}
            onChange={(isOn) => change({ [field]: isOn })}
          />
        ))}
        {isNarrow && (
          <Button look="quiet" onPress={() => onFilter(NO_FILTER)}>
            {text.sessions.clear}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Looks a moment after the last letter. */
function Search({ search, onSearch }: { readonly search: string; onSearch(search: string): void }) {
  const [typed, setTyped] = useState(search);
  const [given, setGiven] = useState(search);
  if (search !== given) {
    setGiven(search);
    setTyped(search);
  }
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === search) return;
    const timer = setTimeout(() => onSearch(wanted), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, search, onSearch]);
  return (
    <SearchBox
      label={text.sessions.search}
      hint={text.sessions.searchHint}
      clear={text.sessions.searchClear}
      value={typed}
      onChange={setTyped}
    />
  );
}
