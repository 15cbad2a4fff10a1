import { lieDown, stretchOtherLeg } from '../../../renderer/athlete/bridges.ts';
import { LOOKS } from '../../../renderer/athlete/figure.ts';
import { raiseHand } from '../../../renderer/athlete/handRaise.ts';
import { jumpingJacks, reachUp, squat, turnRound } from '../../../renderer/athlete/idleMoves.ts';
import { move, type Score, wait } from '../../../renderer/athlete/movements.ts';
import type { PasserBy } from '../../../renderer/athlete/stage.ts';
import { standOn } from '../../../renderer/athlete/stances.ts';
import { walkTo } from '../../../renderer/athlete/walking.ts';
import { between } from '../../clips/random.ts';
import { type BenchClip, idleClips, type Recipe, type Scene } from '../benchClip.ts';
import type { SettingChanges } from '../setting.ts';
import { times } from './raiseTempo.ts';
import { inRoom, MIDDLE, outside } from './walks.ts';

const LYING: SettingChanges = { distanceM: 2.6, cameraHeightM: 0.6, facingDeg: 90, aimHeightM: 0.35 };

/** The whole body is in the picture, and a hand above the head is not. */
const NEAR: SettingChanges = { personHeightCm: 172, distanceM: 2.25, cameraHeightM: 0.8 };

/** What people do between exercises, and exercises that only look alike: none of it may count as anything. */
const RECIPES: readonly Recipe[] = [
  { what: 'squats', act: squats(0.22, 2400, 3) },
  { what: 'squats', act: squats(0.24, 2000, 3) },
  { what: 'half-squats', act: squats(0.08, 1400, 5) },
  { what: 'half-squats', act: squats(0.07, 1200, 5) },
  { what: 'dips', act: squats(0.03, 900, 6) },
  { what: 'dips', act: squats(0.035, 800, 6) },
  { what: 'bows', act: bows },
  { what: 'bows', act: bows },
  { what: 'side-bends', act: sideBends },
  { what: 'side-bends', act: sideBends },
  { what: 'reaching-up', act: (score) => times(3, () => reachUp(score)) },
  { what: 'reaching-up', act: (score) => times(3, () => reachUp(score)) },
  { what: 'arms-aside', act: arms('armsSide', 140) },
  { what: 'arms-forward', act: arms('armsForward', 150) },
  { what: 'walking-across', act: walkingAcross },
  { what: 'walking-across', act: walkingAcross },
  { what: 'to-and-fro', act: toAndFro },
  { what: 'to-and-fro', act: toAndFro },
  { what: 'stepping', act: stepping(0.08, 520) },
  { what: 'stepping', act: stepping(0.15, 620) },
  { what: 'sitting', act: sitting },
  { what: 'sitting', act: sitting },
  { what: 'toe-raises', act: toeRaises },
  { what: 'toe-raises', act: toeRaises },
  { what: 'swaying', act: swaying },
  { what: 'swaying', act: swaying },
  { what: 'turning', act: turning },
  { what: 'turning', act: turning },
  { what: 'one-leg', act: oneLeg },
  { what: 'one-leg', act: oneLeg },
  { what: 'jumping-jacks', act: (score) => jumpingJacks(score, 5), setting: { fps: 30 } },
  { what: 'jumping-jacks', act: (score) => jumpingJacks(score, 5), setting: { fps: 30, facingDeg: 20 } },
  { what: 'passer-by', act: (score) => wait(score, 8000), setting: { passerBy: passing(0.9, 3000) } },
  { what: 'passer-by', act: (score) => wait(score, 8000), setting: { passerBy: passing(-0.8, 3500) } },
  { what: 'lying', act: lying, setting: LYING, beginsAtOnce: true },
  { what: 'lying', act: lying, setting: { ...LYING, facingDeg: -80 }, beginsAtOnce: true },
  { what: 'raised-hand', act: raisedHands, setting: { facingDeg: 10 } },
  { what: 'raised-hand', act: raisedHands, setting: { facingDeg: -45 } },
  { what: 'raised-hand', act: raisedHands, setting: { facingDeg: -88 } },
  { what: 'raised-hand', act: raisedHands, setting: { facingDeg: 88 } },
  { what: 'raised-hand-cut-off', act: raisedHands, setting: { ...NEAR, facingDeg: -15 } },
  { what: 'raised-hand-cut-off', act: raisedHands, setting: { ...NEAR, facingDeg: 40 } },
  { what: 'raised-hand-lying', act: raisedHandsLying, setting: LYING, beginsAtOnce: true },
  { what: 'raised-hand-lying', act: raisedHandsLying, setting: { ...LYING, facingDeg: -85 }, beginsAtOnce: true },
  { what: 'reaching-up-side', act: (score) => times(2, () => reachUp(score)), setting: { facingDeg: -80 } },
  { what: 'reaching-up-side', act: (score) => times(2, () => reachUp(score)), setting: { facingDeg: 85 } },
];

export const IDLES: readonly BenchClip[] = idleClips('idle', RECIPES);

function squats(depthRatio: number, ms: number, count: number): Recipe['act'] {
  return (score, { random, heightM }) =>
    times(count, () => {
      squat(score, heightM * depthRatio * between(random, 0.85, 1.15), ms * between(random, 0.85, 1.15));
      wait(score, between(random, 200, 700));
    });
}

