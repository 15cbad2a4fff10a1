import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from '../../renderer/messages/en.ts';
import type { WelcomeStep } from '../../renderer/messages/welcome.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { expect, test } from './support/app.ts';

const NEWCOMER: Partial<Settings> = { welcomed: false, redFlagsRead: false, personHeightCm: null };

function saved(dataFolder: string): Settings {
  return JSON.parse(readFileSync(join(dataFolder, 'settings.json'), 'utf8'));
}

test('the welcome is gone through by keyboard, and each answer is saved as it is given', async ({ openApp }) => {
  const { page, dataFolder } = await openApp({ settings: NEWCOMER });
  const arrive = (step: WelcomeStep) =>
    expect(page.getByRole('heading', { name: text.welcome.steps[step].title })).toBeFocused();
  await arrive('what');
  await page.keyboard.press('Enter');
  await arrive('you');
  await page.keyboard.press('Tab');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your height must be between 120 and 230 cm.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('168');
  await page.keyboard.press('Enter');
  await arrive('side');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await arrive('equipment');
  await page.keyboard.press('Enter');
  await arrive('goals');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await arrive('stop');
  await expect
    .poll(() => saved(dataFolder))
    .toMatchObject({ personHeightCm: 168, soreSide: 'left', goals: ['stiff-calves'], welcomed: false });
  await page.getByRole('button', { name: text.redFlags.read }).press('Enter');
  await arrive('first-set');
  await page.getByRole('button', { name: text.welcome.athlete }).press('Enter');
  await expect(page.getByText(text.exercise('calf-raise-double').name)).toBeVisible();
  await expect.poll(() => saved(dataFolder)).toMatchObject({ welcomed: true, redFlagsRead: true });
});

test('skipped, it does not come again, and has not been read; it is found in the settings', async ({ openApp }) => {
  const { page, dataFolder } = await openApp({ settings: NEWCOMER });
  await page.getByRole('button', { name: text.welcome.skip }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
  expect(saved(dataFolder)).toMatchObject({ welcomed: true, redFlagsRead: false });
  await page.reload();
  await page.getByRole('button', { name: text.app.settings }).click();
  await page.getByRole('button', { name: text.settings.showStop }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(saved(dataFolder).redFlagsRead).toBe(false);
  await page.getByRole('button', { name: text.settings.showWelcome }).click();
  await expect(page.getByRole('heading', { name: text.welcome.steps.what.title })).toBeVisible();
});

test('answers that cannot be saved are kept, and saved when it is possible again', async ({ openApp }) => {
  const { page, dataFolder } = await openApp({ settings: NEWCOMER });
  // A folder where the settings are written before they are moved over.
  const blockage = join(dataFolder, 'settings.json.part');
  await page.getByRole('button', { name: text.welcome.begin }).click();
  mkdirSync(blockage);
  await page.getByLabel(text.profile.height).fill('168');
  await expect(page.getByText(text.welcome.notSaved)).toBeVisible();
  await page.getByRole('button', { name: text.welcome.skip }).click();
  await expect(page.getByText(text.welcome.notSavedAtEnd)).toBeVisible();
  rmSync(blockage, { recursive: true });
  await page.getByRole('button', { name: text.welcome.tryAgain }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
  expect(saved(dataFolder)).toMatchObject({ personHeightCm: 168, welcomed: true });
});
