import type { HistoryStore } from '../../electron/services/history/store.ts';
import { catalogueEntry, familyOf } from '../../shared/exercises/catalogue.ts';
import { isSeen } from '../../shared/exercises/exerciseIds.ts';
import { FIVE_COUNT_MS } from '../../shared/exercises/motion.ts';
import type { CheckIn, Feel, FeelRecord, NewRep, NewSet, RepMeasures } from '../../shared/history/records.ts';
import type { Progress, SetEvidence } from '../../shared/progression/progress.ts';
import type { SessionPlan, SetTask } from '../../shared/session/sessionPlan.ts';
import { between, type Random, randomFrom } from '../clips/random.ts';
import type { Person } from './person.ts';

type Calls = Omit<
  HistoryStore,
  'sessions' | 'unfinished' | 'progress' | 'addImported' | 'addOverride' | 'addCorrection'
>;

/** One record, and which of the store's calls writes it; the contract's calls have the same names. */
export type Write = {
  [Call in keyof Calls]: { readonly call: Call; readonly record: Parameters<Calls[Call]>[0] };
}[keyof Calls];

/** Writes down what a simulated person does as the app would, and what the gates make of it. */
export interface Recorder {
  readonly writes: readonly Write[];
  progress(): Progress;
  startSession(atMs: number, plan: SessionPlan): string;
  addSet(set: SetDoneBy): string;
  endSession(id: string, atMs: number, isWhole: boolean): void;
  addFeel(sessionId: string, atMs: number, asked: FeelRecord['asked'], feel: Feel): void;
  addCheckResult(setId: string, atMs: number, side: 'left' | 'right', cm: number, passed: boolean): void;
}

export interface SetDoneBy {
  readonly sessionId: string;
  readonly atMs: number;
  /** Its place in the plan. */
  readonly place: number;
  readonly task: SetTask;
  readonly reps: number;
  readonly said: Pick<CheckIn, 'cramp' | 'fatigue' | 'pain'> | null;
  readonly fiveCountSkill: number;
}

