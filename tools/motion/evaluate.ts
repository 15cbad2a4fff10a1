import type { TrueRep } from '../../renderer/athlete/movements.ts';
import { familyOf } from '../../shared/exercises/catalogue.ts';
import type { ExerciseId } from '../../shared/exercises/exerciseIds.ts';
import type { Fault, MotionEvent, Rep } from '../../shared/motion/events.ts';
import { motionEvents } from '../../shared/trace/replay.ts';
import type { BenchClip } from './benchClip.ts';
import { matchReps } from './matching.ts';
import type { StoredTrace } from './traceCodec.ts';

/** What is known of a rep and can be compared with the truth. */
export const MEASURES = [
  'startMs',
  'topMs',
  'lowerStartMs',
  'endMs',
  'lowerMs',
  'heightCm',
  'takeoffMs',
  'landMs',
  'flightMs',
  'peakHipDeg',
] as const;
export type Measure = (typeof MEASURES)[number];

/** A true rep beside the seen one. */
export interface RepResult {
  readonly truth: TrueRep;
  readonly seen: Rep;
  /** Seen minus true; a value that was not seen is in `absent` instead. */
  readonly errors: Partial<Record<Measure, number>>;
  readonly absent: readonly Measure[];
  readonly sideRight: boolean;
  /** For reps whose truth has a direction. */
  readonly directionRight?: boolean;
  /** From the true top to the frame that announced it. */
  readonly announcedMs?: number;
}

/** Faults of the five-count: rightly named, named wrongly, and not named. */
export interface FaultCount {
  readonly right: number;
  readonly wrong: number;
  readonly missing: number;
}

export interface ClipResult {
  readonly bench: BenchClip;
  readonly exercise: ExerciseId;
  /** False when this version of the engine does not count the exercise at all. */
  readonly countable: boolean;
  readonly truth: readonly TrueRep[];
  readonly seen: readonly Rep[];
  readonly reps: readonly RepResult[];
  readonly missed: readonly TrueRep[];
  readonly extra: readonly Rep[];
  readonly exact: boolean;
  readonly faults: FaultCount;
  readonly armedMs: number | null;
  readonly attempts: readonly { readonly atMs: number; readonly reason: string }[];
  readonly durationMs: number;
}

/** The count of five is kept from 4 to 6.5 s (protocol of eccentric calf raises). */
const FIVE_COUNT_MS = { least: 4000, most: 6500 };
const FIVE_COUNT_FAULTS: readonly Fault[] = ['lowered-too-fast', 'lowered-too-slow'];

/** Counts a stored trace as an exercise and compares with the truth; nothing is true of an idle clip. */
export function evaluate(bench: BenchClip, stored: StoredTrace, exercise: ExerciseId): ClipResult {
  const events = eventsOf(stored, exercise);
  const truth = bench.idle ? [] : stored.truth;
  const seen = (events ?? []).flatMap((event) => (event.type === 'rep' && event.rep.counted ? [event.rep] : []));
  const matching = matchReps(truth, seen);
  const reps = matching.pairs.flatMap((pair) => {
    const [trueRep, seenRep] = [truth[pair.truth], seen[pair.seen]];
    return trueRep && seenRep ? [compare(exercise, trueRep, seenRep, events ?? [])] : [];
  });
  const missed = matching.missed.flatMap((t) => truth[t] ?? []);
  const extra = matching.extra.flatMap((s) => seen[s] ?? []);
  return {
    bench,
    exercise,
    countable: events !== null,
    truth,
    seen,
    reps,
    missed,
    extra,
    exact: events !== null && missed.length === 0 && extra.length === 0,
    faults: exercise === 'calf-raise-eccentric' && !bench.idle ? fiveCountFaults(reps, missed, extra) : NO_FAULTS,
    armedMs: events?.find((event) => event.type === 'armed')?.tMs ?? null,
    attempts: (events ?? []).flatMap((event) => (event.type === 'attempt' ? [event] : [])),
    durationMs: (stored.frames.at(-1)?.tMs ?? 0) - (stored.frames[0]?.tMs ?? 0),
  };
}

const NO_FAULTS: FaultCount = { right: 0, wrong: 0, missing: 0 };

/** What the engine says of the frames; null where it does not know the exercise yet. */
function eventsOf({ header, frames }: StoredTrace, exercise: ExerciseId): MotionEvent[] | null {
  try {
    return motionEvents({ header: { ...header, exercise }, frames });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function compare(exercise: ExerciseId, truth: TrueRep, seen: Rep, events: readonly MotionEvent[]): RepResult {
  // A hold has no top: its `topMs` only says where it lies.
  const hasTop = familyOf(exercise) !== 'holds';
  const errors: Partial<Record<Measure, number>> = {};
  const absent: Measure[] = [];
  for (const measure of MEASURES) {
    const [real, value] = [truth[measure], seen[measure]];
    if (real === undefined || (measure === 'topMs' && !hasTop)) continue;
    if (value === undefined) absent.push(measure);
    else errors[measure] = value - real;
  }
  const announcement = events.find((event) => event.type === 'rep-top' && event.n === seen.n);
  return {
    truth,
    seen,
    errors,
    absent,
    sideRight: seen.side === truth.side,
    ...(truth.direction && { directionRight: seen.direction === truth.direction }),
    ...(announcement && hasTop && { announcedMs: announcement.tMs - truth.topMs }),
  };
}

/** The fault that a rep's lowering deserves. */
export function fiveCountFault(lowerMs: number | undefined): Fault | null {
  if (lowerMs === undefined) return null;
  if (lowerMs < FIVE_COUNT_MS.least) return 'lowered-too-fast';
  return lowerMs > FIVE_COUNT_MS.most ? 'lowered-too-slow' : null;
}

/** A missed rep's fault was not named; every fault of an extra rep is wrong. */
function fiveCountFaults(reps: readonly RepResult[], missed: readonly TrueRep[], extra: readonly Rep[]): FaultCount {
  const named = (rep: Rep): readonly Fault[] => rep.faults.filter((fault) => FIVE_COUNT_FAULTS.includes(fault));
  const pairs: { readonly due: Fault | null; readonly named: readonly Fault[] }[] = [
    ...reps.map(({ truth, seen }) => ({ due: fiveCountFault(truth.lowerMs), named: named(seen) })),
    ...missed.map((truth) => ({ due: fiveCountFault(truth.lowerMs), named: [] })),
    ...extra.map((seen) => ({ due: null, named: named(seen) })),
  ];
  const sum = (of: (pair: (typeof pairs)[number]) => number): number => pairs.reduce((all, pair) => all + of(pair), 0);
  return {
    right: sum(({ due, named }) => (due && named.includes(due) ? 1 : 0)),
    wrong: sum(({ due, named }) => named.filter((fault) => fault !== due).length),
    missing: sum(({ due, named }) => (due && !named.includes(due) ? 1 : 0)),
  };
}
