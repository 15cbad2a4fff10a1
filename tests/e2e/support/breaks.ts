import type { Locator, Page } from '@playwright/test';
import { text } from '../../../renderer/messages/en.ts';
import type { BreakExercise } from '../../../shared/breaks/places.ts';
import type { Block } from '../../../shared/session/sessionPlan.ts';
import { ANY_TIME, sittingFor } from '../../../tools/breaks/pastBreaks.ts';
import type { AppOptions } from './app.ts';

/**
 * Someone who has sat for so many minutes, every 45 of which a break is due; what it consists of is today's target. The athlete
 * who shows it stands still: drawn without a graphics card it takes a core of its own.
 */
export function sitting(minutes: number, exercise: BreakExercise = 'calf-raise-double'): AppOptions {
  return {
    past: (_, store) => sittingFor(store, minutes),
    context: { reducedMotion: 'reduce' },
    settings: { equipment: ['wall', 'step'], breaks: { ...ANY_TIME, dailyTargets: [{ exercise, times: 1 }] } },
  };
}

export function raises(reps: number): Block {
  const restMs = 60_000;
  return { exercise: 'calf-raise-double', part: 'main', sets: 1, sides: ['both'], target: { reps }, restMs };
}

export const press = (where: Page | Locator, name: string): Promise<void> =>
  where.getByRole('button', { name, exact: true }).click();
export const promptIn = (page: Page): Locator => page.getByRole('region', { name: text.breaks.called.offered });
export const figureOf = (page: Page, name: string): Locator =>
  page.locator('.breaks-figures div').filter({ hasText: name }).locator('dd');
