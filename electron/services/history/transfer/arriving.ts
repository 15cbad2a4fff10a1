import { CallError } from '../../../../shared/contract/contract.ts';
import { type ImportKind, RefusedError } from '../../../../shared/history/importing.ts';
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
  /** Counted before it is read: what was said at the beginning is the most. */
  const receive = (more: number): void => {
    received += more;
    if (received > size) throw new RefusedError('too-large', {}, `It was said to be ${size}.`);
  };
  const share = (): number => READING_SHARE * (received / Math.max(1, size));
  if (kind === 'log') {
    const job = createLogImport(stagingFile);
    return {
      ...{ id, kind, job },
      take: (part) => {
        if (!('sessions' in part)) throw new CallError('bad-request', 'A log comes in sessions.');
        receive(part.sessions.length);
        job.write(part.sessions);
        return share();
      },
    };
  }
  const job = createJsonImport(stagingFile);
  return {
    ...{ id, kind, job },
    take: (part) => {
      if (!('text' in part)) throw new CallError('bad-request', 'A history comes as text.');
      receive(Buffer.byteLength(part.text));
      job.write(part.text);
      return share();
    },
  };
}
