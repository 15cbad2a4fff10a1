import type { SourceTime } from '../capture/camera.ts';

/**
 * The time of somebody who is drawn. It goes with the wall's as long as the pictures are drawn and looked at in time; a machine
 * that cannot keep up is shown the same slowly, with nothing left out, and counts and times it as it is meant to be.
 */
export interface OwnTime extends SourceTime {
  /** Whether a picture is to be drawn now, at `wallMs` of any clock of the wall; then time has gone on. */
  goOn(wallMs: number): boolean;
}

const FRAME_MS = 1000 / 30;
/** Half a frame early is on time: the screen's rhythm is not the camera's. */
const EARLY_MS = 8;
/** A picture that comes late moves time on by as much as one that a camera has left out. */
const LONGEST_STEP_MS = 50;
/** From one picture that is looked at to the next: 12.5 a second, where 12 are enough to count. */
const AHEAD_AT_MOST_MS = 80;
/** Whoever begins to look has to see something, and whoever looked before has perhaps ended. */
const WAITS_AT_MOST_MS = 500;

export function createOwnTime(): OwnTime {
  let nowMs = 0;
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  // The first picture is waited for like every other: while the model is loaded there is better use for the machine.
  let lookedMs = 0;
  return {
    nowMs: () => nowMs,
    goOn: (wallMs) => {
      const passedMs = wallMs - drawnAtMs;
      if (passedMs < FRAME_MS - EARLY_MS) return false;
      const leftMs = passedMs > WAITS_AT_MOST_MS ? LONGEST_STEP_MS : lookedMs + AHEAD_AT_MOST_MS - nowMs;
      if (leftMs < FRAME_MS / 2) return false;
      if (Number.isFinite(passedMs)) nowMs += Math.min(passedMs, LONGEST_STEP_MS, leftMs);
      drawnAtMs = wallMs;
      return true;
    },
    looked: (ms) => {
      lookedMs = ms;
    },
  };
}
