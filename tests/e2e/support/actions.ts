import type { Page } from '@playwright/test';
import { text } from '../../../renderer/messages/en.ts';
import type { ExerciseId } from '../../../shared/exercises/exerciseIds.ts';

/** What a person does on the screen. */
export async function startSet(
  page: Page,
  {
    exercise,
    reps,
    leg,
    athlete = false,
  }: { exercise: ExerciseId; reps: number; leg?: 'left' | 'right'; athlete?: boolean },
): Promise<void> {
  await page.getByRole('radio', { name: text.exercise(exercise).name }).check({ force: true });
  if (leg) await page.getByRole('radio', { name: text.side(leg), exact: true }).check({ force: true });
  const field = page.getByRole('textbox', { name: text.today.reps });
  await field.fill(String(reps));
  await field.press('Tab');
  await page.getByRole('button', { name: athlete ? text.today.demo : text.today.start, exact: true }).click();
}
