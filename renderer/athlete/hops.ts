import type { HopDirection, Side } from '../../shared/exercises/exerciseIds.ts';
import { type Channel, move, moveAs, type Score } from './movements.ts';
import { FORWARD_SHARE, overLeg } from './stances.ts';
import { valueAt } from './timeline.ts';

/** A series of hops on the toes. Times in ms, lengths in metres; +x is the athlete's left, +z forward. */
export interface HopOptions {
  readonly side: Side;
  readonly count: number;
  readonly flightMs: number;
  readonly contactMs: number;
  /** How far each hop goes. */
  readonly stepX?: number;
  readonly stepZ?: number;
  /** Every second hop goes back where the one before came from. */
  readonly alternate?: boolean;
  /** Each flight and contact up to this share longer or shorter. */
  readonly vary?: number;
  readonly random?: () => number;
}

const GRAVITY = 9.81;
/** The rise of the ankle as the toes leave the floor. */
const ON_TOES_M = 0.06;
/** Of the way that the body sinks in contact, the ankles take this share, down to `LOWEST_M`; the knees the rest. */
const ANKLE_SHARE = 0.6;
const LOWEST_M = 0.015;
const DIP_M = 0.06;
const DIP_MS = 420;
const RISE_MS = 500;
const ELBOWS_DEG = 60;

interface Step {
  readonly x: number;
  readonly z: number;
}

interface Hop {
  readonly flightMs: number;
  readonly contactMs: number;
  /** Upward at take-off, downward at landing, in metres a second. */
  readonly speed: number;
  readonly step: Step;
  /** How far the hips are ahead of the feet at take-off, and behind them at landing. */
  readonly lead: Step;
  readonly turnsBack: boolean;
}

/**
 * Hops from standing into standing; on one leg the other foot must hang (`standOn`). In flight the body is thrown: a
 * parabola. In contact it is a spring, as fast at take-off and landing as the flights beside it; the heels stay off the
 * floor.
 */
export function hops(score: Score, options: HopOptions): void {
  const series = hopsOf(options);
  const [first, last] = [series.at(0), series.at(-1)];
  if (!first || !last) return;
  takeOff(score, options.side, first);
  series.forEach((hop, i) => {
    const next = series[i + 1];
    fly(score, options.side, hop);
    if (next) touchDown(score, options.side, hop, next);
    else absorb(score, options.side, hop);
  });
}

function hopsOf({ count, vary = 0, random, stepX = 0, stepZ = 0, alternate = false, ...mean }: HopOptions): Hop[] {
  const varied = (ms: number): number => (random ? ms * (1 + vary * (2 * random() - 1)) : ms);
  return Array.from({ length: count }, (_, i) => {
    const sign = alternate && i % 2 === 1 ? -1 : 1;
    const [flightMs, contactMs] = [varied(mean.flightMs), varied(mean.contactMs)];
    const speed = (GRAVITY * flightMs) / 2000;
    const step = { x: sign * stepX, z: sign * stepZ };
    // Who goes on moves at one speed, so the hips lead the feet at take-off and follow them at landing.
    const lead = alternate ? 0 : contactMs / (contactMs + flightMs) / 2;
    return { flightMs, contactMs, speed, step, lead: { x: lead * step.x, z: lead * step.z }, turnsBack: alternate };
  });
}

/** Dips, then pushes until the body is as fast as the flight begins. */
function takeOff(score: Score, side: Side, hop: Hop): void {
  move(score, { hipDrop: DIP_M, bow: 6, elbows: ELBOWS_DEG, armsForward: -12 }, DIP_MS);
  moveAs(score, springMs(ON_TOES_M + DIP_M, hop.speed), {
    pushing: { ...legs(side, ON_TOES_M, 0), ...hips(side, hop.lead), bow: 3 },
  });
}

function fly(score: Score, side: Side, hop: Hop): void {
  const takeoffMs = score.nowMs;
  const heightM = (GRAVITY * (hop.flightMs / 1000) ** 2) / 8;
  const from = { x: valueAt(score.segments, 'x', takeoffMs), z: valueAt(score.segments, 'z', takeoffMs) };
  const along = (share: number): Partial<Record<Channel, number>> => ({
    x: from.x + share * hop.step.x,
    z: from.z + share * hop.step.z,
    ...hips(side, { x: (1 - 2 * share) * hop.lead.x, z: (1 - 2 * share) * hop.lead.z }),
  });
  moveAs(score, hop.flightMs / 2, { rising: { elevation: heightM }, even: along(0.5) });
  const topMs = score.nowMs;
  moveAs(score, hop.flightMs / 2, { falling: { elevation: 0 }, even: along(1) });
  const { flightMs } = hop;
  const direction = directionOf(hop.step);
  const truth = { side, takeoffMs, topMs, landMs: takeoffMs + flightMs, flightMs, heightCm: 100 * heightM };
  score.reps.push(direction ? { ...truth, direction } : truth);
}

/** Between two hops: down and up in a half wave, whose halves are as fast as the flights that they meet. */
function touchDown(score: Score, side: Side, hop: Hop, next: Hop): void {
  const depth = ((2 / Math.PI) * (hop.contactMs / 1000)) / (1 / hop.speed + 1 / next.speed);
  const ankles = Math.min(ANKLE_SHARE * depth, ON_TOES_M - LOWEST_M);
  const downMs = springMs(depth, hop.speed);
  const low = legs(side, ON_TOES_M - ankles, depth - ankles);
  const high = legs(side, ON_TOES_M, 0);
  if (hop.turnsBack) {
    // The hips run on over the foot at the speed of the flight, and swing back.
    const reach = (downMs / hop.flightMs) * (2 / Math.PI);
    const over = hips(side, { x: reach * hop.step.x, z: reach * hop.step.z });
    moveAs(score, downMs, { braking: { ...low, ...over } });
    moveAs(score, hop.contactMs - downMs, { pushing: { ...high, ...hips(side, next.lead) } });
  } else {
    moveAs(score, downMs, { braking: low, even: hips(side, { x: 0, z: 0 }) });
    moveAs(score, hop.contactMs - downMs, { pushing: high, even: hips(side, next.lead) });
  }
}

/** The last landing: the spring gives way until the heels are down, then the knees straighten. */
function absorb(score: Score, side: Side, hop: Hop): void {
  moveAs(score, springMs(ON_TOES_M + DIP_M, hop.speed), {
    braking: { ...legs(side, 0, DIP_M), shiftX: overLeg(side), shiftZ: 0, bow: 6 },
  });
  move(score, { hipDrop: 0, bow: 0, elbows: 0, armsForward: 0 }, RISE_MS);
}

/** How long a quarter of a wave takes that covers `depthM` and is this fast where it meets the flight. */
function springMs(depthM: number, speed: number): number {
  return 1000 * (Math.PI / 2) * (depthM / speed);
}

function legs(side: Side, ankleM: number, hipDrop: number): Partial<Record<Channel, number>> {
  return {
    hipDrop,
    ...(side === 'right' ? {} : { ankleLeft: ankleM }),
    ...(side === 'left' ? {} : { ankleRight: ankleM }),
  };
}

function hips(side: Side, lead: Step): Partial<Record<Channel, number>> {
  return { shiftX: overLeg(side) + lead.x, shiftZ: FORWARD_SHARE * ON_TOES_M + lead.z };
}

function directionOf({ x, z }: Step): HopDirection | null {
  if (x === 0 && z === 0) return null;
  if (Math.abs(z) >= Math.abs(x)) return z > 0 ? 'forward' : 'back';
  return x > 0 ? 'left' : 'right';
}
