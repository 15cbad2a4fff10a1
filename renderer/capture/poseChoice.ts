import type { PoseMeasurement, Settings } from '../../shared/settings/settings.ts';
import { graphicsRenderer, isSoftware } from './graphics.ts';
import { newPoseWorker } from './poseClient.ts';
import type { PoseReply, PoseRequest, PoseSetup } from './poseMessages.ts';
import { PoseError } from './poseProblem.ts';

/**
 * Chooses the pose model and what it runs on by a short measurement on this machine, not by hope: a graphics driver in
 * software is ten times slower than the processor, a real one may be faster.
 */

/** The full model is taken when it keeps up with a camera of 30 frames a second with some room. */
const FULL_WITHIN_MS = 27;

/** The set-up to use: the person's choice where there is one, the measured one elsewhere. */
export function chosenSetup(settings: Settings): PoseSetup {
  const measured = settings.poseMeasurement;
  return {
    model: settings.poseModel === 'auto' ? (measured?.model ?? 'lite') : settings.poseModel,
    delegate: settings.poseDelegate === 'auto' ? (measured?.delegate ?? 'CPU') : settings.poseDelegate,
  };
}

/** For looking at a file, where nothing hurries: the steadier model, unless the person has chosen one. */
export function unhurriedSetup(settings: Settings): PoseSetup {
  return { ...chosenSetup(settings), model: settings.poseModel === 'auto' ? 'full' : settings.poseModel };
}

/** Whether a choice is left to us and this machine has not been measured yet. */
export function needsMeasuring(settings: Settings): boolean {
  const auto = settings.poseModel === 'auto' || settings.poseDelegate === 'auto';
  return auto && settings.poseMeasurement?.renderer !== graphicsRenderer();
}

/**
 * Times the candidates on a picture.
 *
 * @throws PoseError when none works
 */
export async function measurePose(picture: ImageBitmap): Promise<PoseMeasurement> {
  const renderer = graphicsRenderer();
  const times = await timesOf(candidatesFor(renderer), picture);
  const best = (model: PoseSetup['model']): Timed | undefined =>
    times.filter((timed) => timed.setup.model === model).sort((a, b) => a.inferenceMs - b.inferenceMs)[0];
  const full = best('full');
  const choice = full && full.inferenceMs <= FULL_WITHIN_MS ? full : (best('lite') ?? full);
  if (!choice) throw new PoseError('pose-failed', 'No pose set-up works on this machine.');
  return { ...choice.setup, inferenceMs: choice.inferenceMs, renderer };
}

interface Timed {
  readonly setup: PoseSetup;
  readonly inferenceMs: number;
}

function candidatesFor(renderer: string): PoseSetup[] {
  const delegates = isSoftware(renderer) ? (['CPU'] as const) : (['CPU', 'GPU'] as const);
  return delegates.flatMap((delegate) => (['lite', 'full'] as const).map((model) => ({ model, delegate })));
}

function timesOf(candidates: readonly PoseSetup[], picture: ImageBitmap): Promise<Timed[]> {
  const worker = newPoseWorker();
  const times: Timed[] = [];
  const measuring = new Promise<Timed[]>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<PoseReply>) => {
      if (data.type === 'measured' && data.inferenceMs !== null)
        times.push({ setup: data.setup, inferenceMs: data.inferenceMs });
      if (data.type === 'measured-all') resolve(times);
      if (data.type === 'failed') reject(new PoseError(data.problem, data.detail));
    };
    worker.onerror = (event) => reject(new PoseError('pose-failed', event.message));
  });
  const request: PoseRequest = { type: 'measure', candidates, picture };
  worker.postMessage(request, [picture]);
  return measuring.finally(() => worker.terminate());
}
