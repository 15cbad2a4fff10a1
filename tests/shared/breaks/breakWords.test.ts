import { expect, test } from 'vitest';
import { momentWords } from '../../../shared/breaks/breakWords.ts';

test('a moment of today is told by its time, one of another day with its day', () => {
  const late = new Date(2026, 10, 18, 23, 50).getTime();
  const inAnHour = new Date(2026, 10, 19, 0, 50).getTime();
  const at = (ms: number): string =>
    new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' }).format(ms);
  const thursday = new Intl.DateTimeFormat(undefined, { weekday: 'long' }).format(inAnHour);
  expect(momentWords(late, late - 60_000)).toBe(at(late));
  expect(momentWords(inAnHour, late)).toBe(`${thursday} ${at(inAnHour)}`);
});
