import { useState } from 'react';
import { COACHING, type Settings, type SettingsChange } from '../../shared/settings/settings.ts';
import { text } from '../messages/en.ts';
import {
  EquipmentField,
  GoalsField,
  HeightField,
  MinutesField,
  NormsFields,
  SoreSideField,
  UnitsField,
} from '../profile/ProfileFields.tsx';
import { RedFlagsDialog } from '../redFlags/RedFlags.tsx';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Toggle } from '../ui/Toggle.tsx';

interface TrainingSettingsProps {
  readonly settings: Settings;
  onChange(change: SettingsChange): void;
  onWelcome(): void;
}

/** What Soleus knows of the person, and how it coaches them. */
export function TrainingSettings({ settings, onChange, onWelcome }: TrainingSettingsProps) {
  const field = { settings, onChange };
  return (
    <div className="settings-columns">
      <div className="settings-column">
        <section className="card stack">
          <h3>{text.settings.you}</h3>
          <HeightField {...field} />
          <UnitsField {...field} />
          <SoreSideField {...field} />
          <NormsFields {...field} />
        </section>
        <section className="card stack">
          <h3>{text.settings.equipment}</h3>
          <EquipmentField {...field} />
        </section>
      </div>
      <div className="settings-column">
        <section className="card stack">
          <h3>{text.settings.coaching}</h3>
          <MinutesField {...field} />
          <Choices
            label={text.profile.coaching}
            value={settings.coaching}
            choices={COACHING.map((value) => ({ value, ...text.profile.coachings[value] }))}
            onChange={(coaching) => onChange({ coaching })}
          />
          <Toggle
            label={text.profile.handPauses}
            hint={text.profile.handPausesHint}
            isOn={settings.handPauses}
            onChange={(handPauses) => onChange({ handPauses })}
          />
          <Toggle
            label={text.profile.letterKeys}
            hint={text.profile.letterKeysHint}
            isOn={settings.letterKeys}
            onChange={(letterKeys) => onChange({ letterKeys })}
          />
        </section>
        <section className="card stack">
          <h3>{text.settings.goals}</h3>
          <GoalsField {...field} />
        </section>
        <WhenToStop isRead={settings.redFlagsRead} onRead={() => onChange({ redFlagsRead: true })} />
        <section className="card stack">
          <h3>{text.settings.welcome}</h3>
          <p className="soft">{text.settings.welcomeHint}</p>
          <div className="row">
            <Button onPress={onWelcome}>{text.settings.showWelcome}</Button>
          </div>
        </section>
      </div>
    </div>
  );
}

function WhenToStop({ isRead, onRead }: { readonly isRead: boolean; onRead(): void }) {
  const [isOpen, setOpen] = useState(false);
  const read = (): void => {
    onRead();
    setOpen(false);
  };
  return (
    <section className="card stack">
      <h3>{text.settings.stop}</h3>
      <p className="soft">{text.settings.stopHint}</p>
      <div className="row">
        <Button onPress={() => setOpen(true)}>{text.settings.showStop}</Button>
      </div>
      <RedFlagsDialog isOpen={isOpen} onRead={isRead ? undefined : read} onClose={() => setOpen(false)} />
    </section>
  );
}
