import { useState } from 'react';
import type { Note } from '../../shared/progression/plannedSession.ts';
import { text } from '../messages/en.ts';
import { RedFlagsDialog } from '../redFlags/RedFlags.tsx';
import { Button } from '../ui/Button.tsx';

/** What to know of the whole session: what asks for care stands by itself, what only explains stands together. */
export function PlanNotes({ notes }: { readonly notes: readonly Note[] }) {
  const [isReading, setReading] = useState(false);
  const calm = notes.filter((note) => !text.isCareful(note));
  if (notes.length === 0) return null;
  return (
    <section className="plan-notes" aria-label={text.today.notes}>
      {notes
        .filter((note) => text.isCareful(note))
        .map((note) => (
          <div key={note.code} className="plan-note plan-note-careful">
            <p>{text.note(note)}</p>
            {note.code === 'pain-red-flags' && (
              <div className="row">
                <Button onPress={() => setReading(true)}>{text.checkIn.whenToStop}</Button>
              </div>
            )}
          </div>
        ))}
      {calm.length > 0 && (
        <div className="plan-note">
          {calm.map((note) => (
            <p key={note.code}>{text.note(note)}</p>
          ))}
        </div>
      )}
      <RedFlagsDialog isOpen={isReading} onClose={() => setReading(false)} />
    </section>
  );
}
