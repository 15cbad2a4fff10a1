import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createServices } from '../../../electron/services/services.ts';
import { createSessionWriter } from '../../../renderer/session/sessionWriter.ts';
import { type Api, CallError, type ErrorCode } from '../../../shared/contract/contract.ts';
import type { Rep } from '../../../shared/motion/events.ts';
import type { SessionPlan, SetTask } from '../../../shared/session/sessionPlan.ts';
import type { SaveOutcome } from '../../../shared/session/setState.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const REP: Rep = {
  n: 1,
  side: 'both',
  counted: true,
  startMs: 1,
  topMs: 900,
  lowerStartMs: 1400,
  endMs: 3000,
  riseRatio: 0.05,
  faults: [],
};

const TASK: SetTask = { block: 0, set: 0, exercise: 'calf-raise-double', side: 'both', target: { reps: 12 } };
const STRETCH: SetTask = { ...TASK, block: 1, exercise: 'calf-board-stretch', side: 'left', target: { goMs: 15_000 } };
const PLAN: SessionPlan = {
  kind: 'free',
  blocks: [
    { exercise: 'calf-raise-double', part: 'main', sets: 1, sides: ['both'], target: { reps: 12 }, restMs: 0 },
    {
      exercise: 'calf-board-stretch',
      part: 'cool-down',
      sets: 1,
      sides: ['left'],
      target: { goMs: 15_000 },
      restMs: 0,
    },
  ],
};

interface Saving {
  /** How calls travel, if not straight to the services. */
  readonly over?: (api: Api) => Api;
  readonly onFailure?: (code: ErrorCode) => void;
}

function start({ over = (api) => api, onFailure = fail }: Saving = {}) {
  const dataFolder = tempFolder();
  const services = createServices({
    dataFolder: join(dataFolder, 'x'),
    host: 'browser',
    version: '1',
    now: () => 1e12,
  });
  onTestFinished(() => services.close());
  const outcomes: SaveOutcome[] = [];
  const writer = createSessionWriter({
    api: over(services.api),
    source: 'camera',
    personHeightCm: 175,
    onOutcome: (outcome) => outcomes.push(outcome),
    onFailure,
    onRecovery: () => undefined,
  });
  const sessions = () => services.api['history.sessions']({ beforeMs: Number.MAX_SAFE_INTEGER, limit: 10 });
  return { writer, outcomes, sessions, api: services.api };
}

function fail(code: ErrorCode): never {
  throw new Error(code);
}

