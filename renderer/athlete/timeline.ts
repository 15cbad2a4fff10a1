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
  /** How the speed goes where it does not build and fade. */
  readonly shape?: Shape;
}

/**
 * `even`: the same speed all the way. `rising`, `falling`: thrown up until it hangs, and down from there, as gravity
 * does. `braking`, `pushing`: a spring caught at speed until it rests, and from rest until it lets go; their speed where
 * they meet a flight is π/2 of their mean.
 */
export type Shape = 'even' | 'rising' | 'falling' | 'braking' | 'pushing';

const SHAPES: Record<Shape, (share: number) => number> = {
  even: (u) => u,
  rising: (u) => u * (2 - u),
  falling: (u) => u * u,
  braking: (u) => Math.sin((Math.PI / 2) * u),
  pushing: (u) => 1 - Math.cos((Math.PI / 2) * u),
};

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
      return value + shareDone(segment, tMs) * (segment.to - value);
    } else {
      return value;
    }
  }
  return value;
}

function shareDone({ fromMs, toMs, rampMs, shape }: Segment<string>, tMs: number): number {
  const duration = toMs - fromMs;
  return shape ? SHAPES[shape]((tMs - fromMs) / duration) : progress(tMs - fromMs, duration, rampMs);
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
