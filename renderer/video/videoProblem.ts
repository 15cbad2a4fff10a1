import type { VideoScreenProblem } from '../messages/problem.ts';

/** Why a video cannot be analysed. The user interface has a sentence for each. */
export type VideoProblem = VideoScreenProblem;

export class VideoError extends Error {
  readonly problem: VideoProblem;

  constructor(problem: VideoProblem, detail: string) {
    super(`${problem}: ${detail}`);
    this.name = 'VideoError';
    this.problem = problem;
  }
}

/** A longer video takes hours on a slow machine, and its landmarks no longer fit into memory comfortably (1 kB a frame). */
export const MOST_MS = 60 * 60_000;
export const MOST_BYTES = 4 * 1024 ** 3;

/** What can be said of a file before it is read. */
export function problemOfSize(bytes: number): VideoProblem | null {
  if (bytes === 0) return 'empty-file';
  return bytes > MOST_BYTES ? 'too-large' : null;
}
