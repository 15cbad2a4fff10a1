import { expect, test } from 'vitest';
import { judge, type SoakSample, tableOf } from '../../../tools/bench/soakVerdict.ts';

const FLAT: SoakSample = {
  ...{ atS: 0, megabytes: 37, framesPerSecond: 26, soundsPerRep: 2.5 },
  ...{ openFiles: 26, nodes: 288, listeners: 324, workers: 1 },
};

/** Half an hour of which the last part is like this; the first minutes are wild. */
function notFlat(later: Partial<SoakSample>): string[] {
  const samples = Array.from({ length: 40 }, (_, i) => {
    const sample = { ...FLAT, atS: 45 * i, ...(i > 24 && later) };
    return i < 2 ? { ...sample, megabytes: 90, nodes: 999, framesPerSecond: 3 } : sample;
  });
  return judge(samples).flatMap(({ name, isFlat }) => (isFlat ? [] : [name]));
}

test.each<[string, Partial<SoakSample>, string[]]>([
  ['nothing', {}, []],
  ['what is within bounds', { megabytes: 40, openFiles: 27, workers: 2, framesPerSecond: 24 }, []],
  ['memory', { megabytes: 42 }, ['memory, MB (least, most)']],
  ['frames', { framesPerSecond: 20 }, ['frames a second']],
  ['sounds', { soundsPerRep: 1.5 }, ['sounds a rep']],
  ['files', { openFiles: 28 }, ['open files of the host']],
  ['nodes', { nodes: 310 }, ['nodes of the page']],
  ['listeners', { listeners: 350 }, ['listeners of the page']],
  ['workers', { workers: 3 }, ['workers']],
])('a soak tells that this is not flat: %s', (_, later, told) => {
  expect(notFlat(later)).toEqual(told);
});

test('a soak that was too short tells nothing, and one that can tell has a line for each', () => {
  expect(judge([{ ...FLAT, atS: 300 }])).toEqual([]);
  const table = tableOf(judge([300, 400, 500].map((atS) => ({ ...FLAT, atS }))));
  expect(table.split('\n')).toHaveLength(8);
  expect(table).toMatch(/^open files of the host +26\.0 +26\.0 +\+1 +flat$/m);
});
