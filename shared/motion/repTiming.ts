import { arrival, type Corner, type CurvePoint, departure } from './cornerFit.ts';

/**
 * The four moments of a rep, found by looking back at the curve of the trunk.
 *
 * The curve's unit is the body length (shoulders to ankle at rest), up positive.
 */

/**
 * MediaPipe smooths what it reports, more so the slower it moves, so the reported curve trails the body: by
 * `fixed + perSlowness ÷ speed` (speed in body lengths a second). On the cleanly drawn demo athlete the lag is 1.6 times
 * this, on landmarks of photographs that were never smoothed it is nothing; a real camera's noise, which loosens the
 * smoothing, lies between. Durations hardly change with it.
 */
const LAG = {
  departure: { fixedMs: 33, perSlowness: 0.6 },
  arrival: { fixedMs: 24, perSlowness: 1 },
  mostMs: 140,
} as const;

/** How much of a long slope a corner fit looks at, and how much of a plateau. */
const SLOPE_MS = 3000;
const PLATEAU_MS = 450;
/** The share of the rise over which the slope is taken as steady. */
const SLOPE_SHARE = 0.45;

/** A phase as first seen on line: from and to which time, and between which levels. */
export interface RoughPhase {
  readonly fromMs: number;
  readonly toMs: number;
  readonly fromY: number;
  readonly toY: number;
}

/** When the movement of this phase began, and the level of the plateau before it. */
export function phaseStart(points: readonly CurvePoint[], phase: RoughPhase, notBeforeMs: number): Corner | null {
  const edge = phase.fromY + SLOPE_SHARE * (phase.toY - phase.fromY);
  const up = phase.toY > phase.fromY;
  const crossed = points.find((p) => p.tMs > phase.fromMs && (up ? p.y >= edge : p.y <= edge));
  const toMs = Math.min(crossed?.tMs ?? phase.toMs, phase.fromMs + SLOPE_MS);
  const fromMs = Math.max(notBeforeMs, phase.fromMs - PLATEAU_MS);
  return withoutLag(departure(between(points, fromMs, toMs), phase.toMs - phase.fromMs), LAG.departure);
}

/** When the movement of this phase was over, and the level of the plateau after it. */
export function phaseEnd(points: readonly CurvePoint[], phase: RoughPhase, notAfterMs: number): Corner | null {
  const edge = phase.toY - SLOPE_SHARE * (phase.toY - phase.fromY);
  const up = phase.toY > phase.fromY;
  const crossed = points.findLast((p) => p.tMs < phase.toMs && (up ? p.y <= edge : p.y >= edge));
  const fromMs = Math.max(crossed?.tMs ?? phase.fromMs, phase.toMs - SLOPE_MS);
  const toMs = Math.min(notAfterMs, phase.toMs + PLATEAU_MS);
  return withoutLag(arrival(between(points, fromMs, toMs), phase.toMs - phase.fromMs), LAG.arrival);
}

function withoutLag(corner: Corner | null, lag: { fixedMs: number; perSlowness: number }): Corner | null {
  if (!corner) return null;
  const lagMs = Math.min(LAG.mostMs, lag.fixedMs + lag.perSlowness / Math.max(1e-3, Math.abs(corner.speed)));
  return { ...corner, atMs: corner.atMs - lagMs };
}

function between(points: readonly CurvePoint[], fromMs: number, toMs: number): CurvePoint[] {
  return points.filter((p) => p.tMs >= fromMs && p.tMs <= toMs);
}
