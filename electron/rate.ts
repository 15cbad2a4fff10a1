/** No page comes near it: a fast set is ten calls a second. */
export const CALLS_A_SECOND = 1_000;

/** Says of each call whether it still is one of so many in this second. */
export function createRate(aSecond: number, nowMs: () => number): () => boolean {
  let since = Number.NEGATIVE_INFINITY;
  let count = 0;
  return () => {
    const now = nowMs();
    if (now - since >= 1000) {
      since = now;
      count = 0;
    }
    count += 1;
    return count <= aSecond;
  };
}
