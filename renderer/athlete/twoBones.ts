import { add, dot, length, scale, type Vec } from './vectors.ts';

/** The joint between two bones – a knee, an elbow – that bends towards a direction. */
export function jointBetween(root: Vec, end: Vec, upper: number, lower: number, towards: Vec): Vec {
  const line = add(end, scale(root, -1));
  const distance = Math.min(length(line), (upper + lower) * 0.9999);
  const along = (upper * upper - lower * lower + distance * distance) / (2 * distance);
  const out = Math.sqrt(Math.max(0, upper * upper - along * along));
  const direction = scale(line, 1 / length(line));
  const across = add(towards, scale(direction, -dot(towards, direction)));
  return add(add(root, scale(direction, along)), scale(across, out / length(across)));
}

/** Where the end of two bones comes to that reach for a point: there, or as near as they are long. */
export function reached(root: Vec, target: Vec, upper: number, lower: number): Vec {
  const line = add(target, scale(root, -1));
  return add(root, scale(line, Math.min(1, ((upper + lower) * 0.999) / length(line))));
}
