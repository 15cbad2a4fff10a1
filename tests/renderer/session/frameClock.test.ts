import { expect, test } from 'vitest';
import { createFrameClock } from '../../../renderer/session/frameClock.ts';

test('the camera’s clock is tied to the page’s by the fastest arrival', () => {
  let pageMs = 5000;
  const clock = createFrameClock(() => pageMs);
  expect(clock.now()).toBeNull();
  clock.observe(1_000_000, 5040);
  clock.observe(1_000_033, 5035);
  clock.observe(1_000_066, 5099);
  pageMs = 6000;
  expect(clock.now()).toBe(1_000_998);
  expect(clock.toPageMs(1_000_033)).toBe(5035);
});
