import { describe, expect, test } from 'vitest';
import { text } from '../../../renderer/messages/en.ts';
import { formatWeekday } from '../../../renderer/messages/format.ts';
import { initialBreaks } from '../../../shared/breaks/breakState.ts';
import { type BreaksView, viewBreaks } from '../../../shared/breaks/breaksView.ts';
import { momentWords } from '../../../shared/breaks/breakWords.ts';
import { chooseDose } from '../../../shared/breaks/dose.ts';
import { OUTLOOK_REASONS } from '../../../shared/breaks/outlook.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { MINUTE, NINE, senseOf, UTC } from '../../support/breaks.ts';

const SETTINGS = DEFAULT_SETTINGS;
const DOSE = chooseDose({
  ...{ settings: SETTINGS, done: [], nowMs: NINE, dayOf: UTC.dayOf },
  ...{ size: 'usual', isSilent: false },
});
const VIEW: BreaksView = viewBreaks(
  { settings: SETTINGS.breaks, local: UTC },
  initialBreaks(NINE),
  senseOf(),
  DOSE,
  NINE,
);

const sitting = (leftMs: number): BreaksView => ({ ...VIEW, why: 'interval', nextAtMs: NINE + leftMs });

describe('the words of the breaks', () => {
  test.each(OUTLOOK_REASONS)('%s is a whole sentence, whether or not it is known until when', (why) => {
    for (const nextAtMs of [null, NINE + MINUTE]) {
      const words = text.breaks.when({ ...VIEW, why, nextAtMs, pausedUntilMs: nextAtMs });
      expect(words).toMatch(/^[\p{Lu}“].*\.$/u);
      expect(words).not.toMatch(/undefined|null|NaN/);
    }
  });

  test('the time that is left is told as one would say it', () => {
    expect(text.breaks.countdown(sitting(44.2 * MINUTE))).toBe('45 min');
    expect(text.breaks.countdown(sitting(80 * MINUTE))).toBe('1 h 20 min');
    expect(text.breaks.countdown(sitting(30 * 60 * MINUTE))).toBe(formatWeekday(NINE + 30 * 60 * MINUTE));
    expect(text.breaks.countdown(sitting(75_000))).toBe('1:15');
    expect(text.breaks.countdown(sitting(-5000))).toBe('In a moment');
    expect(text.breaks.countdown({ ...sitting(MINUTE), why: 'paused' })).toBe('Paused');
  });

  test('a pause tells whether it ends by itself, and when', () => {
    const paused = (untilMs: number | null): string =>
      text.breaks.when({ ...VIEW, why: 'paused', pausedUntilMs: untilMs });
    expect(paused(null)).toBe('Breaks are paused until you go on with them.');
    expect(paused(NINE + MINUTE)).toBe(`Breaks are paused until ${momentWords(NINE + MINUTE, NINE)}.`);
    expect(paused(NINE + 24 * 60 * MINUTE)).toContain(`until ${formatWeekday(NINE + 24 * 60 * MINUTE)} `);
  });

  test('the next one in a line: when it is by the clock, else what it waits for', () => {
    expect(text.breaks.nextIs(sitting(45 * MINUTE))).toMatch(/^in 45 min, at .*45/);
    expect(text.breaks.nextIs({ ...VIEW, why: 'call', nextAtMs: null })).toContain('call');
  });
});
