import type { ExerciseId } from '../exercises/exerciseIds.ts';
import { type Framing, framingOf } from '../exercises/framing.ts';
import { motionOf } from '../exercises/motion.ts';
import { type Body, type BodySample, bodySignal } from '../motion/bodySignal.ts';
import { initialStance, median, type StanceRules, type StanceState, stepStance } from '../motion/stance.ts';
import type { PoseFrame } from '../pose/landmarks.ts';

/**
 * Whether the picture is good enough to count in, and the one thing to do about it when it is not.
 */

/** What has to be right, in the order in which it is asked for. */
export const SETUP_CHECKS = ['light', 'frame-rate', 'body', 'feet', 'distance', 'turned', 'still'] as const;
export type SetupCheckName = (typeof SETUP_CHECKS)[number];

/** One plain instruction each. */
export type Instruction =
  | 'picture-black'
  | 'too-dark'
  | 'too-few-frames'
  | 'step-into-picture'
  | 'show-body'
  | 'move-left'
  | 'move-right'
  | 'show-head'
  | 'show-feet'
  | 'come-closer'
  | 'turn-side-on'
  | 'turn-to-camera'
  | 'lie-down'
  | 'stand-up'
  | 'stand-still'
  | 'lie-still';

export interface Verdict {
  /** True when it is right, false when not, null while an earlier one hides the answer. */
  readonly checks: Readonly<Record<SetupCheckName, boolean | null>>;
  readonly instruction: Instruction | null;
  /** Everything is right, and the person has stood still for a moment. */
  readonly ready: boolean;
}

export interface SetupState {
  readonly stance: StanceState;
  readonly frameTimes: readonly number[];
  readonly verdict: Verdict;
}

export interface SetupReading {
  readonly frame: PoseFrame;
  /** width ÷ height of the picture. */
  readonly aspect: number;
  /** Mean brightness, 0 to 1. */
  readonly brightness: number;
}

/** Darker than this is a closed shutter; a room too dark for the model reads 0.03–0.1 (demo athlete, light 0.1–0.3). */
const BLACK = 0.02;
const DIM = 0.08;
/** Below this the phases of a quick rep are only a few frames long. */
const LEAST_FPS = 12;
const FPS_OVER_MS = 2000;
/** A body smaller than this (shoulders to ankle, share of the picture's height) is read too coarsely: about 5 m away. */
const LEAST_BODY_LENGTH = 0.27;
const MARGIN = 0.02;

const NO_CHECKS: Verdict['checks'] = {
  light: null,
  'frame-rate': null,
  body: null,
  feet: null,
  distance: null,
  turned: null,
  still: null,
};

export function initialSetup(): SetupState {
  return {
    stance: initialStance(),
    frameTimes: [],
    verdict: { checks: NO_CHECKS, instruction: 'step-into-picture', ready: false },
  };
}

/** Takes the next reading and judges it for this exercise. */
export function stepSetup(state: SetupState, reading: SetupReading, exercise: ExerciseId): SetupState {
  const { tMs } = reading.frame;
  const sample = bodySignal(reading.frame, reading.aspect);
  const place: Place = { ...framingOf(exercise), posture: motionOf(exercise).detector.stance.posture };
  const [stance] = stepStance(state.stance, sample, motionOf(exercise).detector.stance);
  const frameTimes = [...state.frameTimes.filter((t) => t > tMs - FPS_OVER_MS && t < tMs), tMs];
  return { stance, frameTimes, verdict: judge(reading, sample, place, frameTimes, stance.armed) };
}

/**
 * Frames a second over the last two seconds, by the usual time between two: one that the start of the model or of another
 * program holds up is no slow camera. Null before a full second has been seen.
 */
export function framesPerSecond(frameTimes: readonly number[]): number | null {
  const first = frameTimes[0];
  const last = frameTimes.at(-1);
  if (first === undefined || last === undefined || last - first < FPS_OVER_MS / 2) return null;
  return 1000 / median(frameTimes.slice(1).map((tMs, i) => tMs - (frameTimes[i] ?? tMs)));
}

type Place = Framing & Pick<StanceRules, 'posture'>;

function judge(
  reading: SetupReading,
  { body }: BodySample,
  place: Place,
  frameTimes: readonly number[],
  still: boolean,
): Verdict {
  const fps = framesPerSecond(frameTimes);
  const steps: readonly [SetupCheckName, Instruction | null][] = [
    ['light', reading.brightness < BLACK ? 'picture-black' : reading.brightness < DIM ? 'too-dark' : null],
    ['frame-rate', fps !== null && fps < LEAST_FPS ? 'too-few-frames' : null],
    ['body', body ? placeInPicture(reading.frame, body, place) : 'step-into-picture'],
    ['feet', body && feetInside(reading.frame) ? null : 'show-feet'],
    ['distance', body && body.length < LEAST_BODY_LENGTH ? 'come-closer' : null],
    ['turned', body && turned(body, place)],
    // The frame rate takes a second to know.
    ['still', still && fps !== null ? null : stillness(body, place)],
  ];
  const checks = { ...NO_CHECKS };
  for (const [name, problem] of steps) {
    checks[name] = problem === null;
    if (problem) return { checks, instruction: problem, ready: false };
  }
  return { checks, instruction: null, ready: true };
}

function stillness(body: Body | null, { posture }: Place): Instruction {
  if (body?.posture === posture) return posture === 'lying' ? 'lie-still' : 'stand-still';
  return posture === 'lying' ? 'lie-down' : 'stand-up';
}

/** Whether head and sides are inside; "left" and "right" are the person's own. */
function placeInPicture(frame: PoseFrame, body: Body, place: Place): Instruction | null {
  const { image } = frame;
  if (!image) return 'step-into-picture';
  // Of a body cut off at both ends the model makes one that stands on its head.
  const ankles = Math.min(body.left.ankle.y, body.right.ankle.y);
  if (place.posture === 'standing' && (body.shoulders.y <= body.hips.y || body.hips.y <= ankles)) return 'show-body';
  const [least, most] = [Math.min(...image.map((p) => p.x)), Math.max(...image.map((p) => p.x))];
  // The picture is not mirrored here: its left edge is on the right of whoever faces the camera.
  if (least < 0) return 'move-left';
  if (most > 1) return 'move-right';
  const headInside = Math.min(...image.slice(0, FIRST_BODY_LANDMARK).map((p) => p.y)) >= place.headroom * body.length;
  if (headInside) return null;
  return feetInside(frame) ? 'show-head' : 'show-body';
}

/** Side-on, the chest points along the picture; towards the camera or away from it, across; give or take this much. */
const SIDE_ON_WITHIN_DEG = 40;
const ACROSS_WITHIN_DEG = 55;

function turned({ facingDeg }: Body, { turn }: Place): Instruction | null {
  const fromSideDeg = Math.abs(Math.abs(facingDeg) - 90);
  if (turn === 'side-on' && fromSideDeg > SIDE_ON_WITHIN_DEG) return 'turn-side-on';
  return turn === 'towards' && fromSideDeg < 90 - ACROSS_WITHIN_DEG ? 'turn-to-camera' : null;
}

const FIRST_BODY_LANDMARK = 11;
const FIRST_FOOT_LANDMARK = 27;

function feetInside({ image }: PoseFrame): boolean {
  return image?.slice(FIRST_FOOT_LANDMARK).every((p) => p.y <= 1 - MARGIN) ?? false;
}
