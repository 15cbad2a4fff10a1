import { writeFileSync } from 'node:fs';
import { text } from '../../renderer/messages/en.ts';
import { openSoleus, startSet } from '../browser/soleusApp.ts';
import { EIGHT_DOUBLES } from '../clips/fakeCameraClips.ts';

const EVERY_S = 30;
/** As much as can be planned: with the clip, about three hours. */
const SET = { exercise: 'calf-raise-double', reps: 200, sets: 10 } as const;
/** Models, audio and the recording's first minutes are loaded by then. */
const SETTLED_AFTER_S = 120;

/** Counts for a long time and watches the memory of the page and its worker, as the browser itself measures it. */
export async function soak(minutes: number, file: string): Promise<void> {
  const app = await openSoleus({ clip: EIGHT_DOUBLES });
  const samples: { readonly atS: number; readonly megabytes: number }[] = [];
  try {
    const { page } = app;
    // The clip starts over when it ends: the session goes on for as long as the soak, from set to set by itself.
    await startSet(page, SET);
    await page.locator('.count').waitFor({ timeout: 60_000 });
    for (let atS = 0; atS <= 60 * minutes; atS += EVERY_S) {
      const finish = page.getByRole('button', { name: text.summary.finish, exact: true });
      if (await finish.isVisible()) {
        await finish.click();
        await startSet(page, SET);
      }
      const megabytes = await page.evaluate(memoryInMegabytes);
      samples.push({ atS, megabytes });
      console.log(`${String(atS).padStart(5)} s  ${megabytes.toFixed(1)} MB`);
      await page.waitForTimeout(1000 * EVERY_S);
    }
  } finally {
    await app.close();
  }
  const settled = samples.filter(({ atS }) => atS >= SETTLED_AFTER_S).map(({ megabytes }) => megabytes);
  const [least, most] = [Math.min(...settled), Math.max(...settled)];
  const swing = (most - least) / (most + least);
  writeFileSync(file, `${JSON.stringify({ minutes, samples, swing }, null, 2)}\n`);
  console.log(
    `Memory after ${SETTLED_AFTER_S} s: ${least.toFixed(1)}–${most.toFixed(1)} MB, ±${(100 * swing).toFixed(1)} % (bar ±5 %)`,
  );
  process.exitCode = swing <= 0.05 ? 0 : 1;
}

/** Runs in the page, which is isolated from other origins and so may ask. */
async function memoryInMegabytes(): Promise<number> {
  const measure = (performance as { measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }> })
    .measureUserAgentSpecificMemory;
  if (!measure) throw new Error('This browser does not measure memory.');
  return (await measure.call(performance)).bytes / 1e6;
}
