import { defineConfig } from '@playwright/test';
import { browserOptions, SAYS_YES } from './tools/browser/chromium.ts';

/** Before a camera somebody moves in these, and what is seen hangs on how many pictures a second are looked at. */
const CAMERA = /(breakCounted|lostInSet|mainJob|recovery|session|setUp)\.spec\.ts/;
/** These have the camera's clips as files, or get no further than the camera; they may share the machine, as all others may. */
const CLIPS = /(trouble|video)\.spec\.ts/;

/** The real app in a real browser. Before a camera one test at a time: each needs the machine's cores for the pose model. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/e2e',
  timeout: 150_000,
  expect: { timeout: 20_000 },
  workers: 1,
  fullyParallel: true,
  projects: [
    { name: 'screens', testIgnore: [CAMERA, CLIPS] },
    { name: 'drawing', testMatch: /support\/clips\.setup\.ts/ },
    { name: 'clips', testMatch: CLIPS, dependencies: ['drawing'] },
    { name: 'camera', testMatch: CAMERA, dependencies: ['drawing'] },
  ],
  forbidOnly: true,
  retries: 0,
  use: { launchOptions: browserOptions(SAYS_YES), screenshot: 'only-on-failure', trace: 'off' },
});
