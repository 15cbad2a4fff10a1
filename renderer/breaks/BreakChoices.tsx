import { type BreakAction, SKIP_REASONS, SNOOZE_MINUTES } from '../../shared/breaks/breakState.ts';
import type { BreaksView } from '../../shared/breaks/breaksView.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';

interface LaterChoicesProps {
  readonly view: BreaksView;
  onAct(action: BreakAction): void;
  onBack(): void;
}

/** Putting it off, within the limit; or less of it, now. Focus goes along with the person's press. */
export function LaterChoices({ view: { snoozesLeft, dose }, onAct, onBack }: LaterChoicesProps) {
  return (
    <fieldset className="break-choices">
      <legend>{text.breaks.laterTitle}</legend>
      {snoozesLeft > 0 &&
        SNOOZE_MINUTES.map((minutes, i) => (
          <Button key={minutes} autoFocus={i === 0} onPress={() => onAct({ action: 'snooze', minutes })}>
            {text.breaks.snooze(minutes)}
          </Button>
        ))}
      {dose.size !== 'small' && (
        <Button
          autoFocus={snoozesLeft === 0}
          onPress={() => {
            onAct({ action: 'smaller-dose' });
            onBack();
          }}
        >
          {text.breaks.smaller}
        </Button>
      )}
      <p className="small soft">{text.breaks.snoozesLeft(snoozesLeft)}</p>
      <Button look="quiet" onPress={onBack}>
        {text.breaks.back}
      </Button>
    </fieldset>
  );
}

interface SkipChoicesProps {
  onAct(action: BreakAction): void;
  onBack(): void;
}

export function SkipChoices({ onAct, onBack }: SkipChoicesProps) {
  return (
    <fieldset className="break-choices">
      <legend>{text.breaks.skipTitle}</legend>
      {SKIP_REASONS.map((reason, i) => (
        <Button key={reason} autoFocus={i === 0} onPress={() => onAct({ action: 'skip', reason })}>
          {text.breaks.skipReason(reason)}
        </Button>
      ))}
      <Button look="quiet" onPress={onBack}>
        {text.breaks.back}
      </Button>
    </fieldset>
  );
}
