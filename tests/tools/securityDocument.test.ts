import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const document = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');

test('every file that the document names is there', () => {
  const named = [...document.matchAll(/`((?:tests|electron|docs|renderer|shared)\/[\w./-]+)`/g)].map(
    ([, path = '']) => path,
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('each of Electron’s twenty points is answered by a test or a reason', () => {
  const points = [...document.matchAll(/^\| (\d+) \| ([^|]+) \| ([^|]+) \|([^|]*)\|$/gm)];
  expect(points.map(([, number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  for (const [row, , , here = '', shownBy = ''] of points) {
    expect(/tests\//.test(shownBy) || here.trim().startsWith('Reason:'), row).toBe(true);
  }
});
