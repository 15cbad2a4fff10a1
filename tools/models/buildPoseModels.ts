import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { POSE_MODELS, type PoseModelName } from '../../shared/pose/poseModels.ts';
import { withInputNormalisation } from './tfliteMetadata.ts';

/**
 * Makes the pose models of MediaPipe's Tasks API out of the npm package @mediapipe/pose, which holds the same networks
 * without the Tasks metadata. A `.task` file is an uncompressed zip of the person detector and the landmark network.
 * The result is the same to the byte on every machine and checked by its hash.
 */
const ROOT = join(import.meta.dirname, '../..');
const PACKAGE = join(ROOT, 'node_modules/@mediapipe/pose');
const TARGET = join(ROOT, 'resources/models');

/** Any fixed date: zip entries carry one, and today's would change the file's hash. */
const ZIP_DATE = new Date(2000, 0, 1);

export function buildPoseModels(): void {
  mkdirSync(TARGET, { recursive: true });
  for (const name of Object.keys(POSE_MODELS) as PoseModelName[]) buildPoseModel(name);
}

function buildPoseModel(name: PoseModelName): void {
  const { file, sha256 } = POSE_MODELS[name];
  const target = join(TARGET, file);
  if (existsSync(target) && hashOf(readFileSync(target)) === sha256) return;
  const read = (part: string): Uint8Array => new Uint8Array(readFileSync(join(PACKAGE, part)));
  const detector = withInputNormalisation(read('pose_solution_packed_assets.data'), { mean: 127.5, std: 127.5 });
  const landmarks = withInputNormalisation(read(`pose_landmark_${name}.tflite`), { mean: 0, std: 255 });
  const bundle = zipSync(
    { 'pose_detector.tflite': detector, 'pose_landmarks_detector.tflite': landmarks },
    { level: 0, mtime: ZIP_DATE },
  );
  const hash = hashOf(bundle);
  if (hash !== sha256) {
    throw new Error(
      `The pose model ${file} came out as ${hash}, expected ${sha256}. Is @mediapipe/pose another version?`,
    );
  }
  writeFileSync(`${target}.part`, bundle);
  renameSync(`${target}.part`, target);
  console.log(`Made ${file} (${(bundle.length / 1e6).toFixed(1)} MB).`);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

if (import.meta.main) buildPoseModels();
