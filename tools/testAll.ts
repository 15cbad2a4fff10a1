import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ensureBrowser } from './browser/installBrowser.ts';
import { runChecks } from './check.ts';

/** `npm test`: everything, ending with one line of counts. */
const ROOT = join(import.meta.dirname, '..');
const REPORTS = join(ROOT, '.cache/reports');

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

async function main(): Promise<void> {
  rmSync(REPORTS, { recursive: true, force: true });
  const drawing = drawClips();
  const { passed, failed, skipped } = sumOf([checks(), unitTests(), await endToEndTests(drawing)]);
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function checks(): Counts {
  heading('Formatting, lint, layers, types');
  const results = runChecks();
  for (const { name, passed, output } of results)
    console.log(`${passed ? '  ok  ' : 'FAILED'} ${name}${passed ? '' : `\n${output}`}`);
  const passed = results.filter((result) => result.passed).length;
  return { passed, failed: results.length - passed, skipped: 0 };
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

function unitTests(): Counts {
  heading('Unit tests');
  const file = join(REPORTS, 'unit.json');
  const status = run('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = readReport(file, vitestReport);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report;
  // A file that cannot even be loaded fails the run without a failed test.
  return {
    passed,
    failed: status === 0 ? numFailedTests : Math.max(1, numFailedTests),
    skipped: numPendingTests + numTodoTests,
  };
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Begins to draw what the fake camera shows, with the time that nobody else wants; null where there is no browser. */
function drawClips(): Promise<unknown> | null {
  try {
    console.log(`Browser: ${ensureBrowser()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return null;
  }
  // What it cannot do is tried again, and told, where it is needed.
  const child = spawn(process.execPath, [join(ROOT, 'tests/e2e/support/drawClips.ts')], { stdio: 'ignore' });
  if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  return once(child, 'exit').catch(() => undefined);
}

async function endToEndTests(drawing: Promise<unknown> | null): Promise<Counts> {
  heading('End to end, in a real browser with the real pose model');
  if (!drawing) return { passed: 0, failed: 1, skipped: 0 };
  const screens = playwright('screens', ['--workers=2']);
  const startMs = performance.now();
  await drawing;
  console.log(`\nThe clips of the fake camera were waited for ${((performance.now() - startMs) / 1000).toFixed(0)} s.`);
  const clips = playwright('clips', ['--workers=2']);
  // Whoever is counted has the cores to themselves.
  return sumOf([screens, clips, playwright('camera', ['--workers=1'])]);
}

function playwright(project: string, args: readonly string[]): Counts {
  const file = join(REPORTS, `${project}.json`);
  const status = run('@playwright/test/cli.js', ['test', `--project=${project}`, '--reporter=list,json', ...args], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const report = readReport(file, playwrightReport);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky;
  return { passed: expected, failed: status === 0 ? failed : Math.max(1, failed), skipped };
}

function sumOf(counts: readonly Counts[]): Counts {
  const sum = (key: keyof Counts): number => counts.reduce((total, count) => total + count[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): number | null {
  return spawnSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  }).status;
}

function readReport<T>(file: string, schema: z.ZodType<T>): T | null {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

function heading(title: string): void {
  console.log(`\n── ${title}`);
}

await main();