function bows(score: Score, { random }: Scene): void {
  times(3, () => {
    move(score, { bow: between(random, 15, 60) }, between(random, 700, 1300));
    wait(score, 300);
    move(score, { bow: 0 }, between(random, 700, 1300));
    wait(score, 700);
  });
}

function sideBends(score: Score, { random }: Scene): void {
  times(4, (i) => {
    const aside = i % 2 === 0 ? 1 : -1;
    move(score, { lean: aside * between(random, 8, 25), shiftX: -0.03 * aside }, between(random, 600, 1100));
    wait(score, 200);
    move(score, { lean: 0, shiftX: 0 }, between(random, 600, 1100));
    wait(score, 300);
  });
}

function arms(channel: 'armsForward' | 'armsSide', deg: number): Recipe['act'] {
  return (score, { random }) =>
    times(4, () => {
      move(score, { [channel]: deg * between(random, 0.8, 1) }, between(random, 500, 1100));
      wait(score, between(random, 100, 400));
      move(score, { [channel]: 0 }, between(random, 500, 1100));
      wait(score, between(random, 200, 600));
    });
}

function walkingAcross(score: Score, scene: Scene): void {
  const there = outside(scene);
  walkTo(score, MIDDLE, there);
  wait(score, 300);
  walkTo(score, there, { x: -there.x, z: -there.z });
}

/** Nearer and back, as someone who looks at the screen. */
function toAndFro(score: Score, scene: Scene): void {
  const near = inRoom(scene, { x: 0.1, z: 0.3 * scene.distanceM });
  walkTo(score, MIDDLE, near);
  wait(score, 900);
  walkTo(score, near, MIDDLE);
  wait(score, 1500);
}

/** Knees up in turns, on the spot. */
function stepping(liftM: number, ms: number): Recipe['act'] {
  return (score, { random }) =>
    times(14, (i) => {
      const [lift, ankle] = i % 2 === 0 ? (['liftLeft', 'ankleLeft'] as const) : (['liftRight', 'ankleRight'] as const);
      const shiftX = (i % 2 === 0 ? -1 : 1) * 0.03;
      const stepMs = ms * between(random, 0.9, 1.1);
      move(score, { [lift]: liftM * between(random, 0.8, 1.2), [ankle]: 0.03, shiftX }, stepMs / 2, 150);
      move(score, { [lift]: 0, [ankle]: 0, shiftX: 0 }, stepMs / 2, 150);
    });
}

/** Down onto a seat behind, a while, and up. */
function sitting(score: Score, { random, heightM }: Scene): void {
  times(2, () => {
    const ms = between(random, 1100, 1600);
    move(score, { hipDrop: 0.25 * heightM, shiftZ: -0.22, bow: 30 }, ms);
    move(score, { bow: 5 }, 500);
    wait(score, 800);
    move(score, { bow: 35 }, 500);
    move(score, { hipDrop: 0, shiftZ: 0, bow: 0 }, ms);
    wait(score, 900);
  });
}

function toeRaises(score: Score, { random }: Scene): void {
  times(4, () => {
    move(score, { toesUp: between(random, 15, 28), shiftZ: -0.02 }, 600);
    wait(score, 200);
    move(score, { toesUp: 0, shiftZ: 0 }, 600);
    wait(score, 300);
  });
}

function swaying(score: Score, { random }: Scene): void {
  times(6, (i) => {
    const aside = i % 2 === 0 ? 1 : -1;
    const shiftX = aside * between(random, 0.02, 0.06);
    move(score, { shiftX, shiftZ: between(random, -0.03, 0.05), lean: 2 * aside }, between(random, 900, 1500));
  });
}

function turning(score: Score, { random }: Scene): void {
  times(2, () => {
    turnRound(score, between(random, 2600, 3600));
    wait(score, 900);
  });
}

/** Someone else who walks through the picture, in front of the athlete or behind. */
function passing(z: number, startMs: number): PasserBy {
  return { fromX: -3, toX: 3, z, startMs, endMs: startMs + 4500, look: LOOKS[1] ?? LOOKS[0], heightCm: 172 };
}

/** Lies and stretches a leg now and then: nothing of it is a bridge. */
function lying(score: Score): void {
  lieDown(score);
  wait(score, 2500);
  stretchOtherLeg(score, 'left');
  wait(score, 1500);
  stretchOtherLeg(score, 'both');
  wait(score, 3000);
}

/** The sign to pause, once with each hand. */
function raisedHands(score: Score): void {
  for (const side of ['left', 'right'] as const) {
    raiseHand(score, side, 1400);
    wait(score, 900);
  }
}

function raisedHandsLying(score: Score): void {
  lieDown(score);
  wait(score, 2000);
  raisedHands(score);
}

/** Stands on one leg and wobbles, then on the other: balance, not a raise. */
function oneLeg(score: Score, { random }: Scene): void {
  for (const leg of ['left', 'right'] as const) {
    standOn(score, leg);
    const over = leg === 'left' ? 0.05 : -0.05;
    times(3, () => {
      const lean = between(random, -4, 4);
      move(score, { shiftX: over + between(random, -0.012, 0.012), lean }, between(random, 700, 1200));
    });
    standOn(score, 'both');
    wait(score, 400);
  }
}
