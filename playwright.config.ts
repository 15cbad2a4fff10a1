import { defineConfig } from '@playwright/test';
import { browserOptions } from './tools/browser/chromium.ts';

/** Nobody moves before a camera in these: they may share the machine. */
const SCREENS = /(accessibility|audio|breaks|data|library|programmes|today|welcome)\.spec\.ts/;

/** The real app in a real browser. Before a camera one test at a time: each needs the machine's cores for the pose model. */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/support/globalSetup.ts',
  outputDir: '.cache/e2e',
  timeout: 150_000,
  expect: { timeout: 20_000 },
  workers: 1,
  fullyParallel: true,
  projects: [
    { name: 'screens', testMatch: SCREENS },
    { name: 'camera', testIgnore: SCREENS },
  ],
  forbidOnly: true,
  retries: 0,
  use: { launchOptions: browserOptions(), screenshot: 'only-on-failure', trace: 'off' },
});
