import type { CurvePoint } from './cornerFit.ts';
import { type Levels, type Moment, meanLevels } from './levels.ts';

/** The last moments of a body in position, and what can be read off them: speed, stillness, means. */

/** Fewer samples say nothing about speed. */
const SPEED_SAMPLES = 3;
/** A shift of weight moves the hips faster than this (body lengths a second; sway on one leg stays below 0.015). */
export const SHIFT = { leastSpeed: 0.025, fadedShare: 0.25, windowMs: 200 } as const;
/** Half-width of the window around a moment whose mean stands for it. */
const AROUND_MS = 80;

/** Speed in body lengths a second, upwards: the slope of a straight line through the latest samples. */
export function speedOver(recent: readonly Moment[], windowMs: number): number {
  return slopePerSecond(curveOf(latest(recent, windowMs)));
}

/** Speed of the hips to the side, whichever, in body lengths a second. */
export function sidewaysSpeedOver(recent: readonly Moment[], windowMs: number): number {
  return Math.abs(slopePerSecond(latest(recent, windowMs).map((m) => ({ tMs: m.tMs, y: m.x }))));
}

function latest(recent: readonly Moment[], windowMs: number): readonly Moment[] {
  const now = recent.at(-1)?.tMs ?? 0;
  let first = recent.length - 1;
  while (first > 0 && (recent.length - first < SPEED_SAMPLES || now - (recent[first - 1]?.tMs ?? 0) <= windowMs))
    first--;
  return recent.slice(first);
}

/**
 * When the body last stopped shifting sideways between two moments: the weight goes over one foot at the top. Seen from
 * an angle such a shift also moves the trunk up or down the picture, which is not yet the lowering. Null without one.
 */
export function shiftEndMs(recent: readonly Moment[], fromMs: number, untilMs: number): number | null {
  const span = recent.filter((m) => m.tMs >= fromMs && m.tMs <= untilMs);
  const speeds = span.map((m) => ({
    tMs: m.tMs,
    speed: sidewaysSpeedOver(
      span.filter((other) => other.tMs <= m.tMs + SHIFT.windowMs / 2),
      SHIFT.windowMs,
    ),
  }));
  const peak = Math.max(0, ...speeds.map((s) => s.speed));
  if (peak < SHIFT.leastSpeed) return null;
  return speeds.findLast((s) => s.speed >= SHIFT.fadedShare * peak)?.tMs ?? null;
}

function slopePerSecond(points: readonly CurvePoint[]): number {
  const n = points.length;
  if (n < 2) return 0;
  const meanT = points.reduce((sum, p) => sum + p.tMs, 0) / n;
  const meanY = points.reduce((sum, p) => sum + p.y, 0) / n;
  let above = 0;
  let below = 0;
  for (const { tMs, y } of points) {
    above += (tMs - meanT) * (y - meanY);
    below += (tMs - meanT) ** 2;
  }
  return below === 0 ? 0 : (above / below) * 1000;
}

/** The body has stayed within this range for this long. */
export function isPlateau(recent: readonly Moment[], forMs: number, range: number): boolean {
  const now = recent.at(-1)?.tMs ?? 0;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = recent.length - 1; i >= 0; i--) {
    const moment = recent[i];
    if (!moment) break;
    lowest = Math.min(lowest, moment.y);
    highest = Math.max(highest, moment.y);
    if (highest - lowest > range) return false;
    if (now - moment.tMs >= forMs) return true;
  }
  return false;
}

/** What goes up and down, for the timing of phases. */
export function curveOf(recent: readonly Moment[]): CurvePoint[] {
  return recent.map((m) => ({ tMs: m.tMs, y: m.y }));
}

/** The levels about a moment: the mean of the samples near it, or the nearest one. */
export function levelsAround<L extends Levels>(recent: readonly Moment<L>[], tMs: number): L {
  const near = recent.filter((m) => Math.abs(m.tMs - tMs) <= AROUND_MS);
  if (near.length > 0) return meanLevels(near);
  return recent.reduce((a, b) => (Math.abs(b.tMs - tMs) < Math.abs(a.tMs - tMs) ? b : a));
}
