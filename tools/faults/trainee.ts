import { uuidv7 } from 'uuidv7';
import type { Api } from '../../shared/contract/contract.ts';
import type { NewRep, RepMeasures } from '../../shared/history/records.ts';
import { type SessionPlan, usualBlock } from '../../shared/session/sessionPlan.ts';
import type { Random } from '../clips/random.ts';

/** What was answered, and so may have been announced: it has to be in the history for good. */
export interface Announced {
  readonly sessions: Set<string>;
  readonly sets: Set<string>;
  readonly reps: Set<string>;
  readonly measures: Set<string>;
  readonly corrections: Set<string>;
  readonly checkIns: Set<string>;
}

export function nothingAnnounced(): Announced {
  const none = (): Set<string> => new Set();
  return { sessions: none(), sets: none(), reps: none(), measures: none(), corrections: none(), checkIns: none() };
}

/**
 * Someone who trains without a pause, as the page saves it: one record after the other, each waiting for its answer.
 *
 * @param isEnough asked after each answer
 * @throws CallError as soon as a call fails
 */
export async function train(api: Api, random: Random, announced: Announced, isEnough: () => boolean): Promise<void> {
  const save: Save = async (call, known, id) => {
    await call();
    known?.add(id);
    if (isEnough()) throw new EnoughError();
  };
  try {
    for (;;) await trainSession(api, random, announced, save);
  } catch (error) {
    if (!(error instanceof EnoughError)) throw error;
  }
}

class EnoughError extends Error {}

type Save = (call: () => Promise<null>, known: Set<string> | null, id: string) => Promise<void>;

async function trainSession(api: Api, random: Random, announced: Announced, save: Save): Promise<void> {
  const id = uuidv7();
  const session = { id, startedAtMs: Date.now(), source: 'camera' } as const;
  await save(() => api['history.startSession'](session), announced.sessions, id);
  const plan: SessionPlan = { kind: 'own', blocks: [usualBlock('calf-raise-double', 'main')] };
  const planned = { id: uuidv7(), sessionId: id, atMs: Date.now(), startAt: 0, plan };
  await save(() => api['history.addPlan'](planned), null, planned.id);
  const sets = 1 + Math.floor(3 * random());
  for (let i = 0; i < sets; i++) await trainSet(api, random, announced, save, id);
  await save(() => api['history.endSession']({ id, endedAtMs: Date.now(), reason: 'finished' }), null, id);
}

async function trainSet(api: Api, random: Random, announced: Announced, save: Save, sessionId: string): Promise<void> {
  const setId = uuidv7();
  const set = { id: setId, sessionId, startedAtMs: Date.now(), exercise: 'calf-raise-double', side: 'both' } as const;
  const rest = { targetReps: 12, targetMs: null, task: 0, personHeightCm: 175 };
  await save(() => api['history.startSet']({ ...set, ...rest }), announced.sets, setId);
  const reps = 1 + Math.floor(12 * random());
  for (let n = 1; n <= reps; n++) {
    const rep: NewRep = { id: uuidv7(), setId, n, atMs: Date.now(), side: 'both', topMs: 3000 * n };
    await save(() => api['history.addRep'](rep), announced.reps, rep.id);
    await save(() => api['history.addRepMeasures'](measuresOf(rep, random)), announced.measures, rep.id);
    if (random() < 0.1) {
      const id = uuidv7();
      const correction = { id, setId, atMs: Date.now(), change: -1 } as const;
      await save(() => api['history.addCorrection'](correction), announced.corrections, id);
    }
  }
  await save(() => api['history.endSet']({ id: setId, endedAtMs: Date.now(), reason: 'finished' }), null, setId);
  const id = uuidv7();
  const checkIn = { id, setId, atMs: Date.now(), cramp: null, fatigue: 'some', pain: 1 } as const;
  await save(() => api['history.addCheckIn'](checkIn), announced.checkIns, id);
}

function measuresOf({ id, side, topMs }: NewRep, random: Random): RepMeasures {
  const unknown = { takeoffMs: null, landMs: null, contactMs: null, direction: null, peakHipDeg: null };
  const moments = { startMs: topMs - 900, topMs, lowerStartMs: topMs + 500, endMs: topMs + 2000 + 500 * random() };
  return {
    ...{ repId: id, side, ...moments, ...unknown },
    ...{ riseRatio: 0.05, heightCm: 7.2, swayRatio: null, kneeBendDeg: null, faults: [] },
  };
}
