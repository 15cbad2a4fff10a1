import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { text } from '../../renderer/messages/en.ts';
import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import type { Programme } from '../../shared/settings/settings.ts';
import { expect, test } from './support/app.ts';

/** As a person does: part of the name, and the first that is found. */
async function choose(page: Page, field: string, exercise: CatalogueId): Promise<void> {
  const { name } = text.exercise(exercise);
  await page.getByRole('combobox', { name: field }).click();
  await page.keyboard.type(name);
  await expect(page.getByRole('option').first()).toContainText(name);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('a programme is made, changed, put in order, copied and deleted, and the focus goes along', async ({
  openApp,
}) => {
  const { page, dataFolder } = await openApp();
  const programmes = (): Programme[] => JSON.parse(readFileSync(join(dataFolder, 'settings.json'), 'utf8')).programmes;
  const order = () => programmes()[0]?.blocks.map(({ exercise }) => exercise);
  const row = (exercise: CatalogueId) =>
    page.getByRole('button', { name: new RegExp(`^\\d+ ?${text.exercise(exercise).name}`) });

  await page.getByRole('button', { name: text.app.programmes }).click();
  await page.getByRole('button', { name: text.programmes.create }).click();
  await choose(page, text.blocks.exercise, 'calf-raise-double');
  await expect(page.getByRole('heading', { level: 1, name: text.programmes.newName })).toBeFocused();
  await choose(page, text.blocks.add, 'wall-calf-stretch');
  await expect(row('wall-calf-stretch')).toBeFocused();
  await choose(page, text.blocks.add, 'glute-bridge');
  await expect.poll(order).toEqual(['calf-raise-double', 'glute-bridge', 'wall-calf-stretch']);

  const up = page.getByRole('button', { name: text.blocks.up(text.exercise('glute-bridge').name) });
  await up.press('Enter');
  await expect.poll(order).toEqual(['glute-bridge', 'calf-raise-double', 'wall-calf-stretch']);
  // At the top the way up is closed, and the focus is on the way down.
  await expect(page.getByRole('button', { name: text.blocks.down(text.exercise('glute-bridge').name) })).toBeFocused();

  const reps = page.getByRole('textbox', { name: text.blocks.reps });
  await reps.fill('900');
  await reps.press('Tab');
  await expect(page.getByText('Reps: 1 to 200.')).toBeVisible();
  await reps.fill('9');
  await reps.press('Tab');
  await expect.poll(() => programmes()[0]?.blocks[0]?.target).toEqual({ reps: 9 });
  await page.getByRole('button', { name: text.blocks.remove(text.exercise('glute-bridge').name) }).click();
  await expect(row('calf-raise-double')).toBeFocused();

  await page.getByLabel(text.programmes.name).fill('Morning');
  await page.getByRole('button', { name: text.programmes.duplicate }).click();
  await expect.poll(() => programmes().map(({ name }) => name)).toEqual(['Morning', 'Morning 2']);
  await page.getByRole('button', { name: text.programmes.delete }).click();
  const question = page.getByRole('alertdialog');
  await expect(question.getByRole('button', { name: text.programmes.keep })).toBeFocused();
  await question.getByRole('button', { name: text.programmes.delete }).click();
  await expect.poll(() => programmes().map(({ name }) => name)).toEqual(['Morning']);
  await expect(page.getByRole('button', { name: text.blocks.startOf('Morning') })).toBeVisible();
});
