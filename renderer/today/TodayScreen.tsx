import { type ReactNode, useState } from 'react';
import type { Api } from '../../shared/contract/contract.ts';
import type { Feel, FrameSource } from '../../shared/history/records.ts';
import { pendingFeel } from '../../shared/progression/advice.ts';
import type { Settings, SettingsChange } from '../../shared/settings/settings.ts';
import { NextStep } from '../coach/NextStep.tsx';
import { closedHops, type ProgressNow } from '../coach/useProgress.ts';
import { text } from '../messages/en.ts';
import type { SessionRequest } from '../sessionRequest.ts';
import { Celebration } from './Celebration.tsx';
import { FeelCard } from './FeelCard.tsx';
import { PlanCard } from './PlanCard.tsx';
import { Unfinished } from './Unfinished.tsx';
import { VerdictCard } from './VerdictCard.tsx';
import './today.css';

interface TodayScreenProps {
  readonly api: Api;
  readonly settings: Settings;
  readonly now: ProgressNow;
  /** The session that the person comes from. */
  readonly left: { readonly sessionId: string; readonly source: FrameSource } | null;
  onLeftSeen(): void;
  onStart(request: SessionRequest): void;
  onSettings(change: SettingsChange): Promise<void>;
  /** Something was added to the history. */
  onProgress(): void;
  onLadder(): void;
  /** When the next desk break is. */
  readonly nextBreak: ReactNode;
}

/** What to do now and why; beside it the question of the day after, and where it leads. */
export function TodayScreen({ api, settings, now, left, nextBreak, ...act }: TodayScreenProps) {
  const [answered, setAnswered] = useState<{ readonly sessionId: string; readonly feel: Feel } | null>(null);
  const asked = pendingFeel(now.progress, now.clock) ?? answered?.sessionId ?? null;
  return (
    <>
      <h1>{text.today.greeting}</h1>
      <Unfinished
        api={api}
        meanwhile={{ nowMs: now.clock.nowMs, closedHops: closedHops(now.ladder) }}
        onStart={act.onStart}
      />
      <Celebration
        now={now}
        celebratedUntilMs={settings.celebratedUntilMs}
        onSettings={act.onSettings}
        onLadder={act.onLadder}
      />
      {left && <VerdictCard now={now} left={left} onClose={act.onLeftSeen} />}
      <div className="today">
        <PlanCard settings={settings} now={now} onStart={act.onStart} onSettings={act.onSettings} />
        <aside className="today-beside">
          {asked && (
            <FeelCard
              key={asked}
              api={api}
              now={now}
              sessionId={asked}
              said={answered?.sessionId === asked ? answered.feel : null}
              onSaid={(feel) => {
                setAnswered({ sessionId: asked, feel });
                act.onProgress();
              }}
            />
          )}
          <NextStep ladder={now.ladder} onLadder={act.onLadder} />
          {nextBreak}
        </aside>
      </div>
    </>
  );
}
