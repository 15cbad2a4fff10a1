import { median, percentile } from '../bench/stats.ts';
import { type ClipResult, MEASURES, type Measure } from './evaluate.ts';

/** The middle and the far end of errors without their sign, the middle with it, and how many there were. */
export interface Spread {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly bias: number;
}

/** What a group of clips adds up to. Shares are NaN where there was nothing to judge. */
export interface Summary {
  readonly clips: number;
  readonly uncountable: number;
  readonly exact: number;
  readonly reps: number;
  readonly missed: number;
  readonly extra: number;
  readonly idleHours: number;
  readonly falseReps: number;
  readonly falsePerHour: number;
  readonly errors: Readonly<Record<Measure, Spread>>;
  /** Flight times in frames of the clip's own camera. */
  readonly flightFrames: Spread;
  /** Delays, not errors: one that comes before the top is below 0. */
  readonly announced: Spread;
  readonly absent: number;
  readonly sideRatio: number;
  readonly directionRatio: number;
  readonly faultPrecision: number;
  readonly faultRecall: number;
}

export function summaryOf(results: readonly ClipResult[]): Summary {
  const countable = results.filter((result) => result.countable);
  const idle = countable.filter((result) => result.bench.idle);
  const active = countable.filter((result) => !result.bench.idle);
  const reps = active.flatMap((result) => result.reps);
  const idleHours = sum(idle, (result) => result.durationMs) / 3_600_000;
  const falseReps = sum(idle, (result) => result.extra.length);
  const faults = (kind: keyof ClipResult['faults']): number => sum(active, (result) => result.faults[kind]);
  return {
    clips: results.filter((result) => !result.bench.idle).length,
    uncountable: results.filter((result) => !result.bench.idle && !result.countable).length,
    exact: active.filter((result) => result.exact).length,
    reps: sum(active, (result) => result.truth.length),
    missed: sum(active, (result) => result.missed.length),
    extra: sum(active, (result) => result.extra.length),
    idleHours,
    falseReps,
    falsePerHour: falseReps / idleHours,
    errors: Object.fromEntries(
      MEASURES.map((measure) => [measure, spreadOf(reps.flatMap(({ errors }) => errors[measure] ?? []))]),
    ) as Record<Measure, Spread>,
    flightFrames: spreadOf(
      active.flatMap(({ bench, reps }) =>
        reps.flatMap(({ errors }) =>
          errors.flightMs === undefined ? [] : [(errors.flightMs * bench.clip.camera.fps) / 1000],
        ),
      ),
    ),
    announced: delaysOf(reps.flatMap(({ announcedMs }) => announcedMs ?? [])),
    absent: sum(reps, ({ absent }) => absent.length),
    sideRatio: reps.filter(({ sideRight }) => sideRight).length / reps.length,
    directionRatio: ratioOf(reps.flatMap(({ directionRight }) => directionRight ?? [])),
    faultPrecision: faults('right') / (faults('right') + faults('wrong')),
    faultRecall: faults('right') / (faults('right') + faults('missing')),
  };
}

export function spreadOf(errors: readonly number[]): Spread {
  const sizes = errors.map(Math.abs);
  return { count: errors.length, median: median(sizes), p95: percentile(sizes, 0.95), bias: median(errors) };
}

function delaysOf(delays: readonly number[]): Spread {
  const middle = median(delays);
  return { count: delays.length, median: middle, p95: percentile(delays, 0.95), bias: middle };
}

function ratioOf(answers: readonly boolean[]): number {
  return answers.filter(Boolean).length / answers.length;
}

function sum<T>(list: readonly T[], of: (item: T) => number): number {
  return list.reduce((all, item) => all + of(item), 0);
}
