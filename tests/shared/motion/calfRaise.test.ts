import { describe, expect, test } from 'vitest';
import { doubleRaise, type RaiseTempo } from '../../../renderer/athlete/calfRaises.ts';
import { squat } from '../../../renderer/athlete/idleMoves.ts';
import { move, movementOf, newScore, type Score, wait } from '../../../renderer/athlete/movements.ts';
import { standOn } from '../../../renderer/athlete/stances.ts';
import { walkTo } from '../../../renderer/athlete/walking.ts';
import { raises } from '../../../tools/clips/clips.ts';
import { randomFrom } from '../../../tools/clips/random.ts';
import { countFrames, errorsOf, repsIn, worst } from '../../support/counting.ts';
import { drawnFrames, everyFrame, FRONT } from '../../support/drawnPose.ts';

const TEMPO: RaiseTempo = { raiseMs: 950, holdMs: 500, lowerMs: 1700, restMs: 600, heightM: 0.075, rampMs: 270 };
const FIVE_COUNT: RaiseTempo = { ...TEMPO, holdMs: 900, lowerMs: 5000 };
const STAND = { standMs: 2000 };

/** The drawn landmarks carry none of the model's smoothing, whose usual delay the engine takes off: up to 140 ms. */
const DELAY_MS = 150;

