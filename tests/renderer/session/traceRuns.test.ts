import { describe, expect, test } from 'vitest';
import { remember, TRACE_MS, type TraceSample, traceRuns } from '../../../renderer/session/traceRuns.ts';

type Phase = NonNullable<TraceSample['height']>['phase'];

/** Thirty readings a second. */
function samplesOf(fromMs: number, phases: readonly (Phase | null)[]): TraceSample[] {
  return phases.map((phase, i) => ({
    tMs: fromMs + (1000 / 30) * i,
    height: phase && { phase, elevation: i / phases.length },
  }));
}

describe('the live trace', () => {
  test('a rep is one unbroken line, in a piece for each phase', () => {
    const samples = samplesOf(1000, ['raise', 'raise', 'hold', 'hold', 'lower', 'lower']);
    const runs = traceRuns(samples, 1200);
    expect(runs.map(({ phase }) => phase)).toEqual(['raise', 'hold', 'lower']);
    for (const [i, run] of runs.slice(1).entries()) expect(run.points[0]).toEqual(runs[i]?.points.at(-1));
    expect(runs[0]?.points[0]).toEqual({ x: 1000 / TRACE_MS, y: 0 });
  });

  test('where nobody was in position, there is no line', () => {
    const runs = traceRuns(samplesOf(0, ['raise', 'raise', null, null, 'raise', 'raise']), 1000);
    expect(runs).toHaveLength(2);
  });

  test('it goes round: no line runs back across the screen, and the place before the writing is free', () => {
    const nowMs = TRACE_MS + 5000;
    const samples = samplesOf(
      1000,
      Array.from({ length: 30 * 20 }, () => 'rest' as const),
    );
    const runs = traceRuns(samples, nowMs);
    for (const { points } of runs) {
      for (const [i, { x }] of points.slice(1).entries()) expect(x).toBeGreaterThan(points[i]?.x ?? 1);
    }
    const head = (nowMs % TRACE_MS) / TRACE_MS;
    const ahead = runs.flatMap(({ points }) => points).filter(({ x }) => x > head && x < head + 0.03);
    expect(ahead).toEqual([]);
    expect(runs).toHaveLength(2);
  });

  test('only what can be seen is remembered', () => {
    let samples: TraceSample[] = [];
    for (const sample of samplesOf(0, Array(30 * 60).fill('rest'))) samples = remember(samples, sample);
    expect(samples.length).toBeLessThanOrEqual((TRACE_MS / 1000) * 30);
  });
});
