/** Opening the camera, and what can go wrong with it. */

export interface CameraChoice {
  readonly id: string;
  readonly label: string;
}

/** Why there is no picture. The user interface has a sentence for each. */
export type CameraProblem = 'no-camera' | 'permission-denied' | 'camera-in-use' | 'camera-failed';

export class CameraError extends Error {
  readonly problem: CameraProblem;

  constructor(problem: CameraProblem, detail: string) {
    super(detail);
    this.name = 'CameraError';
    this.problem = problem;
  }
}

/** Where frames come from: a camera, or the demo athlete in its place. */
export interface FrameSource {
  readonly stream: MediaStream;
  readonly track: MediaStreamVideoTrack;
  /** Width ÷ height of the picture. */
  readonly aspect: number;
  /** Of pictures that are drawn: a camera's time goes by itself. */
  readonly ownTime?: SourceTime;
  stop(): void;
}

/** A time that waits for whoever looks at the pictures. */
export interface SourceTime {
  /** On the clock of its frames, in ms. */
  nowMs(): number;
  /** The frame of this moment was looked at. */
  looked(ms: number): void;
}

const WANTED: MediaTrackConstraints = {
  width: { ideal: 640, min: 320 },
  height: { ideal: 480, min: 240 },
  frameRate: { ideal: 30 },
};

/**
 * Opens the chosen camera, or another one when it is gone.
 *
 * @throws CameraError
 */
export async function openCamera(cameraId: string | null): Promise<FrameSource> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new CameraError('no-camera', 'This browser offers no cameras to this page.');
  const video: MediaTrackConstraints = cameraId ? { ...WANTED, deviceId: { ideal: cameraId } } : WANTED;
  const stream = await devices.getUserMedia({ video, audio: false }).catch((error: unknown) => {
    throw new CameraError(problemOf(error), String(error));
  });
  const [track] = stream.getVideoTracks() as MediaStreamVideoTrack[];
  if (!track) throw new CameraError('no-camera', 'The stream holds no picture.');
  return { stream, track, aspect: aspectOf(track), stop: () => stopAll(stream) };
}

/** Resolves when the first picture comes, or when the track ends. The track itself is left as it is. */
export async function firstPicture(track: MediaStreamVideoTrack): Promise<void> {
  const reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
  const { value } = await reader.read();
  value?.close();
  await reader.cancel();
}

/** The cameras of this machine; they have names only once the person has allowed the camera. */
export async function listCameras(): Promise<CameraChoice[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  return devices
    .filter((device) => device.kind === 'videoinput' && device.deviceId !== '')
    .map((device, i) => ({ id: device.deviceId, label: device.label || `Camera ${i + 1}` }));
}

export function aspectOf(track: MediaStreamTrack): number {
  const { width, height } = track.getSettings();
  return width && height ? width / height : 4 / 3;
}

export function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function problemOf(error: unknown): CameraProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'no-camera';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'permission-denied';
  return name === 'NotReadableError' || name === 'AbortError' ? 'camera-in-use' : 'camera-failed';
}
