import type { Clip } from '../clips/clips.ts';
import { inStudios, type StudioPage } from '../clips/studioPage.ts';
import type { StoredTrace } from './traceCodec.ts';
import { readTrace, recipeOf, writeTrace } from './traceFiles.ts';

/** The stored trace shows what the clip is to show. */
export function isFresh(clip: Clip, stored: StoredTrace | null): boolean {
  return stored?.recipe === recipeOf(clip);
}

/** Draws these clips and stores what the real model sees of them; `report` hears of each. */
export async function renderTraces(
  clips: readonly Clip[],
  report: (line: string) => void,
  studioCount?: number,
): Promise<void> {
  if (clips.length === 0) return report('Every trace is up to date.');
  let waiting = clips.length;
  await inStudios(
    clips,
    async (studio, clip) => {
      const startedMs = performance.now();
      const trace = await renderTrace(studio, clip);
      writeTrace(clip.name, trace);
      waiting--;
      const seen = trace.frames.filter((frame) => frame.image).length;
      const tookS = (performance.now() - startedMs) / 1000;
      report(
        `${clip.name}: ${trace.frames.length} frames, a person in ${seen}, ${tookS.toFixed(0)} s; ${waiting} clips left`,
      );
    },
    studioCount,
  );
}

/** Those that were never rendered, or whose recipe has changed since. */
export function needRendering(clips: readonly Clip[]): Clip[] {
  return clips.filter((clip) => !isFresh(clip, readTrace(clip.name)));
}

async function renderTrace(studio: StudioPage, clip: Clip): Promise<StoredTrace> {
  const { widthPx, heightPx, personHeightCm } = clip.stage;
  return {
    recipe: recipeOf(clip),
    header: {
      trace: 'soleus/1',
      exercise: clip.exercise,
      side: clip.side,
      fps: clip.camera.fps,
      width: widthPx,
      height: heightPx,
      personHeightCm,
    },
    truth: clip.movement.reps,
    frames: await studio.poses(clip, 'lite'),
  };
}
