import type { Page } from '@playwright/test';
import cues from '../../../resources/audio/cues.json' with { type: 'json' };
import lead from '../../../resources/audio/lead.json' with { type: 'json' };

/** A clip that the page has handed to its audio clock. */
export interface Sound {
  readonly clip: string;
  /** On the audio clock, in seconds; when the call was made if it was to sound at once. */
  readonly atS: number;
}

/** Runs in the page, before the app: notes every piece of the sprite that is started or taken back. */
export function noteSounds(): void {
  const sounds: { atS: number; offsetS: number; ofS: number; node: AudioBufferSourceNode; cancelled: boolean }[] = [];
  Object.assign(globalThis, { sounds });
  const { start, stop } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (
    this: AudioBufferSourceNode,
    when = 0,
    offsetS = 0,
    durationS?: number,
  ): void {
    const atS = Math.max(when, this.context.currentTime);
    sounds.push({ atS, offsetS, ofS: this.buffer?.duration ?? 0, node: this, cancelled: false });
    start.call(this, when, offsetS, durationS);
  };
  AudioBufferSourceNode.prototype.stop = function (this: AudioBufferSourceNode, when?: number): void {
    const sound = sounds.find((s) => s.node === this);
    if (sound && sound.atS > this.context.currentTime) sound.cancelled = true;
    stop.call(this, when);
  };
}

/** What sounded, in order. */
export async function soundsOf(page: Page): Promise<Sound[]> {
  const noted = await page.evaluate(() =>
    (globalThis as unknown as { sounds: { atS: number; offsetS: number; ofS: number; cancelled: boolean }[] }).sounds
      .filter((sound) => !sound.cancelled)
      .map(({ atS, offsetS, ofS }) => ({ atS, offsetS, ofS })),
  );
  return noted
    .map(({ atS, offsetS, ofS }) => ({ atS, clip: clipAt(1000 * offsetS, 1000 * ofS) }))
    .sort((a, b) => a.atS - b.atS);
}

/** The two sprites are told apart by their lengths. */
function clipAt(offsetMs: number, ofMs: number): string {
  const farFrom = (places: object): number => Math.abs(lengthOf(places) - ofMs);
  const places = farFrom(cues) <= farFrom(lead) ? cues : lead;
  const found = Object.entries(places).find(([, [atMs = 0]]) => Math.abs(atMs - offsetMs) < 5);
  return found?.[0] ?? `unknown at ${offsetMs}`;
}

function lengthOf(places: object): number {
  return Math.max(...(Object.values(places) as [number, number][]).map(([atMs, lengthMs]) => atMs + lengthMs));
}
