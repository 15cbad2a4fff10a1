import type { Page } from '@playwright/test';
import { text } from '../../renderer/messages/en.ts';

/** Opens the history at one of its tabs. */
export async function openHistory(page: Page, tab: keyof typeof text.history.tabs): Promise<void> {
  await page.getByRole('button', { name: text.app.history, exact: true }).click();
  await page.getByRole('tab', { name: text.history.tabs[tab], exact: true }).click();
}

/** Opens the session at the top of the list. */
export async function openLatestSession(page: Page): Promise<void> {
  await openHistory(page, 'sessions');
  await page.locator('.session-item').first().getByRole('button').first().click();
  await page.locator('.set-card').first().waitFor();
}
