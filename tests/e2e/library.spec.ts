import { text } from '../../renderer/messages/en.ts';
import { expect, test } from './support/app.ts';

const HOPS = text.exercise('pogo-double');
const STRETCH = text.exercise('hamstring-stretch');

test('an exercise is found with a slip in its name, moves under the focus alone, and is explained', async ({
  openApp,
}) => {
  const { page } = await openApp();
  await page.getByRole('button', { name: text.app.library, exact: true }).click();
  await expect(page.getByRole('status')).toHaveText(text.library.found(28));
  await expect(page.locator('canvas')).toHaveCount(0);

  await page.getByRole('searchbox', { name: text.library.search }).fill('doubel pogo');
  await expect(page.getByRole('status')).toHaveText(text.library.found(1));
  const card = page.getByRole('button', { name: HOPS.name, exact: true });
  await card.focus();
  await expect(page.locator('canvas')).toHaveCount(1);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: HOPS.name })).toBeFocused();
  for (const words of [HOPS.setUp, HOPS.safety, text.library.gate, ...HOPS.steps]) {
    await expect(page.getByText(words)).toBeVisible();
  }
  await expect(page.getByRole('img', { name: text.library.demonstration(HOPS.name) })).toBeVisible();

  await page.getByRole('button', { name: text.library.back }).click();
  await expect(card).toBeFocused();
  await expect(page.getByRole('searchbox')).toHaveValue('doubel pogo');
});

test('filters that leave nothing say so, and everything comes back', async ({ openApp }) => {
  const { page } = await openApp({ settings: { equipment: [] } });
  await page.getByRole('button', { name: text.app.library, exact: true }).click();
  await page.getByRole('searchbox').fill('roller jumping');
  await expect(page.getByText(text.library.nothingHint)).toBeVisible();
  await page.getByRole('button', { name: text.library.showAll }).click();
  await expect(page.getByRole('status')).toHaveText(text.library.found(28));
  await page.getByText(text.library.onlyAtHand).click();
  await expect(page.getByRole('button', { name: text.exercise('step-drop-stretch').name })).toHaveCount(0);
  await expect(page.getByRole('button', { name: STRETCH.name })).toBeVisible();
});
