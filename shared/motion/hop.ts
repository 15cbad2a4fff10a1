import type { HopDirection, Side } from '../exercises/exerciseIds.ts';
import type { Body, BodySample } from './bodySignal.ts';
import type { Detector, Tally } from './detector.ts';
import type { MotionEvent, Rep } from './events.ts';
import { flightFrom } from './flight.ts';
import { carryingSide, trunkHeight } from './heelRaise.ts';
import type { Moment } from './levels.ts';
import type { StanceRules } from './stance.ts';

/**
 * Counts and times hops: (state, sample) → [state, events].
 *
 * The trunk goes down into the floor, up through the flight and down again; a hop is announced just after its highest
 * point and measured when the body has sunk to its lowest after landing.
 */
export interface HopThresholds {
  /** The hop goes somewhere, so say where it went. */
  readonly moves: boolean;
}

interface HopLevels {
  readonly y: number;
  readonly x: number;
  readonly leftAnkle: number;
  readonly rightAnkle: number;
  /** Both toes together: whichever the model calls left. */
  readonly toes: number;
  /** The hands against the shoulders. */
  readonly hands: number;
  /** Shoulders to ankle in heights of the picture: larger is nearer. */
  readonly size: number;
  readonly facingDeg: number;
}
type HopMoment = Moment<HopLevels>;

export interface HopState extends Tally {
  readonly phase: 'ground' | 'up' | 'down';
  readonly recent: readonly HopMoment[];
  /** The lowest moment on the floor before the present hop. */
  readonly low: HopMoment;
  readonly top: HopMoment;
  readonly peakSpeed: number;
  readonly side: Side;
  /** When the hop before this one touched the floor; null after a pause. */
  readonly landedMs: number | null;
  readonly personHeightCm: number | undefined;
}

/** The trunk rises by at least this much between floor and top (body lengths; a flight of 0.14 s gives 0.045). */
const LEAST_RISE = 0.035;
/** More than this is standing up, or walking towards the camera. */
const MOST_RISE = 0.4;
/** The trunk leaves the floor upwards this fast at least (body lengths a second; the quickest calf raises reach 0.3). */
const LEAST_SPEED = 0.38;
/** The toes leave the floor too: by this share of the trunk's rise (seen in hops: 0.11–1.0). */
const TOE_SHARE = 0.08;
/** The arms of a jumping jack swing by more than this while it flies (seen in hops: up to 0.04). */
const MOST_OF_HANDS = 0.08;
/** Going down by this much after the top, or up after the bottom, is the turn. */
const TURN = 0.006;
/** Nobody stays longer than this in the air, or in the floor between two hops of a series. */
const MOST_HALF_MS = 480;
const KEEP_MS = 700;
/** Speed is read over at least this long. */
const SPEED_OVER_MS = 25;
/** One ankle this much above the other, over a whole hop, is a lifted foot (seen: 0.06–0.1; on both feet up to 0.02). */
const LIFTED_ANKLE = 0.05;
/** A step to the side, forward or back is at least this long (body lengths: 8 cm). */
const LEAST_STEP = 0.06;
/** Heights of the picture that a body of one body length fills at one body length's distance: a webcam of 45° upright. */
const FOCAL_LENGTH = 1.2;
/** Time on the floor is only worth telling from 120 frames a second on; slower, one frame is too long. */
const CONTACT_FRAME_MS = 8.7;
const RISES_KEPT = 9;

