import { describe, expect, test } from 'vitest';
import { MANUAL } from '../../../renderer/help/chapters.ts';
import { findInManual } from '../../../renderer/manual/find.ts';
import { text } from '../../../renderer/messages/en.ts';

const titles = (query: string): string[] => findInManual(MANUAL, query).map(({ section }) => section.title);

describe('looking something up in the manual', () => {
  test('finds a sentence that the app shows first, with a few of its words', () => {
    expect(titles('disk is full')[0]).toBe(text.callError['disk-full'].title);
    expect(titles('Stand still')[0]).toBe(text.setup.instruction['stand-still']);
  });

  test('finds what begins with the letters typed, whatever their case, and all words in one place', () => {
    const [hit] = findInManual(MANUAL, 'CLICK scr');
    expect(hit?.section.title).toBe('Keys');
    expect(hit?.extract.filter((_, i) => i % 2 === 1).map((word) => word.toLowerCase())).toContain('click');
    expect(titles('lick')).toEqual([]);
  });

  test('shows the words around what was found, cut at words', () => {
    for (const { section, extract } of findInManual(MANUAL, 'the')) {
      expect(extract.join('').length, section.title).toBeLessThan(220);
    }
  });

  test.each(['', '  ', '…', '(', 'a.*(b'])('takes “%s” as it is', (query) => {
    expect(() => titles(query)).not.toThrow();
  });

  test('says nothing of nothing', () => {
    expect(titles('  ')).toEqual([]);
    expect(titles('xylophone')).toEqual([]);
  });
});
