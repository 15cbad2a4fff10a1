import { useState } from 'react';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import type { LiveSession } from './liveSession.ts';

/** Keeps the landmarks of the last set, for whoever wants to know why it was miscounted. */
export function Miscounted({ session }: { readonly session: LiveSession }) {
  const [outcome, setOutcome] = useState<string | null>(null);
  const save = (): void => {
    session.saveTrace().then(
      (path) => setOutcome(text.summary.traceSaved(path)),
      () => setOutcome(text.summary.traceFailed),
    );
  };
  return (
    <div className="miscounted small">
      {outcome ? (
        <p role="status">{outcome}</p>
      ) : (
        <>
          <Button look="quiet" onPress={save}>
            {text.summary.miscounted}
          </Button>
          <span className="soft">{text.summary.miscountedHint}</span>
        </>
      )}
    </div>
  );
}
