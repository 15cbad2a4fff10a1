import { defineConfig } from '@playwright/test';
import { browserOptions } from './tools/browser/chromium.ts';

/** Before a camera somebody moves in these; the others may share the machine. */
const CAMERA = /(athlete|breakCounted|mainJob|recovery|session|trouble|video)\.spec\.ts/;

/** The real app in a real browser. Before a camera one test at a time: each needs the machine's cores for the pose model. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/e2e',
  timeout: 150_000,
  expect: { timeout: 20_000 },
  workers: 1,
  fullyParallel: true,
  projects: [
    { name: 'screens', testIgnore: CAMERA },
    { name: 'clips', testMatch: /support\/clips\.setup\.ts/ },
    { name: 'camera', testMatch: CAMERA, dependencies: ['clips'] },
  ],
  forbidOnly: true,
  retries: 0,
  use: { launchOptions: browserOptions(), screenshot: 'only-on-failure', trace: 'off' },
});
