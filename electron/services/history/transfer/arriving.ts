import { CallError } from '../../../../shared/contract/contract.ts';
import type { ImportKind } from '../../../../shared/history/importing.ts';
import type { ImportPart } from '../../../../shared/history/transfer.ts';
import { createJsonImport } from './importJson.ts';
import { createLogImport } from './importLog.ts';
import type { Incoming } from './incoming.ts';

/** An import of which some parts are there. */
export interface Arriving {
  readonly id: string;
  readonly kind: ImportKind;
  readonly job: Pick<Incoming<never>, 'finish' | 'discard'>;
  /**
   * The next part; says how much of the whole work is done.
   *
   * @throws RefusedError, or CallError `bad-request` for a part of another kind
   */
  take(part: ImportPart): number;
}

/** Reading is most of the work; the rest is comparing. */
export const READING_SHARE = 0.8;

/** @param size of all parts together: bytes of a history, sessions of a log */
export function arrivingOf(id: string, kind: ImportKind, size: number, stagingFile: string): Arriving {
  let received = 0;
  const shareWith = (more: number): number => {
    received += more;
    return READING_SHARE * Math.min(1, received / Math.max(1, size));
  };
  if (kind === 'log') {
    const job = createLogImport(stagingFile);
    return {
      ...{ id, kind, job },
      take: (part) => {
        if (!('sessions' in part)) throw new CallError('bad-request', 'A log comes in sessions.');
        job.write(part.sessions);
        return shareWith(part.sessions.length);
      },
    };
  }
  const job = createJsonImport(stagingFile);
  return {
    ...{ id, kind, job },
    take: (part) => {
      if (!('text' in part)) throw new CallError('bad-request', 'A history comes as text.');
      job.write(part.text);
      return shareWith(Buffer.byteLength(part.text));
    },
  };
}
