import { useEffect, useRef } from 'react';
import type { ExerciseId, Side } from '../../shared/exercises/exerciseIds.ts';
import type { Movement } from './movements.ts';
import type { View } from './stage.ts';
import './athlete.css';

interface AthleteDemoProps {
  readonly exercise: ExerciseId;
  readonly side: Side;
  readonly label: string;
}

const SIZE = { width: 720, height: 600 } as const;
const PAUSE_MS = 900;

/** The athlete doing an exercise in its right tempo, again and again; still at the top where motion is not wanted. */
export function AthleteDemo({ exercise, side, label }: AthleteDemoProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = canvasRef.current;
    if (!canvas) return;
    let stop = (): void => undefined;
    let isGone = false;
    // three.js is heavy and only needed where the athlete shows.
    Promise.all([import('./stage.ts'), import('./performances.ts'), import('./views.ts')])
      .then(([stageModule, { performanceOf }, { demoViewOf }]) => {
        if (isGone) return;
        stop = play(
          canvas,
          stageModule,
          performanceOf(exercise, side, repsOf(exercise), PAUSE_MS),
          demoViewOf(exercise),
        );
      })
      // Without WebGL there is no athlete; the steps beside it say the same in words.
      .catch(() => canvas.classList.add('athlete-missing'));
    return () => {
      isGone = true;
      stop();
    };
  }, [exercise, side]);
  return (
    <canvas ref={canvasRef} className="athlete" width={SIZE.width} height={SIZE.height} role="img" aria-label={label} />
  );
}

/** Hops come in series; of slow movements two are enough. */
function repsOf(exercise: ExerciseId): number {
  return exercise.startsWith('pogo-') ? 8 : 2;
}

function play(
  canvas: HTMLCanvasElement,
  { createStage, DEFAULT_STAGE }: typeof import('./stage.ts'),
  movement: Movement,
  view: View,
): () => void {
  const stage = createStage(canvas, { ...DEFAULT_STAGE, widthPx: SIZE.width, heightPx: SIZE.height, view });
  const top = movement.reps[0]?.topMs ?? 0;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    stage.draw(movement, top);
    return () => stage.dispose();
  }
  const startedMs = performance.now();
  let drawnMs = 0;
  let request = 0;
  const draw = (nowMs: number): void => {
    request = requestAnimationFrame(draw);
    if (nowMs - drawnMs < 30) return;
    drawnMs = nowMs;
    stage.draw(movement, (nowMs - startedMs) % movement.durationMs);
  };
  draw(startedMs);
  return () => {
    cancelAnimationFrame(request);
    stage.dispose();
  };
}
