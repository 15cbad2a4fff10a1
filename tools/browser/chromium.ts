import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from '@playwright/test';

/** Names a browser to use, before all others. */
const BROWSER_VARIABLE = 'SOLEUS_BROWSER';

const INSTALLED: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * The path of a Chromium to drive: the one named in SOLEUS_BROWSER, Playwright's own, or an installed Chrome, Chromium
 * or Edge; null when there is none.
 *
 * @throws Error when SOLEUS_BROWSER names a file that is not there
 */
export function findBrowser(): string | null {
  const named = process.env[BROWSER_VARIABLE];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`${BROWSER_VARIABLE} is ${named}, but there is no such file.`);
  }
  const candidates = [chromium.executablePath(), ...(INSTALLED[process.platform] ?? [])];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** Says yes to the camera question, as a person would. */
export const SAYS_YES: readonly string[] = ['--use-fake-ui-for-media-stream'];

/**
 * Flags that keep a driven browser quiet, local and able to draw without a graphics card. By default the page is drawn by
 * the processor and WebGL by SwiftShader beside it, as on a machine without one; for drawing alone, SwiftShader for
 * everything is a third quicker.
 */
export function browserOptions(extraArgs: readonly string[] = [], drawsOnly = false): LaunchOptions {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No browser was found. Run npm test once: it installs one, or says how.');
  const asRoot = process.getuid?.() === 0;
  return {
    executablePath,
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      drawsOnly ? '--use-angle=swiftshader' : '--disable-gpu',
      '--enable-unsafe-swiftshader',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...extraArgs,
    ],
  };
}

export function launchBrowser(extraArgs: readonly string[] = []): Promise<Browser> {
  return chromium.launch(browserOptions(extraArgs));
}
