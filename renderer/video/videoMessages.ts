import type { Picture, VideoFile } from './videoFile.ts';
import type { VideoProblem } from './videoProblem.ts';

/** What the page asks the video worker, one thing at a time. */
export type VideoRequest =
  | { readonly type: 'open'; readonly file: File }
  | { readonly type: 'next' }
  | { readonly type: 'is-cut-off'; readonly atMs: number };

export type VideoReply =
  | ({ readonly type: 'opened' } & Pick<VideoFile, 'size' | 'fps' | 'durationMs'>)
  /** Null after the last one. */
  | { readonly type: 'picture'; readonly picture: Picture | null }
  | { readonly type: 'cut-off'; readonly isCutOff: boolean }
  /** Without a problem it is a fault of ours. */
  | { readonly type: 'failed'; readonly problem: VideoProblem | null; readonly detail: string };
