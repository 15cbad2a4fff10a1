import { uuidv7 } from 'uuidv7';
import type { Api, ErrorCode } from '../../shared/contract/contract.ts';
import type { EndReason, FrameSource } from '../../shared/history/records.ts';
import { repMeasuresOf } from '../../shared/history/repMeasures.ts';
import type { SetEffect, SetPlan } from '../../shared/session/setState.ts';
import { createSaveQueue, type Save } from './saveQueue.ts';

/** Turns what happens in a session into records of the history, with ids of their own, in order. */
export interface SessionWriter {
  /** The records that follow belong to this set: a new one, or one that is gone on with. */
  beginSet(setId?: string): void;
  write(effect: SaveEffect, plan: SetPlan): void;
  /** Ends the session; resolves when everything is written. */
  end(reason: EndReason): Promise<void>;
  retry(): void;
  readonly setId: () => string;
}

export type SaveEffect = Extract<SetEffect, { type: 'start-set' | 'end-set' | `save-${string}` }>;

export interface SessionWriterOptions {
  readonly api: Api;
  readonly source: FrameSource;
  /** An unfinished session and set to go on with. */
  readonly sessionId?: string;
  readonly setId?: string;
  readonly onRepSaved: (n: number) => void;
  readonly onFailure: (code: ErrorCode) => void;
}

export function createSessionWriter(options: SessionWriterOptions): SessionWriter {
  const { api, source, onRepSaved, onFailure } = options;
  const queue = createSaveQueue(onFailure);
  const sessionId = options.sessionId ?? uuidv7();
  let isStarted = options.sessionId !== undefined;
  let setId = options.setId ?? uuidv7();
  let repIds = new Map<number, string>();

  const startSession = (startedAtMs: number): void => {
    if (isStarted) return;
    isStarted = true;
    queue.add({ write: () => api['history.startSession']({ id: sessionId, startedAtMs, source }) });
  };
  const saveFor = (effect: SaveEffect, plan: SetPlan, atMs: number): Save | null => {
    const forSet = setId;
    switch (effect.type) {
      case 'start-set': {
        startSession(atMs);
        const { exercise, side, targetReps, personHeightCm } = plan;
        const set = { id: forSet, sessionId, startedAtMs: atMs, exercise, side, targetReps, personHeightCm };
        return { write: () => api['history.startSet'](set) };
      }
      case 'save-rep': {
        const { n, side, topMs } = effect;
        const id = uuidv7();
        repIds.set(n, id);
        return {
          write: () => api['history.addRep']({ id, setId: forSet, n, side, atMs, topMs }),
          onSaved: () => {
            if (forSet === setId) onRepSaved(n);
          },
        };
      }
      case 'save-measures': {
        const repId = repIds.get(effect.rep.n);
        if (!repId) return null;
        const measures = repMeasuresOf(repId, effect.rep);
        return { write: () => api['history.addRepMeasures'](measures) };
      }
      case 'save-attempt': {
        const attempt = { id: uuidv7(), setId: forSet, atMs, topMs: effect.topMs, reason: effect.reason };
        return { write: () => api['history.addAttempt'](attempt) };
      }
      case 'save-correction': {
        const correction = { id: uuidv7(), setId: forSet, atMs, change: effect.change };
        return { write: () => api['history.addCorrection'](correction) };
      }
      case 'end-set': {
        const end = { id: forSet, endedAtMs: atMs, reason: effect.reason };
        return { write: () => api['history.endSet'](end) };
      }
    }
  };
  return {
    setId: () => setId,
    beginSet: (existing) => {
      setId = existing ?? uuidv7();
      repIds = new Map();
    },
    write: (effect, plan) => {
      const save = saveFor(effect, plan, Date.now());
      if (save) queue.add(save);
    },
    end: async (reason) => {
      const end = { id: sessionId, endedAtMs: Date.now(), reason };
      if (isStarted) queue.add({ write: () => api['history.endSession'](end) });
      await queue.settled();
    },
    retry: () => queue.retry(),
  };
}
