import type { HopDirection, Side } from '../exercises/exerciseIds.ts';
import type { ATTEMPT_REASONS, FAULTS } from '../history/records.ts';

/** Why the detector stopped watching. Each has its own sentence in the user interface. */
export type DisarmReason = 'lost' | 'out-of-frame' | 'moved';

/** A full rep that could have been done better. */
export type Fault = (typeof FAULTS)[number];

/** Moved in the manner of the exercise, but not a full rep. */
export type AttemptReason = (typeof ATTEMPT_REASONS)[number];

/**
 * A rep. Moments are in ms on the clock of the frames and mark where the vertical speed of the movement crosses 5 % of
 * that phase's peak speed. What the camera could not know is absent.
 */
export interface Rep {
  /** 1 for the first rep of the set. */
  readonly n: number;
  /** The working side that was seen. */
  readonly side: Side;
  readonly counted: boolean;
  /** The heel leaves the floor. */
  readonly startMs?: number;
  /** The top is reached. */
  readonly topMs: number;
  /** The heel begins to sink. */
  readonly lowerStartMs?: number;
  /** The heel is down. */
  readonly endMs?: number;
  readonly raiseMs?: number;
  readonly holdMs?: number;
  readonly lowerMs?: number;
  /** About how far the body rose, in cm; absent until the person's height is known. */
  readonly heightCm?: number;
  /** The range of motion in shares of the body's yardstick (shoulders to ankle; for lying shoulders to hips). */
  readonly riseRatio: number;
  /** How far the trunk moved to and fro sideways during the rep, in the same shares. */
  readonly swayRatio?: number;
  /** How much the working knee bent on the way, in degrees. */
  readonly kneeBendDeg?: number;
  /** Hops: the toes leave the floor, and touch it again. Such a rep has no `startMs … endMs`. */
  readonly takeoffMs?: number;
  readonly landMs?: number;
  readonly flightMs?: number;
  /** On the floor before this hop; only from 120 frames a second on, below that one frame is too long a time. */
  readonly contactMs?: number;
  /** Line hops: which way this one went. */
  readonly direction?: HopDirection;
  /** Bridges: the largest angle of the hip, 180 is straight. */
  readonly peakHipDeg?: number;
  readonly faults: readonly Fault[];
}

export type MotionEvent =
  /** Standing still and wholly in the picture: movement counts from now on. */
  | { readonly type: 'armed'; readonly tMs: number }
  | { readonly type: 'disarmed'; readonly tMs: number; readonly reason: DisarmReason }
  /** The top of rep `n` was just reached: say the number. `topMs` is a first estimate. */
  | { readonly type: 'rep-top'; readonly tMs: number; readonly n: number; readonly topMs: number; readonly side: Side }
  /** The heel has begun to sink, at about `lowerStartMs`. */
  | { readonly type: 'lowering'; readonly tMs: number; readonly lowerStartMs: number }
  /** It was a sway at the top: the hold goes on, until the next `lowering`. */
  | { readonly type: 'not-lowering'; readonly tMs: number }
  /** The heel is down. */
  | { readonly type: 'landed'; readonly tMs: number }
  /** Rep `rep.n` is over and its moments are known precisely; follows its `rep-top`. */
  | { readonly type: 'rep'; readonly tMs: number; readonly rep: Rep }
  | {
      readonly type: 'attempt';
      readonly tMs: number;
      readonly atMs: number;
      readonly reason: AttemptReason;
      readonly heldMs?: number;
    };
