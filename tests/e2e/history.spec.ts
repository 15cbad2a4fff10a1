import type { Locator, Page } from '@playwright/test';
import type { HistoryStore } from '../../electron/services/history/store.ts';
import { text } from '../../renderer/messages/en.ts';
import { openHistory, openLatestSession } from '../../tools/browser/historyPages.ts';
import { PEOPLE } from '../../tools/people/person.ts';
import { seedPerson } from '../../tools/people/seedPerson.ts';
import { aRep, aSession, aSet, measuresOf } from '../support/records.ts';
import { expect, test } from './support/app.ts';
import { cut, cutableSockets, loseNextAnswer } from './support/cutableSockets.ts';

/** A quarter past midnight, so many days ago: whenever the test runs, that day is over or under way. */
function daysAgo(days: number): number {
  const date = new Date();
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - days, 0, 15).getTime();
}

/** Two sessions: the older one of ten double raises, the later one of eight with a fault in the third. */
function twoSessions(store: HistoryStore): void {
  for (const [days, reps] of [
    [3, 10],
    [1, 8],
  ] as const) {
    const session = aSession({ startedAtMs: daysAgo(days) });
    const set = aSet(session.id, { startedAtMs: daysAgo(days) });
    store.startSession(session);
    store.startSet(set);
    for (let n = 1; n <= reps; n++) {
      const rep = aRep(set.id, n, { atMs: daysAgo(days) + 3000 * n });
      store.addRep(rep);
      store.addRepMeasures(measuresOf(rep, n === 3 && reps === 8 ? { faults: ['shallow'] } : {}));
    }
    store.endSet({ id: set.id, endedAtMs: daysAgo(days) + 60_000, reason: 'finished' });
    store.endSession({ id: session.id, endedAtMs: daysAgo(days) + 61_000, reason: 'finished' });
  }
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

test('what was counted is put right beside what was seen, and taken back', async ({ openApp }) => {
  const { page, sessionsAfterStop } = await openApp({ past: twoSessions });
  await openLatestSession(page);
  const count = page.locator('.set-card-count');
  await expect(count).toHaveText('8');

  // By keyboard to the third rep, which has a fault, and which was none.
  await page.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(
    page.getByRole('radio', { name: new RegExp(`^${text.sessions.rep(3)},.*${text.fault.shallow}`) }),
  ).toBeChecked();
  await press(page, text.sessions.notARep);
  await expect(count).toHaveText('7');
  await expect(page.getByText(text.sessions.seen(8))).toBeVisible();

  await press(page, text.sessions.correctOf(1));
  await press(page, text.sessions.countMore);
  await expect(count).toHaveText('8');
  await press(page, text.sessions.countMore);
  await expect(count).toHaveText('9');
  await page.locator('.set-correct').getByText(text.sessions.sides.left, { exact: true }).click();
  await expect(page.getByText(text.sessions.seenSide('both'))).toBeVisible();
  await press(page, `${text.sessions.noteAdd}: ${text.sessions.theSession}`);
  await page.getByRole('textbox', { name: text.sessions.noteOf(text.sessions.theSession) }).fill('New shoes');
  await press(page, text.sessions.noteSave);
  await expect(page.locator('.session-note')).toHaveText('New shoes');

  // One after the other, the last first: the note, the side, one of the reps.
  await press(page, text.sessions.undo);
  await expect(page.getByText('New shoes')).toBeHidden();
  await press(page, text.sessions.undo);
  await expect(page.getByText(text.sessions.seenSide('both'))).toBeHidden();
  await press(page, text.sessions.undo);
  await expect(count).toHaveText('8');

  const [session] = await sessionsAfterStop();
  const [set] = session?.sets ?? [];
  expect(set).toMatchObject({ side: 'both', recordedSide: 'both', corrected: 1 });
  // Nothing that was seen is gone.
  expect(set?.reps.map(({ counts }) => counts)).toEqual([true, true, false, true, true, true, true, true]);
});

test('what cannot be saved stays in its field, and what was saved without an answer is not added twice', async ({
  openApp,
}) => {
  const { page } = await openApp({ past: twoSessions, beforeLoad: cutableSockets, expectedErrors: /WebSocket/ });
  await openLatestSession(page);
  await press(page, `${text.sessions.noteAdd}: ${text.sessions.theSession}`);
  const note = page.getByRole('textbox', { name: text.sessions.noteOf(text.sessions.theSession) });
  await note.fill('New shoes');
  await cut(page, true);
  await press(page, text.sessions.noteSave);
  await expect(page.getByRole('alert')).toContainText(text.callError['not-connected'].title);
  await expect(note).toHaveValue('New shoes');
  await cut(page, false);
  await note.evaluate(typeOnWhileItIsSaved, { save: text.sessions.noteSave, more: ', blue' });
  await expect(page.getByText(text.sessions.changed)).toBeVisible();
  await expect(note).toHaveValue('New shoes, blue');
  await press(page, text.sessions.noteSave);
  await expect(page.locator('.session-note')).toHaveText('New shoes, blue');
  await expect(page.getByRole('alert')).toBeHidden();

  const count = page.locator('.set-card-count');
  await press(page, text.sessions.correctOf(1));
  await loseNextAnswer(page, 'history.addCorrection');
  await press(page, text.sessions.countMore);
  await expect(page.getByRole('alert')).toContainText(text.callError['not-connected'].title);
  await expect(count).toHaveText('9');
});

test('a session is deleted after a question, found among the deleted, and had back', async ({ openApp }) => {
  const { page } = await openApp({ past: twoSessions });
  await openLatestSession(page);
  await press(page, text.sessions.delete);
  await page.getByRole('alertdialog').getByRole('button', { name: text.sessions.deleteCancel }).click();
  await expect(page.locator('.set-card')).toBeVisible();
  await press(page, text.sessions.delete);
  await press(page, text.sessions.deleteConfirm);
  await expect(page.getByRole('heading', { name: text.sessions.total(1) })).toBeVisible();

  // At once …
  await press(page, text.sessions.undo);
  await expect(page.getByRole('heading', { name: text.sessions.total(2) })).toBeVisible();
  // … or later.
  await openLatestSession(page);
  await press(page, text.sessions.delete);
  await press(page, text.sessions.deleteConfirm);
  await press(page, text.sessions.deletedList);
  await page.getByRole('button', { name: new RegExp(`^${text.sessions.restore}`) }).click();
  await expect(page.getByText(text.sessions.deletedNone)).toBeVisible();
  await press(page, text.sessions.backTo);
  await expect(page.getByRole('heading', { name: text.sessions.total(2) })).toBeVisible();
});

test('the list is narrowed, and two sessions stand side by side', async ({ openApp }) => {
  const { page } = await openApp({ past: twoSessions });
  await openHistory(page, 'sessions');
  const total = (n: number): Locator => page.getByRole('heading', { name: text.sessions.total(n) });
  await expect(total(2)).toBeVisible();
  await page.getByText(text.sessions.withFaults, { exact: true }).click();
  await expect(total(1)).toBeVisible();
  await press(page, text.sessions.clear);
  await expect(total(2)).toBeVisible();
  await page.getByRole('searchbox').fill('shoes');
  await expect(total(0)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(total(2)).toBeVisible();

  await page.locator('.session-item').first().getByRole('button').click();
  await press(page, text.sessions.compareWith);
  await page.getByRole('button', { name: /^Compare with/ }).click();
  const reps = page.getByRole('row', { name: new RegExp(`^${text.sessions.measure.reps}`) }).first();
  // The earlier one first.
  await expect(reps.getByRole('cell')).toHaveText(['10', '8', '-2']);
});

test('the calendar is gone through by keyboard, and leads to the sessions of a day', async ({ openApp }) => {
  const { page } = await openApp({ past: twoSessions });
  await press(page, text.app.history);
  const today = page.locator('.calendar-day-last');
  await expect(today).toHaveAttribute('tabindex', '0');
  await today.focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('button.calendar-day:focus')).toHaveAttribute('aria-label', /1 session/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: text.sessions.total(1) })).toBeVisible();
  await expect(page.locator('.session-item')).toContainText('8 reps');
});

