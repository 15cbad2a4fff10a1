import { expect, test } from 'vitest';
import { paceRep, promptPace, startPace, stepPace } from '../../../shared/session/pace.ts';

test('beats come once a second, each once, and a little ahead of their time', () => {
  let state = startPace(5000, null);
  const beats: number[] = [];
  for (let nowMs = 5000; nowMs <= 9000; nowMs += 50) {
    const [next, due] = stepPace(state, nowMs);
    for (const atMs of due.beats) expect(atMs - nowMs).toBeGreaterThan(500);
    beats.push(...due.beats);
    state = next;
  }
  expect(beats).toEqual([6000, 7000, 8000, 9000]);
});

test('reps in the pace keep it, a missing one loses it once', () => {
  let state = startPace(0, null);
  const lost: number[] = [];
  for (let nowMs = 0; nowMs <= 16_000; nowMs += 50) {
    // Tops at 3, 5, 7 s, each seen a fifth of a second late; then nothing.
    if ([3200, 5200, 7200].includes(nowMs)) state = paceRep(state, nowMs - 200);
    const [next, { isLost }] = stepPace(state, nowMs);
    if (isLost) lost.push(nowMs);
    state = next;
  }
  expect(lost).toEqual([10_250, 13_500]);
});

test('two prompts, then the end', () => {
  let state = startPace(0, null);
  const verdicts = [1, 2, 3].map(() => {
    const [next, verdict] = promptPace(state);
    state = next;
    return verdict;
  });
  expect(verdicts).toEqual(['prompt', 'prompt', 'end']);
});
