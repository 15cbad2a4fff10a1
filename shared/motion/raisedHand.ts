import { LANDMARK, type Landmark, type LandmarkName, type PoseFrame, SEEN_VISIBILITY } from '../pose/landmarks.ts';
import { distance, middle, type Point, TRUNK_SHARE } from './bodySignal.ts';

/**
 * One hand held above the head for a second – or straight up, by someone who lies – is a sign to pause, or to go on. Two
 * hands are a stretch, and none.
 */
export interface RaisedHandState {
  readonly lastMs: number;
  /** The span in which one hand was seen up, and that in which both were seen down. */
  readonly up: Span | null;
  readonly down: Span | null;
  /** The hands have been down since the last sign: the next one may come. */
  readonly isReady: boolean;
}

/** From its first to its last frame, in ms. */
interface Span {
  readonly sinceMs: number;
  readonly lastMs: number;
}

/**
 * A second of holding is seen as a little less: at 12 frames a second and with lost ones up to a quarter of it goes by before
 * the first frame and after the last. A raise of 0.8 s is never seen as this long; of raises of 1.1 s at that rate 1 in 100
 * is not.
 */
const HELD_MS = 835;
/** Hands down for this long were put down; the model may also swap the arms for a frame or two. */
const DOWN_MS = 300;
/** Landmarks lost for less than 300 ms were only lost to the model; from the frame before to the one after, 83 more may pass. */
const LOST_MS = 383;

/**
 * The wrist is this far (body lengths, 9 cm) above the middle of the head – the crown is 0.10 above it, so the whole hand is higher
 * – and its forearm goes up by this much of its length of 0.20, from an elbow at least at the height of the shoulder. A hand
 * that scratches the head has its forearm nearly level (0.04–0.07), one that holds a phone its elbow 0.15 below the shoulder.
 * Of a straight arm the model reads 0.2–0.33, 0.15–0.24 and 0.05–0.23. Where the hand leaves the picture at the top, it
 * squeezes the arm into what is left, and reads 0.08–0.2, 0.15–0.24 and −0.03–0.13: so the same holds there.
 */
const UP = { aboveHead: 0.07, aboveElbow: 0.12, elbow: -0.04 } as const;
/** Hands that rest on a wall at the height of the shoulders are down. */
const ABOVE_SHOULDER = 0.05;
/** Lying, a wrist this far above the shoulders is at the end of an arm within 45° of upright (an arm is 0.43 long) … */
const LYING_UP = 0.3;
/** … and one that rests on the belly is at most this far above them. */
const LYING_DOWN = 0.18;

/** Before the first sign the hands must be seen down as well. */
export function initialRaisedHand(): RaisedHandState {
  return { lastMs: Number.NEGATIVE_INFINITY, up: null, down: null, isReady: false };
}

/**
 * Takes the next frame; true once for each sign, in the frame that makes the second full. Frames may come at any rate and
 * with gaps; one that does not advance in time is ignored.
 *
 * @param aspect width ÷ height of the picture
 */
export function stepRaisedHand(
  state: RaisedHandState,
  frame: PoseFrame,
  aspect: number,
): [RaisedHandState, raised: boolean] {
  const { tMs } = frame;
  if (!Number.isFinite(tMs) || tMs <= state.lastMs) return [state, false];
  const hands = handsIn(frame, aspect);
  const up = hands === 'one-up' ? extended(state.up, tMs) : state.up;
  const down = hands === 'down' ? extended(state.down, tMs) : state.down;
  const isReady = state.isReady || (hands === 'down' && lasted(down) >= DOWN_MS);
  const raised = isReady && hands === 'one-up' && lasted(up) >= HELD_MS;
  return [{ lastMs: tMs, up, down, isReady: isReady && !raised }, raised];
}

function extended(span: Span | null, tMs: number): Span {
  return { sinceMs: span && tMs - span.lastMs < LOST_MS ? span.sinceMs : tMs, lastMs: tMs };
}

function lasted(span: Span | null): number {
  return span ? span.lastMs - span.sinceMs : 0;
}

interface Arm {
  readonly shoulder: Point;
  readonly elbow: Point;
  readonly wrist: Point;
  /** The model sees the hand, and does not only guess where it is behind the body or the other arm. */
  readonly seen: boolean;
}

/** What the hands do; `other` is anything else, null nobody. */
function handsIn({ image }: PoseFrame, aspect: number): 'one-up' | 'down' | 'other' | null {
  if (!image) return null;
  const at = (name: LandmarkName): Point => pointOf(image[LANDMARK[name]], aspect);
  const seen = (name: LandmarkName): boolean => (image[LANDMARK[name]]?.visibility ?? 0) >= SEEN_VISIBILITY;
  const left: Arm = {
    shoulder: at('leftShoulder'),
    elbow: at('leftElbow'),
    wrist: at('leftWrist'),
    seen: seen('leftWrist'),
  };
  const right: Arm = {
    shoulder: at('rightShoulder'),
    elbow: at('rightElbow'),
    wrist: at('rightWrist'),
    seen: seen('rightWrist'),
  };
  const head = (at('nose').y + at('leftEar').y + at('rightEar').y) / 3;
  const shoulders = middle(left.shoulder, right.shoulder);
  const hips = middle(at('leftHip'), at('rightHip'));
  const isUpright = shoulders.y - hips.y >= Math.abs(shoulders.x - hips.x);
  // A trunk that bows towards the camera looks short; the legs do not.
  const feet = Math.min(at('leftAnkle').y, at('rightAnkle').y);
  const length = Math.max(distance(shoulders, hips) / TRUNK_SHARE, isUpright ? shoulders.y - feet : 0);

  const isUp = (arm: Arm): boolean =>
    isUpright ? isAboveHead(arm, head, length) : arm.wrist.y - shoulders.y >= LYING_UP * length;
  const lowest = isUpright ? head : shoulders.y + LYING_DOWN * length;
  const resting = isUpright ? shoulders.y + ABOVE_SHOULDER * length : lowest;
  // From the side the model guesses that a hidden arm does what the other one does: its guess says nothing against that one.
  const isSign = (up: Arm, other: Arm): boolean => isUp(up) && (other.seen ? other.wrist.y <= lowest : up.seen);
  if (isSign(left, right) || isSign(right, left)) return 'one-up';
  return Math.max(left.wrist.y, right.wrist.y) <= resting ? 'down' : 'other';
}

function isAboveHead({ shoulder, elbow, wrist }: Arm, head: number, length: number): boolean {
  return (
    wrist.y - head >= UP.aboveHead * length &&
    wrist.y - elbow.y >= UP.aboveElbow * length &&
    elbow.y - shoulder.y >= UP.elbow * length
  );
}

/** Right and up are positive, in heights of the picture; nowhere without a landmark, which no comparison holds for. */
function pointOf(landmark: Landmark | undefined, aspect: number): Point {
  return landmark ? { x: landmark.x * aspect, y: 1 - landmark.y } : { x: Number.NaN, y: Number.NaN };
}
