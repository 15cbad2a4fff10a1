import {
  CylinderGeometry,
  Group,
  LatheGeometry,
  Matrix4,
  Mesh,
  MeshLambertMaterial,
  Quaternion,
  SphereGeometry,
  Vector2,
  Vector3,
} from 'three';
import type { ArmJoints, Joints, LegJoints, Segments } from './anatomy.ts';
import { add, length, scale, type Vec } from './vectors.ts';

/** What the athlete wears and looks like; colours as 0xRRGGBB. */
export interface Look {
  readonly skin: number;
  readonly shirt: number;
  readonly shorts: number;
  readonly shoes: number;
  readonly hair: number;
  /** Long trousers hide the legs' skin. */
  readonly longTrousers: boolean;
}

export const LOOKS: readonly [Look, ...Look[]] = [
  { skin: 0xd9a27c, shirt: 0x2f6f8f, shorts: 0x2b2f3a, shoes: 0xe8e4da, hair: 0x3a2a1e, longTrousers: false },
  { skin: 0x8a5a3c, shirt: 0xd8a03c, shorts: 0x30405a, shoes: 0x222222, hair: 0x17120f, longTrousers: false },
  { skin: 0xf0c6a6, shirt: 0x9c3f4f, shorts: 0x23262b, shoes: 0x6f7a86, hair: 0xb08a4e, longTrousers: true },
  { skin: 0x5b3a28, shirt: 0xe9e7e1, shorts: 0x6a7a5a, shoes: 0xc8553d, hair: 0x0f0c0a, longTrousers: false },
  { skin: 0xc98d66, shirt: 0x3c4a3a, shorts: 0x4a4038, shoes: 0x151515, hair: 0x6b6660, longTrousers: true },
];

/** A person drawn from ellipsoids and tapered limbs, moved by joints. */
export interface Figure {
  readonly group: Group;
  pose(joints: Joints): void;
}

const UP = new Vector3(0, 1, 0);
const TURN = 2 * Math.PI;

/** Radius and height above the hips, from below upwards, in body heights. */
type Outline = readonly (readonly [number, number])[];
const SHIRT_OUTLINE: Outline = [
  [0.001, 0.016],
  [0.103, 0.018],
  [0.101, 0.035],
  [0.088, 0.085],
  [0.085, 0.12],
  [0.089, 0.165],
  [0.099, 0.21],
  [0.105, 0.245],
  [0.101, 0.27],
  [0.078, 0.292],
  [0.04, 0.307],
  [0.001, 0.31],
];
/** In body heights: what is smaller is a few points of a picture, and needs few corners. */
const SMALL = 0.02;
/** A trunk is this much less deep than wide, and a full breath widens and deepens it by these shares. */
const TRUNK_DEPTH = 0.66;
const BREATH = { wider: 0.035, deeper: 0.17 } as const;

