import { uuidv7 } from 'uuidv7';
import type { Api, ErrorCode } from '../../shared/contract/contract.ts';
import type { EndReason, FrameSource, NewSet } from '../../shared/history/records.ts';
import { repMeasuresOf } from '../../shared/history/repMeasures.ts';
import type { Resumption } from '../../shared/session/resumption.ts';
import { keyBefore, type SessionEffect } from '../../shared/session/session.ts';
import type { SetTask } from '../../shared/session/sessionPlan.ts';
import { createSaveQueue, type Save } from './saveQueue.ts';

/** Turns what happens in a session into records of the history, with ids of their own, in order. */
export interface SessionWriter {
  write(effect: SaveEffect): void;
  /** Ends the session; resolves when everything is written. */
  end(reason: EndReason): Promise<void>;
  retry(): void;
  /** The session's id once it has begun. */
  sessionId(): string | null;
  /** The id of the set with this number. */
  setId(key: number): string | null;
}

export type SaveEffect = Extract<
  SessionEffect,
  { type: 'begin-set' | 'start-set' | 'end-set' | 'check-result' | `save-${string}` }
>;

export interface SessionWriterOptions {
  readonly api: Api;
  readonly source: FrameSource;
  readonly personHeightCm: number | null;
  /** An unfinished session to go on with, and its open set. */
  readonly resume?: Pick<Resumption, 'sessionId' | 'open' | 'done'>;
  readonly onRepSaved: (n: number) => void;
  readonly onFailure: (code: ErrorCode) => void;
}

interface OpenSet {
  readonly id: string;
  readonly at: number;
  readonly task: SetTask;
  readonly repIds: Map<number, string>;
}

export function createSessionWriter(options: SessionWriterOptions): SessionWriter {
  const { api, source, personHeightCm, resume, onRepSaved, onFailure } = options;
  const queue = createSaveQueue(onFailure);
  const sessionId = resume?.sessionId ?? uuidv7();
  const setIds = new Map(resume?.done.map(({ id }, place) => [keyBefore(place), id]));
  let isStarted = resume !== undefined;
  let resumedSetId = resume?.open?.setId;
  let open: OpenSet | null = null;
  /** Plans wait for the session to begin: whoever leaves before the first set leaves no record. */
  let plans: Extract<SaveEffect, { type: 'save-plan' }>[] = [];

  const savePlans = (atMs: number): void => {
    for (const { plan, startAt } of plans) {
      const record = { id: uuidv7(), sessionId, atMs, startAt, plan };
      queue.add({ write: () => api['history.addPlan'](record) });
    }
    plans = [];
  };
  const startSession = (startedAtMs: number): void => {
    if (!isStarted) queue.add({ write: () => api['history.startSession']({ id: sessionId, startedAtMs, source }) });
    isStarted = true;
    savePlans(startedAtMs);
  };
  const beginSet = ({ key, at, task }: Extract<SaveEffect, { type: 'begin-set' }>): void => {
    open = { id: resumedSetId ?? uuidv7(), at, task, repIds: new Map() };
    resumedSetId = undefined;
    setIds.set(key, open.id);
  };
  const newSet = ({ id, at, task }: OpenSet, startedAtMs: number): NewSet => {
    const { exercise, side, target } = task;
    const targets =
      'reps' in target ? { targetReps: target.reps, targetMs: null } : { targetReps: 1, targetMs: target.goMs };
    return { id, sessionId, startedAtMs, exercise, side, ...targets, task: at, personHeightCm };
  };
  const saveInSet = (effect: SaveEffect, set: OpenSet, atMs: number): Save | null => {
    const setId = set.id;
    switch (effect.type) {
      case 'start-set': {
        startSession(atMs);
        const record = newSet(set, atMs);
        return { write: () => api['history.startSet'](record) };
      }
      case 'save-rep': {
        const { n, side, topMs } = effect;
        const id = uuidv7();
        set.repIds.set(n, id);
        return {
          write: () => api['history.addRep']({ id, setId, n, side, atMs, topMs }),
          onSaved: () => {
            if (set === open) onRepSaved(n);
          },
        };
      }
      case 'save-measures': {
        const repId = set.repIds.get(effect.rep.n);
        if (!repId) return null;
        const measures = repMeasuresOf(repId, effect.rep);
        return { write: () => api['history.addRepMeasures'](measures) };
      }
      case 'save-attempt': {
        const { topMs, reason, heldMs } = effect;
        return { write: () => api['history.addAttempt']({ id: uuidv7(), setId, atMs, topMs, reason, heldMs }) };
      }
      case 'save-correction': {
        const { change } = effect;
        return { write: () => api['history.addCorrection']({ id: uuidv7(), setId, atMs, change }) };
      }
      case 'end-set': {
        const { reason } = effect;
        return { write: () => api['history.endSet']({ id: setId, endedAtMs: atMs, reason }) };
      }
      default:
        return null;
    }
  };
  const saveSaid = (effect: SaveEffect, atMs: number): Save | null => {
    if (effect.type === 'save-feel') {
      const feel = { id: uuidv7(), sessionId, atMs, asked: 'after' as const, feel: effect.feel };
      return isStarted ? { write: () => api['history.addFeel'](feel) } : null;
    }
    if (effect.type !== 'save-check-in' && effect.type !== 'check-result') return null;
    const setId = setIds.get(effect.key);
    if (!setId) return null;
    if (effect.type === 'check-result') {
      const { side, passed, cm: value } = effect;
      const result = { id: uuidv7(), atMs, kind: 'knee-to-wall' as const, side, value, passed, setId };
      return { write: () => api['history.addCheckResult'](result) };
    }
    const { cramp, fatigue, pain } = effect;
    const checkIn = { id: uuidv7(), setId, atMs, cramp, fatigue, pain };
    return { write: () => api['history.addCheckIn'](checkIn) };
  };
  return {
    sessionId: () => (isStarted ? sessionId : null),
    setId: (key) => setIds.get(key) ?? null,
    write: (effect) => {
      const atMs = Date.now();
      if (effect.type === 'begin-set') return beginSet(effect);
      if (effect.type === 'save-plan') {
        plans.push(effect);
        if (isStarted) savePlans(atMs);
        return;
      }
      const save = (open && saveInSet(effect, open, atMs)) ?? saveSaid(effect, atMs);
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
