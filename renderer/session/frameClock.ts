/**
 * Ties the camera's clock (capture times of frames) to the page's `performance.now()`. A frame can only arrive after it
 * was taken, so the fastest arrival seen tells the offset best.
 */
export interface FrameClock {
  /** A frame taken at `frameMs` reached the page's process at `arrivedMs` (performance.now()). */
  observe(frameMs: number, arrivedMs: number): void;
  /** The time on the camera's clock; null before the first frame. */
  now(): number | null;
  toPageMs(frameMs: number): number;
}

export function createFrameClock(now: () => number): FrameClock {
  let pageMinusFrame: number | null = null;
  return {
    observe: (frameMs, arrivedMs) => {
      pageMinusFrame = Math.min(pageMinusFrame ?? Number.POSITIVE_INFINITY, arrivedMs - frameMs);
    },
    now: () => (pageMinusFrame === null ? null : now() - pageMinusFrame),
    toPageMs: (frameMs) => frameMs + (pageMinusFrame ?? 0),
  };
}
