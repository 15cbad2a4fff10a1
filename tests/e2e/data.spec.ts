import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import type { HistoryStore } from '../../electron/services/history/store.ts';
import { text } from '../../renderer/messages/en.ts';
import { catalogueEntry } from '../../shared/exercises/catalogue.ts';
import { EXERCISE_IDS } from '../../shared/exercises/exerciseIds.ts';
import { countOf } from '../../shared/history/records.ts';
import { aCheckIn, aRep, aSession, aSet, measuresOf } from '../support/records.ts';
import { expect, test } from './support/app.ts';

const DAY_MS = 86_400_000;
const words = text.data;

/** Noon of a day, so many days ago. */
function daysAgo(days: number): number {
  const date = new Date(Date.now() - days * DAY_MS);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate(), 12).getTime();
}

interface Training {
  readonly days: number;
  readonly reps: number;
  readonly pain: number;
}

/** A session with a set of raises on each leg. */
function train(store: HistoryStore, { days, reps, pain }: Training): void {
  const startedAtMs = daysAgo(days);
  const session = aSession({ startedAtMs });
  store.startSession(session);
  for (const side of ['left', 'right'] as const) {
    const set = aSet(session.id, { startedAtMs: startedAtMs + 1, exercise: 'calf-raise-single', side });
    store.startSet(set);
    for (let n = 1; n <= reps; n++) {
      const rep = aRep(set.id, n, { atMs: startedAtMs + 3000 * n });
      store.addRep(rep);
      store.addRepMeasures(measuresOf(rep, { riseRatio: side === 'left' ? 0.05 : 0.1 }));
    }
    store.addCheckIn(aCheckIn(set.id, { atMs: startedAtMs + 60_000, pain }));
    store.endSet({ id: set.id, endedAtMs: startedAtMs + 60_000, reason: 'finished' });
  }
  store.endSession({ id: session.id, endedAtMs: startedAtMs + 120_000, reason: 'finished' });
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

async function choose(page: Page, file: string | { name: string; content: string }): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, words.choose)]);
  await chooser.setFiles(
    typeof file === 'string' ? file : { name: file.name, mimeType: 'text/plain', buffer: Buffer.from(file.content) },
  );
}

const figure = (sheet: Locator, name: string): Locator =>
  sheet.locator('div').filter({ has: sheet.page().locator('dt').getByText(name, { exact: true }) });

test('everything goes out into a file and comes in on another machine, once', async ({ openApp }) => {
  const from = await openApp({ past: (store) => train(store, { days: 2, reps: 7, pain: 1 }) });
  await press(from.page, text.app.settings);
  await from.page.getByLabel(words.folder, { exact: true }).fill(from.dataFolder);
  await press(from.page, words.saveCsv);
  await expect(from.page.getByText(words.saved(''))).toContainText('soleus-csv');
  await press(from.page, words.saveJson);
  await expect(from.page.getByText(words.saved(''))).toContainText('.json');
  const name = readdirSync(from.dataFolder).find((file) => file.startsWith('soleus-history')) ?? '';

  const to = await openApp();
  await press(to.page, text.app.settings);
  await choose(to.page, join(from.dataFolder, name));
  await expect(to.page.getByText(words.added(1, 2, 14, 19, 0))).toBeVisible();
  await choose(to.page, join(from.dataFolder, name));
  await expect(to.page.getByText(words.nothingNew)).toBeVisible();
  const damaged = readFileSync(join(from.dataFolder, name), 'utf8').replace('"side":"left"', '"side":"up"');
  await choose(to.page, { name: 'damaged.json', content: damaged });
  await expect(to.page.getByRole('alert')).toContainText('A record in this file is not as it should be');
  await expect(to.page.getByText('Record 1 of “sets”')).toBeVisible();
  await choose(to.page, { name: 'other.json', content: '{"name":"something else"}' });
  await expect(to.page.getByRole('alert')).toContainText('This is no history of Soleus');
  const [ours] = await from.sessionsAfterStop();
  expect(await to.sessionsAfterStop()).toEqual([ours]);
});

