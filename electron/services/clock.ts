/** Wall-clock time in ms since 1970, and a timer. */
export interface Clock {
  now(): number;
  setTimer(ms: number, run: () => void): unknown;
  clearTimer(timer: unknown): void;
}
