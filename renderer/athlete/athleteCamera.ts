import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import { aspectOf, type FrameSource, stopAll } from '../capture/camera.ts';
import type { Movement } from './movements.ts';
import { waitingFor } from './performances.ts';
import { createStage, DEFAULT_STAGE } from './stage.ts';
import { cameraSceneryOf } from './views.ts';

/** The demo athlete in the camera's place: a stream like any other, drawn live. */
export interface AthleteCamera extends FrameSource {
  /** Begins a movement with the next frame; before that, and after it, the athlete waits. */
  perform(movement: Movement): void;
  /** Waits for another exercise, in the view that it is to be seen from; the stream goes on. */
  prepare(exercise: CatalogueId): void;
}

const FRAMES_PER_SECOND = 30;

/** The athlete waits for the exercise, standing or lying, in the view that it is to be seen from. */
export function openAthleteCamera(exercise: CatalogueId): AthleteCamera {
  const canvas = document.createElement('canvas');
  const stage = createStage(canvas, { ...DEFAULT_STAGE, ...cameraSceneryOf(exercise) });
  const openedMs = performance.now();
  let waiting = waitingFor(exercise);
  let movement = waiting;
  let startedMs = openedMs;
  let drawnMs = 0;
  let request = 0;
  const draw = (nowMs: number): void => {
    request = requestAnimationFrame(draw);
    // Half a frame early is on time: the screen's rhythm is not the camera's.
    if (nowMs - drawnMs < 1000 / FRAMES_PER_SECOND - 8) return;
    drawnMs = nowMs;
    const tMs = performance.now() - startedMs;
    if (tMs > movement.durationMs) movement = waiting;
    stage.draw(movement, tMs, performance.now() - openedMs);
  };
  draw(performance.now());
  const stream = canvas.captureStream(FRAMES_PER_SECOND);
  const [track] = stream.getVideoTracks() as MediaStreamVideoTrack[];
  if (!track) throw new Error('The canvas gives no picture.');
  return {
    stream,
    track,
    aspect: aspectOf(track),
    perform: (next) => {
      movement = next;
      startedMs = performance.now();
    },
    prepare: (next) => {
      stage.arrange(cameraSceneryOf(next));
      waiting = waitingFor(next);
      movement = waiting;
    },
    stop: () => {
      cancelAnimationFrame(request);
      stopAll(stream);
      stage.dispose();
    },
  };
}
