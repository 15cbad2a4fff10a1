import { useCallback, useEffect, useState } from 'react';
import type { Api, ErrorCode } from '../../shared/contract/contract.ts';
import { countOf, type RepRecord, type SessionRecord, type SetRecord } from '../../shared/history/records.ts';
import { text } from '../messages/en.ts';
import { formatAboutCm, formatDateTime, formatSeconds, mean } from '../messages/format.ts';
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
        {!session.end && <span className="tag">{text.history.unfinished}</span>}
      </header>
      {session.sets.map((set) => (
        <SetDetails key={set.id} set={set} />
      ))}
    </article>
  );
}

function SetDetails({ set }: { readonly set: SetRecord }) {
  const { name } = text.exercise(set.exercise);
  const lowering = mean(
    set.reps.flatMap(({ measures: m }) => (m?.endMs && m.lowerStartMs ? [m.endMs - m.lowerStartMs] : [])),
  );
  const asides = [
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
          <span className="soft small"> {[text.session.of(set.targetReps), ...asides].join(' · ')}</span>
        </span>
      </summary>
      {set.reps.length === 0 ? <p className="soft">{text.history.noReps}</p> : <RepTable reps={set.reps} />}
    </details>
  );
}

function RepTable({ reps }: { readonly reps: readonly RepRecord[] }) {
  const { columns } = text.history;
  return (
    <table className="rep-table">
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reps.map((rep) => (
          <RepRow key={rep.id} rep={rep} />
        ))}
      </tbody>
    </table>
  );
}

function RepRow({ rep: { n, side, measures } }: { readonly rep: RepRecord }) {
  const span = (from: number | null | undefined, to: number | null | undefined): string =>
    typeof from === 'number' && typeof to === 'number' ? formatSeconds(to - from) : text.history.unknown;
  const notes = measures?.endMs == null ? [text.history.lost] : measures.faults.map((fault) => text.fault[fault]);
  return (
    <tr>
      <th scope="row">{n}</th>
      <td>{text.side(measures?.side ?? side)}</td>
      <td>{span(measures?.startMs, measures?.topMs)}</td>
      <td>{span(measures?.topMs, measures?.lowerStartMs)}</td>
      <td>{span(measures?.lowerStartMs, measures?.endMs)}</td>
      <td>{measures?.heightCm == null ? text.history.unknown : formatAboutCm(measures.heightCm)}</td>
      <td className={measures?.faults.length ? 'rep-fault' : 'soft'}>{notes.join(', ')}</td>
    </tr>
  );
}
