import { useEffect, useState } from 'react';
import type { Api, ErrorCode } from '../../../shared/contract/contract.ts';
import type { SessionFilter, SessionLine, SessionList } from '../../../shared/history/sessionList.ts';
import { text } from '../../messages/en.ts';
import { formatFullDate } from '../../messages/format.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemCard } from '../../ui/ProblemCard.tsx';
import { errorCode } from '../../ui/useLoaded.ts';
import { amendmentOf } from '../amendments.ts';
import { Filters } from './Filters.tsx';
import { SessionItem } from './SessionItem.tsx';
import './sessions.css';

interface SessionsPageProps {
  readonly api: Api;
  readonly filter: SessionFilter;
  /** Another one is to be chosen and set beside this one. */
  readonly comparing: SessionLine | null;
  /** The session that was deleted a moment ago. */
  readonly deletedId: string | null;
  onFilter(filter: SessionFilter): void;
  onOpen(id: string): void;
  onChanged(): void;
  onStopComparing(): void;
  onRestored(): void;
  onDeletedList(): void;
}

const PAGE = 20;

/** All sessions that fit, the latest first, a page at a time. */
export function SessionsPage({ api, filter, comparing, deletedId, onFilter, ...on }: SessionsPageProps) {
  const [list, setList] = useState<SessionList | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is the wish to read again
  useEffect(() => {
    let isCurrent = true;
    api['history.list']({ filter, after: null, limit: PAGE }).then(
      (first) => {
        if (!isCurrent) return;
        setList(first);
        setError(null);
      },
      (reason: unknown) => isCurrent && setError(errorCode(reason)),
    );
    return () => {
      isCurrent = false;
    };
  }, [api, filter, round]);
  const readMore = (): void => {
    if (!list?.next) return;
    api['history.list']({ filter, after: list.next, limit: PAGE }).then(
      ({ sessions, next, total }) => setList({ sessions: [...list.sessions, ...sessions], next, total }),
      (reason: unknown) => setError(errorCode(reason)),
    );
  };
  const restore = (id: string): void => {
    api['history.amend'](amendmentOf({ of: 'session', targetId: id, field: 'deleted', value: false })).then(
      () => {
        on.onRestored();
        on.onChanged();
        setRound((n) => n + 1);
      },
      (reason: unknown) => setError(errorCode(reason)),
    );
  };
  return (
    <>
      {deletedId && (
        <div className="notice row" role="status">
          <span>{text.sessions.deletedNow}</span>
          <Button onPress={() => restore(deletedId)}>{text.sessions.undo}</Button>
        </div>
      )}
      {comparing && (
        <div className="notice row" role="status">
          <span>{text.sessions.chooseOther(formatFullDate(comparing.startedAtMs))}</span>
          <Button onPress={on.onStopComparing}>{text.sessions.chooseCancel}</Button>
        </div>
      )}
      <Filters filter={filter} onFilter={onFilter} />
      {error && (
        <ProblemCard problem={text.callError[error]}>
          <Button onPress={() => setRound((n) => n + 1)}>{text.session.tryAgain}</Button>
        </ProblemCard>
      )}
      <div className="sessions-head">
        <h2 aria-live="polite">{list ? text.sessions.total(list.total) : text.app.loading}</h2>
        <Button look="quiet" onPress={on.onDeletedList}>
          {text.sessions.deletedList}
        </Button>
      </div>
      {list?.total === 0 && <p className="soft">{text.sessions.noneFits}</p>}
      <ol className="sessions-list">
        {list?.sessions
          .filter(({ id }) => id !== comparing?.id)
          .map((line) => (
            <SessionItem key={line.id} line={line} isChoosing={comparing !== null} onOpen={() => on.onOpen(line.id)} />
          ))}
      </ol>
      {list?.next && (
        <div className="row">
          <Button onPress={readMore}>{text.sessions.more}</Button>
        </div>
      )}
    </>
  );
}
