import {
  BoxGeometry,
  type BufferGeometry,
  CylinderGeometry,
  ExtrudeGeometry,
  Group,
  Mesh,
  MeshLambertMaterial,
  type Object3D,
  Shape,
  SphereGeometry,
  Vector3,
} from 'three';
import { ROLLER } from './sitting.ts';

/** What an exercise is done on or with, before it turns with the athlete: x to its left, z ahead. In metres, for a body of 1.75 m. */
export type Prop =
  /** A board that goes up towards the toes, both feet on it. */
  | { readonly kind: 'slope'; readonly deg: number }
  | { readonly kind: 'chair'; readonly seatM: number; readonly frontZ: number }
  | { readonly kind: 'roller' }
  /** A loop about the front of an ankle, tied to something low behind. */
  | { readonly kind: 'band'; readonly ankle: { readonly x: number; readonly y: number; readonly z: number } };

const WALL = 0xe6e0d4;
const WOOD = 0x8a6a48;
const FOAM = 0x3f4a52;
const RUBBER = 0xc8553d;
const HEIGHT_M = 1.75;
/** From the middle of an ankle to what goes round it. */
const ROUND_ANKLE_M = 0.05;

export function createProp(prop: Prop): Object3D {
  switch (prop.kind) {
    case 'slope':
      return slope(prop.deg);
    case 'chair':
      return chair(prop.seatM, prop.frontZ);
    case 'roller':
      return roller();
    case 'band':
      return band(prop.ankle);
  }
}

/** A wall that the athlete faces. */
export function createWall(aheadM: number): Object3D {
  return at(box(0.7, 2, 0.04, WALL), 0, 1, aheadM + 0.02);
}

/** Under the feet from the heels on, rising to the front. */
function slope(deg: number): Object3D {
  const [backZ, length, width] = [-0.1, 0.38, 0.36];
  const rise = length * Math.tan((deg * Math.PI) / 180);
  const side = new Shape();
  side.moveTo(0, 0);
  side.lineTo(length, 0);
  side.lineTo(length, rise);
  side.closePath();
  const wedge = mesh(new ExtrudeGeometry(side, { depth: width, bevelEnabled: false }), WOOD);
  // Drawn along x; turned so that it goes along z.
  wedge.rotation.y = -Math.PI / 2;
  return at(wedge, width / 2, 0, backZ);
}

function chair(seatM: number, frontZ: number): Object3D {
  const [width, depth, leg] = [0.44, 0.4, 0.035];
  const group = new Group();
  group.add(at(box(width, 0.04, depth, WOOD), 0, seatM - 0.02, frontZ + depth / 2));
  for (const x of [-1, 1]) {
    const legX = (x * (width - leg)) / 2;
    group.add(at(box(leg, seatM - 0.04, leg, WOOD), legX, (seatM - 0.04) / 2, frontZ + leg / 2));
    group.add(at(box(leg, seatM + 0.4, leg, WOOD), legX, (seatM + 0.4) / 2, frontZ + depth - leg / 2));
  }
  group.add(at(box(width, 0.16, 0.025, WOOD), 0, seatM + 0.3, frontZ + depth - leg / 2));
  return group;
}

function roller(): Object3D {
  const radius = ROLLER.radius * HEIGHT_M;
  const foam = mesh(new CylinderGeometry(radius, radius, 0.45, 24), FOAM);
  foam.rotation.z = Math.PI / 2;
  return at(foam, 0, radius, ROLLER.z * HEIGHT_M);
}

function band({ x, y, z }: { readonly x: number; readonly y: number; readonly z: number }): Object3D {
  const tied = new Vector3(x, 0.1, z - 0.85);
  const [left, right] = [new Vector3(x + ROUND_ANKLE_M, y, z), new Vector3(x - ROUND_ANKLE_M, y, z)];
  const front = new Vector3(x, y, z + ROUND_ANKLE_M);
  const group = new Group();
  group.add(strap(tied, left), strap(left, front), strap(front, right), strap(right, tied));
  group.add(at(box(0.09, 0.2, 0.09, FOAM), tied.x, 0.1, tied.z - 0.05));
  return group;
}

function strap(from: Vector3, to: Vector3): Object3D {
  const radius = 0.011;
  const line = to.clone().sub(from);
  const shaft = mesh(new CylinderGeometry(radius, radius, line.length(), 8), RUBBER);
  shaft.position.copy(from).addScaledVector(line, 0.5);
  shaft.quaternion.setFromUnitVectors(new Vector3(0, 1, 0), line.normalize());
  const end = mesh(new SphereGeometry(radius, 8, 6), RUBBER);
  end.position.copy(to);
  return new Group().add(shaft, end);
}

function box(width: number, height: number, depth: number, color: number): Mesh {
  return mesh(new BoxGeometry(width, height, depth), color);
}

function mesh(geometry: BufferGeometry, color: number): Mesh {
  return new Mesh(geometry, new MeshLambertMaterial({ color }));
}

function at<Thing extends Object3D>(thing: Thing, x: number, y: number, z: number): Thing {
  thing.position.set(x, y, z);
  return thing;
}
