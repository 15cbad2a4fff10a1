import type { Api, ErrorCode } from '../../shared/contract/contract.ts';
import type { EndReason, FrameSource as SourceName } from '../../shared/history/records.ts';
import { type CounterView, viewCounter } from '../../shared/motion/counter.ts';
import type { PoseFrame } from '../../shared/pose/landmarks.ts';
import { stepSet } from '../../shared/session/liveSet.ts';
import {
  counterSetup,
  initialSet,
  type SetEffect,
  type SetInput,
  type SetPlan,
  type SetState,
} from '../../shared/session/setState.ts';
import { formatTrace } from '../../shared/trace/trace.ts';
import type { CuePlayer } from '../audio/cuePlayer.ts';
import { CameraError, type CameraProblem, type FrameSource } from '../capture/camera.ts';
import { type PoseClient, type PoseReading, watchPose } from '../capture/poseClient.ts';
import type { PoseSetup } from '../capture/poseMessages.ts';
import { PoseError, type PoseProblem } from '../capture/poseProblem.ts';
import { createTraceRecorder } from '../capture/traceRecorder.ts';
import { createFrameClock } from './frameClock.ts';
import { createSessionWriter } from './sessionWriter.ts';

/**
 * The one place where the line is joined: camera → pose → motion → set → voice and history.
 */
export interface LiveSession {
  subscribe(listener: () => void): () => void;
  snapshot(): LiveSnapshot;
  /** Begins another set of this session. */
  beginSet(plan: SetPlan): void;
  send(input: SetInput): void;
  /** The present time on the clock of the frames, in ms. */
  nowMs(): number;
  /** Opens the camera and the pose model again after a problem. */
  reopen(): void;
  /** Keeps the landmarks of this set in a file and answers with its path. */
  saveTrace(): Promise<string>;
  /** Ends the session; resolves when everything is written. */
  end(reason: EndReason): Promise<void>;
  close(): void;
}

export type LiveProblem = CameraProblem | PoseProblem | 'camera-unplugged';

export interface LiveSnapshot {
  readonly status: 'opening' | 'starting' | 'running' | 'failed';
  readonly problem: LiveProblem | null;
  readonly saveError: ErrorCode | null;
  readonly source: FrameSource | null;
  readonly set: SetState;
  readonly view: CounterView;
  readonly frame: PoseFrame | null;
  /** 1 for the first set of the session. */
  readonly setNumber: number;
}

export interface LiveSessionOptions {
  readonly api: Api;
  readonly cues: CuePlayer;
  readonly sourceName: SourceName;
  /** Opens the camera, or the athlete in its place. @throws CameraError */
  readonly openSource: () => Promise<FrameSource>;
  /** Which model to use; may measure first. @throws PoseError */
  readonly choosePose: (source: FrameSource) => Promise<PoseSetup>;
  /** Counting has begun: the athlete may start. */
  readonly onWorking?: (plan: SetPlan) => void;
  readonly plan: SetPlan;
  /** An unfinished session and set to go on with. */
  readonly sessionId?: string;
  readonly setId?: string;
}

const CLOCK_EVERY_MS = 50;

