import type { TrueRep } from '../../renderer/athlete/movements.ts';

/** Which seen rep is which true one, by their places in the two lists. */
export interface Matching {
  readonly pairs: readonly { readonly truth: number; readonly seen: number }[];
  readonly missed: readonly number[];
  readonly extra: readonly number[];
}

/**
 * Pairs reps by the time of their tops, the closest first. A seen rep may lie at most half a rep from the true one: half
 * of the way to the nearest other top, or of its own length when it is alone.
 */
export function matchReps(
  truth: readonly Pick<TrueRep, 'topMs' | 'startMs' | 'endMs' | 'takeoffMs' | 'landMs'>[],
  seen: readonly { readonly topMs: number }[],
): Matching {
  const candidates = truth.flatMap((rep, t) => {
    const reach = halfRep(truth, t);
    return seen.flatMap(({ topMs }, s) => {
      const apartMs = Math.abs(topMs - rep.topMs);
      return apartMs <= reach ? [{ truth: t, seen: s, apartMs }] : [];
    });
  });
  candidates.sort((a, b) => a.apartMs - b.apartMs || a.truth - b.truth || a.seen - b.seen);
  const [takenTruth, takenSeen] = [new Set<number>(), new Set<number>()];
  const pairs: { truth: number; seen: number }[] = [];
  for (const { truth: t, seen: s } of candidates) {
    if (takenTruth.has(t) || takenSeen.has(s)) continue;
    takenTruth.add(t);
    takenSeen.add(s);
    pairs.push({ truth: t, seen: s });
  }
  return {
    pairs: pairs.sort((a, b) => a.truth - b.truth),
    missed: [...truth.keys()].filter((t) => !takenTruth.has(t)),
    extra: [...seen.keys()].filter((s) => !takenSeen.has(s)),
  };
}

function halfRep(truth: Parameters<typeof matchReps>[0], t: number): number {
  const rep = truth[t];
  const gaps = [truth[t - 1], truth[t + 1]].flatMap((other) =>
    rep && other ? [Math.abs(other.topMs - rep.topMs)] : [],
  );
  if (gaps.length > 0) return Math.min(...gaps) / 2;
  const [from, to] = [rep?.startMs ?? rep?.takeoffMs ?? 0, rep?.endMs ?? rep?.landMs ?? 0];
  return (to - from) / 2;
}
