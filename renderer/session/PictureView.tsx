import { useEffect, useRef } from 'react';
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

/** The person as in a mirror, with a light skeleton and the working leg marked. Mirrored by CSS alone. */
export function PictureView({ source, frame, side, phase }: PictureViewProps) {
  const videoRef = useRef<HTMLVideoElement>(null);
  const canvasRef = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const video = videoRef.current;
    if (!video) return;
    video.srcObject = source.stream;
    void video.play().catch(() => undefined);
    return () => {
      video.srcObject = null;
    };
  }, [source]);
  useEffect(() => {
    const canvas = canvasRef.current;
    if (canvas) drawSkeleton(canvas, frame, side, phase);
  }, [frame, side, phase]);
  const { width = 640, height = 480 } = source.track.getSettings();
  return (
    <div className="picture" style={{ aspectRatio: `${width} / ${height}` }}>
      <video ref={videoRef} muted playsInline />
      <canvas ref={canvasRef} width={width} height={height} />
    </div>
  );
}

const WORKING_BONES: readonly string[] = ['Hip', 'Knee', 'Ankle', 'Heel', 'Toe'];

function drawSkeleton(
  canvas: HTMLCanvasElement,
  frame: PoseFrame | null,
  side: Side,
  phase: PictureViewProps['phase'],
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  context.clearRect(0, 0, canvas.width, canvas.height);
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