test('an old log comes in as its columns are said to mean', async ({ openApp }) => {
  const { page, sessionsAfterStop } = await openApp();
  await press(page, text.app.settings);
  const log = [
    'When,What,Leg,Times',
    '2025-02-03,Heel raises,L,12',
    '2025-02-30,Heel raises,R,12',
    '2025-02-05,Glute bridge,,15',
  ];
  await choose(page, { name: 'log.csv', content: log.join('\n') });
  const mapper = page.getByRole('region', { name: words.log.title('log.csv') });
  const pick = async (label: string, option: string): Promise<void> => {
    await mapper.getByRole('button', { name: label }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await pick(words.log.column.exercise, 'What');
  await pick(words.log.column.reps, 'Times');
  await expect(page.getByText(words.log.problem({ line: 3, code: 'date', text: '2025-02-30' }))).toBeHidden();
  await pick('Heel raises', text.exercise('calf-raise-single').name);
  await expect(page.getByText(words.log.problem({ line: 3, code: 'date', text: '2025-02-30' }))).toBeVisible();
  await press(page, words.log.add(2));
  await expect(page.getByText(words.added(2, 2, 27, 0, 0))).toBeVisible();
  const sessions = await sessionsAfterStop();
  expect(
    sessions.map(({ source, sets }) => [source, ...sets.map((set) => [set.exercise, set.side, countOf(set)])]),
  ).toEqual([
    ['imported', ['glute-bridge', 'both', 15]],
    ['imported', ['calf-raise-single', 'left', 12]],
  ]);
});

test('four weeks are one page, with the numbers of those weeks', async ({ openApp }) => {
  const past = (store: HistoryStore): void => {
    train(store, { days: 40, reps: 30, pain: 9 });
    train(store, { days: 20, reps: 8, pain: 6 });
    train(store, { days: 1, reps: 12, pain: 2 });
  };
  const { page } = await openApp({ past });
  await press(page, text.app.history);
  await press(page, text.report.title);
  const sheet = page.getByRole('article');
  await expect(figure(sheet, text.report.sessions)).toContainText(
    /2by week: 0 · [01] · [01] · 1|2by week: 0 · 1 · 0 · 1/,
  );
  await expect(figure(sheet, text.report.sets)).toContainText('4');
  await expect(figure(sheet, text.report.reps)).toContainText('40');
  await expect(figure(sheet, text.report.worstPain)).toContainText(text.report.ofTen(6));
  const row = sheet.getByRole('row', { name: `${text.exercise('calf-raise-single').name} left` });
  // Twenty reps of 0.05 body lengths in two weeks, half of what the right did.
  await expect(row).toContainText('0.4 · 0 · 0.6');
  await expect(row).toContainText(text.report.indexOf(50, 'left'));
  await expect(sheet.getByRole('img')).toHaveAccessibleName(
    text.report.painSentence(2, 6, 1, { better: 0, same: 0, worse: 0 }),
  );
});

test('the fullest four weeks fit on A4 and on Letter', async ({ openApp }) => {
  const past = (store: HistoryStore): void => {
    for (let days = 1; days <= 27; days++) {
      const startedAtMs = daysAgo(days);
      const session = aSession({ startedAtMs });
      store.startSession(session);
      for (const exercise of EXERCISE_IDS) {
        for (const side of catalogueEntry(exercise).isOneSided ? (['left', 'right'] as const) : (['both'] as const)) {
          const set = aSet(session.id, { startedAtMs, exercise, side });
          store.startSet(set);
          const rep = aRep(set.id, 1);
          store.addRep(rep);
          store.addRepMeasures(measuresOf(rep, { riseRatio: 123.4 }));
          store.addCheckIn(aCheckIn(set.id, { pain: days % 11 }));
          store.endSet({ id: set.id, endedAtMs: startedAtMs + 1000, reason: 'finished' });
        }
      }
      const value = 'A long note on how it was that day, and why. '.repeat(12).trim();
      store.amend({ id: uuidv7(), atMs: startedAtMs, of: 'session', targetId: session.id, field: 'note', value });
      store.addFeel({ id: uuidv7(), sessionId: session.id, atMs: startedAtMs, asked: 'next-day', feel: 'worse' });
      store.endSession({ id: session.id, endedAtMs: startedAtMs + 1000, reason: 'finished' });
    }
  };
  const { page } = await openApp({
    past,
    settings: { birthYear: 1984, soreSide: 'both', goals: ['running', 'desk-back'] },
  });
  await press(page, text.app.settings);
  await press(page, text.report.open);
  const sheet = page.getByRole('article');
  await expect(sheet).toContainText(text.report.footer);
  const overflow = await sheet.evaluate((paper) => [
    paper.scrollHeight - paper.clientHeight,
    paper.scrollWidth - paper.clientWidth,
  ]);
  expect(overflow).toEqual([0, 0]);
  for (const format of ['A4', 'Letter'] as const) {
    const pdf = (await page.pdf({ format })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g), format).toHaveLength(1);
  }
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('button', { name: text.report.print })).toBeHidden();
});
