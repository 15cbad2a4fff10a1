import type { PoseFrame } from '../../shared/pose/landmarks.ts';
import type { PoseModelName } from '../../shared/pose/poseModels.ts';
import type { Delegate, PoseProblem } from './poseProblem.ts';

/** What the page tells the pose worker. */
export type PoseRequest =
  /** Look at a stream of camera frames until the worker is terminated. */
  | {
      readonly type: 'watch';
      readonly model: PoseModelName;
      readonly delegate: Delegate;
      readonly frames: ReadableStream<VideoFrame>;
    }
  /** Look at single pictures, each of them, in the order in which they are sent. */
  | ({ readonly type: 'open' } & PoseSetup)
  /** `tMs` rises from picture to picture. */
  | { readonly type: 'look'; readonly picture: ImageBitmap; readonly tMs: number }
  /** Time each combination on one picture, and take the answer's times as they come. */
  | { readonly type: 'measure'; readonly candidates: readonly PoseSetup[]; readonly picture: ImageBitmap };

export interface PoseSetup {
  readonly model: PoseModelName;
  readonly delegate: Delegate;
}

/** What the pose worker tells the page. */
export type PoseReply =
  | {
      readonly type: 'pose';
      readonly frame: PoseFrame;
      readonly inferenceMs: number;
      /** When the frame reached the worker, in ms since 1970 (performance.timeOrigin + performance.now()). */
      readonly arrivedEpochMs: number;
      /** Mean brightness of the picture, 0 black to 1 white; sampled twice a second, else the last one. */
      readonly brightness: number;
    }
  | { readonly type: 'opened' }
  | { readonly type: 'looked'; readonly frame: PoseFrame }
  | { readonly type: 'measured'; readonly setup: PoseSetup; readonly inferenceMs: number | null }
  | { readonly type: 'measured-all' }
  | { readonly type: 'failed'; readonly problem: PoseProblem; readonly detail: string };
