import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { numberInWords, SPRITES, spokenClips, spriteOf, TONES } from '../../../shared/session/clips.ts';

const AUDIO = join(import.meta.dirname, '../../../resources/audio');
describe.each(SPRITES)('the recorded clips of %s', (sprite) => {
  const places = JSON.parse(readFileSync(join(AUDIO, `${sprite}.json`), 'utf8')) as Record<string, [number, number]>;

  test('are all words and tones that the app can play from it, and nothing else', () => {
    const wanted = [...spokenClips().keys(), ...TONES].filter((clip) => spriteOf(clip) === sprite);
    expect(Object.keys(places).sort()).toEqual(wanted.sort());
  });

  test('do not overlap', () => {
    const inOrder = Object.values(places).sort(([a], [b]) => a - b);
    inOrder.slice(1).forEach(([at], i) => {
      const [before = 0, length = 0] = inOrder[i] ?? [];
      expect(at).toBeGreaterThan(before + length);
    });
  });

  test('numbers are shorter than 0.6 s, and what leads shorter than 6 s', () => {
    for (const [clip, [, lengthMs]] of Object.entries(places)) {
      expect(lengthMs, clip).toBeLessThan(clip.startsWith('number-') ? 600 : 6000);
    }
  });
});

describe('numbers in words', () => {
  test.each([
    [1, 'one'],
    [13, 'thirteen'],
    [20, 'twenty'],
    [27, 'twenty seven'],
    [30, 'thirty'],
  ])('%d is %s', (n, words) => {
    expect(numberInWords(n)).toBe(words);
  });

  test.each([0, 31, 1.5])('%d is not recorded', (n) => {
    expect(() => numberInWords(n)).toThrow(RangeError);
  });
});
