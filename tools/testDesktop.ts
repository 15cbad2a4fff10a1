import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './browser/installBrowser.ts';
import { packedProgram } from './release/packages.ts';

/**
 * `npm run test:desktop`: fetches Electron's binary and drives the real window; with `-- --packed` the app that was packed
 * into dist/, with `-- --app PROGRAM` one that is installed.
 */
const ROOT = join(import.meta.dirname, '..');

function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
}

const { values } = parseArgs({ options: { packed: { type: 'boolean', default: false }, app: { type: 'string' } } });
const program = values.app ?? (values.packed ? packedProgram(process.platform, process.arch) : undefined);
if (program === null) {
  console.error('There is no packed app in dist/. Make one: npm run package -- --dir');
  process.exit(1);
}
// The clip of the fake camera is drawn in a browser.
ensureBrowser();
if (!program) run('electron/install.js', []);
run(
  '@playwright/test/cli.js',
  ['test', '--config', 'playwright.desktop.config.ts', '--reporter=list'],
  program ? { SOLEUS_APP: program } : {},
);
