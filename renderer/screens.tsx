import { lazy, type ReactNode } from 'react';
import type { Answer, Api } from '../shared/contract/contract.ts';
import type { FrameSource } from '../shared/history/records.ts';
import type { Settings, SettingsChange } from '../shared/settings/settings.ts';
import { BreaksScreen } from './breaks/BreaksScreen.tsx';
import type { BreakFlow } from './breaks/useBreakFlow.ts';
import type { BreakWatch } from './breakWatch.ts';
import { ChecksScreen } from './checks/ChecksScreen.tsx';
import { closedHops, type ProgressNow } from './coach/useProgress.ts';
import { WithProgress } from './coach/WithProgress.tsx';
import { HistoryDoor } from './HistoryDoor.tsx';
import { LadderScreen } from './ladder/LadderScreen.tsx';
import { LibraryScreen } from './library/LibraryScreen.tsx';
import { ProgrammesScreen } from './programmes/ProgrammesScreen.tsx';
import type { SessionRequest } from './sessionRequest.ts';
import { NextBreak } from './today/NextBreak.tsx';
import { TodayScreen } from './today/TodayScreen.tsx';
import type { Loaded } from './ui/useLoaded.ts';

// The settings, the manual, the report, and what reads videos are only fetched when somebody asks for them.
const ManualScreen = lazy(() =>
  import('./manual/ManualScreen.tsx').then((module) => ({ default: module.ManualScreen })),
);
const SettingsScreen = lazy(() =>
  import('./settings/SettingsScreen.tsx').then((module) => ({ default: module.SettingsScreen })),
);
const ReportScreen = lazy(() =>
  import('./report/ReportScreen.tsx').then((module) => ({ default: module.ReportScreen })),
);
const VideoScreen = lazy(() => import('./video/VideoScreen.tsx').then((module) => ({ default: module.VideoScreen })));

export interface Start {
  readonly info: Answer<'app.info'>;
  readonly settings: Settings;
}

/** What the shell knows, and what a screen can ask of it. */
export interface ShellView extends Start {
  readonly api: Api;
  readonly progress: Loaded<ProgressNow>;
  /** The session that was left last. */
  readonly left: LeftSession | null;
  readonly watch: BreakWatch;
  /** The break that was begun on this page. */
  readonly flow: BreakFlow;
  start(request: SessionRequest): void;
  go(screen: ScreenName): void;
  /** To the list of sessions, in the history. */
  showSessions(): void;
  /** Where the history was asked to open. */
  readonly historyTab: HistoryTab;
  readAgain(): void;
  /** A history was taken in: what is known of it and of the settings is read again. */
  historyChanged(): void;
  forgetLeft(): void;
  changeSettings(change: SettingsChange): Promise<void>;
  welcome(): void;
}

export interface LeftSession {
  readonly sessionId: string;
  readonly source: FrameSource;
}

/** What the history opens with. */
export type HistoryTab = 'overview' | 'sessions';

export type ScreenName =
  | 'today'
  | 'ladder'
  | 'breaks'
  | 'library'
  | 'checks'
  | 'programmes'
  | 'video'
  | 'history'
  | 'manual'
  | 'settings'
  | 'report';

interface Screen {
  readonly name: ScreenName;
  /** Once it was opened, it goes on while the person looks at other things. */
  readonly isKept?: true;
  /** It is opened from another one, and not in the navigation. */
  readonly isAside?: true;
  show(shell: ShellView): ReactNode;
}

/** The screens, as they stand in the navigation. */
export const SCREENS: readonly Screen[] = [
  {
    name: 'today',
    show: (shell) =>
      withProgress(shell, (now) => (
        <TodayScreen
          api={shell.api}
          settings={shell.settings}
          now={now}
          left={shell.left}
          onLeftSeen={shell.forgetLeft}
          onStart={shell.start}
          onSettings={shell.changeSettings}
          onProgress={shell.readAgain}
          onLadder={() => shell.go('ladder')}
          nextBreak={
            <NextBreak
              watch={shell.watch}
              onStart={() => {
                shell.flow.act({ action: 'start-now' });
                shell.go('breaks');
              }}
              onBreaks={() => shell.go('breaks')}
            />
          }
        />
      )),
  },
  {
    name: 'ladder',
    show: (shell) =>
      withProgress(shell, (now) => (
        <LadderScreen
          api={shell.api}
          equipment={shell.settings.equipment}
          now={now}
          onStart={shell.start}
          onProgress={shell.readAgain}
        />
      )),
  },
  {
    name: 'breaks',
    show: (shell) => (
      <BreaksScreen
        api={shell.api}
        watch={shell.watch}
        flow={shell.flow}
        settings={shell.settings.breaks}
        host={shell.info.host}
        onSettings={() => shell.go('settings')}
      />
    ),
  },
  {
    name: 'library',
    show: (shell) =>
      withProgress(shell, ({ ladder }) => (
        <LibraryScreen
          equipment={shell.settings.equipment}
          closedHops={closedHops(ladder)}
          onStart={(plan, source) => shell.start({ source, plan })}
          onLadder={() => shell.go('ladder')}
        />
      )),
  },
  {
    name: 'checks',
    show: (shell) =>
      withProgress(shell, (now) => (
        <ChecksScreen
          api={shell.api}
          settings={shell.settings}
          now={now}
          onStart={shell.start}
          onProgress={shell.readAgain}
          onSettings={() => shell.go('settings')}
        />
      )),
  },
  {
    name: 'programmes',
    show: (shell) =>
      withProgress(shell, ({ ladder }) => (
        <ProgrammesScreen
          settings={shell.settings}
          closedHops={closedHops(ladder)}
          onChange={shell.changeSettings}
          onStart={(plan, source) => shell.start({ source, plan })}
        />
      )),
  },
  {
    name: 'video',
    isKept: true,
    show: (shell) => <VideoScreen api={shell.api} settings={shell.settings} onHistory={shell.showSessions} />,
  },
  {
    name: 'history',
    show: (shell) => (
      <HistoryDoor
        api={shell.api}
        settings={shell.settings}
        progress={shell.progress}
        startAt={shell.historyTab}
        onSettings={shell.changeSettings}
        onProgress={shell.readAgain}
        onLadder={() => shell.go('ladder')}
        onReport={() => shell.go('report')}
      />
    ),
  },
  { name: 'manual', isKept: true, show: () => <ManualScreen /> },
  {
    name: 'settings',
    show: (shell) => (
      <SettingsScreen
        api={shell.api}
        settings={shell.settings}
        info={shell.info}
        watch={shell.watch}
        onChange={shell.changeSettings}
        onWelcome={shell.welcome}
        onReleases={() => shell.api['app.openReleases'](null)}
        onHistoryChanged={shell.historyChanged}
        onReport={() => shell.go('report')}
      />
    ),
  },
  {
    name: 'report',
    isAside: true,
    show: (shell) =>
      withProgress(shell, (now) => (
        <ReportScreen
          api={shell.api}
          settings={shell.settings}
          version={shell.info.version}
          now={now}
          onBack={() => shell.go('settings')}
        />
      )),
  },
];

function withProgress({ progress, readAgain }: ShellView, show: (now: ProgressNow) => ReactNode): ReactNode {
  return (
    <WithProgress loaded={progress} onRetry={readAgain}>
      {show}
    </WithProgress>
  );
}
