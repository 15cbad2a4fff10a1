import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Api } from '../../shared/contract/contract.ts';
import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import { isWhole, type SessionState, shownSet, taskAt } from '../../shared/session/session.ts';
import type { Settings, SettingsChange } from '../../shared/settings/settings.ts';
import { AthleteDemo } from '../athlete/AthleteDemo.tsx';
import { sharedCuePlayer } from '../audio/cuePlayer.ts';
import { text } from '../messages/en.ts';
import type { SessionRequest } from '../sessionRequest.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { GoView } from './GoView.tsx';
import type { LiveSession, LiveSnapshot } from './liveSession.ts';
import { NotSaved } from './NotSaved.tsx';
import { openLiveSession } from './openLiveSession.ts';
import { PictureView } from './PictureView.tsx';
import { RestView } from './RestView.tsx';
import { SessionEnd } from './SessionEnd.tsx';
import { SessionMenu } from './SessionMenu.tsx';
import { SetView } from './SetView.tsx';
import { useSessionKeys } from './useSessionKeys.ts';
import './session.css';
import './rest.css';

interface SessionScreenProps {
  readonly api: Api;
  readonly settings: Settings;
  readonly request: SessionRequest;
  /** What may take the place of an exercise. */
  alternativesTo(exercise: CatalogueId): readonly CatalogueId[];
  onSettings(change: SettingsChange): Promise<void>;
  /** @param sessionId what was done, or null when nothing was */
  onLeave(sessionId: string | null): void;
}

/** A session from stepping in front of the camera to the last question. */
export function SessionScreen({ api, settings, request, alternativesTo, onSettings, onLeave }: SessionScreenProps) {
  const [session, setSession] = useState<LiveSession | null>(null);
  // Opened once for a request: a setting that changes meanwhile must not close the camera.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const opened = openLiveSession({ api, settings, request, onSettings });
    setSession(opened);
    return () => opened.close();
  }, [request]);
  if (!session) return null;
  return (
    <Running session={session} hasLetterKeys={settings.letterKeys} alternativesTo={alternativesTo} onLeave={onLeave} />
  );
}

type RunningProps = Pick<SessionScreenProps, 'alternativesTo' | 'onLeave'> & {
  readonly session: LiveSession;
  readonly hasLetterKeys: boolean;
};

function Running({ session, hasLetterKeys, alternativesTo, onLeave }: RunningProps) {
  const live = useSyncExternalStore(session.subscribe, session.snapshot);
  const { stage, hold, plan } = live.session;
  const [isStuck, setStuck] = useState(false);
  useSessionKeys(session, hasLetterKeys);
  const leave = (): void => {
    session.end(isWhole(live.session) ? 'finished' : 'stopped').then(onLeave, () => setStuck(true));
  };
  useEffect(() => {
    if (stage.name === 'left') onLeave(null);
  }, [stage.name, onLeave]);
  const endsItself = plan.kind === 'break' && stage.name === 'end';
  // A break asks nothing: it is over when its reps are done, wherever the person stands then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    if (endsItself) leave();
  }, [endsItself]);
  if (stage.name === 'left' || (endsItself && !isStuck)) return null;
  if (stage.name === 'end') {
    return (
      <SessionEnd
        session={session}
        live={live}
        onFinish={leave}
        isEnding={isStuck}
        onLeaveUnsaved={isStuck && live.saveError ? () => onLeave(null) : undefined}
      />
    );
  }
  const task = taskAt(live.session);
  return (
    <div className={stage.name === 'rest' ? 'session session-resting' : 'session'}>
      <header className="session-head">
        <Place state={live.session} />
        <SoundNotice />
      </header>
      {stage.name === 'rest' ? (
        <RestView session={session} live={live} rest={stage} />
      ) : (
        <>
          <Work session={session} live={live} />
          <aside className="session-picture">
            <Picture live={live} />
          </aside>
        </>
      )}
      {hold === 'menu' && (
        <SessionMenu session={session} live={live} alternatives={task ? alternativesTo(task.exercise) : []} />
      )}
      {hold === 'paused' && <Held session={session} live={live} />}
    </div>
  );
}

/** Between sets or by the clock, while the time stands still: asked for, or because something could not be written. */
function Held({ session, live: { saveError, status, session: state } }: WorkProps) {
  const goOn = (): void => session.send({ type: 'go-on' });
  if (state.hasUnsaved && saveError) {
    return (
      <div className="veil">
        <NotSaved code={saveError} onGoOn={goOn} />
      </div>
    );
  }
  const { handPauses } = state.person;
  return (
    <div className="veil" role="status">
      <p className="veil-title">{text.session.paused}</p>
      <p>{handPauses && status !== 'off' ? text.session.pausedGoHandHint : text.session.pausedGoHint}</p>
      <div className="row">
        <Button look="primary" large onPress={goOn}>
          {text.session.goOn}
        </Button>
        <Button onPress={() => session.send({ type: 'end-session' })}>{text.session.endSession}</Button>
      </div>
    </div>
  );
}

interface WorkProps {
  readonly session: LiveSession;
  readonly live: LiveSnapshot;
}

/** The set or the go under way, or why there is none. */
function Work({ session, live }: WorkProps) {
  const { stage } = live.session;
  const { status, problem } = live;
  if (stage.name === 'set' && status === 'failed' && problem) {
    return (
      <main className="session-message">
        <ProblemCard problem={text.problem[problem]}>
          <Button look="primary" onPress={session.reopen}>
            {text.session.tryAgain}
          </Button>
          <Button onPress={() => session.send({ type: 'end-session' })}>{text.session.back}</Button>
        </ProblemCard>
      </main>
    );
  }
  if (stage.name === 'set') return <SetView session={session} live={live} set={stage.set} />;
  return stage.name === 'go' ? <GoView session={session} go={stage.go} /> : null;
}

/** Who is seen; by the clock, the athlete who shows what to do. */
function Picture({ live }: { readonly live: LiveSnapshot }) {
  const { stage } = live.session;
  const set = shownSet(live.session);
  const task = taskAt(live.session);
  if (stage.name === 'go' && task) {
    const { name } = text.exercise(task.exercise);
    return (
      <div className="session-demo">
        <AthleteDemo exercise={task.exercise} side={task.side} label={text.today.demonstration(name)} />
      </div>
    );
  }
  if (!live.source || !set) return null;
  return <PictureView source={live.source} frame={live.frame} side={set.plan.side} phase={live.view.phase} />;
}

/** Where in the session we are. */
function Place({ state }: { readonly state: SessionState }) {
  const task = taskAt(state);
  const block = task && state.plan.blocks[task.block];
  if (!task || !block) return <span />;
  const { name } = text.exercise(task.exercise);
  return (
    <div className="session-place">
      <h1>{name}</h1>
      <p>
        · {text.sideOfBody(task.side)} · {text.session.set(task.set + 1, block.sets)}
        {state.plan.blocks.length > 1 && (
          <span className="soft"> · {text.session.exerciseOf(task.block + 1, state.plan.blocks.length)}</span>
        )}
      </p>
    </div>
  );
}

/** Browsers keep sound off until the person has pressed something on the page. */
function SoundNotice() {
  const [isBlocked, setBlocked] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => setBlocked(sharedCuePlayer().isBlocked()), 1000);
    return () => clearInterval(timer);
  }, []);
  if (!isBlocked) return null;
  return (
    <span className="row small" role="status">
      {text.session.soundBlocked}
      <Button onPress={() => sharedCuePlayer().unblock()}>{text.session.soundOn}</Button>
    </span>
  );
}
