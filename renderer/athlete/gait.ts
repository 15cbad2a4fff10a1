export interface FootSwing {
  readonly lift: number;
  readonly back: number;
  readonly ankleRise: number;
}

interface Swing {
  readonly left: FootSwing;
  readonly right: FootSwing;
  readonly armDeg: number;
  readonly drop: number;
  readonly bowDeg: number;
}

/** Legs and arms of a walk: a whole number of steps is standing. Lengths of `back` in body heights. */
export function gait(steps: number, walking: boolean): Swing {
  const still = { lift: 0, back: 0, ankleRise: 0 };
  if (!walking) return { left: still, right: still, armDeg: 0, drop: 0, bowDeg: 0 };
  const phase = steps % 2;
  const swinging = Math.sin(Math.PI * (steps % 1));
  const leftSwings = phase < 1;
  const stride = 0.11 * Math.cos(Math.PI * steps);
  const foot = (swings: boolean, sign: number): FootSwing => ({
    lift: swings ? 0.07 * swinging : 0,
    back: sign * stride,
    ankleRise: swings ? 0.03 * swinging : 0,
  });
  return {
    left: foot(leftSwings, 1),
    right: foot(!leftSwings, -1),
    armDeg: -18 * Math.cos(Math.PI * steps),
    drop: 0.02 * (1 - swinging),
    bowDeg: 3,
  };
}
