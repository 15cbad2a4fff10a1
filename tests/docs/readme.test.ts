import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CATALOGUE_IDS } from '../../shared/exercises/exerciseIds.ts';

/** The figures of the README, held against what they are about. */
const ROOT = join(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8').replace(/\s+/g, ' ');
const README = textOf('README.md');

test('README tells what the bench of the counting measured', () => {
  const bench = textOf('docs/motion-accuracy.md');
  const measured = (bar: RegExp): string => bar.exec(bench)?.[1] ?? 'nothing';
  expect(README).toContain(`${measured(/clips with the exact count \| all \| (\d+ of \d+)/)} clips counted exactly`);
  expect(bench).toMatch(/false reps in idle clips \| 0 \| 0 in/);
  const height = measured(/height, error, median \| [^|]+ \| ([\d.]+)0 cm/);
  const heightAtWorst = Number(measured(/height, error, p95 \| [^|]+ \| ([\d.]+) cm/)).toFixed(1);
  expect(README).toContain(`heights by ${height} and ${heightAtWorst} cm`);
  const [flight, flightAtWorst] = [measured(/median (\d+) ms, p95/), measured(/median \d+ ms, p95 (\d+) ms/)];
  expect(README).toContain(`flights of hops by ${flight} and ${flightAtWorst} ms`);
});

test('README counts the clips and the exercises', () => {
  const clips = readdirSync(join(ROOT, 'tools/motion/traces'));
  const idle = clips.filter((name) => name.startsWith('idle-'));
  expect(README).toContain(`${clips.length} short clips`);
  expect(README).toContain(`${idle.length} of them hold only what must not count`);
  expect(README).toContain(`all ${CATALOGUE_IDS.length} exercises`);
});
