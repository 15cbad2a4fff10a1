import { useState } from 'react';
import type { Api } from '../../shared/contract/contract.ts';
import { type CheckInput, checkSummary } from '../../shared/progression/checks.ts';
import type { CheckEvidence, CheckKind } from '../../shared/progression/progress.ts';
import { usualBlock } from '../../shared/session/sessionPlan.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { ProgressNow } from '../coach/useProgress.ts';
import { text } from '../messages/en.ts';
import type { SessionRequest } from '../sessionRequest.ts';
import { Button } from '../ui/Button.tsx';
import { CheckCard } from './CheckCard.tsx';
import { EXERCISE_OF } from './checkExercises.ts';
import { HeelRiseMeaning } from './HeelRiseMeaning.tsx';
import { KneeToWallEntry } from './KneeToWallEntry.tsx';
import './checks.css';

interface ChecksScreenProps {
  readonly api: Api;
  readonly settings: Settings;
  readonly now: ProgressNow;
  onStart(request: SessionRequest): void;
  /** Something was added to the history. */
  onProgress(): void;
  onSettings(): void;
}

/** What is measured now and then: where it stands, how it changes, and what is only noise. */
export function ChecksScreen({ api, settings, now, onStart, onProgress, onSettings }: ChecksScreenProps) {
  const [isEntering, setEntering] = useState(false);
  const { progress, clock } = now;
  const { birthYear, sex } = settings;
  const age = birthYear === null ? null : new Date(clock.nowMs).getFullYear() - birthYear;
  const summary = checkSummary(progress.checks, { age, sex, ...heightsOf(progress.checks) });
  const start = (kind: CheckKind): void =>
    onStart({ source: 'camera', plan: { kind: 'check', blocks: [usualBlock(EXERCISE_OF[kind], 'check')] } });
  return (
    <>
      <div className="stack checks-lead">
        <h1>{text.checks.title}</h1>
        <p className="soft">{text.checks.lead}</p>
      </div>
      <div className="checks">
        <CheckCard
          kind="knee-to-wall"
          view={summary.kneeToWall}
          dayOf={clock.dayOf}
          onStart={() => start('knee-to-wall')}
        >
          <Button onPress={() => setEntering(true)}>{text.checks.enter}</Button>
        </CheckCard>
        <CheckCard
          kind="heel-rise"
          view={summary.heelRise}
          dayOf={clock.dayOf}
          onStart={() => start('heel-rise')}
          meaning={<HeelRiseMeaning view={summary.heelRise} sex={sex} onSettings={onSettings} />}
        />
        <CheckCard kind="balance" view={summary.balance} dayOf={clock.dayOf} onStart={() => start('balance')} />
      </div>
      {isEntering && <KneeToWallEntry api={api} onEntered={onProgress} onClose={() => setEntering(false)} />}
    </>
  );
}

/** How high the heel rose in the latest test of each leg, where the camera could tell for both. */
function heightsOf(checks: readonly CheckEvidence[]): Pick<CheckInput, 'heelRiseHeightCm'> {
  const latest = (side: CheckEvidence['side']): number | null =>
    checks.filter((check) => check.kind === 'heel-rise' && check.side === side).at(-1)?.heightCm ?? null;
  const [left, right] = [latest('left'), latest('right')];
  return left === null || right === null ? {} : { heelRiseHeightCm: { left, right } };
}
