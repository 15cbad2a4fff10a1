import type { Movement } from '../../renderer/athlete/movements.ts';
import { createStage, type Stage, type StageOptions } from '../../renderer/athlete/stage.ts';
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
  readonly canvas: OffscreenCanvas;
  /** Where noise is added: in the processor's memory, since reading pixels back from elsewhere is slow. */
  readonly copy: OffscreenCanvas;
  readonly stage: Stage;
  readonly movement: Movement;
  readonly noise: number;
}

let open: Open | null = null;
let engine: PoseEngine | null = null;

const studio: Studio = {
  open: (options, movement, noise) => {
    open?.stage.dispose();
    const canvas = new OffscreenCanvas(options.widthPx, options.heightPx);
    const copy = new OffscreenCanvas(options.widthPx, options.heightPx);
    open = { canvas, copy, stage: createStage(canvas, options), movement, noise };
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

async function jpegAt(tMs: number): Promise<Blob> {
  if (!open) throw new Error('Open the studio first.');
  const { canvas, copy, stage, movement, noise } = open;
  stage.draw(movement, tMs);
  if (noise > 0) copyWithNoise(canvas, copy, noise, tMs);
  const picture = noise > 0 ? copy : canvas;
  return picture.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}

/** Drawn once and read from another place for each picture: fresh noise for every pixel takes five times as long. */
const NOISE = normals(1_000_003);

function normals(count: number): Float32Array {
  const random = randomFrom(7);
  return Float32Array.from({ length: count }, () => normal(random));
}

/** Copies the picture and adds sensor noise, the same for the same moment. */
function copyWithNoise(source: OffscreenCanvas, copy: OffscreenCanvas, strength: number, tMs: number): void {
  const context = copy.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No 2D canvas.');
  context.drawImage(source, 0, 0);
  const image = context.getImageData(0, 0, copy.width, copy.height);
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
