import { uuidv7 } from 'uuidv7';
import type { CheckIn, NewRep, NewSession, NewSet, RepMeasures } from '../../shared/history/records.ts';

/** Records as the page makes them. */
export function aSession(changes: Partial<NewSession> = {}): NewSession {
  return { id: uuidv7(), startedAtMs: 1_700_000_000_000, source: 'camera', ...changes };
}

export function aSet(sessionId: string, changes: Partial<NewSet> = {}): NewSet {
  return {
    id: uuidv7(),
    sessionId,
    startedAtMs: 1_700_000_001_000,
    exercise: 'calf-raise-double',
    side: 'both',
    targetReps: 10,
    targetMs: null,
    task: null,
    personHeightCm: 175,
    ...changes,
  };
}

export function aRep(setId: string, n: number, changes: Partial<NewRep> = {}): NewRep {
  return { id: uuidv7(), setId, n, atMs: 1_700_000_002_000 + 3000 * n, side: 'both', topMs: 3000 * n, ...changes };
}

export function measuresOf(rep: NewRep, changes: Partial<RepMeasures> = {}): RepMeasures {
  const { topMs } = rep;
  return {
    repId: rep.id,
    side: rep.side,
    startMs: topMs - 900,
    topMs,
    lowerStartMs: topMs + 500,
    endMs: topMs + 2200,
    riseRatio: 0.055,
    heightCm: 7.1,
    takeoffMs: null,
    landMs: null,
    contactMs: null,
    direction: null,
    peakHipDeg: null,
    swayRatio: null,
    kneeBendDeg: null,
    faults: [],
    ...changes,
  };
}

export function aCheckIn(setId: string, changes: Partial<CheckIn> = {}): CheckIn {
  return { id: uuidv7(), setId, atMs: 1_700_000_030_000, cramp: false, fatigue: 'some', pain: 0, ...changes };
}
