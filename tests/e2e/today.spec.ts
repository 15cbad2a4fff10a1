import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import type { HistoryStore } from '../../electron/services/history/store.ts';
import { text } from '../../renderer/messages/en.ts';
import type { CatalogueId, Side } from '../../shared/exercises/exerciseIds.ts';
import type { Feel, NewSet } from '../../shared/history/records.ts';
import type { SessionPlan } from '../../shared/session/sessionPlan.ts';
import { aCheckIn, aRep, aSession, aSet, measuresOf } from '../support/records.ts';
import { expect, test } from './support/app.ts';

/** A quarter past midnight, so many days ago: whenever the test runs, that day is over or under way. */
function daysAgo(days: number): number {
  const date = new Date();
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - days, 0, 15).getTime();
}

/** Three sets a side of fifteen reps, all of them answered well. */
function earn(
  store: HistoryStore,
  exercise: CatalogueId,
  sides: readonly Side[],
  atMs: number,
  nextDay?: Feel,
): string {
  const { id: sessionId } = startSession(store, atMs);
  for (const side of [1, 2, 3].flatMap(() => sides)) doSet(store, { sessionId, exercise, side, targetReps: 15 }, atMs);
  store.endSession({ id: sessionId, endedAtMs: atMs + 60_000, reason: 'finished' });
  if (nextDay) store.addFeel({ id: uuidv7(), sessionId, atMs: atMs + 86_400_000, asked: 'next-day', feel: nextDay });
  return sessionId;
}

function startSession(store: HistoryStore, startedAtMs: number): { id: string } {
  const session = aSession({ startedAtMs });
  store.startSession(session);
  return session;
}

function doSet(store: HistoryStore, change: Partial<NewSet> & { sessionId: string }, atMs: number): void {
  const set = aSet(change.sessionId, { ...change, startedAtMs: atMs });
  store.startSet(set);
  for (let n = 1; n <= set.targetReps; n++) {
    const rep = aRep(set.id, n, { side: set.side });
    store.addRep(rep);
    store.addRepMeasures(measuresOf(rep));
  }
  store.endSet({ id: set.id, endedAtMs: atMs + 50_000, reason: 'finished' });
  store.addCheckIn(aCheckIn(set.id, { atMs: atMs + 51_000 }));
}

test('the answer of the day after opens a rung, which is celebrated once', async ({ openApp }) => {
  const { page } = await openApp({
    past: (store) => {
      earn(store, 'calf-raise-double', ['both'], daysAgo(3), 'same');
      earn(store, 'calf-raise-double', ['both'], daysAgo(1));
    },
  });
  await page.getByRole('button', { name: text.feel.choices.better, exact: true }).click();
  await expect(page.getByText(text.today.feelOpened('calf-raise-single'))).toBeVisible();
  const celebration = page.getByRole('heading', { name: text.today.celebrateTitle('calf-raise-single') });
  await expect(celebration).toBeVisible();
  await page.getByRole('button', { name: text.today.celebrateDone }).click();
  await expect(celebration).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { name: text.today.greeting })).toBeVisible();
  await expect(page.getByText(text.today.next, { exact: true })).toBeVisible();
  await expect(celebration).toBeHidden();
});

test('worse the day after leads one rung back, and says so kindly', async ({ openApp }) => {
  const { page } = await openApp({
    past: (store) => {
      earn(store, 'calf-raise-double', ['both'], daysAgo(6), 'same');
      earn(store, 'calf-raise-double', ['both'], daysAgo(4), 'same');
      earn(store, 'calf-raise-single', ['left', 'right'], daysAgo(1));
    },
  });
  await page.getByRole('button', { name: text.feel.choices.worse, exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: text.today.feelThanks.worse })).toContainText(
    'one rung back',
  );
  await page.getByRole('button', { name: text.today.ladder }).click();
  const tab = page.getByRole('tab', { selected: true });
  await expect(tab).toContainText(text.exercise('calf-raise-double').name);
  await expect(page.getByRole('listitem').filter({ hasText: 'One rung back' })).toBeVisible();
});

