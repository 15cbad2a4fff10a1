import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openDatabase } from '../../electron/services/history/database.ts';
import { createHistoryStore, type HistoryStore } from '../../electron/services/history/store.ts';
import { DATABASE_FILE } from '../../electron/services/history/swap.ts';
import { text } from '../../renderer/messages/en.ts';
import type { NewSession, NewSet } from '../../shared/history/records.ts';
import { aRep, aSession, aSet } from '../support/records.ts';
import { type AppOptions, expect, type OpenApp, test } from './support/app.ts';

const words = text.backups;

test('back up, choose a folder, and go back', async ({ openApp }) => {
  const chosen = mkdtempSync(join(tmpdir(), 'soleus-e2e-backups-'));
  try {
    const session = aSession({ startedAtMs: Date.now() - 3_600_000 });
    const set = aSet(session.id);
    const { page, dataFolder } = await openApp({
      past: (store) => {
        store.startSession(session);
        store.startSet(set);
        for (const n of [1, 2, 3]) store.addRep(aRep(set.id, n));
        store.endSet({ id: set.id, endedAtMs: Date.now(), reason: 'finished' });
        store.endSession({ id: session.id, endedAtMs: Date.now(), reason: 'finished' });
      },
    });
    const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
    await press(text.app.settings);
    const part = page.getByRole('region', { name: words.title });
    await expect(part).toContainText(words.none);

    const folder = page.getByRole('textbox', { name: words.ownFolder });
    await folder.fill(join(chosen, 'not', 'there'));
    await press(words.use);
    await expect(part.getByRole('alert')).toContainText(text.callError['backup-folder'].title);
    await folder.fill(chosen);
    await press(words.use);
    await expect(part).toContainText(words.goTo(chosen));
    await press(words.now);
    await expect(part.getByRole('status')).toContainText(words.made);
    await expect(part.getByRole('row')).toHaveCount(2);
    await expect(part.getByRole('row').nth(1)).toContainText('3');
    expect(readdirSync(chosen)).toHaveLength(1);

    await part.getByRole('button', { name: /Restore the backup/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: words.confirm }).click();
    await expect(part.getByRole('status')).toContainText('Your history is as it was on');
    await expect(part.getByRole('row')).toHaveCount(3);
    await expect(part).toContainText(words.kind.replaced);
    await expect(part).toContainText('One history that was damaged or replaced is kept beside yours');
    expect(readdirSync(join(dataFolder, 'history')).filter((name) => name.startsWith('replaced-'))).toHaveLength(1);
    await press(text.app.history);
    await expect(page.getByRole('main')).toContainText(text.exercise(set.exercise).name);

    rmSync(chosen, { recursive: true });
    await press(text.app.settings);
    await expect(part).toContainText(words.folderProblem.missing);
    await press(text.app.today);
    const away = page.locator('main > .notice');
    await expect(away).toContainText(text.notice['backup-folder-away'](chosen));
    await press(text.app.settings);
    await press(words.useUsual);
    await expect(part).not.toContainText(words.folderProblem.missing);
    await press(text.app.today);
    await expect(away).toBeHidden();
  } finally {
    rmSync(chosen, { recursive: true, force: true });
  }
});

const HARMS = [
  ['damaged', text.recovery.title, (file: string) => writeFileSync(file, 'lightning '.repeat(3000))],
  ['removed', text.recovery.goneTitle, (file: string) => rmSync(file)],
] as const;

/** A session of three reps in this folder, and a backup of it; the app is closed again. */
async function backedUp(
  openApp: (options: AppOptions) => Promise<OpenApp>,
  dataFolder: string,
  andThen: (store: HistoryStore, session: NewSession) => void = () => undefined,
): Promise<{ session: NewSession; set: NewSet }> {
  const session = aSession({ startedAtMs: Date.now() - 3_600_000 });
  const set = aSet(session.id);
  const { page, host } = await openApp({
    dataFolder,
    past: (store) => {
      store.startSession(session);
      store.startSet(set);
      for (const n of [1, 2, 3]) store.addRep(aRep(set.id, n));
      andThen(store, session);
    },
  });
  await page.getByRole('button', { name: text.app.settings, exact: true }).click();
  await page.getByRole('button', { name: words.now, exact: true }).click();
  await expect(page.getByText(words.made)).toBeVisible();
  await host.stop();
  return { session, set };
}

for (const [what, title, harm] of HARMS) {
  test(`a ${what} history: the newest backup is offered, and is there when it is taken`, async ({ openApp }) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'soleus-e2e-damaged-'));
    try {
      const { session, set } = await backedUp(openApp, dataFolder, (store, { id }) =>
        store.endSession({ id, endedAtMs: Date.now(), reason: 'finished' }),
      );
      harm(join(dataFolder, 'history', DATABASE_FILE));

      const { page, sessionsAfterStop } = await openApp({ dataFolder });
      const dialog = page.getByRole('alertdialog', { name: title });
      await expect(dialog).toContainText('with 3 reps');
      await dialog.getByRole('button', { name: /^Use the backup of/ }).click();
      await expect(dialog).toBeHidden();
      await page.getByRole('button', { name: text.app.history, exact: true }).click();
      await expect(page.getByRole('main')).toContainText(text.exercise(set.exercise).name);
      expect((await sessionsAfterStop()).map(({ id }) => id)).toEqual([session.id]);
    } finally {
      rmSync(dataFolder, { recursive: true, force: true });
    }
  });
}

test('damage that is found while it runs is told at the next step, with the backup from before', async ({
  openApp,
}) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'soleus-e2e-damaged-'));
  try {
    const { set } = await backedUp(openApp, dataFolder);
    const { db } = openDatabase(join(dataFolder, 'history'), 'now');
    createHistoryStore(db).addRep(aRep(set.id, 4));
    db.close();
    spoilIndex(join(dataFolder, 'history', DATABASE_FILE), set.exercise);

    const { page } = await openApp({ dataFolder });
    const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
    await press(text.app.settings);
    const dialog = page.getByRole('alertdialog', { name: text.recovery.title });
    await expect(dialog).toBeHidden();
    await press(words.now);
    await expect(page.getByText(words.made)).toBeVisible();
    await press(text.app.history);
    await expect(dialog).toContainText(text.recovery.read({ sessions: 1, reps: 4 }));
    // By now there is a newer backup, of what could be read; it has four.
    await expect(dialog).toContainText('with 3 reps');
    await dialog.getByRole('button', { name: text.recovery.goOn }).click();
    await expect(page.getByRole('main')).toContainText(text.exercise(set.exercise).name);
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
});

/** Has an index say otherwise than its table: harm that only a close look finds. */
function spoilIndex(file: string, exercise: string): void {
  const db = new Database(file, { readonly: true });
  const root = db.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'sets_by_exercise'").pluck().get() as number;
  const size = db.pragma('page_size', { simple: true }) as number;
  db.close();
  const bytes = readFileSync(file);
  bytes.write('x', bytes.indexOf(exercise, (root - 1) * size));
  writeFileSync(file, bytes);
}
