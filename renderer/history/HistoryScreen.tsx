import { useCallback, useEffect, useState } from 'react';
import type { Api, ErrorCode } from '../../shared/contract/contract.ts';
import { countOf, type SessionRecord, type SetRecord } from '../../shared/history/records.ts';
import { text } from '../messages/en.ts';
import { formatDateTime, formatSeconds, mean } from '../messages/format.ts';
import { RepTable } from '../reps/RepTable.tsx';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { errorCode } from '../ui/useLoaded.ts';
import './history.css';

const PAGE = 20;

export function HistoryScreen({ api }: { readonly api: Api }) {
  const [sessions, setSessions] = useState<readonly SessionRecord[] | null>(null);
  const [hasMore, setHasMore] = useState(false);
  const [error, setError] = useState<ErrorCode | null>(null);
  const read = useCallback(
    (beforeMs: number): void => {
      api['history.sessions']({ beforeMs, limit: PAGE }).then(
        (older) => {
          setSessions((known) => [...(known ?? []).filter((s) => s.startedAtMs >= beforeMs), ...older]);
          setHasMore(older.length === PAGE);
          setError(null);
        },
        (reason: unknown) => setError(errorCode(reason)),
      );
    },
    [api],
  );
  useEffect(() => read(Date.now() + 1), [read]);

  return (
    <>
      <h1>{text.history.title}</h1>
      {error && (
        <ProblemCard problem={text.callError[error]}>
          <Button onPress={() => read(Date.now() + 1)}>{text.session.tryAgain}</Button>
        </ProblemCard>
      )}
      {sessions?.length === 0 && (
        <div className="card stack">
          <p>{text.history.empty}</p>
          <p className="soft">{text.history.emptyHint}</p>
        </div>
      )}
      {sessions?.map((session) => (
        <Session key={session.id} session={session} />
      ))}
      {hasMore && (
        <div className="row">
          <Button onPress={() => read(sessions?.at(-1)?.startedAtMs ?? 1)}>{text.history.more}</Button>
        </div>
      )}
    </>
  );
}

function Session({ session }: { readonly session: SessionRecord }) {
  return (
    <article className="card history-session">
      <header className="row">
        <h2>{formatDateTime(session.startedAtMs)}</h2>
        {session.source === 'athlete' && <span className="tag">{text.history.athlete}</span>}
        {session.source === 'imported' && <span className="tag">{text.history.imported}</span>}
        {!session.end && <span className="tag">{text.history.unfinished}</span>}
      </header>
      {session.sets.map((set) => (
        <SetDetails key={set.id} set={set} hasTarget={session.source !== 'imported'} />
      ))}
    </article>
  );
}

function SetDetails({ set, hasTarget }: { readonly set: SetRecord; readonly hasTarget: boolean }) {
  const { name } = text.exercise(set.exercise);
  const lowering = mean(
    set.reps.flatMap(({ measures: m }) => (m?.endMs && m.lowerStartMs ? [m.endMs - m.lowerStartMs] : [])),
  );
  const asides = [
    hasTarget && text.session.of(set.targetReps),
    lowering !== null && text.history.lowering(formatSeconds(lowering)),
    set.corrected !== 0 && text.history.corrected(set.corrected),
    set.attempts.length > 0 && text.history.attempts(set.attempts.length),
  ].filter((aside) => aside !== false);
  return (
    <details className="history-set">
      <summary>
        <span className="history-count">{countOf(set)}</span>
        <span>
          <strong>{text.history.setTitle(name, set.side)}</strong>
          <span className="soft small"> {asides.join(' · ')}</span>
        </span>
      </summary>
      {set.reps.length === 0 ? (
        <p className="soft">{text.history.noReps}</p>
      ) : (
        <RepTable exercise={set.exercise} reps={set.reps} />
      )}
    </details>
  );
}
