import { useEffect, useRef, useState } from 'react';
import type { Side } from '../../shared/exercises/exerciseIds.ts';
import {
  BONES,
  isInsideFrame,
  LANDMARK,
  type LandmarkName,
  type PoseFrame,
  SEEN_VISIBILITY,
} from '../../shared/pose/landmarks.ts';
import type { FrameSource } from '../capture/camera.ts';

interface PictureViewProps {
  readonly source: FrameSource;
  readonly frame: PoseFrame | null;
  readonly side: Side;
  /** Colours the working leg. */
  readonly phase: 'rest' | 'raise' | 'hold' | 'lower';
}

/**
 * The person as in a mirror, with a light skeleton and the working leg marked. Picture and skeleton are drawn together,
 * once for each reading; mirrored by CSS alone.
 */
export function PictureView({ source, frame, side, phase }: PictureViewProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const video = useVideo(source);
  useEffect(() => {
    const canvas = canvasRef.current;
    if (canvas && video) draw(canvas, video, frame, side, phase);
  }, [video, frame, side, phase]);
  const { width = 640, height = 480 } = source.track.getSettings();
  return <canvas ref={canvasRef} className="picture" width={width} height={height} />;
}

/** The source as something that can be drawn. It is not on the page: the browser would draw each of its pictures. */
function useVideo(source: FrameSource): HTMLVideoElement | null {
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  useEffect(() => {
    const element = document.createElement('video');
    element.muted = true;
    element.playsInline = true;
    element.srcObject = source.stream;
    void element.play().catch(() => undefined);
    setVideo(element);
    return () => {
      element.srcObject = null;
    };
  }, [source]);
  return video;
}

const WORKING_BONES: readonly string[] = ['Hip', 'Knee', 'Ankle', 'Heel', 'Toe'];

function draw(
  canvas: HTMLCanvasElement,
  video: HTMLVideoElement,
  frame: PoseFrame | null,
  side: Side,
  phase: PictureViewProps['phase'],
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  const image = frame?.image;
  if (!image) return;
  const style = getComputedStyle(canvas);
  const phaseColour = style.getPropertyValue(`--skeleton-${phase}`);
  const thickness = canvas.width / 160;
  const works = (name: LandmarkName): boolean =>
    WORKING_BONES.some((part) => name.endsWith(part)) && (side === 'both' || name.startsWith(side));
  context.lineCap = 'round';
  for (const [from, to] of BONES) {
    const a = image[LANDMARK[from]];
    const b = image[LANDMARK[to]];
    if (!a || !b || a.visibility < SEEN_VISIBILITY || b.visibility < SEEN_VISIBILITY) continue;
    if (!isInsideFrame(a) || !isInsideFrame(b)) continue;
    const isWorking = works(from) && works(to);
    context.strokeStyle = isWorking ? phaseColour : 'rgb(255 255 255 / 75%)';
    context.lineWidth = isWorking ? 2 * thickness : thickness;
    context.beginPath();
    context.moveTo(a.x * canvas.width, a.y * canvas.height);
    context.lineTo(b.x * canvas.width, b.y * canvas.height);
    context.stroke();
  }
}
