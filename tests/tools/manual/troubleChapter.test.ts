import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sectionsAt } from '../../../renderer/help/chapters.ts';
import { explanationOf } from '../../../renderer/help/places.ts';
import { text } from '../../../renderer/messages/en.ts';
import type { Problem } from '../../../renderer/messages/problem.ts';
import { adviceIn, titleOf, withTodaysHeadings } from '../../../tools/manual/troubleChapter.ts';
import { TROUBLES } from '../../../tools/manual/troubles.ts';

const CHAPTER = readFileSync(join(import.meta.dirname, '../../../docs/manual/troubleshooting.md'), 'utf8');
const SENTENCES = TROUBLES.flatMap(({ sentences }) => Object.entries(sentences));

function problemsIn(value: unknown): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  const isProblem = 'title' in value && 'advice' in value;
  return isProblem ? [value as Problem] : Object.values(value).flatMap(problemsIn);
}

describe('the chapter on what is not right', () => {
  test('has the headings of today’s catalogue; `npm run manual` brings them up to date', () => {
    expect(CHAPTER).toBe(withTodaysHeadings(CHAPTER));
  });

  test('has every problem of the catalogue', () => {
    const listed = SENTENCES.map(([, sentence]) => titleOf(sentence));
    expect(problemsIn(text).filter(({ title }) => !listed.includes(title))).toEqual([]);
  });

  test.each(SENTENCES)('leads from %s to its entry', (_, sentence) => {
    expect(sectionsAt(explanationOf(titleOf(sentence))).map(({ title }) => title)).toEqual([titleOf(sentence)]);
  });

  test.each([...adviceIn(CHAPTER)])('says more of %s than the app does', (_, advice) => {
    expect(advice).toMatch(/^[\p{Lu}“*].*[.?:]/su);
  });

  test('keeps its advice when a sentence is said in other words', () => {
    const old = CHAPTER.replace('### The disk is full', '### No room on the disk');
    expect(old).not.toBe(CHAPTER);
    expect(withTodaysHeadings(old)).toBe(CHAPTER);
  });

  test('lets an entry go whose sentence is gone', () => {
    const old = CHAPTER.replace(
      '## Videos',
      '<!-- callError.gone -->\n\n### It is gone\n\nNothing helps.\n\n## Videos',
    );
    expect(adviceIn(old).get('callError.gone')).toBe('Nothing helps.');
    expect(withTodaysHeadings(old)).toBe(CHAPTER);
  });
});
