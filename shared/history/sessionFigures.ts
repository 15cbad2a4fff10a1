/** A set of a session: when it began, and the last moment at which something in it is known to have happened; in ms. */
export interface SetSpan {
  readonly startedAtMs: number;
  readonly lastMs: number;
}

/** The longest rest of a plan; what is longer between two sets is a pause of the session. */
const REST_AT_MOST_MS = 600_000;

/**
 * How long a session took in ms: from its first set to the end of its last, without pauses.
 *
 * @param sets in the order in which they began
 */
export function activeMs(sets: readonly SetSpan[]): number {
  return sets.reduce((total, { startedAtMs, lastMs }, i) => {
    const next = sets[i + 1];
    const restMs = next ? Math.max(0, next.startedAtMs - lastMs) : 0;
    return total + Math.max(0, lastMs - startedAtMs) + (restMs <= REST_AT_MOST_MS ? restMs : 0);
  }, 0);
}
