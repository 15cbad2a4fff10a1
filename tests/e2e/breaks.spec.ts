import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { text } from '../../renderer/messages/en.ts';
import { type BreakSettings, DEFAULT_BREAK_SETTINGS } from '../../shared/breaks/breakSettings.ts';
import { expect, test } from './support/app.ts';
import { figureOf, press, promptIn, raises, sitting } from './support/breaks.ts';
import { noteSounds, soundsOf } from './support/sounds.ts';

const { breaks } = text;

test('it can be put off, made smaller, skipped, paused, and done on one’s word', async ({ openApp }) => {
  const { page, breaksAfterStop } = await openApp(sitting(50));
  const prompt = promptIn(page);
  await press(prompt, breaks.later);
  await expect(prompt).toContainText(breaks.snoozesLeft(2));
  await press(prompt, breaks.snooze(5));
  await expect(prompt).toBeHidden();
  await expect(page.getByRole('main')).toBeFocused();

  await press(page, text.app.breaks);
  const hero = page.locator('.breaks-hero');
  await expect(hero).toContainText('You put it off until');
  await press(hero, breaks.startNow);
  await press(hero, breaks.later);
  await expect(hero).toContainText(breaks.snoozesLeft(0));
  await press(hero, breaks.smaller);
  await expect(hero).toContainText(breaks.what(raises(5)));
  await press(hero, breaks.skip);
  await press(hero, breaks.skipReason('not-well'));
  await expect(hero.getByRole('timer')).toHaveText('45 min');
  await expect(figureOf(page, 'Skipped')).toHaveText('1');

  await press(hero, breaks.pause(60));
  await expect(hero.getByRole('timer')).toHaveText('Paused');
  await press(hero, breaks.resume);
  await expect(hero.getByRole('timer')).toHaveText('45 min');
  await press(hero, breaks.startNow);
  await press(hero, breaks.done);
  await expect(hero).toContainText(breaks.how('reported'));
  await expect(figureOf(page, 'On your word')).toHaveText('1');

  const kinds = (await breaksAfterStop()).filter(({ kind }) => kind !== 'sat');
  expect(kinds).toMatchObject([
    { kind: 'offered' },
    { kind: 'snoozed', minutes: 5 },
    { kind: 'skipped', reason: 'not-well' },
    { kind: 'done', how: 'reported', sessionId: null },
  ]);
});

test('one that is ended early is not done: it goes on, here by the clock, though that was set back', async ({
  openApp,
}) => {
  const { page, breaksAfterStop } = await openApp(sitting(50, 'step-drop-stretch'));
  const prompt = promptIn(page);
  await press(prompt, breaks.later);
  await press(prompt, breaks.smaller);
  const taking = page.getByRole('region', { name: breaks.called.taking });
  await press(taking, breaks.clock);
  await press(page, text.session.begin);
  await page.evaluate(() => {
    const plain = Date.now;
    Date.now = () => plain() - 3_600_000;
  });
  await press(page, text.session.menu);
  await press(page, text.session.endSession);
  const unfinished = page.getByRole('region', { name: breaks.unfinishedTitle });
  await expect(unfinished).toContainText('10 s');
  await press(unfinished, breaks.goOn);
  await press(page, text.session.begin);
  await expect(page.getByRole('region', { name: breaks.thanks })).toContainText(breaks.how('reported'), {
    timeout: 30_000,
  });
  const done = (await breaksAfterStop()).filter(({ kind }) => kind === 'done');
  expect(done).toMatchObject([{ how: 'reported', sessionId: expect.any(String) }]);
});

test('it comes up with a sound and without taking the focus, with a notice where another window is in front', async ({
  openApp,
}) => {
  const { page } = await openApp({
    ...sitting(44.9),
    context: { permissions: ['notifications'] },
    beforeLoad: noteNotices,
  });
  await page.evaluate(noteSounds);
  await press(page, text.app.library);
  const field = page.getByRole('searchbox');
  await field.pressSequentially('cal');
  await expect(promptIn(page)).toBeVisible();
  await expect(field).toBeFocused();
  await field.pressSequentially('f');
  await expect(field).toHaveValue('calf');
  await expect(page.locator('[aria-live=polite]').filter({ hasText: breaks.called.offered })).toContainText(
    breaks.what(raises(10)),
  );
  await expect.poll(async () => (await soundsOf(page)).filter(({ clip }) => clip === 'done')).toHaveLength(1);
  const notices = await page.evaluate(() => (globalThis as unknown as { notices: unknown }).notices);
  expect(notices).toEqual([[breaks.called.offered, breaks.what(raises(10))]]);
});

