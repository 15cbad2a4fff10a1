import { useCallback, useState } from 'react';
import type { Api } from '../../../shared/contract/contract.ts';
import type { SessionRecord } from '../../../shared/history/records.ts';
import { sessionLineOf } from '../../../shared/history/sessionLine.ts';
import type { SessionLine } from '../../../shared/history/sessionList.ts';
import { text } from '../../messages/en.ts';
import { formatFullDate } from '../../messages/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProblemCard } from '../../ui/ProblemCard.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { errorCode, useLoaded } from '../../ui/useLoaded.ts';
import { amendmentOf } from '../amendments.ts';
import { tagsOf } from '../sessions/SessionItem.tsx';
import { changeNote } from './changes.ts';
import { NoteEditor } from './NoteEditor.tsx';
import { SetCard } from './SetCard.tsx';
import { useChanges } from './useChanges.ts';
import './session.css';

interface SessionPageProps {
  readonly api: Api;
  readonly id: string;
  onBack(): void;
  /** Something in it was changed. */
  onChanged(): void;
  onDeleted(): void;
  /** It is to be set beside another one. */
  onCompare(line: SessionLine): void;
}

/** One session, set by set, with all that can be put right in it. */
export function SessionPage({ api, id, onBack, ...on }: SessionPageProps) {
  const read = useCallback(() => api['history.session']({ id }), [api, id]);
  const [session, readAgain] = useLoaded(read);
  return (
    <>
      <div className="row">
        <Button onPress={onBack}>{text.sessions.back}</Button>
      </div>
      {session.state === 'loading' && <p className="soft">{text.app.loading}</p>}
      {session.state === 'failed' && (
        <ProblemCard problem={text.callError[session.code]}>
          <Button onPress={readAgain}>{text.session.tryAgain}</Button>
        </ProblemCard>
      )}
      {session.state === 'ready' &&
        (session.value ? (
          <Whole
            api={api}
            session={session.value}
            onDeleted={on.onDeleted}
            onCompare={on.onCompare}
            onChanged={() => {
              readAgain();
              on.onChanged();
            }}
          />
        ) : (
          <TroubleNotice sentence={text.sessions.gone} />
        ))}
    </>
  );
}

type WholeProps = Pick<SessionPageProps, 'api' | 'onChanged' | 'onDeleted' | 'onCompare'> & {
  readonly session: SessionRecord;
};

function Whole({ api, session, onChanged, onDeleted, onCompare }: WholeProps) {
  const changes = useChanges(onChanged);
  const [isAsking, setAsking] = useState(false);
  const line = sessionLineOf(session);
  const when = formatFullDate(session.startedAtMs);
  const setDeleted = (value: boolean) => () =>
    api['history.amend'](amendmentOf({ of: 'session', targetId: session.id, field: 'deleted', value }));
  const isDeleted = session.deletedAtMs !== null;
  return (
    <>
      <header className="session-head-page">
        <h1>{when}</h1>
        <p className="row">
          <span>{line.kind ? text.history.kind[line.kind] : text.history.kindUnknown}</span>
          {tagsOf(line).map((tag) => (
            <span key={tag} className={tag === text.sessions.corrected ? 'tag tag-amended' : 'tag'}>
              {tag}
            </span>
          ))}
          {session.feels.map((said) => (
            <span key={said.id} className="tag">
              {text.history.felt[said.asked](text.feel.choices[said.feel])}
            </span>
          ))}
        </p>
        <NoteEditor
          note={session.note}
          of={text.sessions.theSession}
          onNote={(note) => changes.make(changeNote(api, 'session', session, note))}
        />
        <div className="row">
          <Button onPress={() => onCompare(line)}>{text.sessions.compareWith}</Button>
          {isDeleted ? (
            <Button onPress={() => changes.make({ apply: setDeleted(false), revert: setDeleted(true) })}>
              {text.sessions.restore}
            </Button>
          ) : (
            <Button look="danger" onPress={() => setAsking(true)}>
              {text.sessions.delete}
            </Button>
          )}
        </div>
      </header>
      {isDeleted && <TroubleNotice sentence={text.sessions.isDeleted} />}
      {changes.error && <ProblemCard problem={text.callError[changes.error]} />}
      <div className="session-undo" role="status">
        {changes.state && (
          <div className="notice row">
            <span>{changes.state === 'changed' ? text.sessions.changed : text.sessions.undone}</span>
            {changes.canUndo && <Button onPress={changes.undo}>{text.sessions.undo}</Button>}
          </div>
        )}
      </div>
      {session.sets.map((set, i) => (
        <SetCard
          key={set.id}
          api={api}
          set={set}
          n={i + 1}
          hasTarget={session.source !== 'imported'}
          changes={changes}
        />
      ))}
      <DeleteQuestion
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        run={setDeleted(true)}
        onDeleted={() => {
          onChanged();
          onDeleted();
        }}
      />
    </>
  );
}

interface DeleteQuestionProps {
  readonly isOpen: boolean;
  run(): Promise<unknown>;
  onDeleted(): void;
  onClose(): void;
}

function DeleteQuestion({ isOpen, run, onDeleted, onClose }: DeleteQuestionProps) {
  const [problem, setProblem] = useState<Parameters<typeof ProblemCard>[0]['problem'] | null>(null);
  return (
    <Dialog title={text.sessions.deleteTitle} isOpen={isOpen} isQuestion onClose={onClose}>
      <p>{text.sessions.deleteWhy}</p>
      {problem && <ProblemCard problem={problem} />}
      <div className="row">
        <Button
          look="danger"
          onPress={() => run().then(onDeleted, (reason: unknown) => setProblem(text.callError[errorCode(reason)]))}
        >
          {text.sessions.deleteConfirm}
        </Button>
        <Button onPress={onClose}>{text.sessions.deleteCancel}</Button>
      </div>
    </Dialog>
  );
}
