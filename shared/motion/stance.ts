import { type Body, type BodySample, distance } from './bodySignal.ts';
import type { DisarmReason } from './events.ts';

/**
 * Whether movement may count: someone stands still and wholly in the picture (armed), until they walk off, leave the
 * picture or the landmarks jump (disarmed). Time is the only measure; frame rates do not matter.
 */
export interface StanceRules {
  readonly posture: 'standing' | 'lying';
  /** Hips further (body lengths) than this from where they were have walked off. Lifting one foot moves them by 0.05–0.08. */
  readonly mostAway: number;
  /** No body moves its trunk this far between two frames: it is another body, or a slip of the model. */
  readonly mostJump: number;
}

/** Standing on a spot. */
export const STANDING: StanceRules = { posture: 'standing', mostAway: 0.22, mostJump: 0.16 };
/** Lying on a spot. */
export const LYING: StanceRules = { posture: 'lying', mostAway: 0.22, mostJump: 0.16 };

export type StanceState =
  | { readonly armed: false; readonly recent: readonly BodySample[]; readonly lastMs: number }
  | {
      readonly armed: true;
      /** The yardstick: shoulders to ankle at rest, in heights of the picture. */
      readonly length: number;
      /** Shoulders to hips, in the same unit. */
      readonly trunk: number;
      readonly hipsX: number;
      readonly lastMs: number;
      readonly last: Body;
      readonly lastSeenMs: number;
      readonly lastInsideMs: number;
      readonly lastInPlaceMs: number;
    };

export type StanceChange = { readonly type: 'armed' } | { readonly type: 'disarmed'; readonly reason: DisarmReason };

/** Stillness needed before movement counts. Longer feels slow, shorter takes the turn of a step for standing. */
const STILL_MS = 600;
/** Largest movement that still is standing still, in shares of the body length (0.012 is about 1.5 cm). */
const STILL_TRUNK = 0.012;
const STILL_HIPS_X = 0.025;
/** Both ankles together: from the side the model may take the lifted foot for the one on the floor and back again. */
const STILL_ANKLES = 0.04;

/** A pose lost for less than this is a hiccup of the model. */
const LOST_MS = 600;
/** Trouble of other kinds may last this long before it disarms. */
const TROUBLE_MS = 350;
/** The trunk looks longer or shorter than this when the distance changed, or the person bows. */
const TRUNK_CHANGE = 0.2;
/** Nor does it grow or shrink by this much between two frames. */
const JUMP_OF_TRUNK = 0.08;
const JUMP_WITHIN_MS = 150;
/** Time constant with which the standing spot follows a slow shift of weight. */
const FOLLOW_MS = 3000;

export function initialStance(): StanceState {
  return { armed: false, recent: [], lastMs: Number.NEGATIVE_INFINITY };
}

/** Takes the next sample; samples must rise in time (the counter drops those that do not). */
export function stepStance(
  state: StanceState,
  sample: BodySample,
  rules: StanceRules,
): [StanceState, StanceChange | null] {
  return state.armed ? watch(state, sample, rules) : waitForStillness(state, sample, rules);
}

function waitForStillness(
  state: Extract<StanceState, { armed: false }>,
  sample: BodySample,
  { posture }: StanceRules,
): [StanceState, StanceChange | null] {
  const { body, tMs } = sample;
  const gap = tMs - state.lastMs > LOST_MS;
  if (!body?.inside || body.posture !== posture) return [{ armed: false, recent: [], lastMs: tMs }, null];
  const recent = [...(gap ? [] : state.recent), sample].filter((s) => s.tMs > tMs - STILL_MS - 100);
  if (!isStill(recent)) return [{ armed: false, recent, lastMs: tMs }, null];
  const bodies = recent.flatMap((s) => (s.body ? [s.body] : []));
  return [
    {
      armed: true,
      length: median(bodies.map((b) => b.length)),
      trunk: median(bodies.map((b) => trunkLength(b, posture))),
      hipsX: median(bodies.map((b) => b.hips.x)),
      lastMs: tMs,
      last: body,
      lastSeenMs: tMs,
      lastInsideMs: tMs,
      lastInPlaceMs: tMs,
    },
    { type: 'armed' },
  ];
}

