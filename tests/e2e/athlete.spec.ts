import { performanceOf } from '../../renderer/athlete/performances.ts';
import { text } from '../../renderer/messages/en.ts';
import { openHistory } from '../../tools/browser/historyPages.ts';
import { startSet } from '../../tools/browser/soleusApp.ts';
import { expect, test } from './support/app.ts';

test('without a camera the demo athlete does a set, and it is counted and kept as its own', async ({ openApp }) => {
  const { page, sessionsAfterStop } = await openApp({ settings: { poseModel: 'auto', poseDelegate: 'auto' } });
  await startSet(page, { exercise: 'calf-raise-double', reps: 2, athlete: true });
  await expect(page.getByRole('heading', { name: text.summary.title.finished })).toBeVisible({ timeout: 120_000 });
  await page.getByRole('button', { name: text.summary.finish }).click();

  // On first use the machine was measured, and the settings say what came of it.
  await page.getByRole('button', { name: text.app.settings }).click();
  await expect(
    page.getByText(/Measured on this machine: (lite|full) on the processor, about \d+ ms a picture/),
  ).toBeVisible();

  await openHistory(page, 'sessions');
  await expect(page.locator('.session-item')).toContainText(text.history.source.athlete);
  const [session] = await sessionsAfterStop();
  expect(session).toMatchObject({ source: 'athlete', sets: [{ end: { reason: 'finished' } }] });
  // However slowly this machine draws and looks.
  const truth = performanceOf('calf-raise-double', 'both', 2, 700).reps.map(({ lowerMs }) => lowerMs);
  const reps = session?.sets[0]?.reps ?? [];
  expect(reps).toHaveLength(truth.length);
  for (const [i, { measures }] of reps.entries()) {
    const lowerMs = (measures?.endMs ?? Number.NaN) - (measures?.lowerStartMs ?? Number.NaN);
    expect(Math.abs(lowerMs - (truth[i] ?? Number.NaN))).toBeLessThan(300);
  }
});
