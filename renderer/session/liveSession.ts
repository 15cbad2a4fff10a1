import type { Api, ErrorCode } from '../../shared/contract/contract.ts';
import type { EndReason, FrameSource as SourceName } from '../../shared/history/records.ts';
import { type CounterView, viewCounter } from '../../shared/motion/counter.ts';
import type { PoseFrame } from '../../shared/pose/landmarks.ts';
import { resumeSet, stepSession } from '../../shared/session/runSession.ts';
import {
  initialSession,
  isCounting,
  type Moment,
  type Person,
  type PersonInput,
  type SessionEffect,
  type SessionInput,
  type SessionState,
  shownKey,
  shownSet,
  wantsCamera,
} from '../../shared/session/session.ts';
import type { SetTask } from '../../shared/session/sessionPlan.ts';
import { counterSetup, type SetPlan, type SetState } from '../../shared/session/setState.ts';
import { beginTask } from '../../shared/session/taskToTask.ts';
import { formatTrace } from '../../shared/trace/trace.ts';
import type { CuePlayer } from '../audio/cuePlayer.ts';
import { CameraError, type CameraProblem, type FrameSource, firstPicture } from '../capture/camera.ts';
import { type PoseClient, type PoseReading, watchPose } from '../capture/poseClient.ts';
import type { PoseSetup } from '../capture/poseMessages.ts';
import { PoseError, type PoseProblem } from '../capture/poseProblem.ts';
import { createTraceRecorder } from '../capture/traceRecorder.ts';
import type { SessionRequest } from '../sessionRequest.ts';
import { createFrameClock } from './frameClock.ts';
import { createSessionWriter } from './sessionWriter.ts';

/**
 * The one place where the line is joined: camera → pose → motion → session → voice and history.
 */
export interface LiveSession {
  subscribe(listener: () => void): () => void;
  snapshot(): LiveSnapshot;
  /** Hands the session what the person does; the moment is added here. */
  send(input: PersonInput): void;
  /** The present time on the clock of the frames, in ms. */
  frameMs(): number;
  /** Opens the camera and the pose model again after a problem. */
  reopen(): void;
  /** Keeps the landmarks of the last set in a file and answers with its path. */
  saveTrace(): Promise<string>;
  /** Ends the session; resolves with its id when everything is written, or with null when nothing of it was. */
  end(reason: EndReason): Promise<string | null>;
  close(): void;
}

export type LiveProblem = CameraProblem | PoseProblem | 'camera-unplugged';

export interface LiveSnapshot {
  /** `off`: nothing of this session needs the camera now. */
  readonly status: 'off' | 'opening' | 'starting' | 'running' | 'failed';
  readonly problem: LiveProblem | null;
  readonly saveError: ErrorCode | null;
  readonly source: FrameSource | null;
  /** The camera was opened and sends no pictures: it is switched off itself, or has nothing to show. */
  readonly isSilent: boolean;
  readonly session: SessionState;
  readonly view: CounterView;
  readonly frame: PoseFrame | null;
}

export interface LiveSessionOptions {
  readonly api: Api;
  readonly cues: CuePlayer;
  readonly sourceName: SourceName;
  readonly request: SessionRequest;
  readonly person: Person;
  readonly cameraOffBetweenSets: boolean;
  openSource(): Promise<FrameSource>;
  choosePose(source: FrameSource): Promise<PoseSetup>;
  /** A task begins, and later its counting. */
  onTask?(task: SetTask): void;
  onWorking?(plan: SetPlan): void;
}

const CLOCK_EVERY_MS = 50;
/** A camera sends its first picture within a second. */
const SILENT_AFTER_MS = 3000;
const NO_VIEW: CounterView = { armed: false, phase: 'rest', elevation: 0, count: 0 };

