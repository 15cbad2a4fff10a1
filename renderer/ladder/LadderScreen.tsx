import { useState } from 'react';
import { TabPanel, Tabs } from 'react-aria-components';
import type { Api } from '../../shared/contract/contract.ts';
import type { Equipment } from '../../shared/exercises/catalogue.ts';
import type { RungId } from '../../shared/progression/rungs.ts';
import { usualBlock } from '../../shared/session/sessionPlan.ts';
import { rungPlan } from '../coach/rungPlan.ts';
import type { ProgressNow } from '../coach/useProgress.ts';
import { HelpLink } from '../help/HelpLink.tsx';
import { UNKNOWN } from '../help/places.ts';
import { text } from '../messages/en.ts';
import type { SessionRequest } from '../sessionRequest.ts';
import { TroubleNotice } from '../ui/TroubleNotice.tsx';
import { HopGateCard } from './HopGateCard.tsx';
import { OverrideDialog } from './OverrideDialog.tsx';
import { Past } from './Past.tsx';
import { RungPanel } from './RungPanel.tsx';
import { RungPath } from './RungPath.tsx';
import './ladder.css';

interface LadderScreenProps {
  readonly api: Api;
  readonly equipment: readonly Equipment[];
  readonly now: ProgressNow;
  onStart(request: SessionRequest): void;
  /** Something was added to the history. */
  onProgress(): void;
}

/** The rungs as a path, what was earned and by what, what is missing, and why something waits. */
export function LadderScreen({ api, equipment, now, onStart, onProgress }: LadderScreenProps) {
  const { ladder, progress } = now;
  const [chosen, setChosen] = useState<RungId>(ladder.current);
  const [opening, setOpening] = useState<RungId | null>(null);
  return (
    <>
      <div className="stack ladder-lead">
        <h1>{text.ladder.title}</h1>
        <div className="row">
          <p className="soft">{text.ladder.lead}</p>
          <HelpLink place={{ chapter: 'ladder' }} label={text.manual.help.ladder} />
        </div>
      </div>
      {ladder.futureRecords > 0 && (
        <TroubleNotice sentence={text.ladder.future(ladder.futureRecords)} entry={text.ladder.future(UNKNOWN)} />
      )}
      <Tabs
        className="ladder"
        selectedKey={chosen}
        onSelectionChange={(key) => setChosen(ladder.rungs.find(({ rung }) => rung === key)?.rung ?? chosen)}
      >
        <RungPath rungs={ladder.rungs} />
        <div className="ladder-below">
          {ladder.rungs.map((view) => (
            <TabPanel key={view.rung} id={view.rung} className="card ladder-panel">
              <RungPanel
                view={view}
                current={ladder.current}
                progress={progress}
                equipment={equipment}
                onStart={(source) => onStart({ source, plan: rungPlan(view.rung, progress) })}
                onOpenAnyway={() => setOpening(view.rung)}
              />
            </TabPanel>
          ))}
          <div className="ladder-beside">
            <HopGateCard
              hops={ladder.hops}
              onStart={() =>
                onStart({
                  source: 'camera',
                  plan: { kind: 'free', blocks: [usualBlock('calf-raise-eccentric', 'main')] },
                })
              }
            />
            <Past now={now} />
          </div>
        </div>
      </Tabs>
      {opening && (
        <OverrideDialog
          api={api}
          rung={opening}
          current={ladder.current}
          missing={ladder.rungs.find(({ rung }) => rung === opening)?.missing ?? []}
          onOpened={onProgress}
          onClose={() => setOpening(null)}
        />
      )}
    </>
  );
}
