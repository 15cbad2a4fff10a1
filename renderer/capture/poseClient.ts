import type { PoseFrame } from '../../shared/pose/landmarks.ts';
import type { PoseReply, PoseRequest, PoseSetup } from './poseMessages.ts';
import type { PoseProblem } from './poseProblem.ts';

/** One look at the person, with what it cost. */
export interface PoseReading {
  readonly frame: PoseFrame;
  readonly inferenceMs: number;
  /** When the frame reached the worker, on the page's performance.now(). */
  readonly arrivedMs: number;
  readonly brightness: number;
}

export interface PoseListener {
  onReading(reading: PoseReading): void;
  /** It cannot be started, or dies again and again. */
  onProblem(problem: PoseProblem): void;
}

export interface PoseClient {
  stop(): void;
}

/** A worker without a reading for this long, though frames come, has died. The first reading may take longer. */
const SILENT_MS = { first: 30_000, later: 4_000 } as const;
const MOST_RESTARTS = 5;
/** A worker that has lived this long was healthy: its death is not counted with the ones before. */
const HEALTHY_MS = 60_000;

/** Watches a camera track until stopped. The worker is restarted when it dies. */
export function watchPose(track: MediaStreamVideoTrack, setup: PoseSetup, listener: PoseListener): PoseClient {
  let restarts = 0;
  let current: { worker: Worker; clone: MediaStreamTrack; startedMs: number } | null = null;
  let watchdog: ReturnType<typeof setTimeout> | undefined;

  const end = (): void => {
    clearTimeout(watchdog);
    current?.worker.terminate();
    current?.clone.stop();
    current = null;
  };
  const died = (): void => {
    if (current && performance.now() - current.startedMs > HEALTHY_MS) restarts = 0;
    end();
    restarts += 1;
    if (restarts > MOST_RESTARTS) {
      listener.onProblem('pose-failed');
      return;
    }
    start();
  };
  const expectReading = (withinMs: number): void => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => {
      // A hidden page draws no athlete, and a muted camera sends nothing: neither is the worker's fault.
      if (track.readyState === 'live' && !track.muted && !document.hidden) died();
      else expectReading(withinMs);
    }, withinMs);
  };
  const start = (): void => {
    const worker = newPoseWorker();
    // A stream goes down with the worker that holds it, so each worker gets its own branch of the track.
    const clone = track.clone() as MediaStreamVideoTrack;
    const frames = new MediaStreamTrackProcessor({ track: clone }).readable;
    current = { worker, clone, startedMs: performance.now() };
    worker.onmessage = ({ data }: MessageEvent<PoseReply>) => {
      if (data.type === 'pose') {
        expectReading(SILENT_MS.later);
        listener.onReading({ ...data, arrivedMs: data.arrivedEpochMs - performance.timeOrigin });
      }
      if (data.type === 'failed') {
        if (data.problem === 'pose-failed') died();
        else {
          end();
          listener.onProblem(data.problem);
        }
      }
    };
    worker.onerror = died;
    expectReading(SILENT_MS.first);
    const request: PoseRequest = { type: 'watch', ...setup, frames };
    worker.postMessage(request, [frames]);
  };
  start();
  return { stop: end };
}

export function newPoseWorker(): Worker {
  return new Worker(new URL('./poseWorker.ts', import.meta.url), { type: 'module', name: 'pose' });
}
