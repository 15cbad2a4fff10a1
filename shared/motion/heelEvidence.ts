import type { Side } from '../exercises/exerciseIds.ts';
import type { Body, FootHeights } from './bodySignal.ts';

/**
 * Tells a heel raise from everything else that lifts the body. The trunk says *when* (it is the clean signal); the feet
 * say *whether*: in a heel raise a heel and its ankle go up with the trunk while the toes of that foot stay.
 */

/** Where the parts of the body are, in body lengths (shoulders to ankle at rest), up positive. */
export interface Levels {
  readonly trunk: number;
  readonly shoulders: number;
  readonly hips: number;
  readonly hipsX: number;
  readonly left: FootHeights;
  readonly right: FootHeights;
  readonly kneeDeg: { readonly left: number; readonly right: number };
}

export interface HeelEvidence {
  /** How far the trunk rose, in body lengths. */
  readonly rise: number;
  /** Whether heels did it, and not a jump, a step, a stretch or a walk. */
  readonly isHeelRaise: boolean;
  /** How much the carrying knee bent on the way, in degrees; the smaller of both when both carry. */
  readonly kneeBendDeg: number;
}

/** The trunk is read from shoulders, hips and head: together they jitter least and hide a nod or a shift of the hips. */
const TRUNK_WEIGHTS = { shoulders: 0.5, hips: 0.25, head: 0.25 } as const;
/** Shoulders and hips must take at least this share of the rise each: raised arms lift only the shoulders. */
const LEAST_SHARE_OF_TRUNK = 0.45;
/** A body that walks moves further sideways than this (body lengths) while it rises. */
const MOST_SIDEWAYS = 0.06;
/** One ankle this much above the other (body lengths, about 8 cm) is a lifted foot; feet apart in depth reach 0.05. */
const LIFTED_ANKLE = 0.065;
/** A carrying foot's ankle or heel takes at least this share of the rise (seen: 0.4–1.3) … */
const LEAST_HEEL_SHARE = 0.3;
/** … and this much more than its toes (seen: 0.35–0.9; a foot that leaves the floor: 0–0.2). */
const LEAST_HEEL_OVER_TOE = 0.22;

export function levelsOf(body: Body, length: number): Levels {
  const foot = ({ ankle, heel, toe }: FootHeights): FootHeights => ({
    ankle: ankle / length,
    heel: heel / length,
    toe: toe / length,
  });
  const { shoulders, hips, head } = TRUNK_WEIGHTS;
  return {
    trunk: (shoulders * body.shoulders + hips * body.hips + head * body.head) / length,
    shoulders: body.shoulders / length,
    hips: body.hips / length,
    hipsX: body.hipsX / length,
    left: foot(body.left),
    right: foot(body.right),
    kneeDeg: { left: body.left.kneeDeg, right: body.right.kneeDeg },
  };
}

/** The foot or feet that carry the body: all but a lifted one. */
export function carryingSide({ left, right }: Pick<Levels, 'left' | 'right'>): Side {
  if (left.ankle - right.ankle > LIFTED_ANKLE) return 'right';
  return right.ankle - left.ankle > LIFTED_ANKLE ? 'left' : 'both';
}

/** What the change from `floor` to `top` says. */
export function heelEvidence(floor: Levels, top: Levels): HeelEvidence {
  const rise = top.trunk - floor.trunk;
  const carrying = carryingSide(floor);
  const feet = carrying === 'both' ? (['left', 'right'] as const) : ([carrying] as const);
  const trunkRises = Math.min(top.shoulders - floor.shoulders, top.hips - floor.hips) >= LEAST_SHARE_OF_TRUNK * rise;
  const stays = Math.abs(top.hipsX - floor.hipsX) <= MOST_SIDEWAYS;
  return {
    rise,
    isHeelRaise: rise > 0 && trunkRises && stays && feet.some((foot) => heelRises(floor[foot], top[foot], rise)),
    kneeBendDeg: Math.min(...feet.map((foot) => floor.kneeDeg[foot] - top.kneeDeg[foot])),
  };
}

function heelRises(floor: FootHeights, top: FootHeights, rise: number): boolean {
  const toe = top.toe - floor.toe;
  const heel = Math.max(top.ankle - floor.ankle, top.heel - floor.heel);
  return heel >= LEAST_HEEL_SHARE * rise && heel - toe >= LEAST_HEEL_OVER_TOE * rise;
}

/** The mean of several moments; they must not be empty. */
export function meanLevels(moments: readonly Levels[]): Levels {
  const mean = (pick: (levels: Levels) => number): number =>
    moments.reduce((sum, levels) => sum + pick(levels), 0) / moments.length;
  const foot = (side: 'left' | 'right'): FootHeights => ({
    ankle: mean((l) => l[side].ankle),
    heel: mean((l) => l[side].heel),
    toe: mean((l) => l[side].toe),
  });
  return {
    trunk: mean((l) => l.trunk),
    shoulders: mean((l) => l.shoulders),
    hips: mean((l) => l.hips),
    hipsX: mean((l) => l.hipsX),
    left: foot('left'),
    right: foot('right'),
    kneeDeg: { left: mean((l) => l.kneeDeg.left), right: mean((l) => l.kneeDeg.right) },
  };
}

/** `a` moved towards `b` by a share. */
export function mixLevels(a: Levels, b: Levels, share: number): Levels {
  const lerp = (x: number, y: number): number => x + share * (y - x);
  const foot = (side: 'left' | 'right'): Levels['left'] => ({
    ankle: lerp(a[side].ankle, b[side].ankle),
    heel: lerp(a[side].heel, b[side].heel),
    toe: lerp(a[side].toe, b[side].toe),
  });
  return {
    trunk: lerp(a.trunk, b.trunk),
    shoulders: lerp(a.shoulders, b.shoulders),
    hips: lerp(a.hips, b.hips),
    hipsX: lerp(a.hipsX, b.hipsX),
    left: foot('left'),
    right: foot('right'),
    kneeDeg: { left: lerp(a.kneeDeg.left, b.kneeDeg.left), right: lerp(a.kneeDeg.right, b.kneeDeg.right) },
  };
}
