import type { Demonstration } from './demonstrations.ts';
import { createStage, DEFAULT_STAGE, type Scenery, type Stage } from './stage.ts';

/** A place to draw demonstrations. */
export interface DemoStage {
  /** Draws a moment; the body sways by a clock of its own. */
  draw(context: CanvasRenderingContext2D, demonstration: Demonstration, tMs: number, swayMs: number): void;
  /** Must be called once by whoever opened it. */
  close(): void;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Shared {
  readonly canvas: HTMLCanvasElement;
  readonly stage: Stage;
  users: number;
  scenery: Scenery | null;
}

/** A browser allows a page about 16 contexts of its graphics card: all demonstrations share one, while any is shown. */
let shared: Shared | null = null;

/**
 * @param size of the pictures, in pixels: the same for all
 * @throws Error where WebGL is missing
 */
export function openDemoStage(size: Size): DemoStage {
  shared ??= openShared(size);
  const mine = shared;
  mine.users++;
  return {
    draw: (context, { movement, scenery }, tMs, swayMs) => {
      if (mine.scenery !== scenery) mine.stage.arrange(scenery);
      mine.scenery = scenery;
      mine.stage.draw(movement, tMs, swayMs);
      context.drawImage(mine.canvas, 0, 0);
    },
    close: () => {
      mine.users--;
      if (mine.users > 0) return;
      mine.stage.dispose();
      shared = null;
    },
  };
}

function openShared({ width, height }: Size): Shared {
  const canvas = document.createElement('canvas');
  const stage = createStage(canvas, { ...DEFAULT_STAGE, widthPx: width, heightPx: height });
  return { canvas, stage, users: 0, scenery: null };
}
