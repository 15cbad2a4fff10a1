import type { Page } from '@playwright/test';
import places from '../../../resources/audio/cues.json' with { type: 'json' };

/** A clip that the page has handed to its audio clock. */
export interface Sound {
  readonly clip: string;
  /** On the audio clock, in seconds; when the call was made if it was to sound at once. */
  readonly atS: number;
}

/** Runs in the page, before the app: notes every piece of the sprite that is started or taken back. */
export function noteSounds(): void {
  const sounds: { atS: number; offsetS: number; node: AudioBufferSourceNode; cancelled: boolean }[] = [];
  Object.assign(globalThis, { sounds });
  const { start, stop } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (
    this: AudioBufferSourceNode,
    when = 0,
    offsetS = 0,
    durationS?: number,
  ): void {
    sounds.push({ atS: Math.max(when, this.context.currentTime), offsetS, node: this, cancelled: false });
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
    (globalThis as unknown as { sounds: { atS: number; offsetS: number; cancelled: boolean }[] }).sounds
      .filter((sound) => !sound.cancelled)
      .map(({ atS, offsetS }) => ({ atS, offsetS })),
  );
  return noted.map(({ atS, offsetS }) => ({ atS, clip: clipAt(1000 * offsetS) })).sort((a, b) => a.atS - b.atS);
}

function clipAt(offsetMs: number): string {
  const found = Object.entries(places).find(([, [atMs = 0]]) => Math.abs(atMs - offsetMs) < 5);
  return found?.[0] ?? `unknown at ${offsetMs}`;
}
