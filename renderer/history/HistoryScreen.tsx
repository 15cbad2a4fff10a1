import { useCallback, useEffect, useState } from 'react';
import type { Api, ErrorCode } from '../../shared/contract/contract.ts';
import { isSeen } from '../../shared/exercises/exerciseIds.ts';
import { countOf, type SessionRecord, type SetRecord } from '../../shared/history/records.ts';
import type { Progress } from '../../shared/progression/progress.ts';
import { text } from '../messages/en.ts';
import { formatClock, formatDateTime, formatSeconds, mean } from '../messages/format.ts';
import { RepTable } from '../reps/RepTable.tsx';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { errorCode } from '../ui/useLoaded.ts';
import { entriesOf, type OwnRecord, ownRecords } from './ownRecords.ts';
import './history.css';

const PAGE = 20;

interface HistoryScreenProps {
  readonly api: Api;
  readonly progress: Progress;
}

/** Every session with its reps, and between them what the person put on record alone. */
export function HistoryScreen({ api, progress }: HistoryScreenProps) {
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

  // Of the time before the oldest session that was read, more is shown with the sessions of that time.
  const sinceMs = hasMore ? (sessions?.at(-1)?.startedAtMs ?? 0) : 0;
  const entries = sessions && entriesOf(sessions, ownRecords(progress), sinceMs);
  return (
    <>
      <h1>{text.history.title}</h1>
      {error && (
        <ProblemCard problem={text.callError[error]}>
          <Button onPress={() => read(Date.now() + 1)}>{text.session.tryAgain}</Button>
        </ProblemCard>
      )}
      {entries?.length === 0 && (
        <div className="card stack">
          <p>{text.history.empty}</p>
          <p className="soft">{text.history.emptyHint}</p>
        </div>
      )}
      {entries?.map((entry) =>
        'session' in entry ? (
          <Session key={entry.session.id} session={entry.session} />
        ) : (
          <Own key={entry.own.key} record={entry.own} />
        ),
      )}
      {hasMore && (
        <div className="row">
          <Button onPress={() => read(sessions?.at(-1)?.startedAtMs ?? 1)}>{text.history.more}</Button>
        </div>
      )}
    </>
  );
}

function Own({ record: { atMs, words } }: { readonly record: OwnRecord }) {
  return (
    <p className="history-own">
      <span className="soft">{formatDateTime(atMs)}</span> <span>{words}</span>
    </p>
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
        {session.feels.map(({ id, asked, feel }) => (
          <span key={id} className="tag">
            {text.history.felt[asked](text.feel.choices[feel])}
          </span>
        ))}
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
  const isLed = !isSeen(set.exercise);
  const asides = [
    hasTarget && !isLed && text.session.of(set.targetReps),
    isLed && set.targetMs !== null && text.history.byClock(formatClock(set.targetMs)),
    set.end && set.end.reason !== 'finished' && text.history.ended[set.end.reason],
    lowering !== null && text.history.lowering(formatSeconds(lowering)),
    set.corrected !== 0 && text.history.corrected(set.corrected),
    set.attempts.length > 0 && text.history.attempts(set.attempts.length),
    set.checkIn && text.history.checkIn(set.checkIn),
  ].filter((aside) => typeof aside === 'string');
  return (
    <details className="history-set">
      <summary>
        <span className="history-count">{isLed ? formatClock(workedMs(set)) : countOf(set)}</span>
        <span>
          <strong>{text.history.setTitle(name, set.side)}</strong>
          <span className="soft small"> {asides.join(' · ')}</span>
        </span>
      </summary>
      {set.reps.length === 0 || !isSeen(set.exercise) ? (
        <p className="soft">{isLed ? text.session.clockOnly : text.history.noReps}</p>
      ) : (
        <RepTable exercise={set.exercise} reps={set.reps} />
      )}
    </details>
  );
}

/** Of what a clock led: from its beginning to its end. */
function workedMs({ startedAtMs, end, targetMs }: SetRecord): number {
  return end ? Math.min(targetMs ?? 0, Math.max(0, end.endedAtMs - startedAtMs)) : 0;
}