test('a closed rung opens only with a reason, which is kept', async ({ openApp }) => {
  const { page } = await openApp();
  await page.getByRole('button', { name: text.app.ladder, exact: true }).click();
  await page.getByRole('tab', { name: text.exercise('pogo-double').name }).click();
  await expect(page.getByRole('button', { name: text.ladder.do })).toHaveCount(0);
  await page.getByRole('button', { name: text.ladder.openAnyway }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: text.ladder.overrideConfirm, exact: true }).click();
  await expect(question).toContainText(text.ladder.overrideReasonMissing);
  await question.getByRole('textbox', { name: text.ladder.overrideReason }).fill('My physio cleared me.');
  await question.getByRole('button', { name: text.ladder.overrideConfirm, exact: true }).click();
  await expect(page.getByRole('button', { name: text.ladder.do })).toBeVisible();
  await expect(page.getByText(text.ladder.override('pogo-double', 'My physio cleared me.'))).toBeVisible();
});

test('a session that was cut off goes on with what a clock leads, which begins anew, though the clock was set back', async ({
  openApp,
}) => {
  const plan: SessionPlan = {
    kind: 'own',
    blocks: [
      { exercise: 'calf-raise-double', part: 'main', sets: 1, sides: ['both'], target: { reps: 5 }, restMs: 0 },
      { exercise: 'hamstring-stretch', part: 'cool-down', sets: 1, sides: ['left'], target: { goMs: 5000 }, restMs: 0 },
    ],
  };
  const { page, sessionsAfterStop } = await openApp({
    past: (store) => {
      const atMs = Date.now() + 600_000;
      const { id: sessionId } = startSession(store, atMs);
      store.addPlan({ id: uuidv7(), sessionId, atMs, startAt: 0, plan });
      doSet(store, { sessionId, targetReps: 5, task: 0 }, atMs);
      const cut = { exercise: 'hamstring-stretch', side: 'left', targetReps: 1, targetMs: 5000, task: 1 } as const;
      store.startSet(aSet(sessionId, { ...cut, startedAtMs: atMs + 60_000 }));
    },
  });
  await expect(page.locator('.unfinished')).toContainText(text.exercise('hamstring-stretch').name);
  await page.getByRole('button', { name: text.today.resume }).click();
  await page.getByRole('button', { name: text.session.begin }).click();
  await expect(page.getByRole('heading', { name: text.summary.sessionDone })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: text.summary.finish }).click();
  await expect(page.getByRole('heading', { name: text.verdict.title })).toBeVisible();
  await expect(page.getByRole('heading', { name: text.today.unfinishedTitle })).toBeHidden();
  const [session] = await sessionsAfterStop();
  expect(session?.end?.reason).toBe('finished');
  for (const { startedAtMs, end } of session?.sets ?? []) expect(end?.endedAtMs).toBeGreaterThanOrEqual(startedAtMs);
  expect(session?.sets.map(({ task, end }) => [task, end?.reason])).toEqual([
    [0, 'finished'],
    [1, 'closed-later'],
    [1, 'finished'],
  ]);
});

test('before the first session before the camera one reads when to stop', async ({ openApp }) => {
  const { page, dataFolder } = await openApp({ settings: { redFlagsRead: false } });
  await page.getByRole('button', { name: text.blocks.start, exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: text.today.greeting })).toBeVisible();
  await page.getByRole('button', { name: text.blocks.start, exact: true }).click();
  await page.getByRole('button', { name: text.redFlags.read }).click();
  // There is no camera here, and the session says so: it has begun.
  await expect(page.getByRole('alert')).toContainText(text.problem['no-camera'].title);
  expect(JSON.parse(readFileSync(join(dataFolder, 'settings.json'), 'utf8')).redFlagsRead).toBe(true);
});

test('a measurement of one’s own stands among the checks and in the history', async ({ openApp }) => {
  const { page } = await openApp();
  await page.getByRole('button', { name: text.app.checks, exact: true }).click();
  await page.getByRole('button', { name: text.checks.enter }).click();
  await page.getByRole('radio', { name: text.checks.side('right') }).check({ force: true });
  const field = page.getByRole('textbox', { name: text.checks.entryDistance('cm') });
  await field.fill('11');
  await field.press('Tab');
  await page.getByRole('button', { name: text.checks.entrySave }).click();
  await expect(page.getByRole('row').last()).toContainText('11 cm');
  await expect(page.getByText(text.checks.passed, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: text.app.history, exact: true }).click();
  await expect(page.getByText(text.history.ankle('right', ['11 cm', text.checks.passed]))).toBeVisible();
});
