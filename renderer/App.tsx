import { lazy, Suspense, useCallback, useState } from 'react';
import type { Answer, Api } from '../shared/contract/contract.ts';
import type { Settings, SettingsChange } from '../shared/settings/settings.ts';
import { HistoryScreen } from './history/HistoryScreen.tsx';
import { text } from './messages/en.ts';
import type { SessionRequest } from './sessionRequest.ts';
import { SettingsScreen } from './settings/SettingsScreen.tsx';
import { TodayScreen } from './today/TodayScreen.tsx';
import { Button } from './ui/Button.tsx';
import { ProblemCard } from './ui/ProblemCard.tsx';
import { useLoaded } from './ui/useLoaded.ts';
import './app.css';

// Pose, audio and the session's screens are only fetched when a session begins.
const SessionScreen = lazy(() =>
  import('./session/SessionScreen.tsx').then((module) => ({ default: module.SessionScreen })),
);

// Reading videos is only fetched when one is to be analysed.
const VideoScreen = lazy(() => import('./video/VideoScreen.tsx').then((module) => ({ default: module.VideoScreen })));

const SCREENS = ['today', 'video', 'history', 'settings'] as const;
type ScreenName = (typeof SCREENS)[number];

interface Start {
  readonly info: Answer<'app.info'>;
  readonly settings: Settings;
}

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
  const [settings, setSettings] = useState(start.settings);
  const [hasVideo, setHasVideo] = useState(false);
  const [session, setSession] = useState<SessionRequest | null>(null);
  const changeSettings = useCallback(
    async (change: SettingsChange): Promise<void> => setSettings(await api['settings.change'](change)),
    [api],
  );
  if (session) {
    return (
      <Suspense fallback={<p className="centre soft">{text.app.loading}</p>}>
        <SessionScreen
          api={api}
          settings={settings}
          request={session}
          onSettings={changeSettings}
          onLeave={() => setSession(null)}
        />
      </Suspense>
    );
  }
  return (
    <>
      <header className="bar">
        <span className="brand">{text.app.name}</span>
        <nav className="row">
          {SCREENS.map((name) => (
            <Button
              key={name}
              look="quiet"
              onPress={() => {
                setScreen(name);
                if (name === 'video') setHasVideo(true);
              }}
              {...(name === screen && { 'aria-current': 'page' as const })}
            >
              {text.app[name]}
            </Button>
          ))}
        </nav>
      </header>
      <main className="page">
        {start.info.notices.map((notice) => (
          <p key={notice.path} className="notice" role="status">
            {text.notice[notice.code](notice.path)}
          </p>
        ))}
        {screen === 'today' && (
          <TodayScreen api={api} settings={settings} onStart={setSession} onSettings={() => setScreen('settings')} />
        )}
        {hasVideo && (
          // A long video goes on being analysed while the person looks at other things.
          <div className="page-part" hidden={screen !== 'video'}>
            <Suspense fallback={<p className="soft">{text.app.loading}</p>}>
              <VideoScreen api={api} settings={settings} onHistory={() => setScreen('history')} />
            </Suspense>
          </div>
        )}
        {screen === 'history' && <HistoryScreen api={api} />}
        {screen === 'settings' && <SettingsScreen settings={settings} info={start.info} onChange={changeSettings} />}
      </main>
    </>
  );
}
