import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** `npm run check`: formatting and lint, the floors of the house, types. */
const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'node_modules');

export interface CheckResult {
  readonly name: string;
  readonly passed: boolean;
  readonly output: string;
}

const CHECKS: readonly { readonly name: string; readonly args: readonly string[] }[] = [
  { name: 'formatting and lint', args: ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
  {
    name: 'layers',
    args: [
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'shared',
      'renderer',
      'electron',
      'tools',
      'tests',
    ],
  },
  { name: 'types', args: ['typescript/bin/tsc', '-b'] },
];

export function runChecks(): CheckResult[] {
  return CHECKS.map(({ name, args: [script = '', ...args] }) => {
    const run = spawnSync(process.execPath, [join(BIN, script), ...args], { cwd: ROOT, encoding: 'utf8' });
    return { name, passed: run.status === 0, output: `${run.stdout}${run.stderr}`.trim() };
  });
}

if (import.meta.main) {
  const results = runChecks();
  for (const { name, passed, output } of results) {
    console.log(`${passed ? 'ok     ' : 'FAILED '} ${name}`);
    if (!passed) console.log(output);
  }
  process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
}
