import { isSeen } from '../../shared/exercises/exerciseIds.ts';
import { nextTask, type Stage, taskAt } from '../../shared/session/session.ts';
import { AthleteDemo } from '../athlete/AthleteDemo.tsx';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { asksAfter, CheckIn } from './CheckIn.tsx';
import type { LiveSession, LiveSnapshot } from './liveSession.ts';
import { SetResult } from './SetResult.tsx';

interface RestViewProps {
  readonly session: LiveSession;
  readonly live: LiveSnapshot;
  readonly rest: Extract<Stage, { name: 'rest' }>;
}

/** Between two sets: how long still, what comes next, and how the last one was. */
export function RestView({ session, live, rest }: RestViewProps) {
  const { lastSet, outcomes, plan } = live.session;
  const next = nextTask(live.session);
  const done = taskAt(live.session);
  // A break asks nothing.
  const outcome = plan.kind === 'break' ? undefined : outcomes.at(-1);
  const seconds = Math.ceil(rest.leftMs / 1000);
  if (!next) return null;
  const words = text.exercise(next.exercise);
  const isCameraOff = live.status === 'off' && isSeen(next.exercise);
  return (
    <main className="rest">
      <section className="rest-next phase-rest" aria-labelledby="rest-title">
        <div>
          <h2 id="rest-title" className="phase-word">
            {text.rest.title}
          </h2>
          <p className="rest-left" role="timer" aria-label={text.rest.leftSpoken(seconds)}>
            {text.rest.left(seconds)}
          </p>
          <div className="rest-bar" aria-hidden="true">
            <div style={{ transform: `scaleX(${(rest.leftMs / rest.totalMs).toFixed(3)})` }} />
          </div>
        </div>
        <div className="stack">
          <p className="rest-upcoming">
            <span className="soft">{text.rest.next}: </span>
            <strong>{words.name}</strong>
            {next.side !== 'both' && <span> · {text.sideOfBody(next.side)}</span>}
          </p>
          <p className="soft">{done?.exercise === next.exercise ? '' : words.setUp}</p>
          {isCameraOff && <p className="small soft">{text.rest.cameraOff}</p>}
        </div>
        <div className="row">
          <Button look="primary" large onPress={() => session.send({ type: 'next' })}>
            {text.rest.startNow}
          </Button>
          <Button onPress={() => session.send({ type: 'more-rest' })}>{text.rest.more}</Button>
          <Button look="quiet" onPress={() => session.send({ type: 'menu' })}>
            {text.session.menu}
          </Button>
        </div>
        <p className="small soft">{text.rest.keys.join(' · ')}</p>
      </section>
      {lastSet || (outcome && asksAfter(outcome)) ? (
        <section className="card rest-last" aria-label={text.rest.lastSet}>
          {outcome && <CheckIn key={outcome.key} session={session} outcome={outcome} />}
          {lastSet && <SetResult session={session} set={lastSet} />}
        </section>
      ) : (
        <div className="rest-demo">
          <AthleteDemo exercise={next.exercise} side={next.side} label={text.today.demonstration(words.name)} />
        </div>
      )}
    </main>
  );
}
