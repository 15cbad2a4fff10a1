import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { POSE_MODELS } from '../../../shared/pose/poseModels.ts';
import { buildPoseModels } from '../../../tools/models/buildPoseModels.ts';
import { withInputNormalisation } from '../../../tools/models/tfliteMetadata.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PACKAGE = join(ROOT, 'node_modules/@mediapipe/pose');

describe('the pose models', () => {
  test.each(Object.values(POSE_MODELS))('$file is built and has its hash', ({ file, sha256 }) => {
    buildPoseModels();
    const bytes = readFileSync(join(ROOT, 'resources/models', file));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(Object.keys(unzipSync(bytes)).sort()).toEqual(['pose_detector.tflite', 'pose_landmarks_detector.tflite']);
  });

  test('the networks themselves are untouched', () => {
    const model = new Uint8Array(readFileSync(join(PACKAGE, 'pose_landmark_lite.tflite')));
    const bundle = withInputNormalisation(model, { mean: 0, std: 255 });
    expect(Buffer.from(bundle.subarray(bundle.length - model.length)).equals(Buffer.from(model))).toBe(true);
    expect(bundle.length - model.length).toBeLessThan(4096);
  });

  test('what is no model is refused', () => {
    expect(() => withInputNormalisation(new Uint8Array(64), { mean: 0, std: 1 })).toThrow(
      'not a TensorFlow Lite model',
    );
  });
});
