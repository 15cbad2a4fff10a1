import { describe, expect, test } from 'vitest';
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

describe('another source, or the same one opened again', () => {
  /** Ten seconds of 25 frames a second, the last of which arrives at 10_000. */
  function afterTenSeconds() {
    let pageMs = 10_000;
    const clock = createFrameClock(() => pageMs);
    let lastMs = 0;
    for (let tMs = 40; tMs <= 10_000; tMs += 40) lastMs = clock.observe(tMs, tMs);
    const passTo = (ms: number): void => {
      pageMs = ms;
    };
    return { clock, lastMs, passTo };
  }

  test('its times begin anew, and go on where the clock is', () => {
    const { clock, passTo } = afterTenSeconds();
    clock.newSource();
    passTo(13_000);
    expect(clock.now()).toBe(13_000);
    expect([0, 40, 80].map((tMs) => clock.observe(tMs, 13_000 + tMs))).toEqual([13_000, 13_040, 13_080]);
    passTo(13_100);
    expect(clock.now()).toBe(13_100);
  });

  test('its times are as exact as a trace keeps them', () => {
    const { clock } = afterTenSeconds();
    clock.newSource();
    const first = clock.observe(0.1, 13_000.123456);
    expect([first, clock.observe(33.43, 13_033.5)]).toEqual([13_000.12, 13_033.45]);
  });

  test('its times were far ahead, and go on where the clock is', () => {
    const { clock } = afterTenSeconds();
    clock.newSource();
    expect(clock.observe(5e9, 13_000)).toBe(13_000);
    expect(clock.observe(5e9 + 40, 13_040)).toBe(13_040);
  });

  test('it has a time of its own, which may stand still', () => {
    const { clock, passTo } = afterTenSeconds();
    let ownMs = 0;
    clock.newSource(() => ownMs);
    passTo(13_000);
    expect(clock.now()).toBe(13_000);
    expect(clock.observe(0, 13_000)).toBe(13_000);
    passTo(14_000);
    expect(clock.now()).toBe(13_000);
    ownMs = 40;
    expect(clock.now()).toBe(13_040);
    expect(clock.observe(40, 14_060)).toBe(13_040);
    expect(clock.toPageMs(13_080)).toBe(14_100);
  });

  test('a slow first arrival is made good, and no time comes twice', () => {
    const { clock, lastMs } = afterTenSeconds();
    clock.newSource();
    const first = clock.observe(0, 9_990);
    expect(first).toBeGreaterThan(lastMs);
    clock.newSource();
    expect(clock.observe(0, 9_990)).toBeGreaterThan(first);
  });
});
