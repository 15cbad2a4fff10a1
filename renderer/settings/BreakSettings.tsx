import {
  BREAK_LIMITS,
  type BreakSettings as Breaks,
  breakSettingsSchema,
  WHEN_UNKNOWN,
} from '../../shared/breaks/breakSettings.ts';
import { SIGNALS, type SignalName } from '../../shared/breaks/breaksView.ts';
import { BREAK_PLACES } from '../../shared/breaks/places.ts';
import type { Answer } from '../../shared/contract/contract.ts';
import { problemOf } from '../../shared/settings/settings.ts';
import { sharedCuePlayer } from '../audio/cuePlayer.ts';
import { type BreakWatch, useBreaksNow } from '../breakWatch.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { MultiChoices } from '../ui/MultiChoices.tsx';
import { NumberStepper } from '../ui/NumberStepper.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { VolumeSlider } from '../ui/VolumeSlider.tsx';
import { HoursEditor } from './HoursEditor.tsx';
import { TargetsEditor } from './TargetsEditor.tsx';

interface BreakSettingsProps {
  readonly breaks: Breaks;
  readonly host: Answer<'app.info'>['host'];
  readonly watch: BreakWatch;
  onChange(breaks: Partial<Breaks>): void;
}

const { shape } = breakSettingsSchema;
const HOLD_FIELDS = {
  'full-screen': 'holdInFullScreen',
  call: 'holdInCalls',
  'do-not-disturb': 'holdInDoNotDisturb',
} as const satisfies Record<SignalName, keyof Breaks>;

/** When breaks come, what they wait for, and what is done in them. */
export function BreakSettings({ breaks, host, watch, onChange }: BreakSettingsProps) {
  const words = text.breakSettings;
  const { view } = useBreaksNow(watch);
  const field = { breaks, onChange };
  return (
    <div className="settings-columns">
      <div className="settings-column">
        <section className="card stack">
          <h3>{words.when}</h3>
          <Toggle label={words.enabled} isOn={breaks.enabled} onChange={(enabled) => onChange({ enabled })} />
          <NumberOf {...field} field="intervalMinutes" label={words.interval} hint={words.intervalHint} />
          <NumberOf {...field} field="warningSeconds" label={words.warning} hint={words.warningHint} />
          <NumberOf {...field} field="snoozesAtMost" label={words.snoozes} />
        </section>
        <section className="card stack">
          <h3>{words.hours}</h3>
          <p className="small soft">{words.hoursHint}</p>
          <HoursEditor hours={breaks.hours} onChange={(hours) => onChange({ hours })} />
        </section>
        <section className="card stack">
          <h3>{words.sounds}</h3>
          <Toggle label={words.sound} isOn={breaks.sound} onChange={(sound) => onChange({ sound })} />
          <VolumeSlider
            label={words.volume}
            value={breaks.soundVolume}
            isDisabled={!breaks.sound}
            onChange={(soundVolume) => onChange({ soundVolume })}
          />
          <div className="row">
            <Button isDisabled={!breaks.sound} onPress={() => void listen(breaks.soundVolume)}>
              {words.listen}
            </Button>
          </div>
          {host === 'desktop' ? (
            <Toggle
              label={words.startAtLogin}
              hint={words.startAtLoginHint}
              isOn={breaks.startAtLogin}
              onChange={(startAtLogin) => onChange({ startAtLogin })}
            />
          ) : (
            <p className="small soft">{words.startAtLoginBrowser}</p>
          )}
        </section>
      </div>
      <div className="settings-column">
        <section className="card stack">
          <h3>{words.against}</h3>
          {SIGNALS.map((signal) => (
            <Toggle
              key={signal}
              label={words.hold[signal]}
              {...(view?.untold.includes(signal) && { hint: words.untold })}
              isOn={breaks[HOLD_FIELDS[signal]]}
              onChange={(isOn) => onChange({ [HOLD_FIELDS[signal]]: isOn })}
            />
          ))}
          <NumberOf {...field} field="typingWaitMinutes" label={words.typingWait} hint={words.typingWaitHint} />
          <NumberOf {...field} field="idleMinutes" label={words.idle} hint={words.idleHint} />
          <Choices
            label={words.whenUnknown}
            value={breaks.whenUnknown}
            choices={WHEN_UNKNOWN.map((value) => ({ value, ...words.whenUnknowns[value] }))}
            onChange={(whenUnknown) => onChange({ whenUnknown })}
          />
        </section>
        <section className="card stack">
          <h3>{words.what}</h3>
          <MultiChoices
            label={words.places}
            values={breaks.places}
            choices={BREAK_PLACES.map((value) => ({ value, ...words.place[value] }))}
            problem={(places) => problemOf(shape.places, places)}
            onChange={(places) => onChange({ places })}
          />
          <TargetsEditor targets={breaks.dailyTargets} onChange={(dailyTargets) => onChange({ dailyTargets })} />
        </section>
      </div>
    </div>
  );
}

const LIMITS = {
  intervalMinutes: BREAK_LIMITS.intervalMinutes,
  warningSeconds: BREAK_LIMITS.warningSeconds,
  snoozesAtMost: BREAK_LIMITS.snoozes,
  typingWaitMinutes: BREAK_LIMITS.typingWaitMinutes,
  idleMinutes: BREAK_LIMITS.idleMinutes,
} as const satisfies Partial<Record<keyof Breaks, readonly [number, number]>>;

interface NumberOfProps extends Pick<BreakSettingsProps, 'breaks' | 'onChange'> {
  readonly field: keyof typeof LIMITS;
  readonly label: string;
  readonly hint?: string;
}

function NumberOf({ breaks, field, label, hint, onChange }: NumberOfProps) {
  const [least, most] = LIMITS[field];
  return (
    <div>
      <NumberStepper
        label={label}
        value={breaks[field]}
        least={least}
        most={most}
        problem={(value) => problemOf(shape[field], value)}
        onChange={(value) => onChange({ [field]: value })}
      />
      {hint && <p className="small soft">{hint}</p>}
    </div>
  );
}

async function listen(volume: number): Promise<void> {
  const player = sharedCuePlayer();
  await player.unblock();
  player.chime(volume);
}
