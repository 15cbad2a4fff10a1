/** A point or a direction, in metres: x to the athlete's left, y up, z forward. */
export interface Vec {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export function add(a: Vec, b: Vec): Vec {
  return { x: a.x + b.x, y: a.y + b.y, z: a.z + b.z };
}

export function scale(a: Vec, k: number): Vec {
  return { x: a.x * k, y: a.y * k, z: a.z * k };
}

export function length(a: Vec): number {
  return Math.hypot(a.x, a.y, a.z);
}

export function dot(a: Vec, b: Vec): number {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

/** Positive tips the head forward (z over y). */
export function rotationX(deg: number): (p: Vec) => Vec {
  const [c, s] = cosSin(deg);
  return ({ x, y, z }) => ({ x, y: y * c - z * s, z: y * s + z * c });
}

export function rotationY(deg: number): (p: Vec) => Vec {
  const [c, s] = cosSin(deg);
  return ({ x, y, z }) => ({ x: x * c + z * s, y, z: -x * s + z * c });
}

export function rotationZ(deg: number): (p: Vec) => Vec {
  const [c, s] = cosSin(deg);
  return ({ x, y, z }) => ({ x: x * c - y * s, y: x * s + y * c, z });
}

function cosSin(deg: number): [number, number] {
  const rad = (deg * Math.PI) / 180;
  return [Math.cos(rad), Math.sin(rad)];
}
