import type { ExerciseId, Side } from '../../shared/exercises/exerciseIds.ts';
import { type Counting, endCounting, initialCounting, stepCounting } from '../../shared/trace/replay.ts';
import type { TraceHeader } from '../../shared/trace/trace.ts';
import { openPoseInOrder } from '../capture/poseInOrder.ts';
import type { PoseSetup } from '../capture/poseMessages.ts';
import { createTraceRecorder, type TraceRecorder } from '../capture/traceRecorder.ts';
import type { Progress } from './progress.ts';
import type { VideoFile } from './videoFile.ts';
import { openVideoInWorker } from './videoInWorker.ts';
import { VideoError } from './videoProblem.ts';

export interface VideoRequest {
  readonly file: File;
  readonly exercise: ExerciseId;
  readonly side: Side;
  /** Without it, reps carry no height. */
  readonly personHeightCm: number | null;
  readonly pose: PoseSetup;
  /** Ends the analysis, which then throws. */
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/** What was seen in a video, and the landmarks that it was seen from. */
export interface VideoAnalysis {
  readonly header: TraceHeader;
  readonly counting: Counting;
  readonly trace: TraceRecorder;
  /** The time of the last picture. */
  readonly readMs: number;
  readonly durationMs: number;
  /** The file is damaged or cut off after `readMs`. */
  readonly endsEarly: boolean;
}

const PROGRESS_EVERY_MS = 100;

/**
 * Looks at every picture of a video, in order and one at a time, and counts as a live set is counted.
 *
 * @throws VideoError, PoseError; anything once the signal has aborted
 */
export async function analyseVideo(request: VideoRequest): Promise<VideoAnalysis> {
  const { file, pose, signal } = request;
  const video = await openVideoInWorker(file, signal);
  try {
    signal.throwIfAborted();
    const model = await openPoseInOrder(pose, signal);
    try {
      return await look(video, request, model.look);
    } finally {
      model.stop();
    }
  } finally {
    video.close();
  }
}

async function look(
  video: VideoFile,
  { exercise, side, personHeightCm, signal, onProgress }: VideoRequest,
  see: Awaited<ReturnType<typeof openPoseInOrder>>['look'],
): Promise<VideoAnalysis> {
  const header: TraceHeader = {
    ...{ trace: 'soleus/1', exercise, side, fps: video.fps, ...video.size },
    ...(personHeightCm !== null && { personHeightCm }),
  };
  const { durationMs } = video;
  const trace = createTraceRecorder(Number.POSITIVE_INFINITY);
  const startedMs = performance.now();
  let counting = initialCounting();
  let toldMs = Number.NEGATIVE_INFINITY;
  let isDamaged = false;
  try {
    for await (const { tMs, bitmap } of video.pictures()) {
      const frame = await see(bitmap, tMs);
      signal.throwIfAborted();
      trace.add(frame);
      counting = stepCounting(header, counting, frame);
      const nowMs = performance.now();
      if (nowMs - toldMs < PROGRESS_EVERY_MS) continue;
      toldMs = nowMs;
      const { reps, tracking } = counting;
      const progress = { readMs: tMs, durationMs, frames: tracking.framesTotal, count: reps.length };
      onProgress({ ...progress, elapsedMs: nowMs - startedMs });
    }
  } catch (error) {
    // What was read before the damage is as good as ever.
    if (!(error instanceof VideoError && error.problem === 'damaged' && counting.tracking.framesTotal > 0)) throw error;
    isDamaged = true;
  }
  signal.throwIfAborted();
  const readMs = counting.lastMs;
  if (readMs === null) throw new VideoError('damaged', 'No picture could be read.');
  if (counting.tracking.framesSeen === 0) throw new VideoError('nobody-seen', `in ${trace.count()} pictures`);
  const endsEarly = isDamaged || (await video.isCutOffAt(readMs));
  return { header, counting: endCounting(header, counting), trace, readMs, durationMs, endsEarly };
}
