import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Api, ErrorCode } from '../../shared/contract/contract.ts';
import { type CheckSide, KNEE_TO_WALL_PASS_CM } from '../../shared/progression/checks.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { LengthStepper } from '../ui/LengthStepper.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { errorCode } from '../ui/useLoaded.ts';

interface KneeToWallEntryProps {
  readonly api: Api;
  onEntered(): void;
  onClose(): void;
}

const MOST_CM = 40;
const SIDES: readonly CheckSide[] = ['left', 'right'];

/** A distance that the person measured alone, without the camera. */
export function KneeToWallEntry({ api, onEntered, onClose }: KneeToWallEntryProps) {
  const [side, setSide] = useState<CheckSide>('left');
  const [cm, setCm] = useState<number>(KNEE_TO_WALL_PASS_CM);
  const [error, setError] = useState<ErrorCode | null>(null);
  const save = (): void => {
    const passed = cm >= KNEE_TO_WALL_PASS_CM;
    const result = {
      id: uuidv7(),
      atMs: Date.now(),
      kind: 'knee-to-wall' as const,
      side,
      value: cm,
      passed,
      setId: null,
    };
    api['history.addCheckResult'](result).then(
      () => {
        onEntered();
        onClose();
      },
      (reason: unknown) => setError(errorCode(reason)),
    );
  };
  return (
    <Dialog title={text.checks.entryTitle} isOpen onClose={onClose}>
      <p className="soft">{text.checks.entryHint}</p>
      <Choices
        label={text.checks.entrySide}
        inRow
        value={side}
        choices={SIDES.map((value) => ({ value, label: text.checks.side(value) }))}
        onChange={(next) => setSide(next)}
      />
      <LengthStepper label={text.checks.entryDistance} cm={cm} mostCm={MOST_CM} onChange={setCm} />
      {error && <ProblemCard problem={text.callError[error]} />}
      <div className="row">
        <Button look="primary" onPress={save}>
          {text.checks.entrySave}
        </Button>
        <Button onPress={onClose}>{text.checks.entryCancel}</Button>
      </div>
    </Dialog>
  );
}