export function createLiveSession(options: LiveSessionOptions): LiveSession {
  const { api, cues, request, person } = options;
  const listeners = new Set<() => void>();
  const clock = createFrameClock(() => performance.now());
  const recorder = createTraceRecorder();
  const writer = createSessionWriter({
    api,
    source: options.sourceName,
    personHeightCm: person.heightCm,
    ...(request.resume && {
      resume: request.resume,
    }),
    onOutcome: (input, key) => send({ type: 'set', input, key }),
    onFailure: (code) => {
      publish({ saveError: code });
      send({ type: 'saves-failed' });
    },
    onRecovery: () => publish({ saveError: null }),
  });
  let pose: PoseClient | null = null;
  /** Of the camera as it was opened last. */
  let picture: MediaTrackSettings = {};
  /** Rises whenever the camera is opened or switched off: whoever opened it before is too late. */
  let turn = 0;
  let closed = false;
  let snapshot: LiveSnapshot = {
    status: 'off',
    problem: null,
    saveError: null,
    source: null,
    isSilent: false,
    session: initialSession(request.plan, person, request.resume),
    view: NO_VIEW,
    frame: null,
  };

  function publish(change: Partial<LiveSnapshot>): void {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  }

  function moment(): Moment {
    return { nowMs: performance.now(), frameMs: frameMs() };
  }

  /** @param seen what else has changed: the screen is drawn once for both */
  function send(input: PersonInput | SessionInput, seen: Partial<LiveSnapshot> = {}): void {
    take(stepSession(snapshot.session, { ...moment(), ...input } as SessionInput), seen);
  }

  function take([session, effects]: [SessionState, SessionEffect[]], seen: Partial<LiveSnapshot> = {}): void {
    const before = snapshot.session;
    const [setBefore, set] = [setUnderWay(before), setUnderWay(session)];
    if (isCounting(session) !== isCounting(before)) pose?.setIdle(!isCounting(session));
    const view = set === setBefore ? snapshot.view : set ? viewCounter(counterSetup(set), set.counter) : NO_VIEW;
    if (session !== before || Object.keys(seen).length > 0) publish({ ...seen, session, view });
    for (const effect of effects) perform(effect);
    heedCamera(session);
    if (set && setBefore?.phase === 'count-in' && set.phase === 'working') options.onWorking?.(set.plan);
  }

  function perform(effect: SessionEffect): void {
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
      case 'hush':
        cues.stopAll();
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
      case 'begin-set':
        writer.write(effect);
        options.onTask?.(effect.task);
        break;
      default:
        writer.write(effect);
    }
  }

  function takeReading({ frame, brightness, arrivedMs }: PoseReading): void {
    const seen = { ...frame, tMs: clock.observe(frame.tMs, arrivedMs) };
    snapshot.source?.ownTime?.looked(frame.tMs);
    const aspect = snapshot.source?.aspect ?? 4 / 3;
    const reading = { frame: seen, aspect, brightness };
    send({ ...moment(), type: 'reading', reading }, { frame: seen, status: 'running' });
  }

  function shut(): void {
    pose?.stop();
    pose = null;
    snapshot.source?.stop();
  }

  function heedCamera(session: SessionState): void {
    const isWanted = wantsCamera(session, options.cameraOffBetweenSets);
    if (isWanted && snapshot.status === 'off') void open();
    if (isWanted || snapshot.status === 'off') return;
    turn += 1;
    shut();
    publish({ status: 'off', problem: null, source: null, frame: null });
  }

  function failWith(problem: LiveProblem): void {
    shut();
    publish({ status: 'failed', problem, source: null, frame: null });
    send({ type: 'set', input: { type: 'trouble', trouble: 'camera-lost' } });
  }

  async function open(): Promise<void> {
    turn += 1;
    const mine = turn;
    publish({ status: 'opening', problem: null, isSilent: false });
    try {
      const source = await options.openSource();
      if (closed || turn !== mine) return source.stop();
      picture = source.track.getSettings();
      clock.newSource(source.ownTime?.nowMs);
      publish({ source, status: 'starting' });
      source.track.addEventListener('ended', () => failWith('camera-unplugged'));
      await pictureFrom(source);
      if (closed || snapshot.source !== source) return;
      const setup = await options.choosePose(source);
      if (closed || snapshot.source !== source) return;
      pose = watchPose(source.track, setup, { onReading: takeReading, onProblem: failWith });
      pose.setIdle(!isCounting(snapshot.session));
    } catch (error) {
      if (!closed && turn === mine)
        failWith(error instanceof CameraError || error instanceof PoseError ? error.problem : 'camera-failed');
    }
  }

  /** Waits as long as it takes, and says so. */
  async function pictureFrom(source: FrameSource): Promise<void> {
    const timer = setTimeout(() => {
      if (snapshot.source === source) publish({ isSilent: true });
    }, SILENT_AFTER_MS);
    await firstPicture(source.track);
    clearTimeout(timer);
    if (snapshot.isSilent && snapshot.source === source) publish({ isSilent: false });
  }

  function frameMs(): number {
    return clock.now() ?? 0;
  }

  function begin(): void {
    const { resume, plan } = request;
    if (!resume) writer.write({ type: 'save-plan', plan, startAt: 0 });
    const { session } = snapshot;
    take(resume?.open ? resumeSet(session, resume.open.alreadyDone, resume.open.alreadyCorrected) : beginTask(session));
  }

  const timer = setInterval(() => send({ ...moment(), type: 'clock' }), CLOCK_EVERY_MS);
  begin();

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => snapshot,
    send,
    frameMs,
    reopen: () => {
      shut();
      send({ type: 'set', input: { type: 'trouble-over', nowMs: frameMs() } });
      void open();
    },
    saveTrace: async () => {
      const set = shownSet(snapshot.session);
      const setId = writer.setId(shownKey(snapshot.session));
      if (!set || !setId) throw new Error('There is no set.');
      const { plan, aspect } = set;
      const { width = 640, height = Math.round(width / aspect), frameRate = 30 } = picture;
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
      return (await api['traces.save']({ setId, trace })).path;
    },
    end: async (reason) => {
      await writer.end(reason);
      return writer.sessionId();
    },
    close: () => {
      closed = true;
      clearInterval(timer);
      // The last words of a session that is over may be heard to their end.
      if (snapshot.session.stage.name !== 'end') {
        cues.cancelTones();
        cues.stopAll();
      }
      shut();
    },
  };
}

function setUnderWay({ stage }: SessionState): SetState | null {
  return stage.name === 'set' ? stage.set : null;
}
