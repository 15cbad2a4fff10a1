import { lieDown } from './bridges.ts';
import { move, moveAs, place, type Score, wait } from './movements.ts';
import { valueAt } from './timeline.ts';

/**
 * What people do before, between and after their reps, and none of it is a rep. Each begins and ends standing still, but
 * for lying. Lengths in metres, times in ms.
 */

/** Down by `depthM` and up again. */
export function squat(score: Score, depthM: number, ms: number): void {
  move(score, { hipDrop: depthM, bow: 35 * (depthM / 0.4), shiftZ: -0.12 * (depthM / 0.4), armsForward: 70 }, ms / 2);
  wait(score, 250);
  move(score, { hipDrop: 0, bow: 0, shiftZ: 0, armsForward: 0 }, ms / 2);
}

export function halfSquat(score: Score): void {
  squat(score, 0.2, 2000);
}

export function leanSideways(score: Score, side: 'left' | 'right'): void {
  const sign = side === 'left' ? 1 : -1;
  move(score, { lean: sign * 22, shiftX: sign * -0.03 }, 1000);
  wait(score, 500);
  move(score, { lean: 0, shiftX: 0 }, 1000);
}

export function leanForward(score: Score): void {
  move(score, { bow: 40, shiftZ: -0.06 }, 1000);
  wait(score, 400);
  move(score, { bow: 0, shiftZ: 0 }, 1000);
}

export function armRaise(score: Score): void {
  move(score, { armsSide: 80 }, 900);
  wait(score, 300);
  move(score, { armsSide: 0 }, 900);
}

/** The arms to and fro, `count` times. */
export function armSwing(score: Score, count = 4): void {
  for (let i = 0; i < count; i++) move(score, { armSwing: i % 2 === 0 ? 40 : -40 }, 600);
  move(score, { armSwing: 0 }, 400);
}

/** One foot after the other off the floor and back, `count` in all. */
export function stepOnSpot(score: Score, count = 6): void {
  for (let i = 0; i < count; i++) {
    const foot = i % 2 === 0 ? 'Left' : 'Right';
    const sign = i % 2 === 0 ? -1 : 1;
    move(score, { [`lift${foot}`]: 0.13, [`back${foot}`]: 0.06, shiftX: sign * 0.03, armSwing: sign * 15 }, 320);
    move(score, { [`lift${foot}`]: 0, [`back${foot}`]: 0, shiftX: 0, armSwing: 0 }, 320);
  }
}

/** Down onto a chair that nobody sees, and up again. */
export function sitDownAndUp(score: Score, seatedMs = 3000): void {
  move(score, { hipDrop: 0.28, bow: 45, shiftZ: -0.22, armsForward: 60, elbows: 30 }, 900);
  move(score, { hipDrop: 0.42, bow: 4, shiftZ: -0.36, armsForward: 25, elbows: 55 }, 700);
  wait(score, seatedMs);
  move(score, { hipDrop: 0.28, bow: 45, shiftZ: -0.2, armsForward: 60, elbows: 30 }, 700);
  move(score, { hipDrop: 0, bow: 0, shiftZ: 0, armsForward: 0, elbows: 0 }, 900);
}

/** How far out each foot goes, and the hips are lower by then. */
const SPREAD_M = 0.24;
const SPREAD_DROP_M = 0.06;
const JACK_DIP_M = 0.05;
const JACK_HEIGHT_M = 0.044;

/** Feet out with the arms up, feet together with the arms down, `count` times both. */
export function jumpingJacks(score: Score, count = 4): void {
  for (let i = 0; i < 2 * count; i++) {
    const outwards = i % 2 === 0;
    const [before, after] = outwards ? [0, SPREAD_DROP_M] : [SPREAD_DROP_M, 0];
    move(score, { hipDrop: before + JACK_DIP_M }, 160);
    moveAs(score, 100, { pushing: { ankleLeft: 0.05, ankleRight: 0.05, hipDrop: before } });
    moveAs(score, 95, {
      rising: { elevation: JACK_HEIGHT_M },
      even: { apart: SPREAD_M / 2, hipDrop: (before + after) / 2, armsSide: 70 },
    });
    moveAs(score, 95, {
      falling: { elevation: 0 },
      even: { apart: outwards ? SPREAD_M : 0, hipDrop: after, armsSide: outwards ? 140 : 0 },
    });
    moveAs(score, 130, { braking: { ankleLeft: 0, ankleRight: 0, hipDrop: after + JACK_DIP_M } });
    move(score, { hipDrop: after }, 200);
  }
}

/** The toes up while the heels stay, `count` times. */
export function toeRaises(score: Score, count = 3): void {
  for (let i = 0; i < count; i++) {
    move(score, { toesUp: 25, bow: 5, shiftZ: -0.02 }, 600);
    wait(score, 300);
    move(score, { toesUp: 0, bow: 0, shiftZ: 0 }, 600);
  }
}

/** The arms overhead and the trunk long. */
export function reachUp(score: Score): void {
  move(score, { armsForward: 172, stretch: 0.02 }, 1100);
  wait(score, 800);
  move(score, { armsForward: 0, stretch: 0 }, 1100);
}

/** The weight from foot to foot and a little to and fro, the feet where they are. */
export function sway(score: Score, count = 4): void {
  for (let i = 0; i < count; i++) {
    const sign = i % 2 === 0 ? 1 : -1;
    move(score, { shiftX: sign * 0.04, tilt: sign * 1.5, lean: sign * 2 }, 1100, 450);
  }
  move(score, { shiftX: 0, tilt: 0, lean: 0 }, 900, 400);
}

/** Once round on the spot, in small steps. */
export function turnRound(score: Score, ms = 3200): void {
  const steps = valueAt(score.segments, 'steps', score.nowMs) + 6;
  move(score, { yaw: 360, steps }, ms, 300);
  place(score, { yaw: 0 });
}

/** Lies on the back and does nothing. */
export function lieStill(score: Score, ms: number): void {
  lieDown(score);
  wait(score, ms);
}

const TIE_MS = 1300;

/** Far down to one shoe, a while there, and up again. */
export function tieShoe(score: Score, side: 'left' | 'right' = 'left', tyingMs = 2500): void {
  const sign = side === 'right' ? -1 : 1;
  move(
    score,
    { hipDrop: 0.36, bow: 88, lean: sign * 6, shiftZ: -0.16, armsForward: 78, elbows: 18, [backOf(sign)]: 0.12 },
    TIE_MS,
  );
  for (let ms = 0; ms < tyingMs; ms += 500) move(score, { elbows: (ms / 500) % 2 === 0 ? 28 : 18 }, 500);
  move(score, { hipDrop: 0, bow: 0, lean: 0, shiftZ: 0, armsForward: 0, elbows: 0, [backOf(sign)]: 0 }, TIE_MS);
}

function backOf(sign: number): 'backLeft' | 'backRight' {
  return sign > 0 ? 'backRight' : 'backLeft';
}
