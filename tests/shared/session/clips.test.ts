import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HIGHEST_SPOKEN_NUMBER, numberInWords, spokenClips, TONES } from '../../../shared/session/clips.ts';

const AUDIO = join(import.meta.dirname, '../../../resources/audio');
const places = JSON.parse(readFileSync(join(AUDIO, 'cues.json'), 'utf8')) as Record<string, [number, number]>;

describe('recorded clips', () => {
  test('every word and tone that the app can play is in the sprite', () => {
    for (const name of [...spokenClips().keys(), ...TONES]) expect(places, name).toHaveProperty([name]);
  });

  test('the sprite holds nothing else', () => {
    expect(Object.keys(places)).toHaveLength(spokenClips().size + TONES.length);
  });

  test('clips do not overlap', () => {
    const inOrder = Object.values(places).sort(([a], [b]) => a - b);
    inOrder.slice(1).forEach(([at], i) => {
      const [before = 0, length = 0] = inOrder[i] ?? [];
      expect(at).toBeGreaterThan(before + length);
    });
  });

  test('every number is shorter than 0.6 s', () => {
    for (let n = 1; n <= HIGHEST_SPOKEN_NUMBER; n++) expect(places[`number-${n}`]?.[1]).toBeLessThan(600);
  });

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
