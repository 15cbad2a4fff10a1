import { uuidv7 } from 'uuidv7';
import type { Api } from '../../shared/contract/contract.ts';
import { SIDES } from '../../shared/exercises/exerciseIds.ts';
import type { CheckIn, NewCorrection, NewRep, NewSession, NewSet, RepMeasures } from '../../shared/history/records.ts';
import { type SessionPlan, usualBlock } from '../../shared/session/sessionPlan.ts';
import type { Random } from '../clips/random.ts';

/** What was answered, and so may have been announced, by id: it has to be in the history for good, as it was said. */
export interface Announced {
  readonly sessions: Map<string, NewSession>;
  readonly sets: Map<string, NewSet>;
  readonly reps: Map<string, NewRep>;
  readonly measures: Map<string, RepMeasures>;
  readonly corrections: Map<string, NewCorrection>;
  readonly checkIns: Map<string, CheckIn>;
}

export function nothingAnnounced(): Announced {
  return {
    ...{ sessions: new Map(), sets: new Map(), reps: new Map() },
    ...{ measures: new Map(), corrections: new Map(), checkIns: new Map() },
  };
}

/**
 * Someone who trains without a pause, as the page saves it: one record after the other, each waiting for its answer.
 *
 * @param isEnough asked after each answer
 * @throws CallError as soon as a call fails
 */
export async function train(api: Api, random: Random, announced: Announced, isEnough: () => boolean): Promise<void> {
  const save: Save = async (answer, then) => {
    await answer;
    then?.();
    if (isEnough()) throw new EnoughError();
  };
  try {
    for (;;) await trainSession(api, random, announced, save);
  } catch (error) {
    if (!(error instanceof EnoughError)) throw error;
  }
}

class EnoughError extends Error {}

type Save = (answer: Promise<null>, then?: () => void) => Promise<void>;

async function trainSession(api: Api, random: Random, announced: Announced, save: Save): Promise<void> {
  const id = uuidv7();
  const session: NewSession = { id, startedAtMs: Date.now(), source: 'camera' };
  await save(api['history.startSession'](session), () => announced.sessions.set(id, session));
  const plan: SessionPlan = { kind: 'own', blocks: [usualBlock('calf-raise-double', 'main')] };
  await save(api['history.addPlan']({ id: uuidv7(), sessionId: id, atMs: Date.now(), startAt: 0, plan }));
  const sets = 1 + Math.floor(3 * random());
  for (let i = 0; i < sets; i++) await trainSet(api, random, announced, save, id);
  await save(api['history.endSession']({ id, endedAtMs: Date.now(), reason: 'finished' }));
}

async function trainSet(api: Api, random: Random, announced: Announced, save: Save, sessionId: string): Promise<void> {
  const setId = uuidv7();
  const side = SIDES[Math.floor(SIDES.length * random())] ?? 'both';
  const set: NewSet = {
    ...{ id: setId, sessionId, startedAtMs: Date.now(), exercise: 'calf-raise-single', side },
    ...{ targetReps: 12, targetMs: null, task: 0, personHeightCm: 175 },
  };
  await save(api['history.startSet'](set), () => announced.sets.set(setId, set));
  const reps = 1 + Math.floor(12 * random());
  for (let n = 1; n <= reps; n++) {
    const rep: NewRep = { id: uuidv7(), setId, n, atMs: Date.now(), side, topMs: 3000 * n };
    await save(api['history.addRep'](rep), () => announced.reps.set(rep.id, rep));
    const measures = measuresOf(rep, random);
    await save(api['history.addRepMeasures'](measures), () => announced.measures.set(rep.id, measures));
    if (random() < 0.1) {
      const correction: NewCorrection = { id: uuidv7(), setId, atMs: Date.now(), change: -1 };
      await save(api['history.addCorrection'](correction), () => announced.corrections.set(correction.id, correction));
    }
  }
  await save(api['history.endSet']({ id: setId, endedAtMs: Date.now(), reason: 'finished' }));
  const checkIn: CheckIn = { id: uuidv7(), setId, atMs: Date.now(), cramp: null, fatigue: 'some', pain: 1 };
  await save(api['history.addCheckIn'](checkIn), () => announced.checkIns.set(checkIn.id, checkIn));
}

function measuresOf({ id, side, topMs }: NewRep, random: Random): RepMeasures {
  const unknown = { takeoffMs: null, landMs: null, contactMs: null, direction: null, peakHipDeg: null };
  const moments = { startMs: topMs - 900, topMs, lowerStartMs: topMs + 500, endMs: topMs + 2000 + 500 * random() };
  return {
    ...{ repId: id, side, ...moments, ...unknown },
    ...{ riseRatio: 0.05, heightCm: 7.2, swayRatio: null, kneeBendDeg: null, faults: [] },
  };
}
