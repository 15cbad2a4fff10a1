import type { ErrorCode } from '../../shared/contract/contract.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';

/** Over everything else: what was done could not be written, and nothing goes on before it is tried again. */
export function NotSaved({ code, onRetry }: { readonly code: ErrorCode; onRetry(): void }) {
  return (
    <div className="veil">
      <ProblemCard problem={text.callError[code]}>
        <Button look="primary" onPress={onRetry}>
          {text.session.tryAgain}
        </Button>
      </ProblemCard>
    </div>
  );
}
