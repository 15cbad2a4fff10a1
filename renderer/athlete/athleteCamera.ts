import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import { type FrameSource, stopAll } from '../capture/camera.ts';
import type { Movement } from './movements.ts';
import { createOwnTime } from './ownTime.ts';
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

/** The athlete waits for the exercise, standing or lying, in the view that it is to be seen from. */
export function openAthleteCamera(exercise: CatalogueId): AthleteCamera {
  const canvas = document.createElement('canvas');
  const stage = createStage(canvas, { ...DEFAULT_STAGE, ...cameraSceneryOf(exercise) });
  const track = new MediaStreamTrackGenerator({ kind: 'video' });
  const pictures = track.writable.getWriter();
  const ownTime = createOwnTime();
  let waiting = waitingFor(exercise);
  let movement = waiting;
  let startedMs = 0;
  let request = 0;
  const draw = (wallMs: number): void => {
    request = requestAnimationFrame(draw);
    if (!ownTime.goOn(wallMs)) return;
    const nowMs = ownTime.nowMs();
    const tMs = nowMs - startedMs;
    if (tMs > movement.durationMs) movement = waiting;
    stage.draw(movement, tMs, nowMs);
    // Unlike the stream of a canvas, it says itself when it was taken.
    void pictures.write(new VideoFrame(canvas, { timestamp: Math.round(1000 * nowMs) }));
  };
  draw(performance.now());
  const stream = new MediaStream([track]);
  return {
    stream,
    track,
    aspect: canvas.width / canvas.height,
    ownTime,
    perform: (next) => {
      movement = next;
      startedMs = ownTime.nowMs();
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
