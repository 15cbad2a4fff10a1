import { describe, expect, test } from 'vitest';
import { type LongSession, runLongSession, type Sample, whatGrew } from '../../../tools/bench/longSession.ts';

/** A short share of `npm run bench -- --hours 4`. */
test('half an hour of a session leaves nothing behind, and looks at every frame', async () => {
  const long = await runLongSession(0.52, () => undefined);
  expect(long.samples).toHaveLength(3);
  expect(long.reps).toBeGreaterThan(250);
  expect(long.framesSeen).toBe(long.frames);
  // How long a frame takes is for the bench: the machine is shared here.
  expect(whatGrew(long).filter((grown) => !grown.startsWith('time'))).toEqual([]);
}, 120_000);

describe('what is not flat is told', () => {
  const FLAT: Sample = {
    ...{ atMinute: 10, heapMegabytes: 120, handles: 2, openFiles: 41, stateKilobytes: 115, usPerFrame: 20 },
    cuesPerRep: 1.8,
  };
  const toldOf = (later: Partial<Sample>, session: Partial<LongSession> = {}): string[] =>
    whatGrew({
      ...{ hours: 1, frames: 9, framesSeen: 9, sets: 1, reps: 1 },
      samples: [FLAT, FLAT, { ...FLAT, ...later }, { ...FLAT, ...later }],
      ...session,
    }).map((grown) => grown.split(':')[0] ?? '');

  test.each<[string, Partial<Sample>, string[]]>([
    ['nothing', {}, []],
    ['less of all', { heapMegabytes: 90, handles: 1, openFiles: 30, stateKilobytes: 80, cuesPerRep: 1 }, []],
    ['one file more, which SQLite keeps', { openFiles: 42 }, []],
    ['two files more', { openFiles: 43 }, ['more open files']],
    ['a handle', { handles: 3 }, ['more handles']],
    ['memory', { heapMegabytes: 130 }, ['memory, times']],
    ['the state', { stateKilobytes: 120 }, ['state, times']],
    ['words', { cuesPerRep: 1.9 }, ['cues for a rep, times']],
    ['time', { usPerFrame: 30 }, ['time for a frame, times']],
  ])('%s', (_, later, told) => {
    expect(toldOf(later)).toEqual(told);
  });

  test('a frame that was not looked at', () => {
    expect(toldOf({}, { framesSeen: 8 })).toEqual(['frames that nobody looked at']);
  });
});
