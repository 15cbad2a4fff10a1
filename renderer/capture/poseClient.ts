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
  /**
   * Whether no movement counts now. Then a worker that has looked at many is replaced by a fresh one: what it takes
   * of memory it never gives back.
   */
  setIdle(isIdle: boolean): void;
  stop(): void;
}

/** A worker without a reading for this long, though frames come, has died. The first reading may take longer. */
const SILENT_MS = { first: 30_000, later: 4_000 } as const;
const MOST_RESTARTS = 5;
/** A worker that has lived this long was healthy: its death is not counted with the ones before. */
const HEALTHY_MS = 60_000;
/** Ten minutes at 30 a second: as long as the soak of the bench has always shown its memory flat. */
const FRAMES_AT_MOST = 18_000;

interface RunningWorker {
  readonly worker: Worker;
  readonly clone: MediaStreamTrack;
  readonly startedMs: number;
  frames: number;
}

/** Watches a camera track until stopped. The worker is restarted when it dies, and replaced when it has done much. */
export function watchPose(track: MediaStreamVideoTrack, setup: PoseSetup, listener: PoseListener): PoseClient {
  let restarts = 0;
  let current: RunningWorker | null = null;
  /** It takes over with its first reading; until then the other one goes on. */
  let heir: RunningWorker | null = null;
  let isIdle = false;
  let lastMs = Number.NEGATIVE_INFINITY;
  let watchdog: ReturnType<typeof setTimeout> | undefined;

  const endHeir = (): void => {
    end(heir);
    heir = null;
  };
  const endAll = (): void => {
    clearTimeout(watchdog);
    endHeir();
    end(current);
    current = null;
  };
  const died = (): void => {
    if (current && performance.now() - current.startedMs > HEALTHY_MS) restarts = 0;
    endAll();
    restarts += 1;
    if (restarts > MOST_RESTARTS) {
      listener.onProblem('pose-failed');
      return;
    }
    current = launch();
    expectReading(SILENT_MS.first);
  };
  const expectReading = (withinMs: number): void => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => {
      // A hidden page draws no athlete, and a muted camera sends nothing: neither is the worker's fault.
      if (track.readyState === 'live' && !track.muted && !document.hidden) died();
      else expectReading(withinMs);
    }, withinMs);
  };
  const take = (from: RunningWorker, data: Extract<PoseReply, { type: 'pose' }>): void => {
    if (from === heir) {
      end(current);
      current = heir;
      heir = null;
    }
    from.frames += 1;
    expectReading(SILENT_MS.later);
    // The first frames of an heir were seen by the one before it as well.
    if (data.frame.tMs > lastMs) {
      lastMs = data.frame.tMs;
      listener.onReading({ ...data, arrivedMs: data.arrivedEpochMs - performance.timeOrigin });
    }
    refresh();
  };
  const refresh = (): void => {
    if (isIdle && !heir && current && current.frames >= FRAMES_AT_MOST) heir = launch();
  };
  const launch = (): RunningWorker => {
    const worker = newPoseWorker();
    // A stream goes down with the worker that holds it, so each worker gets its own branch of the track.
    const clone = track.clone() as MediaStreamVideoTrack;
    const frames = new MediaStreamTrackProcessor({ track: clone }).readable;
    const running: RunningWorker = { worker, clone, startedMs: performance.now(), frames: 0 };
    worker.onmessage = ({ data }: MessageEvent<PoseReply>) => {
      if (data.type === 'pose') take(running, data);
      if (data.type === 'failed') fail(running, data.problem);
    };
    worker.onerror = () => fail(running, 'pose-failed');
    const request: PoseRequest = { type: 'watch', ...setup, frames };
    worker.postMessage(request, [frames]);
    return running;
  };
  const fail = (running: RunningWorker, problem: PoseProblem): void => {
    if (running === heir) {
      endHeir();
      // The other one still sees, and it is not tried again with each of its frames.
      if (current) current.frames = 0;
    } else if (problem === 'pose-failed') died();
    else {
      endAll();
      listener.onProblem(problem);
    }
  };
  current = launch();
  expectReading(SILENT_MS.first);
  return {
    setIdle: (idle) => {
      isIdle = idle;
      if (idle) refresh();
      else endHeir();
    },
    stop: endAll,
  };
}

function end(running: RunningWorker | null): void {
  running?.worker.terminate();
  running?.clone.stop();
}

export function newPoseWorker(): Worker {
  return new Worker(new URL('./poseWorker.ts', import.meta.url), { type: 'module', name: 'pose' });
}
