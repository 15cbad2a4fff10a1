import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Clip } from './clips.ts';
import { inStudios, type StudioPage } from './studioPage.ts';

/**
 * Clips as files for Chromium's fake camera: JPEG pictures one after the other, which it plays at 30 a second, in a loop.
 * Rendered once and kept in .cache/clips until the clip or the athlete changes.
 */
const ROOT = join(import.meta.dirname, '../..');
const CACHE = join(ROOT, '.cache/clips');

/** The files of these clips, rendering those that are missing; `report` hears of each. */
export async function renderedClips(
  clips: readonly Clip[],
  report: (line: string) => void,
): Promise<Map<string, string>> {
  mkdirSync(CACHE, { recursive: true });
  const athlete = hashOfAthlete();
  const files = new Map(
    clips.map((clip) => [clip.name, join(CACHE, `${clip.name}-${hashOfClip(clip, athlete)}.mjpeg`)]),
  );
  // The longest first, so that no studio is left with one at the end.
  const missing = clips
    .filter((clip) => !existsSync(files.get(clip.name) ?? ''))
    .sort((a, b) => movingMs(b) - movingMs(a));
  if (missing.length === 0) return files;
  report(`Drawing the demo athlete (${missing.length} clips, once) …`);
  await inStudios(missing, async (studio, clip) => {
    await render(studio, clip, files.get(clip.name) ?? '');
    report(`  ${clip.name}: ${(clip.movement.durationMs / 1000).toFixed(0)} s`);
  });
  return files;
}

function movingMs({ movement, stills = [] }: Clip): number {
  return movement.durationMs - stills.reduce((sum, [fromMs, toMs]) => sum + toMs - fromMs, 0);
}

async function render(studio: StudioPage, clip: Clip, file: string): Promise<void> {
  const part = `${file}.part`;
  const out = createWriteStream(part);
  await studio.pictures(clip, (jpeg) => out.write(jpeg));
  out.end();
  await finished(out);
  renameSync(part, file);
}

function hashOfClip(clip: Clip, athlete: string): string {
  return createHash('sha256').update(athlete).update(JSON.stringify(clip)).digest('hex').slice(0, 16);
}

/** Changes when the athlete is drawn differently; what it does is part of the clip. */
function hashOfAthlete(): string {
  const hash = createHash('sha256');
  const athlete = readdirSync(join(ROOT, 'renderer/athlete')).map((name) => `renderer/athlete/${name}`);
  for (const file of [...athlete.sort(), 'tools/clips/studio.ts'])
    hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}
