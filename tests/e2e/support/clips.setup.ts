import { test as setup } from '@playwright/test';
import { drawClips } from './drawClips.ts';

const WITHIN_MS = 1_200_000;

setup('the demo athlete is drawn for the fake camera', async () => {
  setup.setTimeout(WITHIN_MS);
  await drawClips();
});
