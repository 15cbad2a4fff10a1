import type { Scene } from '../benchClip.ts';

/** A place on the floor beside the picture: out of sight of a webcam as far away as the scene's. */
export function outside({ distanceM, heightM }: Scene): { readonly x: number; readonly z: number } {
  return { x: 0.56 * distanceM + 0.25 * heightM, z: 0 };
}
