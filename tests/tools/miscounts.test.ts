import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replayTrace } from '../../shared/trace/replay.ts';
import { MISCOUNTS, readMiscounts } from '../../tools/keepMiscount.ts';
import { unpackTrace } from '../../tools/motion/traceCodec.ts';

const known = Object.entries(readMiscounts());

test.each(known)('%s, once miscounted, is counted right', (name, { count }) => {
  const trace = unpackTrace(readFileSync(join(MISCOUNTS, `${name}.trace`)));
  expect(replayTrace(trace).count).toBe(count);
});

test('every kept trace has its count', () => {
  const files = readdirSync(MISCOUNTS).filter((file) => file.endsWith('.trace'));
  expect(files.sort()).toEqual(known.map(([name]) => `${name}.trace`).sort());
  expect(files.length).toBeGreaterThan(0);
});