describe('what happens in a session reaches a real database', () => {
  test('the session begins with its first set, and each rep is announced once it is written', async () => {
    const { writer, outcomes, sessions } = start();
    writer.write({ type: 'save-plan', plan: PLAN, startAt: 0 });
    writer.write({ type: 'begin-set', key: 1, at: 0, task: TASK });
    writer.write({ type: 'start-set' });
    writer.write({ type: 'save-rep', n: 1, side: 'both', topMs: 900 });
    writer.write({ type: 'save-measures', rep: REP });
    writer.write({ type: 'end-set', reason: 'finished' });
    await writer.end('finished');
    expect(outcomes).toEqual([{ type: 'rep-saved', n: 1 }]);
    const [session] = await sessions();
    expect(session).toMatchObject({ source: 'camera', end: { reason: 'finished' }, plan: { startAt: 0, plan: PLAN } });
    expect(session?.sets[0]).toMatchObject({
      exercise: TASK.exercise,
      task: 0,
      targetReps: 12,
      targetMs: null,
      end: { reason: 'finished' },
    });
    expect(session?.sets[0]?.reps[0]?.measures).toMatchObject({ startMs: 1, endMs: 3000, heightCm: null });
  });

  test('a second set belongs to the same session, with reps counted anew', async () => {
    const { writer, sessions } = start();
    for (let set = 0; set < 2; set++) {
      writer.write({ type: 'begin-set', key: set, at: set, task: TASK });
      writer.write({ type: 'start-set' });
      writer.write({ type: 'save-rep', n: 1, side: 'both', topMs: 900 });
    }
    await writer.end('stopped');
    const read = await sessions();
    expect(read).toHaveLength(1);
    expect(read[0]?.sets.map((set) => set.reps.map((rep) => rep.n))).toEqual([[1], [1]]);
  });

  test('a correction belongs to its set, though the next one is about to begin', async () => {
    const { writer, outcomes, sessions } = start();
    writer.write({ type: 'begin-set', key: 1, at: 0, task: TASK });
    writer.write({ type: 'start-set' });
    writer.write({ type: 'save-rep', n: 1, side: 'both', topMs: 900 });
    writer.write({ type: 'end-set', reason: 'finished' });
    writer.write({ type: 'begin-set', key: 2, at: 1, task: TASK });
    writer.write({ type: 'save-correction', key: 1, change: 1 });
    await writer.end('stopped');
    expect(outcomes.at(-1)).toEqual({ type: 'correction-saved', change: 1 });
    expect((await sessions())[0]?.sets).toMatchObject([{ corrected: 1, reps: [{ n: 1 }] }]);
  });

  test('a session in which nothing happened leaves no record', async () => {
    const { writer, sessions } = start();
    writer.write({ type: 'save-plan', plan: PLAN, startAt: 0 });
    writer.write({ type: 'begin-set', key: 1, at: 0, task: TASK });
    writer.write({ type: 'save-feel', feel: 'same' });
    await writer.end('stopped');
    expect(await sessions()).toEqual([]);
  });

  test('an interrupted set goes on where it was', async () => {
    const first = start();
    first.writer.write({ type: 'begin-set', key: 1, at: 0, task: TASK });
    first.writer.write({ type: 'start-set' });
    first.writer.write({ type: 'save-rep', n: 1, side: 'both', topMs: 900 });
    // Wait for the records without ending the session.
    await expect.poll(() => first.outcomes).toHaveLength(1);
    const open = await first.api['history.unfinished'](null);
    const again = createSessionWriter({
      api: first.api,
      source: 'camera',
      personHeightCm: 175,
      resume: {
        sessionId: open?.id ?? '',
        open: { setId: open?.sets[0]?.id ?? '', alreadyDone: 1, alreadyCorrected: 0 },
        done: [],
        lastMs: 0,
      },
      onOutcome: () => undefined,
      onFailure: () => undefined,
      onRecovery: () => undefined,
    });
    again.write({ type: 'begin-set', key: 1, at: 0, task: TASK });
    again.write({ type: 'save-rep', n: 2, side: 'both', topMs: 4000 });
    await again.end('finished');
    const [session, ...others] = await first.sessions();
    expect(others).toEqual([]);
    expect(session?.sets[0]?.reps.map((rep) => rep.n)).toEqual([1, 2]);
  });

  test('a stretch by the clock, and what was said of a set that is over', async () => {
    const { writer, sessions, api } = start();
    writer.write({ type: 'begin-set', key: 1, at: 0, task: { ...TASK, exercise: 'knee-to-wall-test', side: 'left' } });
    writer.write({ type: 'start-set' });
    writer.write({ type: 'end-set', reason: 'finished' });
    writer.write({ type: 'begin-set', key: 2, at: 1, task: STRETCH });
    writer.write({ type: 'save-check-in', key: 1, cramp: true, fatigue: 'a-lot', pain: 6 });
    writer.write({ type: 'check-result', key: 1, side: 'left', passed: true, cm: 9 });
    writer.write({ type: 'start-set' });
    writer.write({ type: 'end-set', reason: 'finished' });
    writer.write({ type: 'save-plan', plan: { ...PLAN, kind: 'own' }, startAt: 2 });
    writer.write({ type: 'save-feel', feel: 'worse' });
    await writer.end('finished');
    const [session] = await sessions();
    expect(session).toMatchObject({
      plan: { startAt: 2, plan: { kind: 'own' } },
      feels: [{ asked: 'after', feel: 'worse' }],
    });
    expect(session?.sets).toMatchObject([
      { checkIn: { cramp: true, fatigue: 'a-lot', pain: 6 } },
      { exercise: 'calf-board-stretch', side: 'left', targetReps: 1, targetMs: 15_000, task: 1, checkIn: null },
    ]);
    expect((await api['history.progress'](null)).checks).toMatchObject([
      { kind: 'knee-to-wall', value: 9, passed: true },
    ]);
  });
});

