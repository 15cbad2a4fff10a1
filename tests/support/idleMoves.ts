import * as idle from '../../renderer/athlete/idleMoves.ts';
import type { Score } from '../../renderer/athlete/movements.ts';

/** What people do between reps, and none of it is a rep or a sign. */
export const IDLE_MOVES: readonly (readonly [string, (score: Score) => void])[] = [
  ['halfSquat', idle.halfSquat],
  ['leanSideways', (score) => idle.leanSideways(score, 'left')],
  ['leanForward', idle.leanForward],
  ['armRaise', idle.armRaise],
  ['armSwing', idle.armSwing],
  ['stepOnSpot', idle.stepOnSpot],
  ['sitDownAndUp', idle.sitDownAndUp],
  ['jumpingJacks', idle.jumpingJacks],
  ['toeRaises', idle.toeRaises],
  ['reachUp', idle.reachUp],
  ['sway', idle.sway],
  ['turnRound', idle.turnRound],
  ['tieShoe', idle.tieShoe],
  ['lieStill', (score) => idle.lieStill(score, 2000)],
];
