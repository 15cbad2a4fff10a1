import { type ReactNode, useState } from 'react';
import type { Api } from '../../../shared/contract/contract.ts';
import { localDayOf } from '../../coach/localDay.ts';
import { NextStep } from '../../coach/NextStep.tsx';
import type { ProgressNow } from '../../coach/useProgress.ts';
import { WithProgress } from '../../coach/WithProgress.tsx';
import { text } from '../../messages/en.ts';
import { Button } from '../../ui/Button.tsx';
import type { Loaded } from '../../ui/useLoaded.ts';
import { BestsCard } from './BestsCard.tsx';
import { CalendarCard } from './CalendarCard.tsx';
import { OwnRecordsCard } from './OwnRecordsCard.tsx';
import { WeekGoalCard } from './WeekGoalCard.tsx';
import './overview.css';

interface OverviewPageProps {
  readonly api: Api;
  readonly firstWeekday: number;
  readonly goal: number;
  readonly progress: Loaded<ProgressNow>;
  onGoal(days: number): void;
  onDate(date: string): void;
  onSession(id: string): void;
  onTrends(): void;
  onSessions(): void;
  onLadder(): void;
}

/** The days, the week, the ladder, the bests; and the ways further in. */
export function OverviewPage({ api, firstWeekday, goal, progress, onGoal, ...go }: OverviewPageProps) {
  const [today] = useState(() => localDayOf(Date.now()));
  return (
    <div className="overview">
      <CalendarCard api={api} today={today} firstWeekday={firstWeekday} onDate={go.onDate} />
      <div className="overview-row">
        <WeekGoalCard api={api} today={today} firstWeekday={firstWeekday} goal={goal} onGoal={onGoal} />
        <WithProgress loaded={progress} onRetry={() => undefined}>
          {({ ladder }) => <NextStep ladder={ladder} onLadder={go.onLadder} />}
        </WithProgress>
        <div className="overview-ways">
          <Way title={text.history.trends} hint={text.history.trendsHint}>
            <Button look="primary" onPress={go.onTrends}>
              {text.history.toTrends}
            </Button>
          </Way>
          <Way title={text.history.sessions} hint={text.history.sessionsHint}>
            <Button onPress={go.onSessions}>{text.history.toSessions}</Button>
          </Way>
        </div>
      </div>
      <BestsCard api={api} onSession={go.onSession} />
      {progress.state === 'ready' && <OwnRecordsCard progress={progress.value.progress} />}
    </div>
  );
}

interface WayProps {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}

/** A way further in. */
function Way({ title, hint, children }: WayProps) {
  return (
    <section className="card overview-way">
      <h2 className="overline">{title}</h2>
      <p>{hint}</p>
      {children}
    </section>
  );
}