export function createLiveSession(options: LiveSessionOptions): LiveSession {
  const { api, cues } = options;
  const listeners = new Set<() => void>();
  const clock = createFrameClock(() => performance.now());
  const recorder = createTraceRecorder();
  const writer = createSessionWriter({
    api,
    source: options.sourceName,
    ...(options.sessionId && { sessionId: options.sessionId }),
    ...(options.setId && { setId: options.setId }),
    onRepSaved: (n) => send({ type: 'rep-saved', n }),
    onFailure: (code) => {
      publish({ saveError: code });
      send({ type: 'trouble', trouble: 'not-saved' });
    },
  });
  let pose: PoseClient | null = null;
  let closed = false;
  let snapshot: LiveSnapshot = {
    status: 'opening',
    problem: null,
    saveError: null,
    source: null,
    set: initialSet(options.plan),
    view: { armed: false, phase: 'rest', elevation: 0, count: 0 },
    frame: null,
    setNumber: 1,
  };

  function publish(change: Partial<LiveSnapshot>): void {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  }

  /** @param seen what else has changed: the screen is drawn once for both */
  function send(input: SetInput, seen: Partial<LiveSnapshot> = {}): void {
    const before = snapshot.set;
    const [set, effects] = stepSet(before, input);
    const view = set === before ? snapshot.view : viewCounter(counterSetup(set), set.counter);
    if (set !== before || Object.keys(seen).length > 0) publish({ ...seen, set, view });
    for (const effect of effects) perform(effect, set.plan);
    if (before.phase === 'count-in' && set.phase === 'working') options.onWorking?.(set.plan);
  }

  function perform(effect: SetEffect, plan: SetPlan): void {
    switch (effect.type) {
      case 'say':
        cues.say(effect.cue);
        break;
      case 'tone':
        cues.tone(effect.tone, effect.atMs === null ? null : clock.toPageMs(effect.atMs));
        break;
      case 'cancel-tones':
        cues.cancelTones();
        break;
      case 'trace-start':
        recorder.start();
        break;
      case 'trace-frame':
        recorder.add(effect.frame);
        break;
      case 'retry-saves':
        publish({ saveError: null });
        writer.retry();
        break;
      default:
        writer.write(effect, plan);
    }
  }

  function takeReading({ frame, brightness, arrivedMs }: PoseReading): void {
    clock.observe(frame.tMs, arrivedMs);
    const aspect = snapshot.source?.aspect ?? 4 / 3;
    send({ type: 'reading', reading: { frame, aspect, brightness } }, { frame, status: 'running' });
  }

  function shut(): void {
    pose?.stop();
    pose = null;
    snapshot.source?.stop();
  }

  function failWith(problem: LiveProblem): void {
    shut();
    publish({ status: 'failed', problem, source: null, frame: null });
    send({ type: 'trouble', trouble: 'camera-lost' });
  }

  async function open(): Promise<void> {
    publish({ status: 'opening', problem: null });
    try {
      const source = await options.openSource();
      if (closed) return source.stop();
      publish({ source, status: 'starting' });
      source.track.addEventListener('ended', () => failWith('camera-unplugged'));
      const setup = await options.choosePose(source);
      if (closed || snapshot.source !== source) return;
      pose = watchPose(source.track, setup, { onReading: takeReading, onProblem: failWith });
    } catch (error) {
      if (!closed)
        failWith(error instanceof CameraError || error instanceof PoseError ? error.problem : 'camera-failed');
    }
  }

  const nowMs = (): number => clock.now() ?? 0;
  const timer = setInterval(() => {
    if (clock.now() !== null) send({ type: 'clock', nowMs: nowMs() });
  }, CLOCK_EVERY_MS);
  void open();

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => snapshot,
    beginSet: (plan) => {
      writer.beginSet();
      publish({ set: initialSet(plan), setNumber: snapshot.setNumber + 1 });
    },
    send,
    nowMs,
    reopen: () => {
      shut();
      send({ type: 'trouble-over', nowMs: nowMs() });
      void open();
    },
    saveTrace: async () => {
      const { plan, aspect } = snapshot.set;
      const {
        width = 640,
        height = Math.round(width / aspect),
        frameRate = 30,
      } = snapshot.source?.track.getSettings() ?? {};
      const header = {
        trace: 'soleus/1' as const,
        exercise: plan.exercise,
        side: plan.side,
        fps: frameRate,
        width,
        height,
        ...(plan.personHeightCm !== null && { personHeightCm: plan.personHeightCm }),
      };
      const trace = formatTrace({ header, frames: recorder.frames() });
      return (await api['traces.save']({ setId: writer.setId(), trace })).path;
    },
    end: (reason) => writer.end(reason),
    close: () => {
      closed = true;
      clearInterval(timer);
      cues.cancelTones();
      cues.stopAll();
      shut();
    },
  };
}
