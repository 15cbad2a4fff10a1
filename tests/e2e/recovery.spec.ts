import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { text } from '../../renderer/messages/en.ts';
import { countOf } from '../../shared/history/records.ts';
import { replayTrace } from '../../shared/trace/replay.ts';
import { parseTrace } from '../../shared/trace/trace.ts';
import { startSet } from '../../tools/browser/soleusApp.ts';
import { EIGHT_DOUBLES, TEN_BRISK } from '../../tools/clips/fakeCameraClips.ts';
import { expect, test } from './support/app.ts';

const SET_WITHIN_MS = 110_000;

test('killed in mid-set, every announced rep is kept and the set can go on', async ({ openApp }) => {
  const first = await openApp({ clip: TEN_BRISK, expectedErrors: /WebSocket|ERR_CONNECTION/ });
  await startSet(first.page, { exercise: 'calf-raise-double', reps: 5 });
  await expect(first.page.locator('.count')).toHaveText('3', { timeout: SET_WITHIN_MS });
  await first.host.kill();
  // The next rep cannot be saved, so it is not announced: the screen says why and the count stays.
  await expect(first.page.getByRole('alert')).toContainText(text.callError['not-connected'].title);
  await expect(first.page.locator('.count')).toHaveText('3');
  await first.page.context().browser()?.close();

  const again = await openApp({ clip: TEN_BRISK, dataFolder: first.dataFolder });
  const { name } = text.exercise('calf-raise-double');
  await expect(again.page.getByRole('heading', { name: text.today.unfinishedTitle })).toBeVisible();
  await expect(again.page.locator('.unfinished')).toContainText(`${name}, 3 of 5 reps`);
  await again.page.getByRole('button', { name: text.today.resume }).click();
  await expect(again.page.locator('.count')).toHaveText('3', { timeout: SET_WITHIN_MS });
  await expect(again.page.getByRole('heading', { name: text.summary.title.finished })).toBeVisible({
    timeout: SET_WITHIN_MS,
  });
  await again.page.getByRole('button', { name: text.summary.finish }).click();
  await expect(again.page.getByRole('heading', { name: text.today.greeting })).toBeVisible();
  await expect(again.page.getByRole('heading', { name: text.today.unfinishedTitle })).toBeHidden();

  const sessions = await again.sessionsAfterStop();
  expect(sessions).toHaveLength(1);
  expect(sessions[0]?.end).not.toBeNull();
  const [set, ...others] = sessions[0]?.sets ?? [];
  expect(others).toEqual([]);
  expect(set?.reps.map((rep) => rep.n)).toEqual([1, 2, 3, 4, 5]);
});

test('a miscounted set: keys correct it, its trace is kept and replays to the same reps', async ({ openApp }) => {
  const { page, sessionsAfterStop } = await openApp({ clip: EIGHT_DOUBLES });
  await startSet(page, { exercise: 'calf-raise-double', reps: 20 });
  await expect(page.locator('.count')).toHaveText('2', { timeout: SET_WITHIN_MS });
  await page.keyboard.press('-');
  await expect(page.locator('.count')).toHaveText('1');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect(page.locator('.count')).toHaveText('3');
  await page.keyboard.press(' ');
  await expect(page.getByText(text.session.paused, { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').getByRole('button', { name: text.session.end }).click();
  await expect(page.getByRole('heading', { name: text.summary.title.stopped })).toBeVisible();
  await page.getByRole('button', { name: text.summary.miscounted }).click();
  const kept = page.locator('.miscounted [role=status]');
  await expect(kept).toContainText('jsonl.gz');
  const path = ((await kept.textContent()) ?? '').replace(text.summary.traceSaved(''), '');
  await page.getByRole('button', { name: text.summary.finish }).click();
  await expect(page.getByRole('heading', { name: text.today.greeting })).toBeVisible();

  const trace = parseTrace(gunzipSync(readFileSync(path)).toString());
  expect(JSON.stringify(trace)).not.toMatch(/image\/|base64/);
  const [session] = await sessionsAfterStop();
  const set = session?.sets[0];
  expect(set && countOf(set)).toBe(3);
  expect(set?.corrected).toBe(1);
  const replay = replayTrace(trace);
  expect(
    replay.reps.map(({ startMs, topMs, lowerStartMs, endMs }) => ({ startMs, topMs, lowerStartMs, endMs })),
  ).toEqual(
    set?.reps.map(({ measures }) => ({
      startMs: measures?.startMs ?? undefined,
      topMs: measures?.topMs,
      lowerStartMs: measures?.lowerStartMs ?? undefined,
      endMs: measures?.endMs ?? undefined,
    })),
  );
});