test('lengths follow the setting, everywhere', async ({ openApp }) => {
  const { page } = await openApp({ past: twoSessions, settings: { units: 'imperial' } });
  await openLatestSession(page);
  await page.locator('.timeline-rep').first().click();
  await expect(page.locator('.rep-panel')).toContainText('about 2.8 in');
  await press(page, text.app.settings);
  const inches = page.getByRole('textbox', { name: text.profile.heightInches });
  await expect(page.getByRole('textbox', { name: text.profile.heightFeet })).toHaveValue('5');
  await inches.fill('10');
  await page.getByText(text.profile.unit.metric, { exact: true }).click();
  await expect(page.getByRole('textbox', { name: text.profile.height })).toHaveValue('177.8');
});

test('every chart’s table equals its picture', async ({ openApp }) => {
  const { page } = await openApp({
    past: (store) => {
      const [ana] = PEOPLE;
      if (ana) seedPerson(store, ana, daysAgo(0));
    },
  });
  await openHistory(page, 'trends');
  await page.locator('.chart-picture').first().waitFor();
  await page.getByRole('button', { name: new RegExp(text.trends.exercise) }).click();
  await page.getByRole('option', { name: text.exercise('calf-raise-eccentric').name }).click();
  await expect(page.getByRole('heading', { name: text.exercise('calf-raise-eccentric').name })).toBeVisible();
  const drawn = page.locator('.chart:has(.chart-picture)');
  const titles = await drawn.getByRole('heading').allTextContents();
  expect(titles.length).toBeGreaterThan(8);
  for (const [i, title] of titles.entries()) {
    const chart = drawn.nth(i);
    await chart.locator('summary').click();
    await chart.locator('tbody tr').first().waitFor();
    const table = await readTable(chart);
    const picture = await chart.evaluate(readPicture);
    expect(picture.series.length, title).toBe(table[0]?.length);
    picture.series.forEach((points, column) => {
      const cells = table.flatMap((row) => row[column] ?? []);
      expect(points.length, title).toBe(cells.length);
      points.forEach((value, n) => {
        // As exact as the words in the table and the pixels of the picture.
        expect(Math.abs(value - (cells[n] ?? Number.NaN)), `${title}, ${n}`).toBeLessThanOrEqual(picture.tolerance);
      });
    });
  }

  // The same numbers one by one, by keyboard.
  const keys = drawn.first().getByRole('slider');
  await keys.focus();
  const last = await keys.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowLeft');
  await expect(keys).not.toHaveAttribute('aria-valuetext', last ?? '');
  await expect(drawn.first().locator('.chart-readout')).toHaveText((await keys.getAttribute('aria-valuetext')) ?? '');
});

