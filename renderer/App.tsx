import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { Api } from '../shared/contract/contract.ts';
import type { CatalogueId } from '../shared/exercises/exerciseIds.ts';
import { type SessionPlan, usualBlock } from '../shared/session/sessionPlan.ts';
import type { Settings, SettingsChange } from '../shared/settings/settings.ts';
import { BreakAnnouncement, BreakPrompt } from './breaks/BreakPrompt.tsx';
import { useBreakCalls } from './breaks/useBreakCalls.ts';
import { useBreakFlow } from './breaks/useBreakFlow.ts';
import { type BreakWatch, watchBreaks } from './breakWatch.ts';
import { alternativesTo } from './coach/alternatives.ts';
import { closedHops, useProgress } from './coach/useProgress.ts';
import { fetchHistory } from './HistoryDoor.tsx';
import { UNKNOWN } from './help/places.ts';
import { text } from './messages/en.ts';
import { RecoveryDialog } from './RecoveryDialog.tsx';
import { type HistoryTab, type LeftSession, SCREENS, type ScreenName, type ShellView, type Start } from './screens.tsx';
import { Button } from './ui/Button.tsx';
import { ProblemCard } from './ui/ProblemCard.tsx';
import { TroubleNotice } from './ui/TroubleNotice.tsx';
import { useLoaded } from './ui/useLoaded.ts';
import { useNotices } from './useNotices.ts';
import { useSessionRequest } from './useSessionRequest.tsx';
import { WelcomeScreen } from './welcome/WelcomeScreen.tsx';
import './app.css';

// Pose, audio and the session's screens are only fetched when a session begins.
const SessionScreen = lazy(() =>
  import('./session/SessionScreen.tsx').then((module) => ({ default: module.SessionScreen })),
);

/** Where the tray leads. */
const BREAKS_PLACE = '#breaks';

/** With the welcome: a first taste of being counted. */
const FIRST_SET: SessionPlan = {
  kind: 'free',
  blocks: [{ ...usualBlock('calf-raise-double', 'main'), sets: 1, target: { reps: 5 } }],
};

export function App({ api }: { readonly api: Api }) {
  const read = useCallback(
    async (): Promise<Start> => ({ settings: await api['settings.read'](null), info: await api['app.info'](null) }),
    [api],
  );
  const [start, readAgain] = useLoaded(read);
  if (start.state === 'loading') return <p className="centre soft">{text.app.loading}</p>;
  if (start.state === 'failed') {
    return (
      <main className="centre">
        <ProblemCard problem={text.callError[start.code]}>
          <Button onPress={readAgain}>{text.session.tryAgain}</Button>
        </ProblemCard>
      </main>
    );
  }
  return <Shell api={api} start={start.value} />;
}