export function createRecorder({ heightCm, name }: Person): Recorder {
  const writes: Write[] = [];
  const progress: Progress = { sets: [], feels: [], overrides: [], checks: [] };
  const random = randomFrom([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  const newId = (atMs: number): string => idAt(atMs, random);
  const write = <Call extends keyof Calls>(call: Call, record: Parameters<Calls[Call]>[0]): void => {
    writes.push({ call, record } as Write);
  };
  return {
    writes,
    progress: () => structuredClone(progress),
    startSession: (atMs, plan) => {
      const id = newId(atMs);
      write('startSession', { id, startedAtMs: atMs, source: 'camera' });
      write('addPlan', { id: newId(atMs), sessionId: id, atMs, startAt: 0, plan });
      return id;
    },
    addSet: ({ sessionId, atMs, place, task, reps, said, fiveCountSkill }) => {
      const { exercise, side, target } = task;
      const byClock = 'goMs' in target;
      const set: NewSet = {
        ...{ id: newId(atMs), sessionId, startedAtMs: atMs, exercise, side, task: place },
        targetReps: byClock ? 1 : target.reps,
        targetMs: byClock ? target.goMs : null,
        personHeightCm: heightCm,
      };
      write('startSet', set);
      const done = isSeen(exercise) ? repsOf(set, reps, fiveCountSkill, random) : [];
      for (const { rep, measures } of done) {
        write('addRep', rep);
        write('addRepMeasures', measures);
      }
      const endedAtMs = Math.round(byClock ? atMs + target.goMs : (done.at(-1)?.rep.atMs ?? atMs) + 3_000);
      const reason = byClock || reps >= target.reps ? 'finished' : 'stopped';
      write('endSet', { id: set.id, endedAtMs, reason });
      if (said) write('addCheckIn', { id: newId(endedAtMs), setId: set.id, atMs: endedAtMs + 4_000, ...said });
      progress.sets.push({ ...evidenceOf(set, done), endReason: reason, checkIn: said });
      return set.id;
    },
    endSession: (id, atMs, isWhole) =>
      write('endSession', { id, endedAtMs: atMs, reason: isWhole ? 'finished' : 'stopped' }),
    addFeel: (sessionId, atMs, asked, feel) => {
      const record = { id: newId(atMs), sessionId, atMs, asked, feel };
      write('addFeel', record);
      progress.feels.push(record);
    },
    addCheckResult: (setId, atMs, side, cm, passed) => {
      const result = { atMs, kind: 'knee-to-wall', side, value: cm, passed } as const;
      write('addCheckResult', { ...result, id: newId(atMs), setId });
      progress.checks.push({ ...result, heightCm: null });
    },
  };
}

interface RepDone {
  readonly rep: NewRep;
  readonly measures: RepMeasures;
}

function evidenceOf({ sessionId, id, startedAtMs, exercise, side }: NewSet, done: readonly RepDone[]) {
  const lowers = done.flatMap(({ measures: { lowerStartMs, endMs } }) =>
    lowerStartMs === null || endMs === null ? [] : [endMs - lowerStartMs],
  );
  const evidence: Omit<SetEvidence, 'endReason' | 'checkIn'> = {
    ...{ sessionId, setId: id, startedAtMs, exercise, side, fullReps: done.length },
    timedLowers: lowers.length,
    lowersInCount: lowers.filter((ms) => ms >= FIVE_COUNT_MS.least && ms <= FIVE_COUNT_MS.most).length,
  };
  return evidence;
}

/** The reps of a set with about the figures that the camera sees of them. */
function repsOf(set: NewSet, reps: number, fiveCountSkill: number, random: Random): RepDone[] {
  const { exercise } = set;
  const family = isSeen(exercise) ? familyOf(exercise) : 'holds';
  const isSlow = exercise === 'calf-raise-eccentric';
  let tMs = 2_000;
  return Array.from({ length: reps }, (_, i): RepDone => {
    const isHop = family === 'hops';
    const isHold = family === 'holds';
    const raiseMs = isHold ? holdMs(set) : isHop ? 110 : between(random, 800, 1000);
    const isKept = (i + 1) / reps <= fiveCountSkill;
    const lowerMs = isSlow ? (isKept ? between(random, 4_600, 5_600) : between(random, 2_800, 3_700)) : 1_800;
    const startMs = tMs;
    const topMs = startMs + raiseMs;
    const lowerStartMs = topMs + 400;
    const endMs = isHop ? topMs + 110 : isHold ? topMs + 500 : lowerStartMs + lowerMs;
    tMs = endMs + (isHop ? 180 : 500);
    const atMs = set.startedAtMs + Math.round(topMs);
    const id = idAt(atMs, random);
    const cycle = !isHop && !isHold;
    return {
      rep: { id, setId: set.id, n: i + 1, atMs, side: set.side, topMs },
      measures: {
        ...{ repId: id, side: set.side, topMs, riseRatio: 0.06, direction: null, contactMs: null, swayRatio: null },
        startMs: isHop ? null : startMs,
        lowerStartMs: cycle ? lowerStartMs : null,
        endMs: isHop ? null : endMs,
        heightCm: family === 'calf-raises' ? between(random, 7, 9) - (set.side === 'left' ? 0.8 : 0) : null,
        takeoffMs: isHop ? startMs : null,
        landMs: isHop ? endMs : null,
        peakHipDeg: family === 'bridges' ? between(random, 162, 174) : null,
        kneeBendDeg: null,
        faults: isSlow && !isKept ? ['lowered-too-fast'] : [],
      },
    };
  });
}

function holdMs({ exercise }: NewSet): number {
  return exercise === 'knee-to-wall-test' ? 3_000 : catalogueEntry(exercise).section === 'pelvis' ? 32_000 : 30_000;
}

/** A UUIDv7 of this moment; the same person gets the same ids every time. */
function idAt(atMs: number, random: Random): string {
  const hex = (n: number, digits: number): string => Math.floor(n).toString(16).padStart(digits, '0');
  const time = hex(atMs, 12);
  const noise = (digits: number): string => hex(random() * 16 ** digits, digits);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${noise(3)}-8${noise(3)}-${noise(6)}${noise(6)}`;
}
