import { useEffect, useRef } from 'react';
import { text } from '../messages/en.ts';
import type { LiveSession } from './liveSession.ts';
import { remember, TRACE_MS, type TraceSample, traceRuns } from './traceRuns.ts';

const PER_SECOND = 30;
/** Screens draw when they please: a little early is in time. */
const EARLY_MS = 4;

/**
 * The last seconds of the movement, drawn 30 times a second beside React: it takes its samples from the session itself, so
 * that no component is rendered for it.
 */
export function LiveTrace({ session }: { readonly session: LiveSession }) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = canvasRef.current;
    if (!canvas) return;
    let samples: TraceSample[] = [];
    const listen = (): void => {
      const { frame, view } = session.snapshot();
      if (!frame || frame.tMs === samples.at(-1)?.tMs) return;
      samples = remember(samples, { tMs: frame.tMs, height: view.armed ? view : null });
    };
    const unsubscribe = session.subscribe(listen);
    let [drawnMs, request] = [0, 0];
    const tick = (nowMs: number): void => {
      request = requestAnimationFrame(tick);
      if (nowMs - drawnMs < 1000 / PER_SECOND - EARLY_MS) return;
      drawnMs = nowMs;
      draw(canvas, samples, session.frameMs());
    };
    request = requestAnimationFrame(tick);
    return () => {
      unsubscribe();
      cancelAnimationFrame(request);
    };
  }, [session]);
  return <canvas ref={canvasRef} className="live-trace" role="img" aria-label={text.session.trace(TRACE_MS / 1000)} />;
}

function draw(canvas: HTMLCanvasElement, samples: readonly TraceSample[], nowMs: number): void {
  const context = canvas.getContext('2d');
  const { clientWidth: width, clientHeight: height } = canvas;
  if (!context || width === 0) return;
  const scale = devicePixelRatio;
  if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
  }
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  const style = getComputedStyle(canvas);
  const floor = height - LINE_PX;
  const yOf = (y: number): number => floor - y * (floor - LINE_PX);
  context.lineJoin = 'round';
  for (const { phase, points } of traceRuns(samples, nowMs)) {
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last) continue;
    context.beginPath();
    for (const { x, y } of points) context.lineTo(x * width, yOf(y));
    context.strokeStyle = style.getPropertyValue(`--${phase}`);
    context.lineWidth = LINE_PX;
    context.stroke();
    context.lineTo(last.x * width, floor);
    context.lineTo(first.x * width, floor);
    context.globalAlpha = 0.35;
    context.fillStyle = style.getPropertyValue(`--${phase}-fill`);
    context.fill();
    context.globalAlpha = 1;
  }
}

const LINE_PX = 2.5;
