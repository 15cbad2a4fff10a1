import { defineConfig } from '@playwright/test';

/** The desktop smoke test: `npm run test:desktop`, where Electron's binary can be had. */
export default defineConfig({
  testDir: 'tests/desktop',
  outputDir: '.cache/desktop',
  timeout: 240_000,
  expect: { timeout: 30_000 },
  workers: 1,
  forbidOnly: true,
  retries: 0,
});
