/** What a detector keeps of a body at one moment, and the means of several of them. */

/**
 * Numbers in body lengths (shoulders to ankle; 1 cm is about 0.0078 for someone of 175 cm) or degrees. `y` is what goes up
 * and down in the exercise, `x` is the sideways place of the hips.
 */
export interface Levels {
  readonly y: number;
  readonly x: number;
}

/** One moment of a body in position. */
export type Moment<L extends Levels = Levels> = L & { readonly tMs: number };

/** The mean of several moments; they must not be empty. */
export function meanLevels<L extends Levels>(moments: readonly L[]): L {
  const first = moments[0];
  if (!first) throw new RangeError('There is no mean of nothing.');
  return mapLevels(first, (key) => moments.reduce((sum, levels) => sum + levels[key], 0) / moments.length);
}

/** `a` moved towards `b` by a share. */
export function mixLevels<L extends Levels>(a: L, b: L, share: number): L {
  return mapLevels(a, (key) => a[key] + share * (b[key] - a[key]));
}

type NumberKey<L> = keyof L & string;

function mapLevels<L extends Levels>(levels: L, value: (key: 'y') => number): L {
  const mapped: Record<string, number> = {};
  // Every value is a number, whatever the key.
  for (const key of Object.keys(levels) as NumberKey<L>[]) mapped[key] = value(key as 'y');
  return mapped as unknown as L;
}
