import { defineConfig } from '@playwright/test';
import { browserOptions } from './tools/browser/chromium.ts';

/** The real app in a real browser. One test at a time: each needs the machine's cores for the pose model. */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/support/globalSetup.ts',
  outputDir: '.cache/e2e',
  timeout: 150_000,
  expect: { timeout: 20_000 },
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  use: { launchOptions: browserOptions(), screenshot: 'only-on-failure', trace: 'off' },
});
