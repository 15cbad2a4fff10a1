/**
 * Numbers that move in time, one track a channel, with exactly known timing: the score that the athlete performs.
 *
 * People move with a nearly steady speed that takes 0.2–0.35 s to build and to fade; so does every segment here.
 */
export interface Segment<Channel extends string> {
  readonly channel: Channel;
  readonly fromMs: number;
  readonly toMs: number;
  readonly to: number;
  /** How long the speed takes to build, and to fade again. */
  readonly rampMs: number;
}

/** The speed builds along half a cosine, so it crosses 5 % of its peak at this share of the ramp. */
export const FIVE_PERCENT_OF_RAMP = Math.acos(0.9) / Math.PI;

/** The value of a channel at a moment; 0 before its first segment. Segments of a channel must not overlap. */
export function valueAt<Channel extends string>(
  segments: readonly Segment<Channel>[],
  channel: Channel,
  tMs: number,
): number {
  let value = 0;
  for (const segment of segments) {
    if (segment.channel !== channel) continue;
    if (tMs >= segment.toMs) {
      value = segment.to;
    } else if (tMs > segment.fromMs) {
      const share = progress(tMs - segment.fromMs, segment.toMs - segment.fromMs, segment.rampMs);
      return value + share * (segment.to - value);
    } else {
      return value;
    }
  }
  return value;
}

/** The moments at which a segment's speed crosses 5 % of its peak. */
export function phaseOf(segment: Segment<string>): { readonly fromMs: number; readonly toMs: number } {
  const edge = FIVE_PERCENT_OF_RAMP * rampWithin(segment.rampMs, segment.toMs - segment.fromMs);
  return { fromMs: segment.fromMs + edge, toMs: segment.toMs - edge };
}

/** The share of the way done after `u` ms of a movement of `duration` ms. */
export function progress(u: number, duration: number, rampMs: number): number {
  const ramp = rampWithin(rampMs, duration);
  const peak = 1 / (duration - ramp);
  const building = (v: number): number => peak * (v / 2 - (ramp / (2 * Math.PI)) * Math.sin((Math.PI * v) / ramp));
  if (u <= 0) return 0;
  if (u >= duration) return 1;
  if (u < ramp) return building(u);
  if (u > duration - ramp) return 1 - building(duration - u);
  return peak * (u - ramp / 2);
}

function rampWithin(rampMs: number, duration: number): number {
  return Math.min(rampMs, duration / 2);
}
