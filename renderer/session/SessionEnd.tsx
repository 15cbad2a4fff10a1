import { useState } from 'react';
import { catalogueEntry } from '../../shared/exercises/catalogue.ts';
import { isSeen, type Side } from '../../shared/exercises/exerciseIds.ts';
import { FEELS } from '../../shared/history/records.ts';
import { ALL_GOOD, isWhole, taskAt } from '../../shared/session/session.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { asksAfter, CheckIn, isAnswered } from './CheckIn.tsx';
import type { LiveSession, LiveSnapshot } from './liveSession.ts';
import { NotSaved } from './NotSaved.tsx';
import { SetResult } from './SetResult.tsx';

interface SessionEndProps {
  readonly session: LiveSession;
  readonly live: LiveSnapshot;
  onFinish(): void;
  /** Its end waits to be written: nothing is added to it any more. */
  readonly isEnding: boolean;
  /** Where not everything can be written. */
  readonly onLeaveUnsaved: (() => void) | undefined;
}

/** The last screen of a session: the last set, the questions that are still open, and how it felt. */
export function SessionEnd({ session, live, onFinish, isEnding, onLeaveUnsaved }: SessionEndProps) {
  const { lastSet, outcomes, plan, feel } = live.session;
  const task = taskAt(live.session);
  const isSingle = plan.blocks.length === 1 && outcomes.length === 1;
  // What was open when the session ended stays, so that an answer can be changed.
  const [asked] = useState(() => outcomes.filter((one) => asksAfter(one) && !isAnswered(one)).map(({ key }) => key));
  const shown = outcomes.filter((one) => asked.includes(one.key) || (asksAfter(one) && one === outcomes.at(-1)));
  const open = shown.filter((one) => !isAnswered(one) && one.exercise !== 'knee-to-wall-test');
  const title = isSingle
    ? text.summary.title[outcomes[0]?.reason ?? 'stopped']
    : isWhole(live.session)
      ? text.summary.sessionDone
      : text.summary.sessionOver;
  return (
    <main className="summary">
      <section
        className={lastSet ? 'card summary-card summary-wide' : 'card summary-card'}
        aria-labelledby="summary-title"
      >
        <header>
          <h1 id="summary-title">{title}</h1>
          {task && (
            <p className="soft">
              {text.exercise(task.exercise).name} · {text.sideOfBody(task.side)}
            </p>
          )}
        </header>
        {lastSet && (
          <div className="stack">
            <SetResult session={session} set={lastSet} />
          </div>
        )}
        <div className="stack summary-questions">
          {open.length > 1 && (
            <div className="row">
              <Button
                onPress={() => {
                  for (const { key } of open) session.send({ type: 'check-in', key, answers: ALL_GOOD });
                }}
              >
                {text.checkIn.allOfThem}
              </Button>
              <span className="small soft">{text.checkIn.allGoodHint}</span>
            </div>
          )}
          {shown.map((outcome) => (
            <CheckIn
              key={outcome.key}
              session={session}
              outcome={outcome}
              {...(shown.length > 1 && {
                title: text.checkIn.titleOf(text.history.setTitle(text.exercise(outcome.exercise).name, outcome.side)),
              })}
            />
          ))}
          <section aria-labelledby="feel-title" className="check-in">
            <h2 id="feel-title">{text.feel.title}</h2>
            <Choices
              label={text.feel.title}
              inRow
              isLabelHidden
              value={feel ?? ''}
              choices={FEELS.map((value) => ({ value, label: text.feel.choices[value] }))}
              onChange={(value) => {
                if (value !== '') session.send({ type: 'feel', feel: value });
              }}
            />
            <p className="small soft">{text.feel.tomorrow}</p>
          </section>
        </div>
        {live.saveError && <NotSaved code={live.saveError} onGoOn={() => session.send({ type: 'retry-saves' })} />}
        <div className="row summary-last">
          <Button look="primary" large onPress={onFinish}>
            {text.summary.finish}
          </Button>
          {onLeaveUnsaved && (
            <>
              <span role="alert">{text.summary.notSaved}</span>
              <Button onPress={onLeaveUnsaved}>{text.summary.leaveUnsaved}</Button>
            </>
          )}
          {task && isSeen(task.exercise) && !isEnding && (
            <OneMore session={session} side={task.side} exercise={task.exercise} />
          )}
        </div>
      </section>
    </main>
  );
}

function OneMore({
  session,
  side,
  exercise,
}: {
  session: LiveSession;
  side: Side;
  exercise: Parameters<typeof catalogueEntry>[0];
}) {
  const again = (which: Side): void => session.send({ type: 'one-more', side: which });
  if (!catalogueEntry(exercise).isOneSided || side === 'both') {
    return <Button onPress={() => again('both')}>{text.summary.nextSet}</Button>;
  }
  const other: Side = side === 'left' ? 'right' : 'left';
  return (
    <>
      <Button onPress={() => again(other)}>{text.summary.otherSide(other)}</Button>
      <Button onPress={() => again(side)}>{text.summary.otherSide(side)}</Button>
    </>
  );
}
