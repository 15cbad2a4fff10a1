import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Api } from '../../shared/contract/contract.ts';
import type { Side } from '../../shared/exercises/exerciseIds.ts';
import type { SetPlan } from '../../shared/session/setState.ts';
import type { Settings, SettingsChange } from '../../shared/settings/settings.ts';
import { sharedCuePlayer } from '../audio/cuePlayer.ts';
import { text } from '../messages/en.ts';
import type { SessionRequest } from '../sessionRequest.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import type { LiveSession } from './liveSession.ts';
import { openLiveSession } from './openLiveSession.ts';
import { PictureView } from './PictureView.tsx';
import { SetSummary } from './SetSummary.tsx';
import { SetView } from './SetView.tsx';
import './session.css';

interface SessionScreenProps {
  readonly api: Api;
  readonly settings: Settings;
  readonly request: SessionRequest;
  onSettings(change: SettingsChange): Promise<void>;
  onLeave(): void;
}

/** A session from stepping in front of the camera to the last set's summary. */
export function SessionScreen({ api, settings, request, onSettings, onLeave }: SessionScreenProps) {
  const [session, setSession] = useState<LiveSession | null>(null);
  // Opened once for a request: a setting that changes meanwhile must not close the camera.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const opened = openLiveSession({ api, settings, request, onSettings });
    setSession(opened);
    return () => opened.close();
  }, [request]);
  return session ? <Running session={session} onLeave={onLeave} /> : null;
}

function Running({ session, onLeave }: { readonly session: LiveSession; onLeave(): void }) {
  const live = useSyncExternalStore(session.subscribe, session.snapshot);
  const { set, source, problem, status } = live;
  const hasStarted = set.started;
  const leave = (): void => {
    // Whatever could not be written was said when it failed; leaving must always work.
    session.end(set.endReason === 'finished' ? 'finished' : 'stopped').then(onLeave, onLeave);
  };
  const nextSet = (side: Side): void => {
    const plan: SetPlan = { ...set.plan, side, alreadyDone: 0, alreadyCorrected: 0 };
    session.beginSet(plan);
  };
  useEffect(() => {
    if (set.phase === 'done' && !hasStarted) onLeave();
  }, [set.phase, hasStarted, onLeave]);

  if (set.phase === 'done') return <SetSummary session={session} live={live} onNext={nextSet} onFinish={leave} />;
  const { name } = text.exercise(set.plan.exercise);
  return (
    <div className="session">
      <header className="session-head">
        <span>
          <strong>{name}</strong> · {text.sideOfBody(set.plan.side)} · {text.session.set(live.setNumber)}
        </span>
        <SoundNotice />
      </header>
      {status === 'failed' && problem ? (
        <main className="session-message">
          <ProblemCard problem={text.problem[problem]}>
            <Button look="primary" onPress={session.reopen}>
              {text.session.tryAgain}
            </Button>
            <Button onPress={leave}>{text.session.back}</Button>
          </ProblemCard>
        </main>
      ) : (
        <SetView session={session} live={live} />
      )}
      <aside className="session-picture">
        {source && <PictureView source={source} frame={live.frame} side={set.plan.side} phase={live.view.phase} />}
      </aside>
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
