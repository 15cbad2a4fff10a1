/**
 * The pose networks that the app ships, built by `tools/models/buildPoseModels.ts`. The hash is checked when a model is
 * built and again before it is used, so that a damaged file is named as such.
 */
export const POSE_MODELS = {
  lite: {
    file: 'pose_landmarker_lite.task',
    sha256: 'd26215bea60915e8551ca5f780acec0c4fb6817a7819fcc16b4a07339e3eb2c6',
  },
  full: {
    file: 'pose_landmarker_full.task',
    sha256: 'aaf990439f061be6e23977b0958d023dd80a23916178abeab700c67b7c3d53a7',
  },
} as const;

export type PoseModelName = keyof typeof POSE_MODELS;
