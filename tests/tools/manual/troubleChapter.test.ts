import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { sectionsAt } from '../../../renderer/help/chapters.ts';
import { explanationOf, UNKNOWN } from '../../../renderer/help/places.ts';
import { text } from '../../../renderer/messages/en.ts';
import type { Problem } from '../../../renderer/messages/problem.ts';
import { adviceIn, titleOf, withTodaysHeadings } from '../../../tools/manual/troubleChapter.ts';
import { TROUBLES } from '../../../tools/manual/troubles.ts';

const ROOT = join(import.meta.dirname, '../../..');
const CHAPTER = readFileSync(join(ROOT, 'docs/manual/troubleshooting.md'), 'utf8');
/** Where there are sentences for people; the last three are said in the terminal. */
const SPOKEN = [
  'renderer/messages/*.ts',
  'shared/breaks/breakWords.ts',
  'electron/trayMenu.ts',
  'electron/launch.ts',
  'electron/browserHost.ts',
  'tools/setup.mjs',
  'tools/start.mjs',
];
/** Words in which the app says that something is not right. */
const TROUBLE =
  /\b(cannot|could not|may not|does not|is no|not there|damaged|missing|failed|taken by|are taken|needs Node)\b|; it (must|can) be /;
/** Sentences that only sound like it, with the reason why they need no entry. */
const NO_TROUBLE: Readonly<Record<string, string>> = {
  'It cannot be put off any more.': 'the limit is the person’s own',
  'It may not notice …: pause the breaks for those.': 'what helps is said with it',
  'This system does not tell for sure, so it may go unnoticed.': 'a limit, told where it is set',
  'There is no time for both today. “…” has its turn next.': 'a reason of the plan',
  'There is no backup that is whole. From now on Soleus makes one on each day on which something changes.':
    'stands in the dialog that recovery.title explains',
  'The date is missing.': 'one of the lines that data.log.problems explains',
  'You cannot stand on tiptoe or push off.': 'a sign of the body',
  '… damaged or replaced … kept beside yours: …, in …. Soleus never deletes them; you may.': 'what is kept, and where',
  'Your calf is no better after two weeks, or keeps going tight. The cause may lie in your back.': 'a sign of the body',
};
const SENTENCES = TROUBLES.flatMap(({ sentences }) => Object.entries(sentences));

function problemsIn(value: unknown): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  const isProblem = 'title' in value && 'advice' in value;
  return isProblem ? [value as Problem] : Object.values(value).flatMap(problemsIn);
}

/** Every text in a file, with … in place of what is put into it. */
function textsIn(file: string): string[] {
  const texts: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, value, quasis } = node as {
      type?: string;
      value?: unknown;
      quasis?: { value: { cooked: string } }[];
    };
    if (type === 'Literal' && typeof value === 'string') texts.push(value);
    if (type === 'TemplateLiteral') texts.push((quasis ?? []).map((part) => part.value.cooked).join(UNKNOWN));
    Object.values(node).forEach(walk);
  };
  walk(parseSync(file, readFileSync(file, 'utf8')).program);
  return texts;
}

/** Finds a text in another one, whatever was put into it. */
function patternOf(words: string): RegExp {
  const parts = words.replace(/\.$/, '').split(UNKNOWN);
  return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'));
}

describe('the chapter on what is not right', () => {
  const said = SPOKEN.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).flatMap((file) =>
    textsIn(join(ROOT, file)),
  );

  test('forgets no sentence that sounds like trouble', () => {
    const explained = SENTENCES.flatMap(([, sentence]) =>
      typeof sentence === 'string' ? [sentence] : [sentence.title, sentence.advice, sentence.adviceInApp ?? ''],
    );
    const forgotten = said.filter(
      (words) => /[.:?]$/.test(words) && TROUBLE.test(words) && !explained.some((one) => patternOf(words).test(one)),
    );
    expect([...new Set(forgotten)].sort()).toEqual(Object.keys(NO_TROUBLE).sort());
  });

  test('explains nothing in the terminal that is not said there', () => {
    const terminal = SENTENCES.filter(([key]) => key.startsWith('terminal.'));
    expect(terminal.map(([, sentence]) => sentence).filter((sentence) => !said.includes(titleOf(sentence)))).toEqual(
      [],
    );
  });

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
