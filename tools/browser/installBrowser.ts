import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser } from './chromium.ts';

const PLAYWRIGHT = join(import.meta.dirname, '../../node_modules/@playwright/test/cli.js');

/**
 * Makes sure that there is a browser for the end-to-end tests: one that is there already, Playwright's own download, or
 * Debian's package where we may install it.
 *
 * @returns its path
 * @throws Error with what to do when there is none
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  console.error('No browser yet: installing Playwright’s Chromium …');
  const downloaded = run(process.execPath, [PLAYWRIGHT, 'install', 'chromium-headless-shell', 'chromium']);
  if (!downloaded && process.getuid?.() === 0 && run('apt-get', ['--version'])) {
    console.error('It could not be downloaded: installing Debian’s Chromium …');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation']);
  }
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    'The end-to-end tests need a browser, and none could be installed. Install Chrome or Chromium, or name one: SOLEUS_BROWSER=/path/to/chrome npm test',
  );
}

function run(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
