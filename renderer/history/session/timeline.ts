import type { RepRecord } from '../../../shared/history/records.ts';

/** A rep on the time line of its set. Shares are of the whole line; those of the phases of the rep's own width. */
export interface TimelineRep {
  readonly rep: RepRecord;
  readonly from: number;
  readonly width: number;
  readonly phases: readonly TimelinePhase[];
}

export interface TimelinePhase {
  readonly name: 'raise' | 'hold' | 'lower' | 'flight';
  readonly from: number;
  readonly to: number;
}

export interface Timeline {
  readonly reps: readonly TimelineRep[];
  readonly ticks: readonly { readonly at: number; readonly seconds: number }[];
  /** How often the shortest rep would fit into the line: it must stay wide enough to be pressed. */
  readonly shortest: number;
}

/** Of a rep of which only the top is known: drawn about as long as a quick one. */
const UNKNOWN_MS = 600;
const TICK_STEPS_S = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600];
const TICKS_AT_MOST = 12;

/**
 * @param reps of one set, in their order
 * @param isHeld they are holds: still from beginning to end
 */
export function timelineOf(reps: readonly RepRecord[], isHeld: boolean): Timeline {
  const spans = reps.map((rep) => ({ rep, ...spanOf(rep) }));
  const startMs = spans.reduce((least, { fromMs }) => Math.min(least, fromMs), Number.POSITIVE_INFINITY);
  const endMs = spans.reduce((most, { toMs }) => Math.max(most, toMs), Number.NEGATIVE_INFINITY);
  const lengthMs = Math.max(1, endMs - startMs);
  const shortestMs = spans.reduce((least, { fromMs, toMs }) => Math.min(least, toMs - fromMs), lengthMs);
  return {
    reps: spans.map(({ rep, fromMs, toMs }) => ({
      rep,
      from: (fromMs - startMs) / lengthMs,
      width: (toMs - fromMs) / lengthMs,
      phases: phasesOf(rep, isHeld, fromMs, toMs),
    })),
    ticks: spans.length === 0 ? [] : ticksOf(lengthMs),
    shortest: lengthMs / Math.max(1, shortestMs),
  };
}

/**
 * When a rep began and ended, on the clock of the wall. The frames of a set that went on after an interruption have a new clock;
 * the top of each rep is known on both.
 */
function spanOf({ measures: m, atMs }: RepRecord): { readonly fromMs: number; readonly toMs: number } {
  if (!m) return { fromMs: atMs - UNKNOWN_MS / 2, toMs: atMs + UNKNOWN_MS / 2 };
  const wallMs = (frameMs: number): number => atMs + frameMs - m.topMs;
  const fromMs = wallMs(m.takeoffMs ?? m.startMs ?? m.topMs - UNKNOWN_MS / 2);
  return { fromMs, toMs: Math.max(fromMs + 1, wallMs(m.landMs ?? m.endMs ?? m.topMs + UNKNOWN_MS / 2)) };
}

function phasesOf({ measures: m, atMs }: RepRecord, isHeld: boolean, fromMs: number, toMs: number): TimelinePhase[] {
  if (!m) return [];
  if (isHeld) return [{ name: 'hold', from: 0, to: 1 }];
  const share = (frameMs: number): number =>
    Math.min(1, Math.max(0, (atMs + frameMs - m.topMs - fromMs) / (toMs - fromMs)));
  if (m.takeoffMs !== null && m.landMs !== null) return [{ name: 'flight', from: 0, to: 1 }];
  const top = share(m.topMs);
  const lower = m.lowerStartMs === null ? (m.endMs === null ? 1 : top) : share(m.lowerStartMs);
  return [
    ...(m.startMs === null ? [] : [{ name: 'raise' as const, from: 0, to: top }]),
    ...(lower > top ? [{ name: 'hold' as const, from: top, to: lower }] : []),
    ...(m.endMs === null ? [] : [{ name: 'lower' as const, from: lower, to: 1 }]),
  ];
}

function ticksOf(lengthMs: number): Timeline['ticks'] {
  const step = TICK_STEPS_S.find((s) => lengthMs / (1000 * s) <= TICKS_AT_MOST) ?? 600;
  return Array.from({ length: Math.floor(lengthMs / (1000 * step)) + 1 }, (_, i) => ({
    at: (1000 * step * i) / lengthMs,
    seconds: step * i,
  }));
}
