import { useCallback, useEffect } from 'react';
import type { BreakSettings } from '../../shared/breaks/breakSettings.ts';
import type { Answer, Api } from '../../shared/contract/contract.ts';
import { type BreakWatch, useBreaksNow } from '../breakWatch.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { TroubleNotice } from '../ui/TroubleNotice.tsx';
import { useLoaded } from '../ui/useLoaded.ts';
import { isAtHand } from './atHand.ts';
import { BreakAtHand } from './BreakAtHand.tsx';
import { NextBreakCard } from './NextBreakCard.tsx';
import { NoticeCard } from './NoticeCard.tsx';
import { TodayCard } from './TodayCard.tsx';
import type { BreakFlow } from './useBreakFlow.ts';
import { WeekTable } from './WeekTable.tsx';
import { WhatIsKnown } from './WhatIsKnown.tsx';
import './breaks.css';

interface BreaksScreenProps {
  readonly api: Api;
  readonly watch: BreakWatch;
  readonly flow: BreakFlow;
  readonly settings: BreakSettings;
  readonly host: Answer<'app.info'>['host'];
  onSettings(): void;
}

/** Eight weeks. */
const DAYS = 56;
const TITLE = 'breaks-hero-title';

/** When the next break is, what it will be, and how today and the weeks went. */
export function BreaksScreen({ api, watch, flow, settings, host, onSettings }: BreaksScreenProps) {
  const { view, failed } = useBreaksNow(watch);
  const read = useCallback(() => api['breaks.statistics']({ days: DAYS }), [api]);
  const [loaded, readAgain] = useLoaded(read);
  const stage = view?.stage;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another stage there is something new to be told
  useEffect(readAgain, [stage, flow.ending, readAgain]);
  const isHere = flow.ending !== null || (view !== null && view.stage !== 'warned' && isAtHand(view));
  return (
    <>
      <div>
        <h1>{text.breaks.title}</h1>
        <p className="soft">{text.breaks.lead}</p>
      </div>
      {failed && <TroubleNotice sentence={text.breaks.failed} />}
      <div className="breaks">
        <div className="breaks-column">
          <section className="card breaks-hero" aria-labelledby={TITLE}>
            {isHere ? (
              <BreakAtHand watch={watch} flow={flow} titleId={TITLE} onClose={flow.close} />
            ) : view ? (
              <NextBreakCard view={view} flow={flow} titleId={TITLE} onSettings={onSettings} />
            ) : (
              <h2 id={TITLE}>{text.app.loading}</h2>
            )}
          </section>
          {loaded.state === 'ready' && <WeekTable weeks={loaded.value.weeks} />}
          {loaded.state === 'failed' && (
            <ProblemCard problem={text.callError[loaded.code]}>
              <Button onPress={readAgain}>{text.session.tryAgain}</Button>
            </ProblemCard>
          )}
        </div>
        <div className="breaks-column">
          {loaded.state === 'ready' && view && (
            <TodayCard statistics={loaded.value} nowMs={view.nowMs} intervalMinutes={settings.intervalMinutes} />
          )}
          {host === 'browser' && <NoticeCard />}
          {view && <WhatIsKnown view={view} settings={settings} host={host} onSettings={onSettings} />}
        </div>
      </div>
    </>
  );
}
