import type { CounterView } from '../../shared/motion/counter.ts';

type Phase = CounterView['phase'];

/** How high the heel or the hip was at a moment of the frame clock; null while nobody is in position. */
export interface TraceSample {
  readonly tMs: number;
  readonly height: { readonly elevation: number; readonly phase: Phase } | null;
}

/** A stretch of the trace in one phase. `x` is a share of the width, `y` of the height, from the floor. */
export interface TraceRun {
  readonly phase: Phase;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** The trace goes round: so much of it is seen at once. Two slow reps. */
export const TRACE_MS = 16_000;
/** Free before the place that is written next, so that old and new are told apart. */
const GAP_MS = 700;

/** Adds a sample and forgets what has gone round. */
export function remember(samples: readonly TraceSample[], sample: TraceSample): TraceSample[] {
  return [...samples.filter(({ tMs }) => tMs > sample.tMs - TRACE_MS), sample];
}

/**
 * What is to be drawn. It is written from left to right and over again, like a heart's trace: nothing slides over the screen.
 */
export function traceRuns(samples: readonly TraceSample[], nowMs: number): TraceRun[] {
  const runs: { phase: Phase; points: { x: number; y: number }[] }[] = [];
  let before: (TraceSample & { x: number }) | null = null;
  for (const sample of samples) {
    const { tMs, height } = sample;
    if (tMs <= nowMs - TRACE_MS + GAP_MS || tMs > nowMs) continue;
    const x = (((tMs % TRACE_MS) + TRACE_MS) % TRACE_MS) / TRACE_MS;
    if (height) {
      const last = runs.at(-1);
      const goesOn = before?.height && x > before.x ? last : undefined;
      const point = { x, y: height.elevation };
      // A run ends where the next one begins, so that the line is whole.
      goesOn?.points.push(point);
      if (goesOn?.phase !== height.phase) runs.push({ phase: height.phase, points: [point] });
    }
    before = { ...sample, x };
  }
  return runs.filter(({ points }) => points.length > 1);
}
