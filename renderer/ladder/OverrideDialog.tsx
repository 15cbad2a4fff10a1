import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Api, ErrorCode } from '../../shared/contract/contract.ts';
import type { Missing } from '../../shared/progression/ladder.ts';
import type { RungId } from '../../shared/progression/rungs.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { errorCode } from '../ui/useLoaded.ts';

interface OverrideDialogProps {
  readonly api: Api;
  readonly rung: RungId;
  readonly current: RungId;
  readonly missing: readonly Missing[];
  onOpened(): void;
  onClose(): void;
}

const LONGEST_REASON = 500;

/** Opens a closed rung, after saying why it is shut; the reason is kept. */
export function OverrideDialog({ api, rung, current, missing, onOpened, onClose }: OverrideDialogProps) {
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [error, setError] = useState<ErrorCode | null>(null);
  const isMissing = reason.trim() === '';
  const open = (): void => {
    setAsked(true);
    if (isMissing) return;
    api['history.addOverride']({ id: uuidv7(), atMs: Date.now(), exercise: rung, reason }).then(
      () => {
        onOpened();
        onClose();
      },
      (failure: unknown) => setError(errorCode(failure)),
    );
  };
  return (
    <Dialog title={text.ladder.overrideTitle(rung)} isOpen isQuestion onClose={onClose}>
      <p>{text.ladder.overrideWhy}</p>
      <ul className="override-why">
        {missing.map((one) => (
          <li key={one.code}>{text.ladder.missing(one, current)}</li>
        ))}
      </ul>
      <p className="soft">{text.ladder.overrideRule}</p>
      <p>
        {text.ladder.overrideRisk} {missing.some(({ code }) => code === 'rung-before') && text.ladder.overrideBefore}
      </p>
      <TextArea
        label={text.ladder.overrideReason}
        hint={text.ladder.overrideReasonHint}
        value={reason}
        most={LONGEST_REASON}
        problem={isAsked && isMissing ? text.ladder.overrideReasonMissing : null}
        onChange={setReason}
      />
      {error && <ProblemCard problem={text.callError[error]} />}
      <div className="row">
        <Button onPress={open}>{text.ladder.overrideConfirm}</Button>
        <Button look="primary" onPress={onClose}>
          {text.ladder.overrideCancel}
        </Button>
      </div>
    </Dialog>
  );
}
