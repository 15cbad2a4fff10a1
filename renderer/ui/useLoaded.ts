import { useCallback, useEffect, useState } from 'react';
import { CallError, type ErrorCode } from '../../shared/contract/contract.ts';

/** What an asynchronous read has come to. */
export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly code: ErrorCode };

/** Reads once, and again when asked. */
export function useLoaded<Value>(read: () => Promise<Value>): [Loaded<Value>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is the wish to read again
  useEffect(() => {
    let isCurrent = true;
    read().then(
      (value) => isCurrent && setLoaded({ state: 'ready', value }),
      (error: unknown) => isCurrent && setLoaded({ state: 'failed', code: errorCode(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [read, round]);
  const readAgain = useCallback(() => setRound((n) => n + 1), []);
  return [loaded, readAgain];
}

export function errorCode(error: unknown): ErrorCode {
  return error instanceof CallError ? error.code : 'internal';
}
