import { useCallback, useEffect, useState } from 'react';
import type { Api, ErrorCode } from '../../shared/contract/contract.ts';
import { isUnderWay, type Transfer } from '../../shared/history/transfer.ts';
import { errorCode } from '../ui/useLoaded.ts';

const ASK_EVERY_MS = 250;

export interface TransferView {
  readonly transfer: Transfer;
  /** A call that was refused, such as a second export beside the first. */
  readonly error: ErrorCode | null;
  /** Follows a piece of work from its first answer on. */
  follow(work: Promise<Transfer>): void;
}

/** How it stands with what goes out or comes in, asked again while it goes on; also what was begun before the screen was left. */
export function useTransfer(api: Api, onImported: () => void): TransferView {
  const [transfer, setTransfer] = useState<Transfer>({ state: 'none' });
  const [error, setError] = useState<ErrorCode | null>(null);
  const follow = useCallback((work: Promise<Transfer>): void => {
    setError(null);
    work.then(setTransfer, (reason: unknown) => setError(errorCode(reason)));
  }, []);
  useEffect(() => follow(api['data.transfer'](null)), [api, follow]);
  const isGoing = isUnderWay(transfer);
  useEffect(() => {
    if (!isGoing) return;
    let timer = 0;
    let isOver = false;
    const ask = async (): Promise<void> => {
      // While it is being written down, nobody answers for a while; it is asked again.
      const next = await api['data.transfer'](null).catch(() => null);
      if (isOver) return;
      if (next) setTransfer(next);
      if (next?.state === 'imported') onImported();
      timer = window.setTimeout(ask, ASK_EVERY_MS);
    };
    timer = window.setTimeout(ask, ASK_EVERY_MS);
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [api, isGoing, onImported]);
  return { transfer, error, follow };
}