function Shell({ api, start }: { readonly api: Api; readonly start: Start }) {
  const [screen, setScreen] = useState<ScreenName>('today');
  const [kept, setKept] = useState<readonly ScreenName[]>([]);
  const [settings, setSettings] = useState(start.settings);
  const [progress, readAgain] = useProgress(api);
  const [isWelcoming, setWelcoming] = useState(!start.settings.welcomed);
  /** Pressed in the navigation once more, a screen begins anew: out of what was opened in it. */
  const [round, setRound] = useState(0);
  const [historyTab, setHistoryTab] = useState<HistoryTab>('overview');
  const [left, setLeft] = useState<LeftSession | null>(null);
  const mainRef = useRef<HTMLElement>(null);
  const changeSettings = useCallback(
    async (change: SettingsChange): Promise<void> => setSettings(await api['settings.change'](change)),
    [api],
  );
  const historyChanged = useCallback((): void => {
    readAgain();
    void api['settings.read'](null).then(setSettings);
  }, [api, readAgain]);
  const { session, question, request, leave } = useSessionRequest(api, settings, changeSettings);
  const notices = useNotices(api, start.info.notices, session ? 'session' : screen);
  const [watch] = useState(() => watchBreaks(api));
  const flow = useBreakFlow({ api, watch, onSession: (plan) => request({ source: 'camera', plan }) });
  useEffect(() => {
    document.title = `${text.app[screen]} · ${text.app.name}`;
  }, [screen]);

  // After the plan of the day is there, and before anybody looks back.
  useEffect(() => {
    const idle = requestIdleCallback(() => void fetchHistory());
    return () => cancelIdleCallback(idle);
  }, []);
  const open = useCallback((name: ScreenName): void => {
    setScreen(name);
    setKept((before) => (before.includes(name) ? before : [...before, name]));
  }, []);
  useEffect(() => {
    const follow = (): void => {
      if (location.hash !== BREAKS_PLACE) return;
      history.replaceState(null, '', location.pathname);
      open('breaks');
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [open]);
  if (session) {
    const { source, plan } = session;
    const comeBack = (sessionId: string | null): void => {
      leave(sessionId);
      readAgain();
      if (plan.kind === 'break') {
        flow.leave(sessionId);
        return;
      }
      if (sessionId === null) return;
      setLeft({ sessionId, source });
      open(plan.kind === 'check' ? 'checks' : 'today');
    };
    const closed = closedHops(progress.state === 'ready' ? progress.value.ladder : null);
    // A check stays what it is, also one that is an exercise at other times.
    const instead = (exercise: CatalogueId): readonly CatalogueId[] =>
      plan.kind === 'check' ? [] : alternativesTo(exercise, settings.equipment, closed);
    return (
      <Suspense fallback={<p className="centre soft">{text.app.loading}</p>}>
        <SessionScreen
          api={api}
          settings={settings}
          request={session}
          alternativesTo={instead}
          onSettings={changeSettings}
          onLeave={comeBack}
        />
      </Suspense>
    );
  }
  if (isWelcoming) {
    return (
      <WelcomeScreen
        settings={settings}
        onChange={changeSettings}
        onFirstSet={(source) => {
          setWelcoming(false);
          request({ source, plan: FIRST_SET });
        }}
        onDone={() => setWelcoming(false)}
      />
    );
  }
  /** Whoever is led elsewhere goes on reading there. */
  const lead = (name: ScreenName): void => {
    open(name);
    mainRef.current?.focus();
    window.scrollTo(0, 0);
  };
  const shell: ShellView = {
    ...{ api, settings, info: start.info, progress, left, readAgain, historyChanged, changeSettings, watch, flow },
    start: request,
    welcome: () => setWelcoming(true),
    forgetLeft: () => setLeft(null),
    historyTab,
    go: lead,
    showSessions: () => {
      setHistoryTab('sessions');
      lead('history');
    },
  };
  return (
    <>
      <header className="bar">
        <span className="brand">{text.app.name}</span>
        <nav>
          {SCREENS.filter(({ isAside }) => !isAside).map(({ name }) => (
            <Button
              key={name}
              look="quiet"
              onPress={() => {
                setHistoryTab('overview');
                if (name === screen) setRound(round + 1);
                open(name);
              }}
              {...(name === screen && { 'aria-current': 'page' as const })}
            >
              {text.app[name]}
            </Button>
          ))}
        </nav>
      </header>
      {screen !== 'breaks' && (
        <BreakPrompt
          watch={watch}
          flow={flow}
          calls={start.info.host === 'browser'}
          onFocusLost={() => mainRef.current?.focus()}
        />
      )}
      <main className="page" ref={mainRef} tabIndex={-1}>
        {notices.map((notice) => (
          <TroubleNotice
            key={`${notice.code} ${notice.path}`}
            sentence={text.notice[notice.code](notice.path)}
            entry={text.notice[notice.code](UNKNOWN)}
          />
        ))}
        {SCREENS.filter(({ name, isKept }) => name === screen || (isKept && kept.includes(name))).map(
          ({ name, isKept, show }) => (
            <div key={isKept ? name : `${name} ${round}`} className="page-part" hidden={name !== screen}>
              <Suspense fallback={<p className="soft">{text.app.loading}</p>}>{show(shell)}</Suspense>
            </div>
          ),
        )}
      </main>
      <BreakCalls watch={watch} settings={settings} host={start.info.host} />
      {question}
      {notices
        .filter(({ code }) => code === 'history-set-aside' || code === 'history-gone')
        .slice(-1)
        .map(({ path }) => (
          <RecoveryDialog key={path} api={api} onRecovered={readAgain} />
        ))}
    </>
  );
}

interface BreakCallsProps {
  readonly watch: BreakWatch;
  readonly settings: Settings;
  readonly host: Start['info']['host'];
}

/** The desktop app calls the person itself, with a window of its own. */
function BreakCalls({ watch, settings, host }: BreakCallsProps) {
  const isBrowser = host === 'browser';
  useBreakCalls({ watch, settings: settings.breaks, notifies: isBrowser, sounds: isBrowser });
  return <BreakAnnouncement watch={watch} />;
}