/** The numbers in the table, row by row; null where there is none. */
async function readTable(chart: Locator): Promise<(number | null)[][]> {
  const rows = await chart.locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) => (await row.getByRole('cell').allTextContents()).map((cell) => numberIn(cell))),
  );
}

function numberIn(words: string): number | null {
  const found = /-?\d+(\.\d+)?/.exec(words);
  return found ? Number(found[0]) : null;
}

/**
 * Runs in the page: reads the values back out of the drawing, by the ticks of its y axis alone. The tolerance is what a pixel and
 * a half is worth, and the last digit of the words.
 */
function readPicture(chart: Element): { series: number[][]; tolerance: number } {
  const svg = chart.querySelector('.chart-picture');
  const ticks = [...(svg?.querySelectorAll('.chart-axis-y .visx-axis-tick') ?? [])].map((tick) => {
    const line = tick.querySelector('line')?.getBoundingClientRect();
    const value = Number(/-?\d+(\.\d+)?/.exec(tick.textContent ?? '')?.[0]);
    return { value, px: ((line?.top ?? 0) + (line?.bottom ?? 0)) / 2 };
  });
  const [low, high] = [ticks[0], ticks.at(-1)];
  if (!low || !high || low.px === high.px) throw new Error('There are not two ticks.');
  const perPx = (high.value - low.value) / (high.px - low.px);
  const valueAt = (px: number): number => low.value + (px - low.px) * perPx;
  const middle = (element: Element): number => {
    const { top, bottom } = element.getBoundingClientRect();
    return (top + bottom) / 2;
  };
  const series = [...(svg?.querySelectorAll('.chart-series') ?? [])].map((group) => [
    ...[...group.querySelectorAll('.chart-mark')].map((mark) => valueAt(middle(mark))),
    ...[...group.querySelectorAll('.chart-bar')].map((bar) => valueAt(bar.getBoundingClientRect().top)),
  ]);
  return { series, tolerance: 1.6 * Math.abs(perPx) + 0.051 };
}

/** Runs in the page, on a text field: the answer cannot be back before it is through. */
function typeOnWhileItIsSaved(field: Node, { save, more }: { readonly save: string; readonly more: string }): void {
  [...document.querySelectorAll('button')].find((button) => button.textContent === save)?.click();
  const area = field as HTMLTextAreaElement;
  area.focus();
  area.setSelectionRange(area.value.length, area.value.length);
  document.execCommand('insertText', false, more);
}
