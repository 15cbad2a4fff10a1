import type { BreakSettings } from '../../shared/breaks/breakSettings.ts';
import type { BreaksView } from '../../shared/breaks/breaksView.ts';
import type { Answer } from '../../shared/contract/contract.ts';
import { HelpLink } from '../help/HelpLink.tsx';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';

interface WhatIsKnownProps {
  readonly view: BreaksView;
  readonly settings: BreakSettings;
  readonly host: Answer<'app.info'>['host'];
  onSettings(): void;
}

/** What Soleus can tell of the person and the screen on this system, and what it does where it cannot. */
export function WhatIsKnown({ view, settings, host, onSettings }: WhatIsKnownProps) {
  const { knows } = text.breaks;
  const { isPresenceKnown, untold } = view;
  return (
    <section className="card stack" aria-labelledby="breaks-known">
      <h2 id="breaks-known">{knows.title}</h2>
      <p>{isPresenceKnown ? knows.present : knows.unknown[settings.whenUnknown]}</p>
      <p>{untold.length === 0 ? knows.holds.none : knows.holds.some(untold)}</p>
      {host === 'browser' && <p className="small soft">{knows.browser}</p>}
      <div className="row">
        <Button look="quiet" onPress={onSettings}>
          {text.breaks.toSettings}
        </Button>
        <HelpLink place={{ chapter: 'breaks' }} label={text.manual.help.breaks} />
      </div>
    </section>
  );
}
