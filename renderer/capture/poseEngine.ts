import { PoseLandmarker } from '@mediapipe/tasks-vision';
import ModuleFactory from '@mediapipe/tasks-vision/vision_wasm_module_internal.js';
import wasmUrl from '@mediapipe/tasks-vision/vision_wasm_module_internal.wasm?url';
import fullUrl from '../../resources/models/pose_landmarker_full.task?url';
import liteUrl from '../../resources/models/pose_landmarker_lite.task?url';
import type { PoseFrame } from '../../shared/pose/landmarks.ts';
import { POSE_MODELS, type PoseModelName } from '../../shared/pose/poseModels.ts';
import { type Delegate, PoseError } from './poseProblem.ts';

/** The pose network, ready to look at pictures. Lives in a worker: `detect` blocks for 20–40 ms. */
export interface PoseEngine {
  /** `tMs` must rise from call to call. The picture stays the caller's to close. */
  detect(picture: TexImageSource, tMs: number): PoseFrame;
}

const MODEL_URL: Record<PoseModelName, string> = { lite: liteUrl, full: fullUrl };

/** @throws PoseError */
export async function createPoseEngine(model: PoseModelName, delegate: Delegate): Promise<PoseEngine> {
  // MediaPipe needs WebGL 2 to read pictures, even where the network runs on the CPU.
  if (!new OffscreenCanvas(1, 1).getContext('webgl2')) throw new PoseError('no-webgl2', 'no WebGL 2 context');
  const modelAssetBuffer = await loadModel(model);
  // The library deletes the factory after each use, and importing the module again would not run it again.
  Object.assign(globalThis, { ModuleFactory });
  try {
    const landmarker = await PoseLandmarker.createFromOptions(
      { wasmLoaderPath: '', wasmBinaryPath: wasmUrl },
      { baseOptions: { modelAssetBuffer, delegate }, runningMode: 'VIDEO', numPoses: 1 },
    );
    return { detect: (picture, tMs) => toPoseFrame(landmarker, picture, tMs) };
  } catch (error) {
    throw new PoseError('pose-failed', String(error));
  }
}

function toPoseFrame(landmarker: PoseLandmarker, picture: TexImageSource, tMs: number): PoseFrame {
  const { landmarks, worldLandmarks } = landmarker.detectForVideo(picture, tMs);
  const [image] = landmarks;
  const [world] = worldLandmarks;
  if (!image || !world) return { tMs, image: null, world: null };
  return {
    tMs,
    image: image.map(({ x, y, z, visibility }) => ({ x, y, z, visibility })),
    world: world.map(({ x, y, z }) => ({ x, y, z })),
  };
}

async function loadModel(model: PoseModelName): Promise<Uint8Array> {
  const response = await fetch(MODEL_URL[model]).catch(() => null);
  if (!response?.ok) throw new PoseError('model-missing', POSE_MODELS[model].file);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hash !== POSE_MODELS[model].sha256) throw new PoseError('model-damaged', POSE_MODELS[model].file);
  return bytes;
}