export function hopDetector(thresholds: HopThresholds, stance: StanceRules): Detector<HopState> {
  return {
    stance,
    begin: (still, length, tally, personHeightCm) => {
      const recent = still.flatMap((sample) => momentOf(sample, length) ?? []);
      const low = recent.at(-1);
      if (!low) throw new RangeError('A hop begins from a body that was seen.');
      return {
        phase: 'ground',
        recent,
        low,
        top: low,
        peakSpeed: 0,
        side: 'both',
        landedMs: null,
        personHeightCm,
        ...tally,
      };
    },
    step: (state, sample, length) => {
      const moment = momentOf(sample, length);
      return moment ? stepHop(state, moment, thresholds) : [state, []];
    },
    abandon: (state, tMs) => (state.phase === 'down' ? finishHop(state, state.recent.at(-1), tMs, thresholds)[1] : []),
    view: ({ phase, recent, low, rises, landedMs }) => {
      const y = recent.at(-1)?.y ?? low.y;
      const usual = rises.at(-1) ?? LEAST_RISE;
      return {
        // A series is one movement on the screen: words that change four times a second cannot be read.
        phase: phase === 'ground' && landedMs === null ? 'rest' : 'raise',
        elevation: Math.min(1, Math.max(0, (y - low.y) / usual)),
      };
    },
  };
}

type Step = [HopState, MotionEvent[]];

function stepHop(state: HopState, moment: HopMoment, thresholds: HopThresholds): Step {
  const recent = [...state.recent.filter((m) => moment.tMs - m.tMs <= KEEP_MS), moment];
  const next: HopState = { ...state, recent };
  switch (state.phase) {
    case 'ground':
      return [ground(next, moment), []];
    case 'up':
      return up(next, moment, thresholds);
    case 'down':
      return down(next, moment, thresholds);
  }
}

function ground(state: HopState, moment: HopMoment): HopState {
  const isOld = moment.tMs - state.low.tMs > MOST_HALF_MS;
  const low = moment.y <= state.low.y ? moment : isOld ? lowest(state.recent, moment.tMs - MOST_HALF_MS) : state.low;
  const speed = speedNow(state.recent);
  const here: HopState = { ...state, low, peakSpeed: 0, landedMs: isOld ? null : state.landedMs };
  return speed > LEAST_SPEED / 2 && moment.y - low.y > TURN
    ? { ...here, phase: 'up', top: moment, peakSpeed: speed }
    : here;
}

function up(state: HopState, moment: HopMoment, thresholds: HopThresholds): Step {
  const top = moment.y > state.top.y ? moment : state.top;
  const here: HopState = { ...state, top, peakSpeed: Math.max(state.peakSpeed, speedNow(state.recent)) };
  if (top.y - moment.y < TURN) {
    const isOver = moment.tMs - state.low.tMs > 2 * MOST_HALF_MS;
    return [isOver ? { ...here, phase: 'ground', low: moment, landedMs: null } : here, []];
  }
  if (!isHop(here, thresholds)) return [{ ...here, phase: 'ground', landedMs: null }, []];
  const n = state.count + 1;
  const side = carryingSide(anklesOf(here), LIFTED_ANKLE);
  return [
    { ...here, phase: 'down', count: n, side, low: here.low },
    [{ type: 'rep-top', tMs: moment.tMs, n, topMs: top.tMs, side }],
  ];
}

function isHop({ low, top, peakSpeed }: HopState, { moves }: HopThresholds): boolean {
  const rise = top.y - low.y;
  return (
    rise >= LEAST_RISE &&
    rise <= MOST_RISE &&
    peakSpeed >= LEAST_SPEED &&
    // Seen from the front, a hop towards the camera takes the feet down the picture.
    (moves || top.toes - low.toes >= TOE_SHARE * rise) &&
    Math.abs(top.hands - low.hands) <= MOST_OF_HANDS
  );
}

function down(state: HopState, moment: HopMoment, thresholds: HopThresholds): Step {
  const after = lowest(state.recent, state.top.tMs);
  const turned = moment.y - after.y > TURN;
  if (!turned && moment.tMs - state.top.tMs <= MOST_HALF_MS) return [state, []];
  const [landed, events] = finishHop(state, after, moment.tMs, thresholds);
  // Where frames are missing, the next hop may be well under way by now.
  return [ground(landed, moment), events];
}

