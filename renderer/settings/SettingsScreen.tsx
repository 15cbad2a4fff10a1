import { useCallback, useEffect, useState } from 'react';
import type { Answer } from '../../shared/contract/contract.ts';
import { PRIORITY } from '../../shared/session/cueQueue.ts';
import {
  DELEGATE_CHOICES,
  POSE_MODEL_CHOICES,
  type Settings,
  type SettingsChange,
} from '../../shared/settings/settings.ts';
import { sharedCuePlayer } from '../audio/cuePlayer.ts';
import { type CameraChoice, listCameras, openCamera } from '../capture/camera.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { NumberStepper } from '../ui/NumberStepper.tsx';
import { Picker } from '../ui/Picker.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { VolumeSlider } from '../ui/VolumeSlider.tsx';
import './settings.css';

interface SettingsScreenProps {
  readonly settings: Settings;
  readonly info: Answer<'app.info'>;
  onChange(change: SettingsChange): Promise<void>;
}

const SYSTEM_CAMERA = 'system';

export function SettingsScreen({ settings, info, onChange }: SettingsScreenProps) {
  const [failed, setFailed] = useState(false);
  const change = (part: SettingsChange): void => {
    onChange(part).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  const listen = (): void => {
    const player = sharedCuePlayer();
    player.apply(settings);
    player.say({ clip: 'ready', priority: PRIORITY.state, staleAfterMs: 1000 });
    player.tone('landing', performance.now() + 700);
  };
  const { poseMeasurement: measured } = settings;
  return (
    <>
      <h1>{text.settings.title}</h1>
      {failed && (
        <p className="notice" role="alert">
          {text.settings.notSaved}
        </p>
      )}
      <div className="settings">
        <section className="card stack">
          <h2>{text.settings.you}</h2>
          <NumberStepper
            label={text.settings.height}
            value={settings.personHeightCm}
            least={120}
            most={230}
            onChange={(personHeightCm) => change({ personHeightCm })}
          />
          <p className="small soft">{text.settings.heightHint}</p>
        </section>
        <CameraSection cameraId={settings.cameraId} onChange={(cameraId) => change({ cameraId })} />
        <section className="card stack">
          <h2>{text.settings.sound}</h2>
          <Toggle label={text.settings.voice} isOn={settings.voice} onChange={(voice) => change({ voice })} />
          <VolumeSlider
            label={text.settings.voiceVolume}
            value={settings.voiceVolume}
            isDisabled={!settings.voice}
            onChange={(voiceVolume) => change({ voiceVolume })}
          />
          <Toggle label={text.settings.tones} isOn={settings.tones} onChange={(tones) => change({ tones })} />
          <VolumeSlider
            label={text.settings.toneVolume}
            value={settings.toneVolume}
            isDisabled={!settings.tones}
            onChange={(toneVolume) => change({ toneVolume })}
          />
          <div className="row">
            <Button onPress={listen}>{text.settings.listen}</Button>
          </div>
        </section>
        <section className="card stack">
          <h2>{text.settings.seeing}</h2>
          <Choices
            label={text.settings.model}
            inRow
            value={settings.poseModel}
            choices={POSE_MODEL_CHOICES.map((value) => ({ value, label: text.settings.models[value] }))}
            onChange={(poseModel) => change({ poseModel })}
          />
          <Choices
            label={text.settings.delegate}
            inRow
            value={settings.poseDelegate}
            choices={DELEGATE_CHOICES.map((value) => ({ value, label: text.settings.delegates[value] }))}
            onChange={(poseDelegate) => change({ poseDelegate })}
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
              <Button onPress={() => change({ poseMeasurement: null })}>{text.settings.measureAgain}</Button>
            </div>
          )}
        </section>
        <section className="card stack">
          <h2>{text.settings.data}</h2>
          <p className="settings-path">{text.settings.dataHint(info.dataFolder)}</p>
          <p className="soft">{text.today.privacy}</p>
          <p className="small soft">{text.settings.version(info.version)}</p>
        </section>
      </div>
    </>
  );
}

interface CameraSectionProps {
  readonly cameraId: string | null;
  onChange(cameraId: string | null): void;
}

function CameraSection({ cameraId, onChange }: CameraSectionProps) {
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
      <h2>{text.settings.camera}</h2>
      <Picker
        label={text.settings.cameraInUse}
        items={items}
        value={known && cameraId ? cameraId : SYSTEM_CAMERA}
        onChange={(id) => onChange(id === SYSTEM_CAMERA ? null : id)}
      />
      {cameras.length === 0 && (
        <>
          <p className="small soft">{text.settings.cameraHint}</p>
          <div className="row">
            <Button onPress={allow}>{text.settings.allowCamera}</Button>
          </div>
        </>
      )}
    </section>
  );
}