describe('when saving goes wrong', () => {
  /** The connection is cut after each record has reached the history and before its answer is back: the first time. */
  function losingAnswers(api: Api): Api {
    const lost = new Set<string>();
    const calls = Object.entries(api).map(([name, call]) => {
      const losing = async (request: never): Promise<unknown> => {
        const answer = await call(request);
        const record = `${name} ${JSON.stringify(request)}`;
        if (lost.has(record)) return answer;
        lost.add(record);
        throw new CallError('not-connected', name);
      };
      return [name, losing];
    });
    return Object.fromEntries(calls) as Api;
  }

  test('every record whose answer was lost is there once', async () => {
    const { writer, outcomes, sessions } = start({
      over: losingAnswers,
      onFailure: () => setImmediate(() => writer.retry()),
    });
    writer.write({ type: 'save-plan', plan: PLAN, startAt: 0 });
    writer.write({ type: 'begin-set', key: 1, at: 0, task: TASK });
    writer.write({ type: 'start-set' });
    writer.write({ type: 'save-rep', n: 1, side: 'both', topMs: 900 });
    writer.write({ type: 'save-measures', rep: REP });
    writer.write({ type: 'save-attempt', topMs: 4000, reason: 'too-shallow', heldMs: null });
    writer.write({ type: 'save-correction', key: 1, change: -1 });
    writer.write({ type: 'end-set', reason: 'finished' });
    writer.write({ type: 'save-check-in', key: 1, cramp: false, fatigue: 'none', pain: 0 });
    await expect.poll(() => outcomes.length).toBe(2);
    await expect.poll(async () => (await sessions())[0]?.sets[0]?.checkIn ?? null).not.toBeNull();
    const [session] = await sessions();
    expect(session?.sets).toMatchObject([{ corrected: -1, reps: [{ n: 1 }], attempts: [{ reason: 'too-shallow' }] }]);
    expect(session?.sets[0]?.attempts).toHaveLength(1);
    expect(outcomes).toEqual([
      { type: 'rep-saved', n: 1 },
      { type: 'correction-saved', change: -1 },
    ]);
  });

  test('a rep that is refused is told, with what belongs to it left out, and what follows is saved', async () => {
    const failures: ErrorCode[] = [];
    const { writer, outcomes, sessions } = start({ onFailure: (code) => failures.push(code) });
    writer.write({ type: 'begin-set', key: 1, at: 0, task: TASK });
    writer.write({ type: 'start-set' });
    for (const topMs of [900, 4900]) writer.write({ type: 'save-rep', n: 1, side: 'both', topMs });
    await expect.poll(() => outcomes.length).toBe(2);
    writer.write({ type: 'save-measures', rep: { ...REP, topMs: 4900 } });
    writer.write({ type: 'save-rep', n: 2, side: 'both', topMs: 8900 });
    await writer.end('finished');
    expect(failures).toEqual(['bad-request']);
    expect(outcomes.map(({ type }) => type)).toEqual(['rep-saved', 'rep-refused', 'rep-saved']);
    expect((await sessions())[0]?.sets[0]?.reps.map(({ n, measures }) => [n, measures])).toEqual([
      [1, null],
      [2, null],
    ]);
  });

  test('with the clock set back in mid-session the answer given last holds, and the session keeps its order', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 });
    onTestFinished(() => void vi.useRealTimers());
    const { writer, sessions } = start();
    writer.write({ type: 'save-plan', plan: PLAN, startAt: 0 });
    writer.write({ type: 'begin-set', key: 1, at: 0, task: TASK });
    writer.write({ type: 'start-set' });
    writer.write({ type: 'end-set', reason: 'finished' });
    writer.write({ type: 'save-check-in', key: 1, cramp: false, fatigue: 'none', pain: 0 });
    vi.setSystemTime(1_700_000_000_000 - 3_600_000);
    writer.write({ type: 'save-check-in', key: 1, cramp: false, fatigue: 'none', pain: 7 });
    writer.write({ type: 'begin-set', key: 2, at: 1, task: TASK });
    writer.write({ type: 'start-set' });
    await writer.end('stopped');
    const [session] = await sessions();
    expect(session?.sets.map(({ task }) => task)).toEqual([0, 1]);
    expect(session?.sets[0]?.checkIn?.pain).toBe(7);
    expect(session?.end?.endedAtMs).toBeGreaterThan(session?.sets[1]?.startedAtMs ?? Number.POSITIVE_INFINITY);
  });
});
