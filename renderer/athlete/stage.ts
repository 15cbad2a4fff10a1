import {
  AmbientLight,
  Box3,
  BoxGeometry,
  Color,
  DirectionalLight,
  Group,
  Mesh,
  MeshLambertMaterial,
  type Object3D,
  PerspectiveCamera,
  PlaneGeometry,
  Scene,
  Vector3,
  WebGLRenderer,
} from 'three';
import { type Joints, segmentsFor } from './anatomy.ts';
import { createFigure, LOOKS, type Look } from './figure.ts';
import { jointsOf, turned } from './joints.ts';
import { type Movement, poseAt } from './movements.ts';
import { createProp, createWall, type Prop } from './props.ts';
import { type Crossing, crossing } from './walking.ts';

/** From where the camera looks. The athlete stands in the middle and turns instead of the camera. */
export interface View {
  /** Metres from the camera to the athlete. */
  readonly distanceM: number;
  /** Metres above the floor. */
  readonly cameraHeightM: number;
  /** Which way the athlete faces: 0 the camera, 90 the left side of the picture. */
  readonly facingDeg: number;
  /** The height that the camera aims at, in metres; half the athlete's own when left out. */
  readonly aimHeightM?: number;
}

/** What changes from exercise to exercise: the place of the camera, and what stands around the athlete. */
export interface Scenery {
  readonly view: View;
  /** A wall that the athlete faces, this far in front of it. */
  readonly wallAheadM?: number;
  readonly props?: readonly Prop[];
}

export interface StageOptions extends Scenery {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly personHeightCm: number;
  readonly look: Look;
  /** 1 is a well-lit room, 0.15 a dim one. */
  readonly light: number;
  /** Someone else, who walks through the picture. */
  readonly passerBy?: PasserBy;
}

/** In the room's coordinates: x to the right of the picture, z towards the camera. */
export interface PasserBy extends Crossing {
  readonly look: Look;
  readonly heightCm: number;
}

export const DEFAULT_STAGE: StageOptions = {
  widthPx: 640,
  heightPx: 480,
  personHeightCm: 175,
  look: LOOKS[0],
  view: { distanceM: 2.8, cameraHeightM: 0.9, facingDeg: 15 },
  light: 1,
};

