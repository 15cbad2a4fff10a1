import { type Chapter, plainText, type Section } from '../help/chapters.ts';

/** A section that answers a search. */
export interface Hit {
  readonly chapter: Chapter;
  readonly section: Section;
  /** Its words around the first that was looked for, in turn without and with a mark. */
  readonly extract: readonly string[];
}

/** Words around what was found, in letters to either side. */
const AROUND = 70;

/** The sections in which every word that was typed begins a word: first those that have them in their heading. */
export function findInManual(manual: readonly Chapter[], query: string): Hit[] {
  const typed = wordsOf(query);
  if (typed.length === 0) return [];
  const hits = manual.flatMap((chapter) =>
    chapter.sections.flatMap((section) => {
      const words = plainText(section.tokens).replace(/\s+/g, ' ').trim();
      if (!holdsAll(`${section.title} ${words}`, typed)) return [];
      const hit: Hit = { chapter, section, extract: extractOf(words, typed) };
      return [{ hit, isInTitle: holdsAll(section.title, typed) }];
    }),
  );
  const [inTitle, inText] = [true, false].map((where) => hits.filter(({ isInTitle }) => isInTitle === where));
  return [...(inTitle ?? []), ...(inText ?? [])].map(({ hit }) => hit);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [];
}

function holdsAll(text: string, typed: readonly string[]): boolean {
  const words = wordsOf(text);
  return typed.every((beginning) => words.some((word) => word.startsWith(beginning)));
}

function extractOf(words: string, typed: readonly string[]): string[] {
  const parts = words.split(new RegExp(`(?<![\\p{Letter}\\p{Number}])(${typed.join('|')})`, 'giu'));
  const before = parts[0] ?? '';
  const cut = before.length > AROUND ? before.indexOf(' ', before.length - AROUND) : -1;
  const shown: string[] = [];
  let left = 2 * AROUND;
  for (const part of [cut < 0 ? before : `…${before.slice(cut)}`, ...parts.slice(1)]) {
    if (left <= 0) break;
    shown.push(part.length > left ? `${part.slice(0, part.lastIndexOf(' ', left))} …` : part);
    left -= part.length;
  }
  return shown;
}
