import type { CatalogueId, ExerciseId, Side } from '../../shared/exercises/exerciseIds.ts';
import { type BridgeTempo, bridge, lieDown, stretchOtherLeg } from './bridges.ts';
import {
  bentKneeRaise,
  declineRaise,
  doubleRaise,
  eccentricRaise,
  type RaiseTempo,
  type RollTempo,
  rollingRaise,
  singleRaise,
} from './calfRaises.ts';
import { balance, wallStretch } from './holds.ts';
import { hops } from './hops.ts';
import { ankleTest, kneeToWall, type RockTempo, takeSplitStance } from './kneeToWall.ts';
import { type Movement, move, movementOf, newScore, type Score, wait } from './movements.ts';
import { leanOnWall, standOn, standOnDecline } from './stances.ts';
import { valueAt } from './timeline.ts';
import { walkTo } from './walking.ts';

/** What the athlete does when it stands in for a person: each exercise in its right tempo. */
const TEMPO: RaiseTempo = { raiseMs: 1000, holdMs: 600, lowerMs: 1900, restMs: 700, heightM: 0.08, rampMs: 280 };
const LOW_TOP: RaiseTempo = { ...TEMPO, heightM: 0.06 };
const SLOW_LOWER: RaiseTempo = { ...TEMPO, holdMs: 1000, lowerMs: 5100 };
/** Flowing: from the toes to the heels and on. */
const FLOWING: RaiseTempo = { ...TEMPO, raiseMs: 900, holdMs: 250, lowerMs: 1100, restMs: 150 };
const ROLL: RollTempo = { backMs: 700, holdMs: 250, downMs: 650, rampMs: 250 };
/** 60 beats a minute: up on one, down on the next. */
const ON_THE_BEAT: RaiseTempo = { ...TEMPO, raiseMs: 700, holdMs: 300, lowerMs: 750, restMs: 250 };
/** About 2.2 hops a second. */
const POGO = { flightMs: 240, contactMs: 215 } as const;
const BRIDGE: BridgeTempo = { raiseMs: 1100, holdMs: 3000, lowerMs: 1500, restMs: 700, rampMs: 280, peakHipDeg: 177 };
const ROCK: RockTempo = { forwardMs: 1000, holdMs: 500, backMs: 1000, restMs: 500, rampMs: 270, travelM: 0.12 };
/** A second more than the test asks for. */
const ANKLE_TEST_MS = 4000;
const LINE_M = 0.2;
const TRAVEL_M = 0.12;
/** So many hops from one side of the picture to the other. */
const TRAVEL_HOPS = 10;
const SETTLE_MS = 500;

type Leg = 'left' | 'right';

interface Act {
  /** From standing or lying still into the stance of the exercise. */
  readonly begin?: (score: Score, leg: Leg) => void;
  readonly reps: (score: Score, leg: Leg, count: number, holdMs: number) => void;
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
  'pogo-travel': { ...ONE_LEG, reps: travel, end: backToMiddle },
  'glute-bridge': { reps: each((score) => bridge(score, BRIDGE, 'both')) },
  'glute-bridge-single': {
    begin: (score, leg) => stretchOtherLeg(score, leg),
    reps: each((score, leg) => bridge(score, BRIDGE, leg)),
    end: (score) => stretchOtherLeg(score, 'both'),
  },
  'knee-to-wall': {
    begin: stepToWall,
    reps: each((score, leg) => kneeToWall(score, ROCK, leg)),
    end: (score) => takeSplitStance(score, 'both'),
  },
  'single-leg-balance': { reps: holds(balance) },
  'wall-calf-stretch': { reps: holds(wallStretch) },
  'dynamic-calf-stretch': { reps: each((score) => rollingRaise(score, FLOWING, ROLL)) },
  'heel-rise-endurance': { ...ONE_LEG, reps: each((score, leg) => singleRaise(score, ON_THE_BEAT, leg)) },
  'knee-to-wall-test': {
    begin: stepToWall,
    reps: each((score, leg) => {
      ankleTest(score, ANKLE_TEST_MS, leg);
      wait(score, SETTLE_MS);
    }),
    end: (score) => takeSplitStance(score, 'both'),
  },
};

/** Long enough to be a whole hold. */
const HOLD_MS = 31_000;

/** A score that begins where the athlete waits for an exercise: standing, or lying. */
export function scoreFor(exercise: CatalogueId): Score {
  const score = newScore();
  if (isLying(exercise)) lieDown(score);
  return score;
}

/** Standing, or lying, and waiting for the exercise. */
export function waitingFor(exercise: CatalogueId): Movement {
  return movementOf(scoreFor(exercise));
}

/** `count` reps after standing, or for bridges lying, for a while; the athlete stays when they are done. */
export function performanceOf(
  exercise: ExerciseId,
  side: Side,
  count: number,
  standMs: number,
  holdMs = HOLD_MS,
): Movement {
  const score = scoreFor(exercise);
  const leg = side === 'both' ? 'right' : side;
  const { begin, reps, end } = ACTS[exercise];
  wait(score, standMs);
  if (begin) {
    begin(score, leg);
    wait(score, SETTLE_MS);
  }
  reps(score, leg, count, holdMs);
  end?.(score);
  return movementOf(score);
}

const LYING: ReadonlySet<CatalogueId> = new Set([
  'glute-bridge',
  'glute-bridge-single',
  'pelvic-tilt',
  'core-brace',
  'long-exhale',
  'hamstring-tuck',
]);

export function isLying(exercise: CatalogueId): boolean {
  return LYING.has(exercise);
}

/** A split stance with the hands nearer to the body, where a wall stands that the knee can touch. */
function stepToWall(score: Score, leg: Leg): void {
  takeSplitStance(score, leg);
  move(score, { elbows: 125 }, 300);
}

function holds(hold: (score: Score, ms: number, side: Leg) => void): Act['reps'] {
  return (score, leg, count, holdMs) => {
    for (let i = 0; i < count; i++) {
      hold(score, holdMs, leg);
      wait(score, SETTLE_MS * 2);
    }
  };
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

function backToMiddle(score: Score): void {
  standOn(score, 'both');
  const x = valueAt(score.segments, 'x', score.nowMs);
  if (Math.abs(x) > TRAVEL_M / 2) walkTo(score, { x, z: 0 }, { x: 0, z: 0 });
}
