/** How far an analysis has come. */
export interface Progress {
  /** How much of the video has been looked at, and how long it is. */
  readonly readMs: number;
  readonly durationMs: number;
  readonly frames: number;
  readonly count: number;
  /** Since the first picture. */
  readonly elapsedMs: number;
}

/** Before this share and this long, a guess at the rest says nothing. */
const GUESS_FROM = { share: 0.02, elapsedMs: 2000 } as const;

/** 0 to 1. */
export function shareDone({ readMs, durationMs }: Progress): number {
  return durationMs > 0 ? Math.min(1, Math.max(0, readMs / durationMs)) : 0;
}

/** About how long the rest will take, in ms; null while it is too early to say. */
export function remainingMs(progress: Progress): number | null {
  const share = shareDone(progress);
  if (share < GUESS_FROM.share || progress.elapsedMs < GUESS_FROM.elapsedMs) return null;
  return (progress.elapsedMs * (1 - share)) / share;
}
