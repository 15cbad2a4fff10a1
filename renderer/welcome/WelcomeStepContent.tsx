import type { FrameSource } from '../../shared/history/records.ts';
import type { Settings, SettingsChange } from '../../shared/settings/settings.ts';
import { AthleteDemo } from '../athlete/AthleteDemo.tsx';
import { text } from '../messages/en.ts';
import type { WelcomeStep } from '../messages/welcome.ts';
import { EquipmentField, GoalsField, HeightField, NormsFields, SoreSideField } from '../profile/ProfileFields.tsx';
import { RedFlags } from '../redFlags/RedFlags.tsx';
import { Button } from '../ui/Button.tsx';

/** With whom the first set is done. */
export type FirstSetSource = Extract<FrameSource, 'camera' | 'athlete'>;

interface WelcomeStepContentProps {
  readonly step: WelcomeStep;
  readonly settings: Settings;
  onChange(change: SettingsChange): void;
  onFirstSet(source: FirstSetSource): void;
}

export function WelcomeStepContent({ step, settings, onChange, onFirstSet }: WelcomeStepContentProps) {
  const field = { settings, onChange };
  switch (step) {
    case 'what':
      return (
        <>
          <ul className="welcome-points">
            {text.welcome.what.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          <p className="soft">{text.welcome.minutes}</p>
          <div className="welcome-athlete">
            <AthleteDemo exercise="calf-raise-double" side="both" label={text.welcome.demonstration} />
          </div>
        </>
      );
    case 'you':
      return (
        <div className="welcome-fields">
          <HeightField {...field} />
          <NormsFields {...field} />
        </div>
      );
    case 'side':
      return <SoreSideField {...field} />;
    case 'equipment':
      return <EquipmentField {...field} />;
    case 'goals':
      return <GoalsField {...field} />;
    case 'stop':
      return (
        <>
          <RedFlags />
          {settings.redFlagsRead && <p className="soft">{text.welcome.alreadyRead}</p>}
        </>
      );
    case 'first-set':
      return <FirstSet onFirstSet={onFirstSet} />;
  }
}

function FirstSet({ onFirstSet }: Pick<WelcomeStepContentProps, 'onFirstSet'>) {
  return (
    <>
      <ol className="welcome-points">
        {text.welcome.firstSet().map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
      <div className="welcome-ways">
        <Button look="primary" large onPress={() => onFirstSet('camera')}>
          {text.welcome.camera}
        </Button>
        <Button large onPress={() => onFirstSet('athlete')}>
          {text.welcome.athlete}
        </Button>
        <p className="small soft">{text.welcome.cameraHint}</p>
        <p className="small soft">{text.welcome.athleteHint}</p>
      </div>
    </>
  );
}
