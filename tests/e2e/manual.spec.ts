import { text } from '../../renderer/messages/en.ts';
import { startSet } from '../../tools/browser/soleusApp.ts';
import { expect, test } from './support/app.ts';

const DOUBLES = { exercise: 'calf-raise-double', reps: 3 } as const;
const NO_CAMERA = text.problem['no-camera'].title;
/** Titles of chapters and headings in `docs/manual`. */
const KEYS = 'Keys';
const GATES = 'What the gates mean';

test('the manual is fetched when it is opened, and found, read and led through by keyboard', async ({ openApp }) => {
  const { page } = await openApp();
  const fetched = (): Promise<number> =>
    page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => /\.jpg|Manual/.test(name)).length,
    );
  await expect(page.getByRole('heading', { name: text.today.greeting })).toBeVisible();
  expect(await fetched()).toBe(0);
  await page.getByRole('button', { name: text.app.manual, exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: text.manual.title })).toBeVisible();
  await expect.poll(fetched).toBeGreaterThan(2);

  const search = page.getByRole('searchbox', { name: text.manual.search });
  await search.fill('clicker');
  await expect(page.getByRole('status')).toHaveText(text.manual.found(1));
  await page.getByRole('button', { name: KEYS, exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: KEYS, exact: true })).toBeFocused();
  await expect(search).toHaveValue('');

  await page.getByRole('link', { name: 'the ladder' }).press('Enter');
  await expect(page.getByRole('heading', { name: GATES })).toBeFocused();
  await expect(page.getByRole('button', { name: GATES })).toHaveAttribute('aria-current', 'page');
});

test('its pictures are those of the colours that the person has', async ({ openApp }) => {
  const { page } = await openApp({ context: { colorScheme: 'dark' } });
  await page.getByRole('button', { name: text.app.manual, exact: true }).click();
  const picture = page.locator('.manual img').first();
  await expect
    .poll(() => picture.evaluate((img: HTMLImageElement) => [img.naturalWidth > 0, img.currentSrc.includes('-dark-')]))
    .toEqual([true, true]);
});

test('a sentence is explained over what it interrupts, and nothing of that is lost', async ({ openApp }) => {
  const { page } = await openApp();
  await startSet(page, DOUBLES);
  const means = page.getByRole('button', { name: text.manual.whatDoesThisMean });
  await means.press('Enter');
  const dialog = page.getByRole('dialog', { name: NO_CAMERA });
  await expect(dialog).toContainText(text.problem['no-camera'].advice);
  await dialog.getByRole('button', { name: /^The whole chapter/ }).press('Enter');
  await page.getByRole('link', { name: 'what happens with the picture' }).click();
  await expect(page.getByRole('dialog', { name: 'What happens with the picture' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(means).toBeFocused();
  await expect(page.getByText(NO_CAMERA)).toBeVisible();
});

test('where the manual cannot be fetched, that is said, and it is tried again', async ({ openApp }) => {
  const { page } = await openApp({ expectedErrors: /Failed to load resource/ });
  await page.route('**/HelpDialog-*.js', (route) => route.abort());
  await page.getByRole('button', { name: text.app.ladder, exact: true }).click();
  const help = page.getByRole('button', { name: text.manual.help.ladder });
  await help.click();
  await expect(page.getByText(text.manual.unavailable)).toBeVisible();
  await page.unroute('**/HelpDialog-*.js');
  await help.click();
  await expect(page.getByRole('dialog', { name: GATES })).toBeVisible();
  await expect(page.getByText(text.manual.unavailable)).toBeHidden();
});
