import { useCallback, useState } from 'react';
import type { Api, ErrorCode } from '../../shared/contract/contract.ts';
import { countOf, type SessionRecord } from '../../shared/history/records.ts';
import {
  lastMsOf,
  type Meanwhile,
  objectionTo,
  type ResumableSession,
  resumptionOf,
  setsToClose,
} from '../../shared/session/resumption.ts';
import { tasksOf } from '../../shared/session/sessionPlan.ts';
import { text } from '../messages/en.ts';
import { formatDateTime } from '../messages/format.ts';
import type { SessionRequest } from '../sessionRequest.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { errorCode, useLoaded } from '../ui/useLoaded.ts';

interface UnfinishedProps {
  readonly api: Api;
  readonly meanwhile: Meanwhile;
  onStart(request: SessionRequest): void;
}

/** Offers to go on with a session that was cut off, where that is still good for the person, or to close it. */
export function Unfinished({ api, meanwhile, onStart }: UnfinishedProps) {
  const read = useCallback(() => api['history.unfinished'](null), [api]);
  const [loaded, readAgain] = useLoaded(read);
  const [error, setError] = useState<ErrorCode | null>(null);
  if (loaded.state !== 'ready' || !loaded.value) return null;
  const session = loaded.value;
  const resumable = resumptionOf(session);
  const objection = resumable && objectionTo(resumable, session, meanwhile);
  /** The clock may have been set back since. */
  const endedAtMs = (): number => Math.max(Date.now(), lastMsOf(session));
  const closeSets = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) await api['history.endSet']({ id, endedAtMs: endedAtMs(), reason: 'closed-later' });
  };
  const close = async (): Promise<void> => {
    await closeSets(setsToClose(session, null));
    await api['history.endSession']({ id: session.id, endedAtMs: endedAtMs(), reason: 'closed-later' });
    readAgain();
  };
  const attempt = (work: Promise<void>): void => {
    work.catch((reason: unknown) => setError(errorCode(reason)));
  };
  const goOn = async (request: ResumableSession): Promise<void> => {
    await closeSets(setsToClose(session, request.resume));
    onStart(request);
  };
  return (
    <section className="notice unfinished" aria-labelledby="unfinished-title">
      <div>
        <h2 id="unfinished-title">{text.today.unfinishedTitle}</h2>
        <p>{whereItIs(session, resumable)}</p>
        {objection && <p>{text.today.unfinishedClose[objection]}</p>}
      </div>
      <div className="row">
        {resumable && !objection && (
          <Button look="primary" onPress={() => attempt(goOn(resumable))}>
            {text.today.resume}
          </Button>
        )}
        <Button onPress={() => attempt(close())}>{text.today.closeIt}</Button>
      </div>
      {error && <ProblemCard problem={text.callError[error]} />}
    </section>
  );
}

/** The set that was cut off, or what would come next. */
function whereItIs({ sets, startedAtMs }: SessionRecord, resumable: ResumableSession | null): string {
  const when = formatDateTime(startedAtMs);
  if (!resumable) return text.today.unfinishedEmpty(when);
  const { plan, resume } = resumable;
  const open = sets.find(({ id }) => id === resume.open?.setId);
  if (open) return text.today.unfinished(text.exercise(open.exercise).name, countOf(open), open.targetReps, when);
  const task = tasksOf(plan)[resume.startAt];
  return task ? text.today.unfinishedNext(text.exercise(task.exercise).name, when) : text.today.unfinishedEmpty(when);
}
