import type { Movement } from '../../renderer/athlete/movements.ts';
import { type Cut, createStage, type Stage, type StageOptions } from '../../renderer/athlete/stage.ts';
import { createPoseEngine, type PoseEngine } from '../../renderer/capture/poseEngine.ts';
import type { PoseFrame } from '../../shared/pose/landmarks.ts';
import type { PoseModelName } from '../../shared/pose/poseModels.ts';
import { roundFrame } from '../../shared/trace/trace.ts';
import { normal, randomFrom } from './random.ts';

/** Runs in a page: draws moments of a movement, as pictures or as what the real pose model sees in them. */
export interface Studio {
  /** `noise` is the sensor's, as a standard deviation in levels of 255. */
  open(options: StageOptions, movement: Movement, noise: number): void;
  /** One base64 JPEG for each time. */
  pictures(timesMs: readonly number[]): Promise<string[]>;
  /** Starts the pose model anew, so that nothing of the clip before is left in it. */
  openModel(model: PoseModelName): Promise<void>;
  /** What the model sees at each time. */
  poses(timesMs: readonly number[]): Promise<PoseFrame[]>;
}

const JPEG_QUALITY = 0.9;

interface Open {
  /** Only the part of the picture in which something moves: drawing is most of the work. */
  readonly part: OffscreenCanvas;
  readonly cut: Cut;
  readonly stage: Stage;
  /** A whole picture, for what lies around the part. */
  readonly whole: OffscreenCanvas;
  /** Where the picture is put together, in the processor's memory: reading pixels from elsewhere is slow. */
  readonly picture: OffscreenCanvas;
  readonly movement: Movement;
  readonly noise: number;
}

let open: Open | null = null;
let engine: PoseEngine | null = null;

const studio: Studio = {
  open: (options, movement, noise) => {
    open?.stage.dispose();
    const { whole, cut } = wholePicture(options, movement);
    const part = new OffscreenCanvas(cut.width, cut.height);
    const picture = new OffscreenCanvas(options.widthPx, options.heightPx);
    open = { part, cut, stage: createStage(part, options, cut), whole, picture, movement, noise };
  },
  pictures: async (timesMs) => {
    const pictures: string[] = [];
    for (const tMs of timesMs) pictures.push(toBase64(new Uint8Array(await (await jpegAt(tMs)).arrayBuffer())));
    return pictures;
  },
  openModel: async (model) => {
    engine = await createPoseEngine(model, 'CPU');
  },
  poses: async (timesMs) => {
    if (!engine) throw new Error('Open the model first.');
    const frames: PoseFrame[] = [];
    for (const tMs of timesMs) {
      const picture = await createImageBitmap(await jpegAt(tMs));
      frames.push(roundFrame(engine.detect(picture, tMs)));
      picture.close();
    }
    return frames;
  },
};

const LOOKED_AT_EVERY_MS = 50;
const MARGIN_PX = 12;

/** The movement's first picture, and the part of it that the movement will change. */
function wholePicture(options: StageOptions, movement: Movement): { whole: OffscreenCanvas; cut: Cut } {
  const canvas = new OffscreenCanvas(options.widthPx, options.heightPx);
  const stage = createStage(canvas, options);
  let [left, top, right, bottom] = [options.widthPx, options.heightPx, 0, 0];
  for (let tMs = 0; tMs <= movement.durationMs + LOOKED_AT_EVERY_MS; tMs += LOOKED_AT_EVERY_MS) {
    const { x, y, width, height } = stage.movingPart(movement, tMs);
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x + width), Math.max(bottom, y + height)];
  }
  left = Math.max(0, Math.floor(left - MARGIN_PX));
  top = Math.max(0, Math.floor(top - MARGIN_PX));
  right = Math.min(options.widthPx, Math.ceil(right + MARGIN_PX));
  bottom = Math.min(options.heightPx, Math.ceil(bottom + MARGIN_PX));
  stage.draw(movement, 0);
  const whole = new OffscreenCanvas(options.widthPx, options.heightPx);
  contextOf(whole).drawImage(canvas, 0, 0);
  stage.dispose();
  return { whole, cut: { x: left, y: top, width: right - left, height: bottom - top } };
}

async function jpegAt(tMs: number): Promise<Blob> {
  if (!open) throw new Error('Open the studio first.');
  const { part, cut, stage, whole, picture, movement, noise } = open;
  stage.draw(movement, tMs);
  const context = contextOf(picture);
  context.drawImage(whole, 0, 0);
  context.drawImage(part, cut.x, cut.y);
  if (noise > 0) addNoise(context, noise, tMs);
  return picture.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No 2D canvas.');
  return context;
}

/** Drawn once and read from another place for each picture: fresh noise for every pixel takes five times as long. */
const NOISE = normals(1_000_003);

function normals(count: number): Float32Array {
  const random = randomFrom(7);
  return Float32Array.from({ length: count }, () => normal(random));
}

/** Adds sensor noise, the same for the same moment. */
function addNoise(context: OffscreenCanvasRenderingContext2D, strength: number, tMs: number): void {
  const image = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
  let at = Math.floor(NOISE.length * randomFrom(Math.floor(tMs * 1000))());
  for (let i = 0; i < image.data.length; i += 4) {
    const level = strength * (NOISE[at] ?? 0);
    at = at + 1 === NOISE.length ? 0 : at + 1;
    for (let c = 0; c < 3; c++) image.data[i + c] = (image.data[i + c] ?? 0) + level;
  }
  context.putImageData(image, 0, 0);
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

Object.assign(globalThis, { studio });
