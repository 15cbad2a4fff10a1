import { uuidv7 } from 'uuidv7';
import type { Api, CallName, ErrorCode, Request } from '../../shared/contract/contract.ts';
import type { EndReason, FrameSource, NewSet } from '../../shared/history/records.ts';
import { repMeasuresOf } from '../../shared/history/repMeasures.ts';
import type { Resumption } from '../../shared/session/resumption.ts';
import { keyBefore, type SessionEffect } from '../../shared/session/session.ts';
import type { SetTask } from '../../shared/session/sessionPlan.ts';
import type { SaveOutcome } from '../../shared/session/setState.ts';
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
  readonly resume?: Pick<Resumption, 'sessionId' | 'open' | 'done' | 'lastMs'>;
  /** What became of a rep or a correction, and the number of its set. */
  readonly onOutcome: (outcome: SaveOutcome, key: number) => void;
  readonly onFailure: (code: ErrorCode) => void;
  /** What could not be written before is written now. */
  readonly onRecovery: () => void;
}

interface OpenSet {
  readonly id: string;
  readonly key: number;
  readonly at: number;
  readonly task: SetTask;
  readonly repIds: Map<number, string>;
}

export function createSessionWriter(options: SessionWriterOptions): SessionWriter {
  const { api, source, personHeightCm, resume, onOutcome, onFailure, onRecovery } = options;
  const queue = createSaveQueue({ onFailure, onRecovery });
  const sessionId = resume?.sessionId ?? uuidv7();
  const setIds = new Map(resume?.done.map(({ id }, place) => [keyBefore(place), id]));
  let isStarted = resume !== undefined;
  let resumedSetId = resume?.open?.setId;
  let open: OpenSet | null = null;
  let lastMs = resume?.lastMs ?? 0;
  /** Plans wait for the session to begin: whoever leaves before the first set leaves no record. */
  let plans: Extract<SaveEffect, { type: 'save-plan' }>[] = [];

  /** A record has its id before it is written: tried again it is still the same one. */
  const saveOf = <Name extends CallName>(name: Name, record: Request<Name>): Save => ({
    write: () => api[name](record),
  });
  /** The wall clock, which may be set back in mid-session: what comes later is dated later all the same. */
  const nowMs = (): number => {
    lastMs = Math.max(Date.now(), lastMs + 1);
    return lastMs;
  };
  const savePlans = (atMs: number): void => {
    for (const { plan, startAt } of plans) {
      queue.add(saveOf('history.addPlan', { id: uuidv7(), sessionId, atMs, startAt, plan }));
    }
    plans = [];
  };
  const startSession = (startedAtMs: number): void => {
    if (!isStarted) queue.add(saveOf('history.startSession', { id: sessionId, startedAtMs, source }));
    isStarted = true;
    savePlans(startedAtMs);
  };
  const beginSet = ({ key, at, task }: Extract<SaveEffect, { type: 'begin-set' }>): void => {
    open = { id: resumedSetId ?? uuidv7(), key, at, task, repIds: new Map() };
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
        return saveOf('history.startSet', newSet(set, atMs));
      }
      case 'save-rep': {
        const { n, side, topMs } = effect;
        const id = uuidv7();
        set.repIds.set(n, id);
        return {
          ...saveOf('history.addRep', { id, setId, n, side, atMs, topMs }),
          onSaved: () => onOutcome({ type: 'rep-saved', n }, set.key),
          onRefused: () => {
            set.repIds.delete(n);
            onOutcome({ type: 'rep-refused', n }, set.key);
          },
        };
      }
      case 'save-measures': {
        const repId = set.repIds.get(effect.rep.n);
        return repId ? saveOf('history.addRepMeasures', repMeasuresOf(repId, effect.rep)) : null;
      }
      case 'save-attempt': {
        const { topMs, reason, heldMs } = effect;
        return saveOf('history.addAttempt', { id: uuidv7(), setId, atMs, topMs, reason, heldMs });
      }
      case 'end-set': {
        return saveOf('history.endSet', { id: setId, endedAtMs: atMs, reason: effect.reason });
      }
      default:
        return null;
    }
  };
  const saveSaid = (effect: SaveEffect, atMs: number): Save | null => {
    if (effect.type === 'save-feel') {
      const { feel } = effect;
      return isStarted ? saveOf('history.addFeel', { id: uuidv7(), sessionId, atMs, asked: 'after', feel }) : null;
    }
    const setId = 'key' in effect ? setIds.get(effect.key) : undefined;
    return setId ? saveOfSet(effect, setId, atMs) : null;
  };
  /** What the person says of a set, be it the one that is open or one that is over. */
  const saveOfSet = (effect: SaveEffect, setId: string, atMs: number): Save | null => {
    switch (effect.type) {
      case 'save-correction': {
        const { change, key } = effect;
        return {
          ...saveOf('history.addCorrection', { id: uuidv7(), setId, atMs, change }),
          onSaved: () => onOutcome({ type: 'correction-saved', change }, key),
          onRefused: () => onOutcome({ type: 'correction-refused', change }, key),
        };
      }
      case 'check-result': {
        const { side, passed, cm: value } = effect;
        const result = { id: uuidv7(), atMs, kind: 'knee-to-wall', side, value, passed, setId } as const;
        return saveOf('history.addCheckResult', result);
      }
      case 'save-check-in': {
        const { cramp, fatigue, pain } = effect;
        return saveOf('history.addCheckIn', { id: uuidv7(), setId, atMs, cramp, fatigue, pain });
      }
      default:
        return null;
    }
  };
  return {
    sessionId: () => (isStarted ? sessionId : null),
    setId: (key) => setIds.get(key) ?? null,
    write: (effect) => {
      const atMs = nowMs();
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
      if (isStarted) queue.add(saveOf('history.endSession', { id: sessionId, endedAtMs: nowMs(), reason }));
      await queue.settled();
    },
    retry: () => queue.retry(),
  };
}
