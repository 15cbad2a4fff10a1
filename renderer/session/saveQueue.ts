import { CallError, type ErrorCode } from '../../shared/contract/contract.ts';

/**
 * Writes records in the order in which they happened. When one cannot be written the queue stops and keeps it, with all
 * that follow, until there is more to write or it is asked to try again: nothing is dropped and nothing overtakes. Only a
 * record that is refused as wrong can never be written; it is reported and left behind, so that the others are not lost.
 */
export interface SaveQueue {
  add(save: Save): void;
  retry(): void;
  /** Resolves when everything added so far is written; rejects when the queue has stopped. */
  settled(): Promise<void>;
}

export interface Save {
  /** Called again after a failure, perhaps of the answer alone: each time with the same record, so that it is there once. */
  readonly write: () => Promise<unknown>;
  readonly onSaved?: () => void;
  /** It was refused as wrong, and is not tried again. */
  readonly onRefused?: () => void;
}

export interface SaveQueueOptions {
  readonly onFailure: (code: ErrorCode, detail: string) => void;
  /** What could not be written before is written now. */
  readonly onRecovery: () => void;
}

export function createSaveQueue({ onFailure, onRecovery }: SaveQueueOptions): SaveQueue {
  const waiting: Save[] = [];
  let writing: Promise<void> = Promise.resolve();
  let isWriting = false;
  let hasFailed = false;
  /** The first in line could not be written before. */
  let isStuck = false;

  const writeAll = async (): Promise<void> => {
    isWriting = true;
    try {
      for (let next = waiting[0]; next; next = waiting[0]) {
        await writeOrRefuse(next);
        waiting.shift();
        if (isStuck) onRecovery();
        isStuck = false;
      }
    } catch (error) {
      hasFailed = true;
      isStuck = true;
      const known = error instanceof CallError ? error : new CallError('internal', String(error));
      onFailure(known.code, known.message);
    } finally {
      isWriting = false;
    }
  };
  const writeOrRefuse = async ({ write, onSaved, onRefused }: Save): Promise<void> => {
    try {
      await write();
      onSaved?.();
    } catch (error) {
      if (!(error instanceof CallError) || error.code !== 'bad-request') throw error;
      onRefused?.();
      isStuck = false;
      onFailure(error.code, error.message);
    }
  };
  const go = (): void => {
    if (!isWriting && !hasFailed) writing = writeAll();
  };
  return {
    add: (save) => {
      waiting.push(save);
      hasFailed = false;
      go();
    },
    retry: () => {
      hasFailed = false;
      go();
    },
    settled: async () => {
      await writing;
      if (waiting.length > 0) throw new CallError('internal', `${waiting.length} records are not written yet.`);
    },
  };
}
