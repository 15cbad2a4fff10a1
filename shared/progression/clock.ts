/** When it is, handed in by whoever has a clock and knows the time zone. */
export interface Clock {
  readonly nowMs: number;
  /** The number of the local calendar day that a moment (ms since 1970, UTC) falls on; the next day has the next number. */
  dayOf(ms: number): number;
}
