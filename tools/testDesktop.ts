import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBrowser } from './browser/installBrowser.ts';

/** `npm run test:desktop`: fetches Electron's binary and drives the real window. */
const ROOT = join(import.meta.dirname, '..');

function run(script: string, args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

// The clip of the fake camera is drawn in a browser.
ensureBrowser();
run('electron/install.js', []);
run('@playwright/test/cli.js', ['test', '--config', 'playwright.desktop.config.ts', '--reporter=list']);
