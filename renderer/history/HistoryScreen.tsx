import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Api } from '../../shared/contract/contract.ts';
import { NO_FILTER, type SessionFilter, type SessionLine } from '../../shared/history/sessionList.ts';
import type { Settings, SettingsChange } from '../../shared/settings/settings.ts';
import type { ProgressNow } from '../coach/useProgress.ts';
import { firstWeekday } from '../messages/calendar.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import type { Loaded } from '../ui/useLoaded.ts';
import { OverviewPage } from './overview/OverviewPage.tsx';
import { ComparePage } from './session/ComparePage.tsx';
import { SessionPage } from './session/SessionPage.tsx';
import { DeletedPage } from './sessions/DeletedPage.tsx';
import { SessionsPage } from './sessions/SessionsPage.tsx';
import './history.css';

// The charts, and the library that draws them, are only fetched when somebody looks at them.
const TrendsPage = lazy(() => import('./trends/TrendsPage.tsx').then((module) => ({ default: module.TrendsPage })));

interface HistoryScreenProps {
  readonly api: Api;
  readonly settings: Settings;
  readonly progress: Loaded<ProgressNow>;
  readonly startAt: TabName;
  onSettings(change: SettingsChange): Promise<void>;
  /** Something in the history was changed. */
  onProgress(): void;
  onLadder(): void;
  onReport(): void;
}

const TABS = ['overview', 'trends', 'sessions'] as const;
type TabName = (typeof TABS)[number];

/** What is looked at in place of the tabs. */
type Inside =
  | { readonly name: 'session'; readonly id: string }
  | { readonly name: 'compare'; readonly ids: readonly [string, string] }
  | { readonly name: 'deleted' };

/** Looking back: over the days, along the trends, into a session. */
export function HistoryScreen({ api, settings, progress, startAt, ...on }: HistoryScreenProps) {
  const [tab, setTab] = useState(startAt);
  const [inside, setInside] = useState<Inside | null>(null);
  const [filter, setFilter] = useState<SessionFilter>(NO_FILTER);
  const [comparing, setComparing] = useState<SessionLine | null>(null);
  const [deletedId, setDeletedId] = useState<string | null>(null);
  const insideRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!inside) return;
    // Whoever is led elsewhere goes on reading there.
    insideRef.current?.focus();
    window.scrollTo(0, 0);
  }, [inside]);
  const weekday = firstWeekday(navigator.language);
  const openSession = (id: string): void => {
    setDeletedId(null);
    setInside({ name: 'session', id });
    setComparing(null);
  };
  const choose = (id: string): void => {
    setInside(comparing ? { name: 'compare', ids: [comparing.id, id] } : { name: 'session', id });
    setDeletedId(null);
    setComparing(null);
  };
  const backToSessions = (): void => {
    setInside(null);
    setTab('sessions');
  };
  if (inside) {
    return (
      <div className="history-inside" ref={insideRef} tabIndex={-1}>
        {inside.name === 'session' && (
          <SessionPage
            key={inside.id}
            api={api}
            id={inside.id}
            onBack={() => setInside(null)}
            onChanged={on.onProgress}
            onDeleted={() => {
              setDeletedId(inside.id);
              backToSessions();
            }}
            onCompare={(line) => {
              setComparing(line);
              backToSessions();
            }}
          />
        )}
        {inside.name === 'compare' && (
          <ComparePage api={api} ids={inside.ids} onBack={backToSessions} onOpen={openSession} />
        )}
        {inside.name === 'deleted' && (
          <DeletedPage api={api} onBack={backToSessions} onOpen={openSession} onRestored={on.onProgress} />
        )}
      </div>
    );
  }
  return (
    <Tabs className="history" selectedKey={tab} onSelectionChange={(key) => setTab(key as TabName)}>
      <div className="history-head">
        <h1>{text.history.title}</h1>
        <TabList className="history-tabs" aria-label={text.history.tabsLabel}>
          {TABS.map((name) => (
            <Tab key={name} id={name} className="history-tab">
              {text.history.tabs[name]}
            </Tab>
          ))}
        </TabList>
        <Button look="quiet" onPress={on.onReport}>
          {text.report.title}
        </Button>
      </div>
      <TabPanel id="overview" className="history-panel">
        <OverviewPage
          api={api}
          firstWeekday={weekday}
          goal={settings.trainingDaysPerWeek}
          progress={progress}
          onGoal={(trainingDaysPerWeek) => void on.onSettings({ trainingDaysPerWeek })}
          onDate={(date) => {
            setFilter({ ...NO_FILTER, fromDate: date, toDate: date });
            setTab('sessions');
          }}
          onSession={openSession}
          onTrends={() => setTab('trends')}
          onSessions={() => setTab('sessions')}
          onLadder={on.onLadder}
        />
      </TabPanel>
      <TabPanel id="trends" className="history-panel">
        <Suspense fallback={<p className="soft">{text.app.loading}</p>}>
          <TrendsPage api={api} firstWeekday={weekday} />
        </Suspense>
      </TabPanel>
      <TabPanel id="sessions" className="history-panel">
        <SessionsPage
          api={api}
          filter={filter}
          comparing={comparing}
          deletedId={deletedId}
          onFilter={setFilter}
          onOpen={choose}
          onChanged={on.onProgress}
          onStopComparing={() => setComparing(null)}
          onRestored={() => setDeletedId(null)}
          onDeletedList={() => setInside({ name: 'deleted' })}
        />
      </TabPanel>
    </Tabs>
  );
}
