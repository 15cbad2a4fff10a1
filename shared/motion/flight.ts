import type { CurvePoint } from './cornerFit.ts';
import { BODY_LENGTH_TO_HEIGHT } from './stance.ts';

/**
 * When a hop left the floor and when it came down, from the curve of the trunk.
 *
 * Between two frames of a webcam a hop is a quarter of its flight, so the moment at which the toes leave the floor cannot
 * be seen. But a flight is a parabola under gravity, and a springy contact is close to half a sine that the flight joins
 * without a jump in speed. So the way from the lowest point in the floor to the highest in the air,
 * g·f²/8 + g·f·c/(2π), gives the flight f once the period f + c is known.
 */
export interface Flight {
  readonly takeoffMs: number;
  /** The highest point. */
  readonly topMs: number;
  readonly landMs: number;
  readonly flightMs: number;
}

const GRAVITY_CM = 981;
/** Where the person's height is not known: a mistake of 10 % makes one of about 10 % in the flight. */
const USUAL_HEIGHT_CM = 172;
/**
 * The model's smoothing leaves this share of a movement as quick as a hop: 0.81 at a period of 334 ms, 0.95 at 454 ms, all but
 * everything from 490 ms on (`bench:motion`, tuning split).
 */
const SEEN = { share: 0.81, atMs: 334, perMs: 0.00115, most: 0.99 } as const;
/** The model's smoothing delays a movement as quick as a hop by this much (`bench:motion`, tuning split). */
const LAG_MS = 20;
/** Shortest and longest times on the floor that belong to a hop. */
const CONTACT_MS = { least: 90, most: 320 } as const;

/**
 * @param recent the curve around the hop, in body lengths
 * @param before the lowest point before the hop
 * @param after the lowest point after it
 */
export function flightFrom(
  recent: readonly CurvePoint[],
  before: CurvePoint,
  top: CurvePoint,
  after: CurvePoint,
  personHeightCm = USUAL_HEIGHT_CM,
): Flight {
  const summit = extremum(recent, top);
  const floor = { before: extremum(recent, before), after: extremum(recent, after) };
  const periodMs = floor.after.tMs - floor.before.tMs;
  const seenShare = Math.min(SEEN.most, SEEN.share + SEEN.perMs * (periodMs - SEEN.atMs));
  const rise = (summit.y - (floor.before.y + floor.after.y) / 2) / seenShare;
  const flightMs = flightOf(Math.max(0, rise) * BODY_LENGTH_TO_HEIGHT * personHeightCm, periodMs);
  const topMs = summit.tMs - LAG_MS;
  return { takeoffMs: topMs - flightMs / 2, topMs, landMs: topMs + flightMs / 2, flightMs };
}

/** The flight (ms) of a hop whose trunk rises by `riseCm` from its lowest to its highest point, in a period of `periodMs`. */
export function flightOf(riseCm: number, periodMs: number): number {
  let [least, most] = [0, 2000];
  while (most - least > 0.1) {
    const f = (least + most) / 2;
    const c = Math.min(CONTACT_MS.most, Math.max(CONTACT_MS.least, periodMs - f));
    const reached = (GRAVITY_CM * (f * f)) / 8e6 + (GRAVITY_CM * f * c) / (2 * Math.PI * 1e6);
    if (reached < riseCm) least = f;
    else most = f;
  }
  return (least + most) / 2;
}

/** The turning point of the curve near one of its points: the tip of the parabola through it and its neighbours. */
function extremum(recent: readonly CurvePoint[], point: CurvePoint): CurvePoint {
  const i = recent.findIndex((m) => m.tMs === point.tMs);
  const [a, c] = [recent[i - 1], recent[i + 1]];
  if (i < 0 || !a || !c) return point;
  const [u, v] = [a.tMs - point.tMs, c.tMs - point.tMs];
  const [p, q] = [a.y - point.y, c.y - point.y];
  const determinant = u * v * (u - v);
  const bend = (p * v - q * u) / determinant;
  const slope = (q * u * u - p * v * v) / determinant;
  if (!Number.isFinite(bend) || bend === 0) return point;
  const shift = Math.min(v, Math.max(u, -slope / (2 * bend)));
  return { tMs: point.tMs + shift, y: point.y + slope * shift + bend * shift * shift };
}
