import type { ReactNode } from 'react';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import type { Loaded } from '../ui/useLoaded.ts';
import type { ProgressNow } from './useProgress.ts';

interface WithProgressProps {
  readonly loaded: Loaded<ProgressNow>;
  onRetry(): void;
  children(now: ProgressNow): ReactNode;
}

/** What can only be shown once it is known what was done; until then that it is read, or why it cannot be. */
export function WithProgress({ loaded, onRetry, children }: WithProgressProps) {
  if (loaded.state === 'loading') return <p className="soft">{text.app.loading}</p>;
  if (loaded.state === 'ready') return children(loaded.value);
  return (
    <ProblemCard problem={text.callError[loaded.code]}>
      <Button onPress={onRetry}>{text.session.tryAgain}</Button>
    </ProblemCard>
  );
}
