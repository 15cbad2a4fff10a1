import type { Answer, Api } from '../../shared/contract/contract.ts';
import type { Settings, SettingsChange } from '../../shared/settings/settings.ts';
import type { BreakWatch } from '../breakWatch.ts';
import { YourData } from '../data/YourData.tsx';
import { text } from '../messages/en.ts';
import { useSettingsDraft } from '../settingsDraft.ts';
import { Button } from '../ui/Button.tsx';
import { TroubleNotice } from '../ui/TroubleNotice.tsx';
import { BackupSettings } from './BackupSettings.tsx';
import { BreakSettings } from './BreakSettings.tsx';
import { MachineSettings } from './MachineSettings.tsx';
import { TrainingSettings } from './TrainingSettings.tsx';
import './settings.css';

interface SettingsScreenProps {
  readonly api: Api;
  readonly settings: Settings;
  readonly info: Answer<'app.info'>;
  readonly watch: BreakWatch;
  onChange(change: SettingsChange): Promise<void>;
  onWelcome(): void;
  /** The history is another one from here on, or has more in it, and the settings may be others too. */
  onHistoryChanged(): void;
  onReport(): void;
  onReleases(): Promise<unknown>;
}

export function SettingsScreen(props: SettingsScreenProps) {
  const { api, settings, info, watch, onChange, onWelcome, onHistoryChanged, onReport, onReleases } = props;
  const { draft, failed, change } = useSettingsDraft(settings, onChange);
  const save = (part: SettingsChange): void => void change(part);
  return (
    <>
      <h1>{text.settings.title}</h1>
      {failed && (
        <TroubleNotice sentence={text.settings.notSaved} isUrgent>
          <Button onPress={() => save({})}>{text.settings.tryAgain}</Button>
        </TroubleNotice>
      )}
      <div className="settings">
        <section className="settings-group" aria-labelledby="settings-training">
          <h2 id="settings-training">{text.settings.training}</h2>
          <TrainingSettings settings={draft} onChange={save} onWelcome={onWelcome} />
        </section>
        <section className="settings-group" aria-labelledby="settings-breaks">
          <h2 id="settings-breaks">{text.breakSettings.title}</h2>
          <BreakSettings breaks={draft.breaks} host={info.host} watch={watch} onChange={(breaks) => save({ breaks })} />
        </section>
        <section className="settings-group" aria-labelledby="settings-data">
          <h2 id="settings-data">{text.data.title}</h2>
          <YourData api={api} onImported={onHistoryChanged} onReport={onReport} />
        </section>
        <section className="settings-group" aria-labelledby="settings-backups">
          <h2 id="settings-backups">{text.backups.title}</h2>
          <BackupSettings api={api} onRestored={onHistoryChanged} />
        </section>
        <section className="settings-group" aria-labelledby="settings-machine">
          <h2 id="settings-machine">{text.settings.machine}</h2>
          <MachineSettings api={api} settings={draft} info={info} onChange={save} onReleases={onReleases} />
        </section>
      </div>
    </>
  );
}
