import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createServices } from '../../../electron/services/services.ts';
import { createSessionWriter } from '../../../renderer/session/sessionWriter.ts';
import type { Rep } from '../../../shared/motion/events.ts';
import { PLAN } from '../../support/setRun.ts';
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

function start() {
  const dataFolder = tempFolder();
  const services = createServices({
    dataFolder: join(dataFolder, 'x'),
    host: 'browser',
    version: '1',
    now: () => 1e12,
  });
  onTestFinished(() => services.close());
  const announced: number[] = [];
  const writer = createSessionWriter({
    api: services.api,
    source: 'camera',
    onRepSaved: (n) => announced.push(n),
    onFailure: (code) => {
      throw new Error(code);
    },
  });
  const sessions = () => services.api['history.sessions']({ beforeMs: Number.MAX_SAFE_INTEGER, limit: 10 });
  return { writer, announced, sessions, api: services.api };
}

describe('what happens in a session reaches a real database', () => {
  test('the session begins with its first set, and each rep is announced once it is written', async () => {
    const { writer, announced, sessions } = start();
    writer.write({ type: 'start-set' }, PLAN);
    writer.write({ type: 'save-rep', n: 1, side: 'both', topMs: 900 }, PLAN);
    writer.write({ type: 'save-measures', rep: REP }, PLAN);
    writer.write({ type: 'end-set', reason: 'finished' }, PLAN);
    await writer.end('finished');
    expect(announced).toEqual([1]);
    const [session] = await sessions();
    expect(session).toMatchObject({ source: 'camera', end: { reason: 'finished' } });
    expect(session?.sets[0]).toMatchObject({ exercise: PLAN.exercise, end: { reason: 'finished' } });
    expect(session?.sets[0]?.reps[0]?.measures).toMatchObject({ startMs: 1, endMs: 3000, heightCm: null });
  });

  test('a second set belongs to the same session, with reps counted anew', async () => {
    const { writer, sessions } = start();
    for (let set = 0; set < 2; set++) {
      if (set > 0) writer.beginSet();
      writer.write({ type: 'start-set' }, PLAN);
      writer.write({ type: 'save-rep', n: 1, side: 'both', topMs: 900 }, PLAN);
    }
    await writer.end('stopped');
    const read = await sessions();
    expect(read).toHaveLength(1);
    expect(read[0]?.sets.map((set) => set.reps.map((rep) => rep.n))).toEqual([[1], [1]]);
  });

  test('a session in which nothing happened leaves no record', async () => {
    const { writer, sessions } = start();
    await writer.end('stopped');
    expect(await sessions()).toEqual([]);
  });

  test('an interrupted set goes on where it was', async () => {
    const first = start();
    first.writer.write({ type: 'start-set' }, PLAN);
    first.writer.write({ type: 'save-rep', n: 1, side: 'both', topMs: 900 }, PLAN);
    // Wait for the records without ending the session.
    await expect.poll(() => first.announced).toEqual([1]);
    const open = await first.api['history.unfinished'](null);
    const again = createSessionWriter({
      api: first.api,
      source: 'camera',
      sessionId: open?.id ?? '',
      setId: open?.sets[0]?.id ?? '',
      onRepSaved: () => undefined,
      onFailure: () => undefined,
    });
    again.write({ type: 'save-rep', n: 2, side: 'both', topMs: 4000 }, PLAN);
    await again.end('finished');
    const [session, ...others] = await first.sessions();
    expect(others).toEqual([]);
    expect(session?.sets[0]?.reps.map((rep) => rep.n)).toEqual([1, 2]);
  });
});
