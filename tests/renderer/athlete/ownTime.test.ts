import { describe, expect, test } from 'vitest';
import { createOwnTime } from '../../../renderer/athlete/ownTime.ts';

interface Machine {
  /** How often the screen asks for a picture. */
  readonly everyMs: number;
  /** How long it takes to look at one; nobody looks where it is null. */
  readonly lookMs: number | null;
}

/** What is drawn and looked at on such a machine; always the newest picture is looked at, one at a time. */
function shown({ everyMs, lookMs }: Machine, forMs: number) {
  const time = createOwnTime();
  const [drawn, looked]: [number[], number[]] = [[], []];
  let looking: { readonly ms: number; readonly untilMs: number } | null = null;
  for (let wallMs = 0; wallMs < forMs; wallMs += everyMs) {
    if (looking && wallMs >= looking.untilMs) {
      looked.push(looking.ms);
      time.looked(looking.ms);
      looking = null;
    }
    if (time.goOn(wallMs)) drawn.push(time.nowMs());
    const newest = drawn.at(-1);
    if (lookMs !== null && !looking && newest !== undefined && newest !== looked.at(-1)) {
      looking = { ms: newest, untilMs: wallMs + lookMs };
    }
  }
  const gaps = looked.slice(1).map((ms, i) => ms - (looked[i] ?? 0));
  return { time, drawn, looked, longestGapMs: Math.max(...gaps) };
}

describe('the time of somebody who is drawn', () => {
  test.each([50, 60, 75, 144])('goes with the wall’s where it is looked at in time, on a screen of %i Hz', (hertz) => {
    const { time } = shown({ everyMs: 1000 / hertz, lookMs: 30 }, 10_000);
    expect(time.nowMs()).toBeGreaterThan(9_700);
    expect(time.nowMs()).toBeLessThan(10_000);
  });

  test.each([100, 200, 400])('goes slowly where a look takes %i ms, and leaves nothing out', (lookMs) => {
    const { looked, longestGapMs, drawn } = shown({ everyMs: 1000 / 60, lookMs }, 20_000);
    expect(longestGapMs).toBeLessThan(81);
    expect(looked.length).toBeGreaterThan((0.8 * 20_000) / lookMs);
    // No picture is drawn that nobody has time for.
    expect(drawn.length).toBeLessThan(2.5 * looked.length);
  });

  test('goes slowly where drawing is slow', () => {
    const { longestGapMs } = shown({ everyMs: 250, lookMs: 30 }, 20_000);
    expect(longestGapMs).toBeLessThan(81);
  });

  test('goes on a little where nobody looks any more, so that somebody can begin', () => {
    const { time } = shown({ everyMs: 1000 / 60, lookMs: 30 }, 1000);
    const beforeMs = time.nowMs();
    let pictures = 0;
    for (let wallMs = 1000; wallMs < 6000; wallMs += 1000 / 60) if (time.goOn(wallMs)) pictures += 1;
    expect(pictures).toBeGreaterThanOrEqual(9);
    expect(time.nowMs() - beforeMs).toBeLessThan(600);
  });
});
