import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { Api } from '../shared/contract/contract.ts';
import type { Settings, SettingsChange } from '../shared/settings/settings.ts';
import { isAtHand } from './breaks/atHand.ts';
import { BreakAtHand } from './breaks/BreakAtHand.tsx';
import { useBreakCalls } from './breaks/useBreakCalls.ts';
import { useBreakFlow } from './breaks/useBreakFlow.ts';
import { useBreaksNow, watchBreaks } from './breakWatch.ts';
import { alternativesTo } from './coach/alternatives.ts';
import { text } from './messages/en.ts';
import { Button } from './ui/Button.tsx';
import { ProblemCard } from './ui/ProblemCard.tsx';
import { TroubleNotice } from './ui/TroubleNotice.tsx';
import { useLoaded } from './ui/useLoaded.ts';
import { useSessionRequest } from './useSessionRequest.tsx';

const SessionScreen = lazy(() =>
  import('./session/SessionScreen.tsx').then((module) => ({ default: module.SessionScreen })),
);

const TITLE = 'break-window-title';
/** The thanks are short. */
const THANKS_MS = 8_000;

/** The page in a window of its own that shows a break and nothing else; it closes when the break is over. */
export function BreakWindow({ api }: { readonly api: Api }) {
  const read = useCallback(() => api['settings.read'](null), [api]);
  const [settings, readAgain] = useLoaded(read);
  useEffect(() => {
    document.title = `${text.breaks.called.taking} · ${text.app.name}`;
  }, []);
  if (settings.state === 'loading') return <p className="centre soft">{text.app.loading}</p>;
  if (settings.state === 'ready') return <Alone api={api} initial={settings.value} />;
  return (
    <main className="centre">
      <ProblemCard problem={text.callError[settings.code]}>
        <Button onPress={readAgain}>{text.session.tryAgain}</Button>
      </ProblemCard>
    </main>
  );
}

function Alone({ api, initial }: { readonly api: Api; readonly initial: Settings }) {
  const [settings, setSettings] = useState(initial);
  const changeSettings = useCallback(
    async (change: SettingsChange): Promise<void> => setSettings(await api['settings.change'](change)),
    [api],
  );
  const { session, question, request, leave } = useSessionRequest(api, settings, changeSettings);
  const [watch] = useState(() => watchBreaks(api));
  const [hasBegun, setHasBegun] = useState(false);
  const flow = useBreakFlow({
    api,
    watch,
    onSession: (plan) => {
      setHasBegun(true);
      request({ source: 'camera', plan });
    },
  });
  const { view, failed } = useBreaksNow(watch);
  useBreakCalls({ watch, settings: settings.breaks, notifies: false, sounds: true });
  const isThanked = flow.ending?.name === 'done';
  const isInSession = view?.holds.includes('session') ?? false;
  /** A session that was on before may be one that somebody closed: who asks for this window then gets the break. */
  const [wasFree, setWasFree] = useState(false);
  useEffect(() => {
    if (view && !isInSession) setWasFree(true);
  }, [view, isInSession]);
  /** It is being done in another window. */
  const isElsewhere = isInSession && wasFree && !hasBegun;
  const isIdle = flow.ending === null && !flow.isBusy && session === null;
  const isOver = view !== null && (!isAtHand(view) || isElsewhere) && isIdle;
  useEffect(() => {
    if (isOver) window.close();
    if (!isThanked) return;
    const timer = setTimeout(() => window.close(), THANKS_MS);
    return () => clearTimeout(timer);
  }, [isOver, isThanked]);

  if (session) {
    const comeBack = (sessionId: string | null): void => {
      leave(sessionId);
      flow.leave(sessionId);
    };
    return (
      <Suspense fallback={<p className="centre soft">{text.app.loading}</p>}>
        <SessionScreen
          api={api}
          settings={settings}
          request={session}
          alternativesTo={(exercise) => alternativesTo(exercise, settings.equipment, [])}
          onSettings={changeSettings}
          onLeave={comeBack}
        />
      </Suspense>
    );
  }
  return (
    <main className="break-window">
      <h1 className="visually-hidden">{text.breaks.called.taking}</h1>
      {isOver ? (
        <p>{text.breaks.over}</p>
      ) : (
        <BreakAtHand watch={watch} flow={flow} titleId={TITLE} onClose={flow.close} />
      )}
      {failed && <TroubleNotice sentence={text.breaks.failed} />}
      {question}
    </main>
  );
}