function finishHop(state: HopState, after: HopMoment | undefined, tMs: number, thresholds: HopThresholds): Step {
  const { low, top, count, side, recent, landedMs, personHeightCm } = state;
  const landing = after ?? top;
  const flight = flightFrom(recent, low, top, landing, personHeightCm);
  const contactMs = landedMs !== null && frameMs(recent) <= CONTACT_FRAME_MS ? flight.takeoffMs - landedMs : undefined;
  const direction = thresholds.moves ? directionOf(low, landing) : undefined;
  const riseRatio = top.y - low.y;
  const rep: Rep = {
    n: count,
    side,
    counted: true,
    ...flight,
    ...(contactMs !== undefined && { contactMs }),
    ...(direction && { direction }),
    // The height of a flight follows from its time; that is only sure of a person whose height is known.
    ...(personHeightCm !== undefined && { heightCm: (100 * 9.81 * (flight.flightMs / 1000) ** 2) / 8 }),
    riseRatio,
    faults: [],
  };
  const next: HopState = {
    ...state,
    phase: 'ground',
    low: landing,
    landedMs: flight.landMs,
    peakSpeed: 0,
    rises: [...state.rises, riseRatio].slice(-RISES_KEPT),
  };
  return [next, [{ type: 'rep', tMs, rep }]];
}

/** The ankles on the way from the floor to the top: the model may take one for the other for a frame or two. */
function anklesOf({ recent, low, top }: HopState): Pick<HopMoment, 'leftAnkle' | 'rightAnkle'> {
  const span = recent.filter((m) => m.tMs >= low.tMs && m.tMs <= top.tMs);
  const mean = (of: (m: HopMoment) => number): number => span.reduce((sum, m) => sum + of(m), 0) / span.length;
  return { leftAnkle: mean((m) => m.leftAnkle), rightAnkle: mean((m) => m.rightAnkle) };
}

/** Which way the feet went between two contacts with the floor, as the person sees it. */
function directionOf(from: HopMoment, to: HopMoment): HopDirection | undefined {
  const right = to.x - from.x;
  const nearer = ((to.size - from.size) / from.size) * (FOCAL_LENGTH / from.size);
  const facing = ((from.facingDeg + to.facingDeg) / 2) * (Math.PI / 180);
  const forward = right * Math.sin(facing) + nearer * Math.cos(facing);
  const left = right * Math.cos(facing) - nearer * Math.sin(facing);
  if (Math.max(Math.abs(forward), Math.abs(left)) < LEAST_STEP) return undefined;
  if (Math.abs(forward) > Math.abs(left)) return forward > 0 ? 'forward' : 'back';
  return left > 0 ? 'left' : 'right';
}

function momentOf({ tMs, body }: BodySample, length: number): HopMoment | null {
  return body && { tMs, ...levels(body, length) };
}

function levels(body: Body, length: number): HopLevels {
  const { left, right, shoulders, hips, facingDeg } = body;
  return {
    y: trunkHeight(body, length),
    x: hips.x / length,
    leftAnkle: left.ankle.y / length,
    rightAnkle: right.ankle.y / length,
    toes: (left.toe.y + right.toe.y) / (2 * length),
    hands: body.hands / length,
    size: shoulders.y - Math.min(left.ankle.y, right.ankle.y),
    facingDeg,
  };
}

function lowest(recent: readonly HopMoment[], fromMs: number): HopMoment {
  const span = recent.filter((m) => m.tMs >= fromMs);
  return span.reduce((a, b) => (b.y <= a.y ? b : a));
}

/** Upward speed over the last frames, in body lengths a second. */
function speedNow(recent: readonly HopMoment[]): number {
  const last = recent.at(-1);
  const before = last && recent.findLast((m) => last.tMs - m.tMs >= SPEED_OVER_MS);
  return last && before ? (1000 * (last.y - before.y)) / (last.tMs - before.tMs) : 0;
}

function frameMs(recent: readonly HopMoment[]): number {
  const [first, last] = [recent[0], recent.at(-1)];
  return first && last && recent.length > 1 ? (last.tMs - first.tMs) / (recent.length - 1) : Number.POSITIVE_INFINITY;
}
