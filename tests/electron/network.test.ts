import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/**
 * What reaches the network needs no import: `fetch` is there for every program of Node's, and Electron's session does not see it.
 * Imports of network modules are a matter of `.dependency-cruiser.cjs`.
 */
const WAYS = /\b(fetch|WebSocket|EventSource|XMLHttpRequest|sendBeacon|getBuiltinModule)\b|\bnet\.|\brequire\(/;
const ROOT = join(import.meta.dirname, '../../electron');

/** Lines of code, by file, that name a way to the network. */
function waysIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const code = readFileSync(join(folder, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      return code.split('\n').flatMap((line) => (WAYS.test(line) ? `${name}: ${line.trim()}` : []));
    });
}

test('nothing in the main process but the loopback server knows a way to the network', () => {
  const ways = waysIn(ROOT);
  expect(ways.filter((way) => !/^loopback[\\/]/.test(way))).toEqual([]);
  // What is there is seen.
  expect(ways.some((way) => way.includes('runningHost.ts') && way.includes('fetch('))).toBe(true);
});
