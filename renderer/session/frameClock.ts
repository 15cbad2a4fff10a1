import { roundMs } from '../../shared/trace/trace.ts';

/**
 * The one clock of a session's frames. A camera's capture times are tied to the page's `performance.now()`: a frame can only
 * arrive after it was taken, so the fastest arrival seen tells the offset best. Another camera, or the same one opened again, may
 * count its time anew – in Chromium a canvas does, from 0 –, and nothing would count until it has caught up: so its times are
 * moved to go on where this clock is.
 */
export interface FrameClock {
  /**
   * The frames that follow come from another source.
   *
   * @param ownMs its own time, if that does not go with the wall's
   */
  newSource(ownMs?: () => number): void;
  /**
   * A frame taken at `frameMs` on its source's clock reached the page's process at `arrivedMs` (performance.now()). Answers
   * with its time on this clock. With a new source it goes on after all times before.
   */
  observe(frameMs: number, arrivedMs: number): number;
  /** The time on this clock; null before the first frame. */
  now(): number | null;
  toPageMs(frameMs: number): number;
}

export function createFrameClock(now: () => number): FrameClock {
  let pageMinusFrame: number | null = null;
  /** What is added to the times of the present source; null until its first frame. */
  let shiftMs: number | null = null;
  let lastMs = Number.NEGATIVE_INFINITY;
  let ownMs: (() => number) | undefined;

  return {
    newSource: (ownTime) => {
      shiftMs = null;
      ownMs = ownTime;
    },
    observe: (frameMs, arrivedMs) => {
      // This clock went on while nobody looked: a source's first frame is dated at its arrival.
      shiftMs ??= pageMinusFrame === null ? 0 : Math.max(arrivedMs - pageMinusFrame, lastMs + 1) - frameMs;
      // As exact as times are kept, so that a saved trace replays to the very same reps.
      lastMs = roundMs(frameMs + shiftMs);
      const offset = arrivedMs - lastMs;
      pageMinusFrame = ownMs ? offset : Math.min(pageMinusFrame ?? Number.POSITIVE_INFINITY, offset);
      return lastMs;
    },
    now: () => {
      if (ownMs && shiftMs !== null) return ownMs() + shiftMs;
      return pageMinusFrame === null ? null : now() - pageMinusFrame;
    },
    toPageMs: (frameMs) => frameMs + (pageMinusFrame ?? 0),
  };
}