describe('double calf raises', () => {
  test('are counted and timed', () => {
    const movement = raises('calf-raise-double', 'both', 8, TEMPO, { ...STAND, random: randomFrom(1) });
    const reps = repsIn(countFrames('calf-raise-double', drawnFrames(movement, everyFrame(movement.durationMs))));
    expect(reps.map((rep) => rep.n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(reps.every((rep) => rep.side === 'both')).toBe(true);
    expect(worst(errorsOf(reps, movement, 'lowerMs'))).toBeLessThan(120);
    for (const moment of ['startMs', 'topMs', 'lowerStartMs', 'endMs'] as const) {
      expect(worst(errorsOf(reps, movement, moment)), moment).toBeLessThan(DELAY_MS);
    }
    reps.forEach((rep, i) => {
      expect(Math.abs((rep.heightCm ?? 0) - (movement.reps[i]?.heightCm ?? 0))).toBeLessThan(1);
    });
  });

  test.each([
    ['quick ones without a pause', { ...TEMPO, raiseMs: 350, holdMs: 0, lowerMs: 350, restMs: 0 }],
    ['very slow ones', { ...TEMPO, raiseMs: 3000, holdMs: 1500, lowerMs: 4000 }],
    ['shallow ones', { ...TEMPO, heightM: 0.035 }],
    ['a long hold at the top', { ...TEMPO, holdMs: 9000 }],
  ])('%s', (_, tempo) => {
    const movement = raises('calf-raise-double', 'both', 5, tempo, STAND);
    const reps = repsIn(countFrames('calf-raise-double', drawnFrames(movement, everyFrame(movement.durationMs))));
    expect(reps).toHaveLength(5);
    expect(worst(errorsOf(reps, movement, 'lowerMs'))).toBeLessThan(150);
  });

  test.each([10, 15, 24, 60])('at %d frames a second', (fps) => {
    const movement = raises('calf-raise-double', 'both', 6, TEMPO, { ...STAND, random: randomFrom(2) });
    const reps = repsIn(countFrames('calf-raise-double', drawnFrames(movement, everyFrame(movement.durationMs, fps))));
    expect(reps).toHaveLength(6);
    expect(worst(errorsOf(reps, movement, 'lowerMs'))).toBeLessThan(200);
  });

  test.each([-80, -40, 0, 40, 80])('seen from %d degrees', (facingDeg) => {
    const movement = raises('calf-raise-double', 'both', 4, TEMPO, STAND);
    const frames = drawnFrames(movement, everyFrame(movement.durationMs), { camera: { ...FRONT, facingDeg } });
    expect(repsIn(countFrames('calf-raise-double', frames))).toHaveLength(4);
  });

  test('the top is announced once, at the top', () => {
    const movement = raises('calf-raise-double', 'both', 6, TEMPO, { ...STAND, random: randomFrom(3) });
    const events = countFrames('calf-raise-double', drawnFrames(movement, everyFrame(movement.durationMs)));
    const announced = events.flatMap((event) => (event.type === 'rep-top' ? [event] : []));
    expect(announced.map((event) => event.n)).toEqual([1, 2, 3, 4, 5, 6]);
    announced.forEach((event, i) => {
      expect(Math.abs(event.tMs - (movement.reps[i]?.topMs ?? 0))).toBeLessThan(200);
    });
  });
});

describe('one leg', () => {
  test.each(['left', 'right'] as const)('single raises on the %s leg', (side) => {
    const movement = raises('calf-raise-single', side, 5, TEMPO, { standMs: 2500, random: randomFrom(4) });
    const reps = repsIn(countFrames('calf-raise-single', drawnFrames(movement, everyFrame(movement.durationMs))));
    expect(reps.map((rep) => rep.side)).toEqual(Array(5).fill(side));
  });

  test.each(['left', 'right'] as const)('up on two, down on the %s leg in a count of five', (side) => {
    const movement = raises('calf-raise-eccentric', side, 4, FIVE_COUNT, { ...STAND, random: randomFrom(5) });
    const reps = repsIn(countFrames('calf-raise-eccentric', drawnFrames(movement, everyFrame(movement.durationMs))));
    expect(reps.map((rep) => rep.side)).toEqual(Array(4).fill(side));
    expect(worst(errorsOf(reps, movement, 'lowerMs'))).toBeLessThan(300);
    expect(reps.flatMap((rep) => rep.faults)).toEqual([]);
  });

  test.each([
    [2500, 'lowered-too-fast'],
    [7500, 'lowered-too-slow'],
  ])('a lower of %d ms is flagged', (lowerMs, fault) => {
    const movement = raises('calf-raise-eccentric', 'right', 3, { ...FIVE_COUNT, lowerMs }, STAND);
    const reps = repsIn(countFrames('calf-raise-eccentric', drawnFrames(movement, everyFrame(movement.durationMs))));
    expect(reps.map((rep) => rep.faults)).toEqual([[fault], [fault], [fault]]);
  });
});

describe('faults and attempts', () => {
  test('a rep much lower than the others is shallow', () => {
    const score = standing();
    for (const heightM of [0.08, 0.08, 0.08, 0.035, 0.08]) doubleRaise(score, { ...TEMPO, heightM });
    expect(countScore(score).map((rep) => rep.faults)).toEqual([[], [], [], ['shallow'], []]);
  });

  test('knees that bend at the top', () => {
    const score = standing();
    doubleRaise(score, TEMPO);
    move(score, { ankleLeft: 0.08, ankleRight: 0.08, hipDrop: 0.03 }, 900);
    wait(score, 500);
    move(score, { ankleLeft: 0, ankleRight: 0, hipDrop: 0 }, 1500);
    wait(score, 1000);
    expect(countScore(score).map((rep) => rep.faults)).toEqual([[], ['knee-bent']]);
  });

  test('a rise of one and a half centimetres is an attempt, not a rep', () => {
    const score = standing();
    doubleRaise(score, { ...TEMPO, heightM: 0.018 });
    wait(score, 1000);
    const events = eventsOf(score);
    expect(repsIn(events)).toEqual([]);
    expect(events.filter((event) => event.type === 'attempt')).toMatchObject([{ reason: 'too-shallow' }]);
  });
});

describe('what is no calf raise counts nothing', () => {
  const idle: Record<string, (score: Score) => void> = {
    'standing still': (score) => wait(score, 8000),
    squats: (score) => repeat(4, () => squat(score, 0.4, 2400)),
    'half squats': (score) => repeat(4, () => squat(score, 0.12, 1400)),
    'raised arms': (score) => repeat(3, () => there(score, { armsForward: 165 }, 900)),
    'arms to the sides': (score) => repeat(3, () => there(score, { armsSide: 150 }, 900)),
    bows: (score) => repeat(3, () => there(score, { bow: 30 }, 900)),
    leans: (score) => repeat(3, () => there(score, { lean: 12, shiftX: 0.06 }, 800)),
    'lifted toes': (score) => repeat(4, () => there(score, { toesUp: 22 }, 500)),
    'standing on one leg and back': (score) => {
      standOn(score, 'left');
      wait(score, 1500);
      standOn(score, 'both');
    },
    'walking to and fro': (score) => {
      walkTo(score, { x: 0, z: 0 }, { x: 0.8, z: -0.5 });
      walkTo(score, { x: 0.8, z: -0.5 }, { x: -0.6, z: 0 });
      walkTo(score, { x: -0.6, z: 0 }, { x: 0, z: 0 });
    },
  };
  test.each(Object.entries(idle))('%s', (_, act) => {
    const score = standing();
    act(score);
    wait(score, 1500);
    const movement = movementOf(score);
    for (const facingDeg of [0, 40, 85]) {
      const frames = drawnFrames(movement, everyFrame(movement.durationMs), { camera: { ...FRONT, facingDeg } });
      for (const exercise of ['calf-raise-double', 'calf-raise-single', 'calf-raise-eccentric'] as const) {
        const events = countFrames(exercise, frames);
        expect(
          events.filter((event) => event.type === 'rep-top' || event.type === 'rep'),
          `${exercise} at ${facingDeg}`,
        ).toEqual([]);
      }
    }
  });
});

describe('interruptions', () => {
  test('leaving and coming back keeps the count and adds no ghost rep', () => {
    const score = standing();
    repeat(3, () => doubleRaise(score, TEMPO));
    walkTo(score, { x: 0, z: 0 }, { x: 2.4, z: 0 });
    wait(score, 2000);
    walkTo(score, { x: 2.4, z: 0 }, { x: 0, z: 0 });
    wait(score, 1500);
    repeat(2, () => doubleRaise(score, TEMPO));
    const events = eventsOf(score);
    expect(repsIn(events).map((rep) => rep.n)).toEqual([1, 2, 3, 4, 5]);
    expect(events.filter((event) => event.type === 'disarmed')).toHaveLength(1);
  });

  test('a rep cut off at the top stays counted, without a lowering', () => {
    const movement = raises('calf-raise-double', 'both', 1, { ...TEMPO, holdMs: 4000 }, STAND);
    const frames = drawnFrames(movement, everyFrame(4500));
    const gone = everyFrame(3000).map((tMs) => ({ tMs: tMs + 4600, image: null, world: null }));
    const reps = repsIn(countFrames('calf-raise-double', [...frames, ...gone]));
    expect(reps).toHaveLength(1);
    expect(reps[0]).not.toHaveProperty('endMs');
    expect(reps[0]).not.toHaveProperty('lowerMs');
  });

  test('a pose lost for a moment changes nothing', () => {
    const movement = raises('calf-raise-double', 'both', 4, TEMPO, STAND);
    const frames = drawnFrames(movement, everyFrame(movement.durationMs)).map((frame, i) =>
      i % 50 < 6 ? { ...frame, image: null, world: null } : frame,
    );
    expect(repsIn(countFrames('calf-raise-double', frames))).toHaveLength(4);
  });

  test('one jump of the landmarks to another body disarms', () => {
    const movement = raises('calf-raise-double', 'both', 2, TEMPO, STAND);
    const other = drawnFrames(movement, everyFrame(movement.durationMs), { camera: { ...FRONT, distanceM: 4.2 } });
    const frames = drawnFrames(movement, everyFrame(movement.durationMs)).map((frame, i) =>
      i > 30 && i < 40 ? (other[i] ?? frame) : frame,
    );
    expect(countFrames('calf-raise-double', frames).some((event) => event.type === 'disarmed')).toBe(true);
  });
});

test('a lower off the edge of a step ends deeper than it began', () => {
  const score = standing();
  for (const depth of [-0.03, -0.03, -0.03]) {
    move(score, { ankleLeft: 0.07, ankleRight: 0.07 }, 900);
    wait(score, 500);
    move(score, { ankleLeft: depth, ankleRight: depth }, 1800);
    wait(score, 600);
  }
  const reps = countScore(score);
  expect(reps).toHaveLength(3);
  expect(reps[2]?.heightCm).toBeGreaterThan(9);
});

function standing(): Score {
  const score = newScore();
  wait(score, 2000);
  return score;
}

function repeat(times: number, act: () => void): void {
  for (let i = 0; i < times; i++) act();
}

/** There and back again. */
function there(score: Score, targets: Parameters<typeof move>[1], ms: number): void {
  move(score, targets, ms);
  wait(score, 300);
  move(score, Object.fromEntries(Object.keys(targets).map((channel) => [channel, 0])), ms);
  wait(score, 300);
}

function eventsOf(score: Score, exercise: Parameters<typeof countFrames>[0] = 'calf-raise-double') {
  wait(score, 1000);
  const movement = movementOf(score);
  return countFrames(exercise, drawnFrames(movement, everyFrame(movement.durationMs)));
}

function countScore(score: Score, exercise?: Parameters<typeof countFrames>[0]) {
  return repsIn(eventsOf(score, exercise));
}
