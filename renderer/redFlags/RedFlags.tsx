import { text } from '../messages/en.ts';
import { URGENCIES } from '../messages/redFlags.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import './redFlags.css';

interface RedFlagsProps {
  /** When the person says that they have read it; without it there is no such button. */
  readonly onRead?: (() => void) | undefined;
}

/** When to stop, and whom to call: the most urgent first. */
export function RedFlags({ onRead }: RedFlagsProps) {
  return (
    <div className="red-flags">
      <ul className="red-flag-levels">
        {URGENCIES.map((urgency) => {
          const { title, numbers, signs } = text.redFlags.levels[urgency];
          return (
            <li key={urgency} className={`red-flag red-flag-${urgency}`}>
              <span className="red-flag-sign" aria-hidden="true">
                !
              </span>
              <div>
                <p className="red-flag-title">{title}</p>
                {numbers && <p className="small">{numbers}</p>}
                <ul className="red-flag-signs">
                  {signs.map((sign) => (
                    <li key={sign}>{sign}</li>
                  ))}
                </ul>
              </div>
            </li>
          );
        })}
      </ul>
      <p>{text.redFlags.noDoctor}</p>
      {onRead && (
        <div className="row">
          <Button look="primary" large onPress={onRead}>
            {text.redFlags.read}
          </Button>
        </div>
      )}
    </div>
  );
}

interface RedFlagsDialogProps extends RedFlagsProps {
  readonly isOpen: boolean;
  /** Closed without a word: Escape, or the button where there is nothing to confirm. */
  onClose(): void;
}

export function RedFlagsDialog({ isOpen, onRead, onClose }: RedFlagsDialogProps) {
  return (
    <Dialog title={text.redFlags.title} isOpen={isOpen} onClose={onClose}>
      <p className="soft">{text.redFlags.lead}</p>
      <RedFlags onRead={onRead} />
      {!onRead && (
        <div className="row">
          <Button onPress={onClose}>{text.redFlags.close}</Button>
        </div>
      )}
    </Dialog>
  );
}
