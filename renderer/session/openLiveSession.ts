import type { Api } from '../../shared/contract/contract.ts';
import type { SetTask } from '../../shared/session/sessionPlan.ts';
import type { Settings, SettingsChange } from '../../shared/settings/settings.ts';
import type { AthleteCamera } from '../athlete/athleteCamera.ts';
import { sharedCuePlayer } from '../audio/cuePlayer.ts';
import { CameraError, type FrameSource, openCamera } from '../capture/camera.ts';
import { chosenSetup, measurePose, needsMeasuring } from '../capture/poseChoice.ts';
import type { PoseSetup } from '../capture/poseMessages.ts';
import type { SessionRequest } from '../sessionRequest.ts';
import { createLiveSession, type LiveSession } from './liveSession.ts';

interface OpenOptions {
  readonly api: Api;
  readonly settings: Settings;
  readonly request: SessionRequest;
  onSettings(change: SettingsChange): Promise<void>;
}

/** A live session as the person's settings want it, with the camera or the demo athlete. */
export function openLiveSession({ api, settings, request, onSettings }: OpenOptions): LiveSession {
  const cues = sharedCuePlayer();
  cues.apply(settings);
  void cues.unblock();
  let athlete: AthleteCamera | null = null;
  let task: SetTask | null = null;
  const openAthlete = async (): Promise<FrameSource> => {
    // three.js is only fetched when the athlete is wanted.
    const { openAthleteCamera } = await import('../athlete/athleteCamera.ts');
    try {
      athlete = openAthleteCamera(task?.exercise ?? 'calf-raise-double');
    } catch (error) {
      throw new CameraError('camera-failed', String(error));
    }
    return athlete;
  };
  const choosePose = async (source: FrameSource): Promise<PoseSetup> => {
    if (!needsMeasuring(settings)) return chosenSetup(settings);
    const poseMeasurement = await measurePose(await onePicture(source));
    await onSettings({ poseMeasurement }).catch(() => undefined);
    return chosenSetup({ ...settings, poseMeasurement });
  };
  return createLiveSession({
    api,
    cues,
    request,
    sourceName: request.source,
    person: {
      heightCm: settings.personHeightCm,
      coaching: settings.coaching,
      handPauses: settings.handPauses,
      profile: settings,
    },
    cameraOffBetweenSets: settings.cameraOffBetweenSets,
    openSource: () => (request.source === 'athlete' ? openAthlete() : openCamera(settings.cameraId)),
    choosePose,
    onTask: (next) => {
      task = next;
      athlete?.prepare(next.exercise);
    },
    onWorking: (plan) => {
      void import('../athlete/performances.ts').then(({ performanceOf }) => {
        const left = plan.targetReps - plan.alreadyDone - plan.alreadyCorrected;
        athlete?.perform(performanceOf(plan.exercise, plan.side, left, 700));
      });
    },
  });
}

/** The picture that a source shows now. */
async function onePicture(source: FrameSource): Promise<ImageBitmap> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = source.stream;
  await video.play();
  try {
    return await createImageBitmap(video);
  } finally {
    video.srcObject = null;
  }
}
