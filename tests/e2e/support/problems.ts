import type { Page } from '@playwright/test';
import type { Problem } from '../../../renderer/messages/problem.ts';
import { expect } from './app.ts';

export async function expectProblem(page: Page, problem: Problem): Promise<void> {
  const card = page.getByRole('alert');
  await expect(card).toContainText(problem.title);
  await expect(card).toContainText(problem.advice);
}
