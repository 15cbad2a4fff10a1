import { useEffect, useRef, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import { freeName, withBlock } from '../../shared/session/planEditing.ts';
import type { SessionPlan } from '../../shared/session/sessionPlan.ts';
import {
  PROGRAMMES_AT_MOST,
  type Programme,
  type Settings,
  type SettingsChange,
} from '../../shared/settings/settings.ts';
import { exerciseSections } from '../blocks/blockWords.ts';
import { text } from '../messages/en.ts';
import { useSettingsDraft } from '../settingsDraft.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SearchPicker } from '../ui/SearchPicker.tsx';
import { TroubleNotice } from '../ui/TroubleNotice.tsx';
import { ProgrammeCard } from './ProgrammeCard.tsx';
import { ProgrammeEditor } from './ProgrammeEditor.tsx';
import './programmes.css';

interface ProgrammesScreenProps {
  readonly settings: Settings;
  /** Hops that the person may not do yet. */
  readonly closedHops: readonly CatalogueId[];
  onChange(change: SettingsChange): Promise<void>;
  onStart(plan: SessionPlan, source: 'camera' | 'athlete'): void;
}

/** The person's own sequences: make, change, duplicate, delete, start. Every change is saved at once. */
export function ProgrammesScreen({ settings, closedHops, onChange, onStart }: ProgrammesScreenProps) {
  const { draft, failed, change } = useSettingsDraft(settings, onChange);
  const [editingId, setEditingId] = useState<string | null>(null);
  const [deletingId, setDeletingId] = useState<string | null>(null);
  const { programmes } = draft;
  const editing = programmes.find(({ id }) => id === editingId);
  const deleting = programmes.find(({ id }) => id === deletingId);
  const standing = { closedHops, equipment: draft.equipment };
  const titleRef = useTitleFocus(`${editingId}`);

  const save = (next: Programme[]): void => void change({ programmes: next });
  const named = (wish: string): string =>
    freeName(
      wish,
      programmes.map(({ name }) => name),
    );
  const add = (programme: Omit<Programme, 'id'>): void => {
    const id = uuidv7();
    save([...programmes, { ...programme, id }]);
    setEditingId(id);
  };
  const actionsOf = (programme: Programme) => ({
    programme,
    standing,
    isFull: programmes.length >= PROGRAMMES_AT_MOST,
    onStart: (source: 'camera' | 'athlete') => onStart({ kind: 'own', blocks: programme.blocks }, source),
    onDuplicate: () => add({ ...programme, name: named(programme.name) }),
    onDelete: () => setDeletingId(programme.id),
  });
  const newProgramme = (
    <NewProgramme
      isFull={programmes.length >= PROGRAMMES_AT_MOST}
      sections={exerciseSections(standing)}
      onChoose={(id) => add({ name: named(text.programmes.newName), blocks: withBlock([], id).blocks })}
    />
  );
  return (
    <>
      {failed && (
        <TroubleNotice sentence={text.programmes.notSaved} isUrgent>
          <Button onPress={() => void change({})}>{text.programmes.tryAgain}</Button>
        </TroubleNotice>
      )}
      {editing ? (
        <ProgrammeEditor
          key={editing.id}
          {...actionsOf(editing)}
          titleRef={titleRef}
          onBack={() => setEditingId(null)}
          onChange={(next) => save(programmes.map((one) => (one.id === next.id ? next : one)))}
        />
      ) : (
        <>
          <div className="programmes-head">
            <div>
              <h1 ref={titleRef} tabIndex={-1}>
                {text.programmes.title}
              </h1>
              <p className="soft">{text.programmes.lead}</p>
            </div>
            {programmes.length > 0 && newProgramme}
          </div>
          {programmes.length === 0 ? (
            <section className="card stack">
              <h2>{text.programmes.empty}</h2>
              <p className="soft">{text.programmes.emptyHint}</p>
              <div className="row">{newProgramme}</div>
            </section>
          ) : (
            <ul className="programmes">
              {programmes.map((programme) => (
                <ProgrammeCard key={programme.id} {...actionsOf(programme)} onEdit={() => setEditingId(programme.id)} />
              ))}
            </ul>
          )}
        </>
      )}
      <Dialog
        title={text.programmes.deleteTitle(deleting?.name ?? '')}
        isOpen={deleting !== undefined}
        isQuestion
        onClose={() => setDeletingId(null)}
      >
        <p>{text.programmes.deleteHint}</p>
        <div className="row">
          <Button autoFocus onPress={() => setDeletingId(null)}>
            {text.programmes.keep}
          </Button>
          <Button
            look="danger"
            onPress={() => {
              save(programmes.filter(({ id }) => id !== deletingId));
              setDeletingId(null);
              setEditingId(null);
            }}
          >
            {text.programmes.delete}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

interface NewProgrammeProps {
  readonly isFull: boolean;
  readonly sections: ReturnType<typeof exerciseSections>;
  onChoose(exercise: CatalogueId): void;
}

/** A programme holds at least one exercise, so it begins with choosing one. */
function NewProgramme({ isFull, sections, onChoose }: NewProgrammeProps) {
  const [isAsking, setAsking] = useState(false);
  if (isFull) return <p className="small soft">{text.programmes.roomFor}</p>;
  return (
    <>
      <Button look="primary" onPress={() => setAsking(true)}>
        {text.programmes.create}
      </Button>
      <Dialog title={text.programmes.createTitle} isOpen={isAsking} onClose={() => setAsking(false)}>
        <p className="soft">{text.programmes.createHint}</p>
        <SearchPicker
          label={text.blocks.exercise}
          placeholder={text.blocks.addPlaceholder}
          open={text.blocks.showAll}
          sections={sections}
          autoFocus
          value={null}
          onChange={onChoose}
        />
        <div className="row">
          <Button onPress={() => setAsking(false)}>{text.programmes.cancel}</Button>
        </div>
      </Dialog>
    </>
  );
}

/** When the view changes, reading goes on from its title. */
function useTitleFocus(view: string) {
  const titleRef = useRef<HTMLHeadingElement>(null);
  const shown = useRef(view);
  useEffect(() => {
    if (shown.current !== view) titleRef.current?.focus();
    shown.current = view;
  }, [view]);
  return titleRef;
}