function isStill(recent: readonly BodySample[]): boolean {
  const first = recent[0];
  const last = recent.at(-1);
  if (!first?.body || !last?.body || last.tMs - first.tMs < STILL_MS) return false;
  const length = last.body.length;
  const range = (pick: (body: Body) => number): number => {
    const values = recent.flatMap((s) => (s.body ? [pick(s.body)] : []));
    return (Math.max(...values) - Math.min(...values)) / length;
  };
  return (
    range((b) => (b.shoulders.y + b.hips.y) / 2) <= STILL_TRUNK &&
    range((b) => b.hips.x) <= STILL_HIPS_X &&
    range((b) => (b.left.ankle.y + b.right.ankle.y) / 2) <= STILL_ANKLES
  );
}

function watch(
  state: Extract<StanceState, { armed: true }>,
  sample: BodySample,
  rules: StanceRules,
): [StanceState, StanceChange | null] {
  const { body, tMs } = sample;
  const disarm = (reason: DisarmReason): [StanceState, StanceChange] => [
    { armed: false, recent: [], lastMs: tMs },
    { type: 'disarmed', reason },
  ];
  const gapMs = tMs - state.lastMs;
  if (tMs - state.lastSeenMs > LOST_MS) return disarm('lost');
  if (!body) return [{ ...state, lastMs: tMs }, null];

  if (gapMs <= JUMP_WITHIN_MS && isJump(state.last, body, state.length, rules)) return disarm('moved');
  const away = Math.abs(body.hips.x - state.hipsX) / state.length;
  const trunkChange = Math.abs(trunkLength(body, rules.posture) / state.trunk - 1);
  const inPlace = away <= rules.mostAway && trunkChange <= TRUNK_CHANGE;
  const lastInsideMs = body.inside ? tMs : state.lastInsideMs;
  const lastInPlaceMs = inPlace ? tMs : state.lastInPlaceMs;
  if (tMs - lastInsideMs > TROUBLE_MS) return disarm('out-of-frame');
  if (tMs - lastInPlaceMs > TROUBLE_MS) return disarm('moved');

  const follow = 1 - Math.exp(-gapMs / FOLLOW_MS);
  return [
    {
      ...state,
      hipsX: state.hipsX + (inPlace ? follow * (body.hips.x - state.hipsX) : 0),
      lastMs: tMs,
      last: body,
      lastSeenMs: tMs,
      lastInsideMs,
      lastInPlaceMs,
    },
    null,
  ];
}

/** No body moves, or changes its size, this much between two frames. */
function isJump(before: Body, now: Body, length: number, { posture, mostJump }: StanceRules): boolean {
  const trunk = Math.abs(now.shoulders.y + now.hips.y - before.shoulders.y - before.hips.y) / 2;
  const sideways = Math.abs(now.hips.x - before.hips.x);
  const size = Math.abs(trunkLength(now, posture) - trunkLength(before, posture));
  return Math.max(trunk, sideways) > mostJump * length || size > JUMP_OF_TRUNK * length;
}

/** Shoulders to hips: upright for someone who stands, so that bowing shortens it. */
function trunkLength({ shoulders, hips }: Body, posture: StanceRules['posture']): number {
  return posture === 'standing' ? shoulders.y - hips.y : distance(shoulders, hips);
}

/**
 * Shoulder-to-ankle length as a share of a person's height. Anatomy gives 0.76–0.78 (shoulder joint at 0.81 of stature,
 * ankle at 0.04), the model sets its shoulders lower: 0.72–0.75 against the demo athlete (`bench:motion`).
 */
export const BODY_LENGTH_TO_HEIGHT = 0.735;

/** The middle value; NaN for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