test('where notices are refused it says what that means', async ({ openApp }) => {
  const { page } = await openApp(sitting(1));
  const cdp = await page.context().newCDPSession(page);
  // As the tray of the desktop leads here.
  await page.evaluate(() => {
    location.hash = 'breaks';
  });
  await expect(page.getByText(breaks.notice.ask)).toBeVisible();
  await cdp.send('Browser.setPermission', { permission: { name: 'notifications' }, setting: 'denied' });
  await press(page, breaks.notice.allow);
  await expect(page.getByText(breaks.notice.denied)).toBeVisible();
});

test('in a window of its own there is nothing but the break, until it was read what became of it', async ({
  openApp,
}) => {
  const { page } = await openApp(sitting(50));
  const own = await windowOfBreak(page);
  await expect(own.getByRole('navigation')).toHaveCount(0);
  await press(own, breaks.done);
  await expect(own.getByText(breaks.how('reported'))).toBeVisible();
  expect(await isClosed(own)).toBe(false);
  await press(own, breaks.close);
  await expect.poll(() => isClosed(own)).toBe(true);
});

test('a window of its own goes as soon as the break is begun elsewhere', async ({ openApp }) => {
  const { page } = await openApp(sitting(50));
  const own = await windowOfBreak(page);
  await press(promptIn(page), breaks.camera);
  await expect(own.getByText(breaks.over)).toBeVisible();
  expect(await isClosed(own)).toBe(true);
  // Whoever asks for it then gets it: the other may be gone.
  await own.reload();
  await expect(own.getByRole('heading', { name: breaks.called.taking, level: 2 })).toBeVisible();
});

test('every setting has a range, and what is wrong names the field', async ({ openApp }) => {
  const { page, dataFolder } = await openApp();
  const words = text.breakSettings;
  const kept = (): BreakSettings => JSON.parse(readFileSync(join(dataFolder, 'settings.json'), 'utf8')).breaks;
  await press(page, text.app.settings);
  const interval = page.getByRole('textbox', { name: words.interval });
  await interval.fill('5');
  await interval.press('Tab');
  await expect(page.getByText('The time between breaks must be between 10 and 120 minutes.')).toBeVisible();
  await interval.fill('30');
  await interval.press('Tab');
  const monday = page.getByLabel(words.from(0, 1));
  await monday.fill('');
  await expect(page.getByRole('alert')).toHaveText(words.timeMissing(words.from(0, 1)));
  await monday.fill('22:00');
  await page.getByLabel(words.to(0, 1)).fill('02:30');
  await press(page, words.copyMonday);
  await press(page, words.addHours(6));
  for (const place of ['wall', 'desk'] as const) {
    await page.getByRole('checkbox', { name: words.place[place].label }).click({ force: true });
  }
  await expect(page.getByText('Choose at least one place for breaks.')).toBeVisible();
  await page.getByRole('checkbox', { name: words.place.floor.label }).click({ force: true });
  await press(page, words.removeTarget(text.exercise('wall-calf-stretch').name));
  const night = [{ fromMinute: 22 * 60, toMinute: 150 }];
  const sunday = [{ fromMinute: 8 * 60, toMinute: 18 * 60 }];
  await expect.poll(kept).toEqual({
    ...DEFAULT_BREAK_SETTINGS,
    intervalMinutes: 30,
    hours: [night, night, night, night, night, [], sunday],
    places: ['floor'],
    dailyTargets: [],
  });
});

/** The break in a window of its own; a tab that was not opened by a script cannot be closed by one, so it is noted. */
async function windowOfBreak(page: Page): Promise<Page> {
  await expect(promptIn(page)).toBeVisible();
  const own = await page.context().newPage();
  const storage = await page.evaluate(() => ({ ...sessionStorage }));
  await own.setViewportSize({ width: 420, height: 560 });
  await own.addInitScript(
    (keys) => {
      for (const [name, key] of Object.entries(keys)) sessionStorage.setItem(name, key);
      window.close = () => Object.assign(globalThis, { isClosed: true });
    },
    storage as Record<string, string>,
  );
  await own.goto(`${new URL(page.url()).origin}/#break`);
  await expect(own.getByRole('heading', { name: breaks.called.offered })).toBeVisible();
  return own;
}

const isClosed = (own: Page): Promise<boolean> => own.evaluate(() => 'isClosed' in globalThis);

/** Runs in the page, before the app: it is not in front, and the notices of the system are written down. */
function noteNotices(): void {
  const notices: [string, string | undefined][] = [];
  const Real = Notification;
  class Noted extends Real {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options);
      notices.push([title, options?.body]);
    }
  }
  Object.assign(globalThis, { notices, Notification: Noted });
  document.hasFocus = () => false;
}
