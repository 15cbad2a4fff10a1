import { rotationY } from '../../../renderer/athlete/vectors.ts';
import type { Scene } from '../benchClip.ts';

/** On the floor, as the athlete walks it: +z is where it faced at first, +x to its left. */
export interface Place {
  readonly x: number;
  readonly z: number;
}

export const MIDDLE: Place = { x: 0, z: 0 };

/** Beside the picture, out of sight of a webcam as far away as the scene's. */
export function outside(scene: Scene): Place {
  return inRoom(scene, { x: 0.56 * scene.distanceM + 0.25 * scene.heightM, z: 0 });
}

/** The athlete's place for one in the room, where +x is to the right of the picture and +z towards the camera. */
export function inRoom({ facingDeg }: Scene, { x, z }: Place): Place {
  const turned = rotationY(facingDeg)({ x, y: 0, z });
  return { x: turned.x, z: turned.z };
}
