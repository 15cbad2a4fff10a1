import type { Page } from '@playwright/test';
import { text } from '../../renderer/messages/en.ts';
import cues from '../../resources/audio/cues.json' with { type: 'json' };
import lead from '../../resources/audio/lead.json' with { type: 'json' };
import type { SpriteName } from '../../shared/session/clips.ts';
import { expect, test } from './support/app.ts';

/** Louder than this share of full scale is heard. */
const AUDIBLE = 0.01;

test('as the browser decodes it, every clip is where the sprite says and starts within 10 ms', async ({ openApp }) => {
  const { page } = await openApp();
  const fetched = (name: SpriteName) =>
    page.waitForResponse((response) => new RegExp(`/${name}[^/]*\\.webm$`).test(response.url()));
  const sprites = [
    [fetched('cues'), cues],
    [fetched('lead'), lead],
  ] as const;
  await page.getByRole('button', { name: text.app.settings }).click();
  await page.getByRole('button', { name: text.settings.listen }).click();
  for (const [sprite, places] of sprites) await expectClips(page, (await sprite).url(), places);
});

async function expectClips(page: Page, url: string, places: object): Promise<void> {
  const starts = await page.evaluate(
    async ([address, clips, audible]) => {
      const context = new OfflineAudioContext(1, 1, 24_000);
      const buffer = await context.decodeAudioData(await (await fetch(address)).arrayBuffer());
      const samples = buffer.getChannelData(0);
      return Object.entries(clips).map(([name, [atMs = 0, lengthMs = 0]]) => {
        const from = Math.round((atMs * buffer.sampleRate) / 1000);
        const part = samples.subarray(from, from + Math.round((lengthMs * buffer.sampleRate) / 1000));
        const before = samples.subarray(Math.max(0, from - 1200), from - 120);
        const first = part.findIndex((sample) => Math.abs(sample) > audible);
        return {
          name,
          startMs: first < 0 ? lengthMs : (1000 * first) / buffer.sampleRate,
          quietBefore: before.every((s) => Math.abs(s) < audible),
        };
      });
    },
    [url, places as Record<string, number[]>, AUDIBLE] as const,
  );
  expect(starts.length).toBeGreaterThan(50);
  for (const { name, startMs, quietBefore } of starts) {
    expect(startMs, name).toBeLessThan(10);
    expect(quietBefore, name).toBe(true);
  }
}
