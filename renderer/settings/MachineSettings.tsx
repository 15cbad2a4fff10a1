import { useCallback, useEffect, useState } from 'react';
import type { Answer, Api } from '../../shared/contract/contract.ts';
import { PRIORITY } from '../../shared/session/cueQueue.ts';
import {
  DELEGATE_CHOICES,
  POSE_MODEL_CHOICES,
  type Settings,
  type SettingsChange,
} from '../../shared/settings/settings.ts';
import { sharedCuePlayer } from '../audio/cuePlayer.ts';
import { type CameraChoice, listCameras, openCamera } from '../capture/camera.ts';
import { HelpLink } from '../help/HelpLink.tsx';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Picker } from '../ui/Picker.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { VolumeSlider } from '../ui/VolumeSlider.tsx';
import { Diagnostics } from './Diagnostics.tsx';
import { Updates } from './Updates.tsx';

interface MachineSettingsProps {
  readonly api: Api;
  readonly settings: Settings;
  readonly info: Answer<'app.info'>;
  onChange(change: SettingsChange): void;
  onReleases(): Promise<unknown>;
}

const SYSTEM_CAMERA = 'system';

/** How this machine sees, speaks and keeps. */
export function MachineSettings({ api, settings, info, onChange, onReleases }: MachineSettingsProps) {
  const { poseMeasurement: measured } = settings;
  const listen = (): void => {
    const player = sharedCuePlayer();
    player.apply(settings);
    player.say({ clip: 'ready', priority: PRIORITY.state, staleAfterMs: 1000 });
    player.tone('landing', performance.now() + 700);
  };
  return (
    <div className="settings-columns">
      <div className="settings-column">
        <CameraSection settings={settings} onChange={onChange} />
        <section className="card stack">
          <h3>{text.settings.seeing}</h3>
          <Choices
            label={text.settings.model}
            inRow
            value={settings.poseModel}
            choices={POSE_MODEL_CHOICES.map((value) => ({ value, label: text.settings.models[value] }))}
            onChange={(poseModel) => onChange({ poseModel })}
          />
          <Choices
            label={text.settings.delegate}
            inRow
            value={settings.poseDelegate}
            choices={DELEGATE_CHOICES.map((value) => ({ value, label: text.settings.delegates[value] }))}
            onChange={(poseDelegate) => onChange({ poseDelegate })}
          />
          {(settings.poseModel === 'auto' || settings.poseDelegate === 'auto') && (
            <p className="small soft">
              {measured
                ? text.settings.measured(measured.model, measured.delegate, measured.inferenceMs)
                : text.settings.notMeasured}
            </p>
          )}
          {measured && (
            <div className="row">
              <Button onPress={() => onChange({ poseMeasurement: null })}>{text.settings.measureAgain}</Button>
            </div>
          )}
        </section>
        <Updates info={info} onOpen={onReleases} />
      </div>
      <div className="settings-column">
        <section className="card stack">
          <h3>{text.settings.sound}</h3>
          <Toggle label={text.settings.voice} isOn={settings.voice} onChange={(voice) => onChange({ voice })} />
          <VolumeSlider
            label={text.settings.voiceVolume}
            value={settings.voiceVolume}
            isDisabled={!settings.voice}
            onChange={(voiceVolume) => onChange({ voiceVolume })}
          />
          <Toggle label={text.settings.tones} isOn={settings.tones} onChange={(tones) => onChange({ tones })} />
          <VolumeSlider
            label={text.settings.toneVolume}
            value={settings.toneVolume}
            isDisabled={!settings.tones}
            onChange={(toneVolume) => onChange({ toneVolume })}
          />
          <div className="row">
            <Button onPress={listen}>{text.settings.listen}</Button>
          </div>
        </section>
        <section className="card stack">
          <h3>{text.settings.data}</h3>
          <p className="settings-path">{text.settings.dataHint(info.dataFolder)}</p>
          <p className="soft">{text.today.privacy}</p>
          <div className="row">
            <HelpLink place={{ chapter: 'data' }} label={text.manual.help.data} />
          </div>
        </section>
        <Diagnostics api={api} />
      </div>
    </div>
  );
}

function CameraSection({ settings, onChange }: Pick<MachineSettingsProps, 'settings' | 'onChange'>) {
  const { cameraId, cameraOffBetweenSets } = settings;
  const [cameras, setCameras] = useState<readonly CameraChoice[]>([]);
  const refresh = useCallback(() => void listCameras().then(setCameras), []);
  useEffect(() => {
    refresh();
    navigator.mediaDevices?.addEventListener('devicechange', refresh);
    return () => navigator.mediaDevices?.removeEventListener('devicechange', refresh);
  }, [refresh]);
  // Opening a camera once is the only way to be allowed to know their names.
  const allow = (): void => {
    openCamera(null)
      .then((source) => source.stop())
      .catch(() => undefined)
      .finally(refresh);
  };
  const items = [{ id: SYSTEM_CAMERA, label: text.settings.cameraDefault }, ...cameras];
  const known = cameras.some((camera) => camera.id === cameraId);
  return (
    <section className="card stack">
      <h3>{text.settings.camera}</h3>
      <Picker
        label={text.settings.cameraInUse}
        items={items}
        value={known && cameraId ? cameraId : SYSTEM_CAMERA}
        onChange={(id) => onChange({ cameraId: id === SYSTEM_CAMERA ? null : id })}
      />
      {cameras.length === 0 && (
        <>
          <p className="small soft">{text.settings.cameraHint}</p>
          <div className="row">
            <Button onPress={allow}>{text.settings.allowCamera}</Button>
          </div>
        </>
      )}
      <Toggle
        label={text.settings.cameraOff}
        hint={text.settings.cameraOffHint}
        isOn={cameraOffBetweenSets}
        onChange={(isOff) => onChange({ cameraOffBetweenSets: isOff })}
      />
      <p className="small soft">{text.settings.cameraLight}</p>
    </section>
  );
}
