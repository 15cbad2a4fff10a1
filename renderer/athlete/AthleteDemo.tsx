import { useEffect, useRef } from 'react';
import type { CatalogueId, Side } from '../../shared/exercises/exerciseIds.ts';
import type { Demonstration } from './demonstrations.ts';
import type { DemoStage } from './demoStage.ts';
import './athlete.css';

interface AthleteDemoProps {
  readonly exercise: CatalogueId;
  readonly side: Side;
  readonly label: string;
  /** Otherwise it is still, at the moment that says most. */
  readonly isPlaying?: boolean;
}

const SIZE = { width: 720, height: 600 } as const;
const FRAME_MS = 30;
const LONGEST_STEP_MS = 100;

/**
 * The athlete doing an exercise in its right tempo, again and again, while it is on the screen; still where motion is not
 * wanted.
 */
export function AthleteDemo({ exercise, side, label, isPlaying = true }: AthleteDemoProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = canvasRef.current;
    if (!canvas) return;
    let stop = (): void => undefined;
    let isGone = false;
    // three.js is heavy and only needed where the athlete shows.
    Promise.all([import('./demoStage.ts'), import('./demonstrations.ts')])
      .then(([{ openDemoStage }, { demonstrationOf }]) => {
        if (!isGone) stop = show(canvas, openDemoStage(SIZE), demonstrationOf(exercise, side), isPlaying);
      })
      // Without WebGL there is no athlete; the steps beside it say the same in words.
      .catch(() => canvas.classList.add('athlete-missing'));
    return () => {
      isGone = true;
      stop();
    };
  }, [exercise, side, isPlaying]);
  return (
    <canvas ref={canvasRef} className="athlete" width={SIZE.width} height={SIZE.height} role="img" aria-label={label} />
  );
}

/** Draws while the canvas is on the screen: again and again, or once. Returns what ends it. */
function show(
  canvas: HTMLCanvasElement,
  stage: DemoStage,
  demonstration: Demonstration,
  isPlaying: boolean,
): () => void {
  const context = canvas.getContext('2d');
  const moves = isPlaying && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  const { movement, stillMs } = demonstration;
  let request = 0;
  let drawnMs = 0;
  let shownMs = 0;
  const drawAt = (tMs: number): void => {
    if (context) stage.draw(context, demonstration, tMs, shownMs);
  };
  const step = (nowMs: number): void => {
    request = requestAnimationFrame(step);
    const sinceMs = nowMs - drawnMs;
    if (sinceMs < FRAME_MS) return;
    // After a while off the screen it goes on where it was.
    shownMs += Math.min(sinceMs, LONGEST_STEP_MS);
    drawnMs = nowMs;
    drawAt((stillMs + shownMs) % movement.durationMs);
  };
  const observer = new IntersectionObserver((entries) => {
    cancelAnimationFrame(request);
    if (!entries.at(-1)?.isIntersecting) return;
    request = requestAnimationFrame(moves ? step : () => drawAt(stillMs));
  });
  observer.observe(canvas);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(request);
    stage.close();
  };
}