export function createFigure(s: Segments, look: Look): Figure {
  const group = new Group();
  const h = s.height;
  const material = (color: number): MeshLambertMaterial => new MeshLambertMaterial({ color });
  const skin = material(look.skin);
  const shirt = material(look.shirt);
  const shorts = material(look.shorts);
  const shoes = material(look.shoes);
  const sole = material(0xf4f1ea);
  const hair = material(look.hair);
  const eye = material(0x1a1512);
  const eyeWhite = material(0xf5f2ee);
  const mouth = material(0x8d4a44);
  const legs = look.longTrousers ? shorts : skin;
  const updates: ((joints: Joints) => void)[] = [];

  /** A tapered limb with round ends between two moving points. */
  function limb(of: (j: Joints) => [Vec, Vec], from: number, to: number, mat: MeshLambertMaterial): void {
    const shaft = new Mesh(new CylinderGeometry(to, from, 1, 12, 1, true), mat);
    // Only the halves that can be seen: without a graphics card each corner costs time.
    const start = new Mesh(new SphereGeometry(from, 12, 5, 0, TURN, TURN / 4, TURN / 4), mat);
    const end = new Mesh(new SphereGeometry(to, 12, 5, 0, TURN, 0, TURN / 4), mat);
    group.add(shaft, start, end);
    updates.push((joints) => {
      const [a, b] = of(joints).map(vector) as [Vector3, Vector3];
      const line = b.clone().sub(a);
      shaft.position.copy(a).addScaledVector(line, 0.5);
      shaft.quaternion.setFromUnitVectors(UP, line.clone().normalize());
      shaft.scale.set(1, line.length(), 1);
      start.position.copy(a);
      end.position.copy(b);
      for (const cap of [start, end]) cap.quaternion.copy(shaft.quaternion);
    });
  }

  /** An ellipsoid at `offset` in (side, up, forward) from the middle of the head or the pelvis, in metres, on its axes. */
  function part(
    base: 'head' | 'pelvis',
    offset: [number, number, number],
    radii: [number, number, number],
    mat: MeshLambertMaterial,
  ): void {
    const isSmall = Math.max(...radii) < SMALL * h;
    const mesh = new Mesh(isSmall ? new SphereGeometry(1, 8, 6) : new SphereGeometry(1, 16, 12), mat);
    mesh.scale.set(...radii);
    group.add(mesh);
    updates.push((j) => {
      const [dx, dy, dz] = offset;
      const [up, forward] = base === 'head' ? [j.headUp, j.headForward] : [j.up, j.forward];
      const at = [scale(j.side, dx), scale(up, dy), scale(forward, dz)].reduce(add, j[base]);
      mesh.position.copy(vector(at));
      mesh.quaternion.copy(axes(j.side, up, forward));
    });
  }

  /** A turned body about the spine, flattened from front to back. */
  function trunk(outline: Outline, mat: MeshLambertMaterial): void {
    const points = outline.map(([radius, height]) => new Vector2(radius * h, height * h));
    const mesh = new Mesh(new LatheGeometry(points, 20), mat);
    group.add(mesh);
    updates.push((j) => {
      mesh.scale.set(1 + BREATH.wider * j.breath, 1, TRUNK_DEPTH * (1 + BREATH.deeper * j.breath));
      mesh.position.copy(vector(j.pelvis));
      mesh.quaternion.copy(axes(j.side, j.up, j.forward));
    });
  }

  const r = s.headRadius;

  trunk(SHIRT_OUTLINE, shirt);
  part('pelvis', [0, 0.002 * h, 0], [0.111 * h, 0.056 * h, 0.073 * h], shorts);
  limb((j) => [j.leftArm.shoulder, j.rightArm.shoulder], 0.037 * h, 0.037 * h, shirt);
  for (const arm of ['leftArm', 'rightArm'] as const) {
    limb(
      (j) => [add(j.neck, scale(j.up, -0.012 * h)), add(j[arm].shoulder, scale(j.up, 0.004 * h))],
      0.032 * h,
      0.03 * h,
      shirt,
    );
  }
  limb((j) => [add(j.chest, scale(j.up, -0.01 * h)), add(j.neck, scale(j.up, 0.03 * h))], 0.036 * h, 0.033 * h, skin);

  part('head', [0, 0, 0], [r * 0.82, r * 1.1, r * 0.95], skin);
  part('head', [0, -r * 0.55, r * 0.2], [r * 0.6, r * 0.52, r * 0.62], skin);
  part('head', [0, r * 0.3, -r * 0.15], [r * 0.9, r * 0.9, r * 0.93], hair);
  part('head', [0, -r * 0.14, r * 0.93], [r * 0.12, r * 0.2, r * 0.18], skin);
  part('head', [0, -r * 0.55, r * 0.8], [r * 0.25, r * 0.05, r * 0.07], mouth);
  for (const sign of [1, -1]) {
    part('head', [sign * r * 0.82, -r * 0.08, -r * 0.05], [r * 0.12, r * 0.24, r * 0.17], skin);
    part('head', [sign * r * 0.33, r * 0.06, r * 0.8], [r * 0.17, r * 0.11, r * 0.1], eyeWhite);
    part('head', [sign * r * 0.33, r * 0.06, r * 0.87], [r * 0.085, r * 0.095, r * 0.06], eye);
    part('head', [sign * r * 0.34, r * 0.3, r * 0.79], [r * 0.19, r * 0.03, r * 0.07], hair);
  }

  for (const name of ['left', 'right'] as const) {
    const leg = (j: Joints): LegJoints => j[name];
    limb((j) => [leg(j).hip, leg(j).knee], 0.052 * h, 0.034 * h, legs);
    limb((j) => [leg(j).hip, between(leg(j).hip, leg(j).knee, 0.62)], 0.057 * h, 0.05 * h, shorts);
    limb((j) => [leg(j).knee, leg(j).ankle], 0.032 * h, 0.021 * h, legs);
    // The calf's belly, behind the shank.
    limb(
      (j) => {
        const { knee, ankle, heel, ball } = leg(j);
        const foot = add(heel, scale(ball, -1));
        const back = scale(foot, (0.008 * h) / length(foot));
        return [add(between(knee, ankle, 0.15), back), add(between(knee, ankle, 0.42), back)];
      },
      0.029 * h,
      0.026 * h,
      legs,
    );
    limb((j) => [leg(j).ankle, between(leg(j).ankle, leg(j).heel, 0.45)], 0.024 * h, 0.024 * h, shoes);
    limb((j) => [raised(leg(j).heel, 0.012 * h), raised(leg(j).ball, 0.012 * h)], 0.021 * h, 0.022 * h, shoes);
    limb((j) => [raised(leg(j).ball, 0.01 * h), raised(leg(j).toe, 0.006 * h)], 0.022 * h, 0.016 * h, shoes);
    limb((j) => [leg(j).heel, leg(j).ball], 0.012 * h, 0.012 * h, sole);
    limb(
      (j) => [between(leg(j).ankle, leg(j).ball, 0.1), between(leg(j).ankle, leg(j).ball, 0.75)],
      0.024 * h,
      0.018 * h,
      shoes,
    );
  }
  for (const name of ['leftArm', 'rightArm'] as const) {
    const arm = (j: Joints): ArmJoints => j[name];
    limb((j) => [arm(j).shoulder, arm(j).elbow], 0.031 * h, 0.024 * h, skin);
    limb((j) => [arm(j).shoulder, between(arm(j).shoulder, arm(j).elbow, 0.5)], 0.0365 * h, 0.032 * h, shirt);
    limb((j) => [arm(j).elbow, arm(j).wrist], 0.024 * h, 0.016 * h, skin);
    limb((j) => [arm(j).wrist, arm(j).hand], 0.018 * h, 0.02 * h, skin);
  }

  return {
    group,
    pose: (joints) => {
      for (const update of updates) update(joints);
    },
  };
}

function vector(p: Vec): Vector3 {
  return new Vector3(p.x, p.y, p.z);
}

function between(a: Vec, b: Vec, share: number): Vec {
  return add(a, scale(add(b, scale(a, -1)), share));
}

function raised(p: Vec, by: number): Vec {
  return { x: p.x, y: p.y + by, z: p.z };
}

function axes(side: Vec, up: Vec, forward: Vec): Quaternion {
  return new Quaternion().setFromRotationMatrix(new Matrix4().makeBasis(vector(side), vector(up), vector(forward)));
}
