import { useState } from 'react';
import type { ErrorCode } from '../../../shared/contract/contract.ts';
import { errorCode } from '../../ui/useLoaded.ts';

/** Something that is appended to the history, and what is appended to take it back. */
export interface Change {
  apply(): Promise<unknown>;
  revert(): Promise<unknown>;
  /** Made twice it would hold twice. */
  readonly addsUp?: boolean;
}

export interface Changes {
  /** What was said last; null before the first change. */
  readonly state: 'changed' | 'undone' | null;
  readonly error: ErrorCode | null;
  readonly canUndo: boolean;
  /** Whether it is made; if not, `error` says why. */
  make(change: Change): Promise<boolean>;
  undo(): void;
}

/** The changes that were made on a page, which can be taken back one after the other. Nothing is removed by that either. */
export function useChanges(onChanged: () => void): Changes {
  const [made, setMade] = useState<readonly Change[]>([]);
  const [state, setState] = useState<Changes['state']>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const run = (work: Promise<unknown>, { addsUp }: Change, then: () => void): Promise<boolean> =>
    work.then(
      () => {
        then();
        setError(null);
        onChanged();
        return true;
      },
      (reason: unknown) => {
        setError(errorCode(reason));
        // Perhaps only the answer was lost: what holds is looked up before it is tried again.
        if (addsUp) onChanged();
        return false;
      },
    );
  return {
    state,
    error,
    canUndo: made.length > 0,
    make: (change) =>
      run(change.apply(), change, () => {
        setMade((before) => [...before, change]);
        setState('changed');
      }),
    undo: () => {
      const last = made.at(-1);
      if (!last) return;
      void run(last.revert(), last, () => {
        setMade((before) => before.filter((change) => change !== last));
        setState('undone');
      });
    },
  };
}