/** A rectangle of the picture, in pixels from its top left corner. */
export interface Cut {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A room with the athlete in it, drawn into a canvas. */
export interface Stage {
  /** Draws the movement's moment `tMs`; the body sways by a clock of its own (`poseAt`). */
  draw(movement: Movement, tMs: number, swayMs?: number): void;
  /** For another exercise, in the same canvas. */
  arrange(scenery: Scenery): void;
  /** A rectangle that holds all that moves at this moment; it may lie partly outside the picture. */
  movingPart(movement: Movement, tMs: number): Cut;
  dispose(): void;
}

/** A webcam's vertical angle of view, in degrees. */
const VERTICAL_FOV_DEG = 45;

/**
 * With `cut`, the canvas holds only that part of the picture: without a graphics card the rest costs most of the time.
 *
 * @throws Error where WebGL is missing
 */
export function createStage(canvas: HTMLCanvasElement | OffscreenCanvas, options: StageOptions, cut?: Cut): Stage {
  const renderer = new WebGLRenderer({ canvas, antialias: true, preserveDrawingBuffer: true });
  renderer.setSize(cut?.width ?? options.widthPx, cut?.height ?? options.heightPx, false);
  const scene = new Scene();
  scene.background = new Color(0xcfc8bc).multiplyScalar(options.light);
  scene.add(new AmbientLight(0xffffff, 1.5 * options.light));
  const lamp = new DirectionalLight(0xfff4e2, 1.9 * options.light);
  lamp.position.set(1.5, 3, 2.5);
  scene.add(lamp);
  const plane = (color: number, width: number, depth: number): Mesh =>
    new Mesh(new PlaneGeometry(width, depth), new MeshLambertMaterial({ color }));
  const floor = plane(0x9a7b5c, 14, 9);
  floor.rotation.x = -Math.PI / 2;
  floor.position.z = 2;
  const back = plane(0xd8d1c4, 14, 5);
  back.position.set(0, 2.5, -1.8);
  const skirting = plane(0xf1ede4, 14, 0.1);
  skirting.position.set(0, 0.05, -1.79);
  const mat = plane(0x5d6d74, 1.7, 0.75);
  mat.rotation.x = -Math.PI / 2;
  mat.position.y = 0.003;
  const board = new Mesh(new BoxGeometry(0.3, 1, 0.24), new MeshLambertMaterial({ color: 0x8a6a48 }));
  scene.add(floor, back, skirting, mat, board);

  const segments = segmentsFor(options.personHeightCm / 100);
  const figure = createFigure(segments, options.look);
  scene.add(figure.group);

  const passerBy = options.passerBy ? addPasserBy(scene, options.passerBy) : null;

  const camera = new PerspectiveCamera(VERTICAL_FOV_DEG, options.widthPx / options.heightPx, 0.1, 30);
  // The athlete turns instead of the camera, and what stands around it turns with it.
  const around = new Group();
  scene.add(around);
  let facingDeg = 0;
  function arrange({ view, wallAheadM, props = [] }: Scenery): void {
    const { distanceM, cameraHeightM, aimHeightM = segments.height / 2 } = view;
    facingDeg = view.facingDeg;
    camera.position.set(0, cameraHeightM, distanceM);
    camera.lookAt(0, aimHeightM, 0);
    empty(around);
    around.rotation.y = (-facingDeg * Math.PI) / 180;
    if (wallAheadM !== undefined) around.add(createWall(wallAheadM));
    for (const prop of props) around.add(createProp(prop));
  }
  arrange(options);

  if (cut) camera.setViewOffset(options.widthPx, options.heightPx, cut.x, cut.y, cut.width, cut.height);

  function setUp(movement: Movement, tMs: number, swayMs?: number): void {
    const pose = turned(poseAt(movement, segments, tMs, swayMs), -facingDeg);
    const joints = jointsOf(segments, pose);
    figure.pose(joints);
    passerBy?.moveTo(tMs);
    putUnder(board, pose.step, joints);
  }

  return {
    draw: (movement, tMs, swayMs) => {
      setUp(movement, tMs, swayMs);
      renderer.render(scene, camera);
    },
    arrange,
    movingPart: (movement, tMs) => {
      setUp(movement, tMs);
      const moving = [figure.group, board, ...(passerBy ? [passerBy.group] : [])].filter((part) => part.visible);
      camera.updateMatrixWorld();
      return cutAround(moving, camera, options);
    },
    dispose: () => {
      renderer.dispose();
      // A browser keeps few contexts, and would keep this one until its canvas is collected.
      renderer.forceContextLoss();
    },
  };
}

/** Takes everything out of a group, and off the graphics card. */
function empty(group: Group): void {
  group.traverse((part) => {
    if (!(part instanceof Mesh)) return;
    part.geometry.dispose();
    for (const material of [part.material].flat()) material.dispose();
  });
  group.clear();
}

/** Around the corners of the parts' boxes, as the camera sees them. */
function cutAround(parts: readonly Object3D[], camera: PerspectiveCamera, { widthPx, heightPx }: StageOptions): Cut {
  const points = parts.flatMap((part) => {
    const { min, max } = new Box3().setFromObject(part);
    return [min.x, max.x].flatMap((x) =>
      [min.y, max.y].flatMap((y) => [min.z, max.z].map((z) => new Vector3(x, y, z).project(camera))),
    );
  });
  const xs = points.map((point) => ((point.x + 1) / 2) * widthPx);
  const ys = points.map((point) => ((1 - point.y) / 2) * heightPx);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

interface Walker {
  readonly group: Group;
  moveTo(tMs: number): void;
}

function addPasserBy(scene: Scene, passerBy: PasserBy): Walker {
  const segments = segmentsFor(passerBy.heightCm / 100);
  const figure = createFigure(segments, passerBy.look);
  const movement = crossing(passerBy);
  scene.add(figure.group);
  return {
    group: figure.group,
    moveTo: (tMs) => {
      figure.group.visible = tMs >= passerBy.startMs && tMs <= passerBy.endMs;
      if (figure.group.visible) figure.pose(jointsOf(segments, poseAt(movement, segments, tMs)));
    },
  };
}

/** A board under the balls of the feet, its edge behind them. */
function putUnder(board: Mesh, heightM: number, { left, right, side }: Joints): void {
  board.visible = heightM > 0;
  if (!board.visible) return;
  const yaw = Math.atan2(-side.z, side.x);
  const feet = left.ball.y < right.ball.y ? left : right;
  const ahead = 0.08;
  board.rotation.y = yaw;
  board.scale.y = heightM;
  board.position.set(feet.ball.x + ahead * Math.sin(yaw), heightM / 2, feet.ball.z + ahead * Math.cos(yaw));
}
