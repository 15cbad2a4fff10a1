import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import type { Settings, SettingsChange } from '../../shared/settings/settings.ts';
import { text } from '../messages/en.ts';
import { WELCOME_STEPS } from '../messages/welcome.ts';
import { useSettingsDraft } from '../settingsDraft.ts';
import { Button } from '../ui/Button.tsx';
import { TroubleNotice } from '../ui/TroubleNotice.tsx';
import { type FirstSetSource, WelcomeStepContent } from './WelcomeStepContent.tsx';
import './welcome.css';

interface WelcomeScreenProps {
  readonly settings: Settings;
  onChange(change: SettingsChange): Promise<void>;
  /** A free session of five double calf raises, before the camera or with the demo athlete. */
  onFirstSet(source: FirstSetSource): void;
  onDone(): void;
}

/** The first two minutes: a question a screen, every one of them may be skipped, and each answer is saved at once. */
export function WelcomeScreen({ settings, onChange, onFirstSet, onDone }: WelcomeScreenProps) {
  const { draft, failed, change } = useSettingsDraft(settings, onChange);
  const [place, setPlace] = useState(0);
  /** Where the person wanted to go when the last answers could not be saved. */
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const titleRef = useRef<HTMLHeadingElement>(null);
  const step = WELCOME_STEPS[place] ?? 'first-set';
  const isLast = step === 'first-set';
  const isReading = step === 'stop' && !draft.redFlagsRead;
  const { title, lead } = text.welcome.steps[step];

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step is read out from its title on
  useEffect(() => {
    titleRef.current?.focus();
    scrollTo(0, 0);
  }, [place]);

  const go = (by: 1 | -1): void => setPlace((now) => Math.min(Math.max(now + by, 0), WELCOME_STEPS.length - 1));
  const read = (): void => {
    void change({ redFlagsRead: true });
    go(1);
  };
  const leave = async (then: () => void): Promise<void> => {
    const isSaved = await change({ welcomed: true });
    if (isSaved) then();
    else setLeaving(() => then);
  };
  const goOnByEnter = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key === 'Enter' && event.target === titleRef.current && !isLast) event.currentTarget.requestSubmit();
  };
  return (
    <main className="welcome">
      <header className="welcome-head">
        <span className="brand">{text.app.name}</span>
        <Progress step={place + 1} />
        {!isLast && (
          <Button look="quiet" onPress={() => void leave(onDone)}>
            {text.welcome.skip}
          </Button>
        )}
      </header>
      <form
        className="welcome-form"
        onKeyDown={goOnByEnter}
        onSubmit={(event) => {
          event.preventDefault();
          go(1);
        }}
      >
        <div className={`welcome-step welcome-${step}`}>
          <div className="welcome-title">
            <h1 ref={titleRef} tabIndex={-1}>
              {title}
            </h1>
            <p className="soft">{lead}</p>
          </div>
          <WelcomeStepContent
            step={step}
            settings={draft}
            onChange={(part) => void change(part)}
            onFirstSet={(source) => void leave(() => onFirstSet(source))}
          />
        </div>
        {failed && (
          <TroubleNotice sentence={leaving ? text.welcome.notSavedAtEnd : text.welcome.notSaved} isUrgent>
            <Button onPress={() => void (leaving ? leave(leaving) : change({}))}>{text.welcome.tryAgain}</Button>
            {leaving && <Button onPress={leaving}>{text.welcome.goOn}</Button>}
          </TroubleNotice>
        )}
        <footer className="welcome-foot">
          {place > 0 ? <Button onPress={() => go(-1)}>{text.welcome.back}</Button> : <span />}
          {isLast ? (
            <Button onPress={() => void leave(onDone)}>{text.welcome.later}</Button>
          ) : (
            <div className="row">
              {isReading ? (
                <>
                  <Button look="quiet" type="submit">
                    {text.welcome.readLater}
                  </Button>
                  <Button look="primary" large onPress={read}>
                    {text.redFlags.read}
                  </Button>
                </>
              ) : (
                <Button look="primary" large type="submit">
                  {place === 0 ? text.welcome.begin : text.welcome.next}
                </Button>
              )}
            </div>
          )}
        </footer>
      </form>
    </main>
  );
}

function Progress({ step }: { readonly step: number }) {
  const of = WELCOME_STEPS.length;
  const label = text.welcome.progress(step, of);
  return (
    <ProgressBar
      className="welcome-progress"
      aria-label={text.welcome.label}
      value={step}
      maxValue={of}
      valueLabel={label}
    >
      <span className="small soft">{label}</span>
      <span className="welcome-marks" aria-hidden="true">
        {WELCOME_STEPS.map((name, i) => (
          <span key={name} className={i < step ? 'welcome-mark welcome-mark-done' : 'welcome-mark'} />
        ))}
      </span>
    </ProgressBar>
  );
}
