import type { ErrorCode } from '../../shared/contract/contract.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';

interface NotSavedProps {
  readonly code: ErrorCode;
  onGoOn(): void;
}

/** What could not be written, and the way on: to try it again, or without it where it was refused for good. */
export function NotSaved({ code, onGoOn }: NotSavedProps) {
  const isRefused = code === 'bad-request';
  return (
    <ProblemCard problem={isRefused ? text.session.refused : text.callError[code]}>
      <Button look="primary" onPress={onGoOn}>
        {isRefused ? text.session.goOn : text.session.tryAgain}
      </Button>
    </ProblemCard>
  );
}
