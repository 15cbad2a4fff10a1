import { useState } from 'react';
import { planSession } from '../../shared/progression/plan.ts';
import type { PlanInput } from '../../shared/progression/planContext.ts';
import { type Block, estimatedMs, type SessionPlan } from '../../shared/session/sessionPlan.ts';
import type { MinutesAtHand, Settings, SettingsChange } from '../../shared/settings/settings.ts';
import { BlockListEditor } from '../blocks/BlockListEditor.tsx';
import { StartOrWhyNot } from '../blocks/StartOrWhyNot.tsx';
import { closedHops, type ProgressNow } from '../coach/useProgress.ts';
import { text } from '../messages/en.ts';
import { MinutesField } from '../profile/ProfileFields.tsx';
import type { SessionRequest } from '../sessionRequest.ts';
import { useSettingsDraft } from '../settingsDraft.ts';
import { Button } from '../ui/Button.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { PlanItems } from './PlanItems.tsx';
import { PlanNotes } from './PlanNotes.tsx';

interface PlanCardProps {
  readonly settings: Settings;
  readonly now: ProgressNow;
  onStart(request: SessionRequest): void;
  onSettings(change: SettingsChange): Promise<void>;
}

const MINUTES: Record<MinutesAtHand, PlanInput['minutes']> = { '5': 5, '10': 10, '20': 20 };

/** The session that is recommended now, or what the person makes of it, and the button that starts it. */
export function PlanCard({ settings, now, onStart, onSettings }: PlanCardProps) {
  const { draft, failed, change } = useSettingsDraft(settings, onSettings);
  const [isBeforeRun, setBeforeRun] = useState(false);
  const [own, setOwn] = useState<readonly Block[] | null>(null);
  const kind = isBeforeRun ? 'before-run' : 'recommended';
  const planned = planSession({ ...now, profile: draft, minutes: MINUTES[draft.minutesAtHand], kind });
  const plan: SessionPlan = own ? { ...planned.plan, blocks: [...own] } : planned.plan;
  const isFirst = now.progress.sets.length === 0;
  const closed = closedHops(now.ladder);
  return (
    <section className="card plan" aria-labelledby="plan-title">
      <header className="plan-head">
        <div className="stack">
          <h2 id="plan-title">{own ? text.today.ownTitle : text.today.title(planned, isFirst)}</h2>
          <p className="plan-lead">{text.today.lead(estimatedMs(plan), plan.blocks.length)}</p>
          {isFirst && !own && <p className="soft">{text.today.firstLead}</p>}
        </div>
        <StartOrWhyNot blocks={plan.blocks} closedHops={closed} onStart={(source) => onStart({ source, plan })} />
      </header>
      <div className="plan-choices">
        <MinutesField
          settings={draft}
          onChange={(minutes) => {
            setOwn(null);
            void change(minutes);
          }}
        />
        <Toggle
          label={text.today.beforeRun}
          isOn={isBeforeRun}
          onChange={(isOn) => {
            setOwn(null);
            setBeforeRun(isOn);
          }}
        />
      </div>
      {failed && (
        <p className="small soft" role="status">
          {text.today.notKept}
        </p>
      )}
      <PlanNotes notes={planned.notes} />
      {own ? (
        <BlockListEditor blocks={own} onChange={setOwn} closedHops={closed} equipment={draft.equipment} />
      ) : (
        <PlanItems items={planned.items} />
      )}
      <footer className="plan-foot">
        <Button onPress={() => setOwn(own ? null : planned.plan.blocks)}>
          {own ? text.today.unchange : text.today.change}
        </Button>
        <p className="small soft">{text.today.privacy}</p>
      </footer>
    </section>
  );
}
