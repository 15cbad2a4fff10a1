import { useCallback, useState } from 'react';
import type { Api, ErrorCode } from '../../../shared/contract/contract.ts';
import type { DeletedSession } from '../../../shared/history/sessionList.ts';
import { text } from '../../messages/en.ts';
import { formatDate, formatFullDate } from '../../messages/format.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemCard } from '../../ui/ProblemCard.tsx';
import { errorCode, useLoaded } from '../../ui/useLoaded.ts';
import { amendmentOf } from '../amendments.ts';
import { SessionItem } from './SessionItem.tsx';
import './sessions.css';

interface DeletedPageProps {
  readonly api: Api;
  onBack(): void;
  onOpen(id: string): void;
  onRestored(): void;
}

/** What was deleted and can still be had back. */
export function DeletedPage({ api, onBack, onOpen, onRestored }: DeletedPageProps) {
  const read = useCallback(() => api['history.deleted'](null), [api]);
  const [deleted, readAgain] = useLoaded(read);
  const [restored, setRestored] = useState<DeletedSession | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const restore = (session: DeletedSession): void => {
    api['history.amend'](amendmentOf({ of: 'session', targetId: session.id, field: 'deleted', value: false })).then(
      () => {
        setRestored(session);
        onRestored();
        readAgain();
      },
      (reason: unknown) => setError(errorCode(reason)),
    );
  };
  const code = error ?? (deleted.state === 'failed' ? deleted.code : null);
  return (
    <>
      <div className="row">
        <Button onPress={onBack}>{text.sessions.backTo}</Button>
      </div>
      <div className="stack">
        <h1>{text.sessions.deletedTitle}</h1>
        <p className="soft">{text.sessions.deletedLead}</p>
      </div>
      {code && <ProblemCard problem={text.callError[code]} />}
      <p role="status" className={restored ? 'notice' : 'visually-hidden'}>
        {restored && text.sessions.restored(formatFullDate(restored.startedAtMs))}
      </p>
      {deleted.state === 'ready' && deleted.value.length === 0 && <p>{text.sessions.deletedNone}</p>}
      <ol className="sessions-list">
        {deleted.state === 'ready' &&
          deleted.value.map((session) => (
            <SessionItem key={session.id} line={session} onOpen={() => onOpen(session.id)}>
              <div className="row">
                <Button
                  aria-label={text.sessions.restoreOf(formatFullDate(session.startedAtMs))}
                  onPress={() => restore(session)}
                >
                  {text.sessions.restore}
                </Button>
                <span className="small soft">{text.sessions.deletedUntil(formatDate(session.restorableUntilMs))}</span>
              </div>
            </SessionItem>
          ))}
      </ol>
    </>
  );
}
