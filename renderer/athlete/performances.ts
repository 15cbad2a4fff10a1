import type { ExerciseId, Side } from '../../shared/exercises/exerciseIds.ts';
import { type BridgeTempo, bridge, lieDown, stretchOtherLeg } from './bridges.ts';
import {
  bentKneeRaise,
  declineRaise,
  doubleRaise,
  eccentricRaise,
  type RaiseTempo,
  singleRaise,
} from './calfRaises.ts';
import { hops } from './hops.ts';
import { kneeToWall, type RockTempo, takeSplitStance } from './kneeToWall.ts';
import { type Movement, movementOf, newScore, type Score, wait } from './movements.ts';
import { leanOnWall, standOn, standOnDecline } from './stances.ts';

/** What the athlete does when it stands in for a person: each exercise in its right tempo. */
const TEMPO: RaiseTempo = { raiseMs: 1000, holdMs: 600, lowerMs: 1900, restMs: 700, heightM: 0.08, rampMs: 280 };
const LOW_TOP: RaiseTempo = { ...TEMPO, heightM: 0.06 };
const SLOW_LOWER: RaiseTempo = { ...TEMPO, holdMs: 1000, lowerMs: 5100 };
/** About 2.2 hops a second. */
const POGO = { flightMs: 240, contactMs: 215 } as const;
const BRIDGE: BridgeTempo = { raiseMs: 1100, holdMs: 3000, lowerMs: 1500, restMs: 700, rampMs: 280, peakHipDeg: 177 };
const ROCK: RockTempo = { forwardMs: 1000, holdMs: 500, backMs: 1000, restMs: 500, rampMs: 270, travelM: 0.12 };
const LINE_M = 0.2;
const TRAVEL_M = 0.12;
/** So many hops from one side of the picture to the other. */
const TRAVEL_HOPS = 10;
const SETTLE_MS = 500;

type Leg = 'left' | 'right';

interface Act {
  /** From standing or lying still into the stance of the exercise. */
  readonly begin?: (score: Score, leg: Leg) => void;
  readonly reps: (score: Score, leg: Leg, count: number) => void;
  readonly end?: (score: Score) => void;
}

const ONE_LEG = { begin: standOn, end: (score: Score) => standOn(score, 'both') };

const ACTS: Record<ExerciseId, Act> = {
  'calf-raise-double': { reps: each((score) => doubleRaise(score, TEMPO)) },
  'calf-raise-single': { ...ONE_LEG, reps: each((score, leg) => singleRaise(score, TEMPO, leg)) },
  'calf-raise-eccentric': { reps: each((score, leg) => eccentricRaise(score, SLOW_LOWER, leg)) },
  'calf-raise-bent-knee': {
    begin: leanOnWall,
    reps: each((score, leg) => bentKneeRaise(score, LOW_TOP, leg)),
    end: (score) => leanOnWall(score, 'both'),
  },
  'calf-raise-decline': {
    begin: standOnDecline,
    reps: each((score, leg) => declineRaise(score, LOW_TOP, leg)),
    end: (score) => standOnDecline(score, 'both'),
  },
  'pogo-double': { reps: (score, _, count) => hops(score, { ...POGO, side: 'both', count }) },
  'pogo-single': { ...ONE_LEG, reps: (score, side, count) => hops(score, { ...POGO, side, count }) },
  'pogo-line': {
    ...ONE_LEG,
    reps: (score, side, count) => hops(score, { ...POGO, side, count, stepZ: LINE_M, alternate: true }),
  },
  'pogo-travel': { ...ONE_LEG, reps: travel },
  'glute-bridge': { reps: each((score) => bridge(score, BRIDGE, 'both')) },
  'glute-bridge-single': {
    begin: (score, leg) => stretchOtherLeg(score, leg),
    reps: each((score, leg) => bridge(score, BRIDGE, leg)),
    end: (score) => stretchOtherLeg(score, 'both'),
  },
  'knee-to-wall': {
    begin: takeSplitStance,
    reps: each((score, leg) => kneeToWall(score, ROCK, leg)),
    end: (score) => takeSplitStance(score, 'both'),
  },
};

/** Standing, or lying, and waiting for the exercise. */
export function waitingFor(exercise: ExerciseId): Movement {
  const score = newScore();
  if (isLying(exercise)) lieDown(score);
  return movementOf(score);
}

/** `count` reps after standing, or for bridges lying, for a while; the athlete stays when they are done. */
export function performanceOf(exercise: ExerciseId, side: Side, count: number, standMs: number): Movement {
  const score = newScore();
  const leg = side === 'both' ? 'right' : side;
  const { begin, reps, end } = ACTS[exercise];
  if (isLying(exercise)) lieDown(score);
  wait(score, standMs);
  if (begin) {
    begin(score, leg);
    wait(score, SETTLE_MS);
  }
  reps(score, leg, count);
  end?.(score);
  return movementOf(score);
}

export function isLying(exercise: ExerciseId): boolean {
  return exercise === 'glute-bridge' || exercise === 'glute-bridge-single';
}

function each(rep: (score: Score, leg: Leg) => void): Act['reps'] {
  return (score, leg, count) => {
    for (let i = 0; i < count; i++) rep(score, leg);
  };
}

/** Sideways away from the middle and back through it, in rows that stay in the picture. */
function travel(score: Score, side: Leg, count: number): void {
  let stepX = side === 'left' ? TRAVEL_M : -TRAVEL_M;
  for (let done = 0; done < count; stepX = -stepX) {
    const row = Math.min(done === 0 ? TRAVEL_HOPS / 2 : TRAVEL_HOPS, count - done);
    hops(score, { ...POGO, side, count: row, stepX });
    done += row;
  }
}
