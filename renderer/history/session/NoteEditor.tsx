import { useState } from 'react';
import { NOTE_LETTERS, noteSchema } from '../../../shared/history/amendments.ts';
import { problemOf } from '../../../shared/settings/settings.ts';
import { text } from '../../messages/en.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';

interface NoteEditorProps {
  readonly note: string;
  /** Of what it is a note. */
  readonly of: string;
  /** Whether it is kept: until then the words stay in the field. */
  onNote(note: string): Promise<boolean>;
}

/** A note in the person's words, and a way to change it. */
export function NoteEditor({ note, of, onNote }: NoteEditorProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [isBeingKept, setBeingKept] = useState(false);
  if (draft === null) {
    const words = note === '' ? text.sessions.noteAdd : text.sessions.noteEdit;
    return (
      <div className="note">
        {note !== '' && <p className="session-note">{note}</p>}
        <Button look="quiet" aria-label={`${words}: ${of}`} onPress={() => setDraft(note)}>
          {words}
        </Button>
      </div>
    );
  }
  const problem = problemOf(noteSchema, draft);
  const keep = async (): Promise<void> => {
    setBeingKept(true);
    const isKept = draft.trim() === note || (await onNote(draft.trim()));
    setBeingKept(false);
    // What was typed on meanwhile is still to be kept.
    if (isKept) setDraft((now) => (now === draft ? null : now));
  };
  return (
    <div className="note">
      <TextArea
        label={text.sessions.noteOf(of)}
        hint={text.sessions.noteHint}
        value={draft}
        most={NOTE_LETTERS}
        isRequired={false}
        problem={problem}
        onChange={setDraft}
      />
      <div className="row">
        <Button look="primary" isDisabled={problem !== null || isBeingKept} onPress={() => void keep()}>
          {text.sessions.noteSave}
        </Button>
        <Button onPress={() => setDraft(null)}>{text.sessions.noteCancel}</Button>
      </div>
    </div>
  );
}
