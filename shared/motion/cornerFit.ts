/**
 * Finds when a movement began or ended by looking back at the curve it left.
 *
 * A phase of a rep looks like a plateau, a rounded corner and a steady slope. A threshold on position is late by a tenth
 * of the phase, and a threshold on speed drowns in jitter when a lower takes five seconds; fitting the corner by least
 * squares uses every sample around it instead.
 */

/** One point of a curve: time in ms, position in any unit. */
export interface CurvePoint {
  readonly tMs: number;
  readonly y: number;
}

/** Where plateau and slope meet. */
export interface Corner {
  /** The moment at which the speed crosses 5 % of the slope's. */
  readonly atMs: number;
  /** Position of the plateau. */
  readonly level: number;
  /** Slope beside it, in position units per second. */
  readonly speed: number;
}

/** People take 200–350 ms to build up or lose their speed; the fit assumes the middle of that. */
const ROUNDING_MS = 280;

/** From the middle of the rounding to the moment of 5 % speed, as a share of the rounding (linear build-up: 0.45; eased: 0.37). */
const FIVE_PERCENT_SHARE = 0.45;

const COARSE_STEP_MS = 20;
const FINE_STEP_MS = 2;
const FEWEST_POINTS = 4;

/**
 * The moment at which the curve leaves its plateau.
 *
 * @param points rising in time: some plateau, then some of the slope
 * @param phaseMs how long the whole phase lasts, as far as known; shorter phases have sharper corners
 * @returns null when there are too few points or no slope at all
 */
export function departure(points: readonly CurvePoint[], phaseMs: number): Corner | null {
  const rounding = Math.min(ROUNDING_MS, Math.max(1, phaseMs / 2));
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < FEWEST_POINTS) return null;
  const coarse = bestCorner(points, first.tMs, last.tMs, COARSE_STEP_MS, rounding);
  if (!coarse) return null;
  const fine =
    bestCorner(points, coarse.tMs - COARSE_STEP_MS, coarse.tMs + COARSE_STEP_MS, FINE_STEP_MS, rounding) ?? coarse;
  return { atMs: fine.tMs - FIVE_PERCENT_SHARE * rounding, level: fine.level, speed: fine.slopePerMs * 1000 };
}

/** The moment at which the curve arrives at its plateau: a departure with time reversed. */
export function arrival(points: readonly CurvePoint[], phaseMs: number): Corner | null {
  const reversed = points.map((p) => ({ tMs: -p.tMs, y: p.y })).reverse();
  const corner = departure(reversed, phaseMs);
  return corner && { atMs: -corner.atMs, level: corner.level, speed: -corner.speed };
}

interface Candidate {
  readonly tMs: number;
  readonly level: number;
  readonly slopePerMs: number;
  readonly error: number;
}

function bestCorner(
  points: readonly CurvePoint[],
  fromMs: number,
  toMs: number,
  stepMs: number,
  roundingMs: number,
): Candidate | null {
  let best: Candidate | null = null;
  for (let tMs = fromMs; tMs <= toMs; tMs += stepMs) {
    const candidate = fitAt(points, tMs, roundingMs);
    if (candidate && (!best || candidate.error < best.error)) best = candidate;
  }
  return best;
}

/** Least squares for level and slope with the corner's middle at `cornerMs`. */
function fitAt(points: readonly CurvePoint[], cornerMs: number, roundingMs: number): Candidate | null {
  let sumG = 0;
  let sumGG = 0;
  let sumY = 0;
  let sumGY = 0;
  let sumYY = 0;
  for (const { tMs, y } of points) {
    const g = roundedRamp(tMs - cornerMs, roundingMs);
    sumG += g;
    sumGG += g * g;
    sumY += y;
    sumGY += g * y;
    sumYY += y * y;
  }
  const n = points.length;
  const determinant = n * sumGG - sumG * sumG;
  if (determinant < 1e-9) return null;
  const slopePerMs = (n * sumGY - sumG * sumY) / determinant;
  const level = (sumY - slopePerMs * sumG) / n;
  return { tMs: cornerMs, level, slopePerMs, error: sumYY - level * sumY - slopePerMs * sumGY };
}

/** 0 before the corner, u after it, and a parabola where the speed builds up. */
function roundedRamp(u: number, rounding: number): number {
  const v = u + rounding / 2;
  if (v <= 0) return 0;
  return v >= rounding ? u : (v * v) / (2 * rounding);
}
