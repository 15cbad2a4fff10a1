import type { Problem } from '../../renderer/messages/problem.ts';
import { TROUBLES } from './troubles.ts';

/**
 * The manual's chapter on what is not right: its headings, and what the app itself says below them, come from the catalogue
 * of texts; what is written by hand is the beginning of the chapter and the advice of each entry.
 */
const MARKER = /^<!-- (\S+) -->$/;

/** The advice that is written for each sentence, by where the sentence stands in the catalogue. */
export function adviceIn(chapter: string): Map<string, string> {
  const advice = new Map<string, string>();
  for (const part of chapter.split(/^(?=<!-- |## )/m).slice(1)) {
    const [first = '', ...lines] = part.split('\n');
    const key = MARKER.exec(first)?.[1];
    if (key)
      advice.set(
        key,
        lines
          .filter((line) => !/^(### |> )/.test(line))
          .join('\n')
          .trim(),
      );
  }
  return advice;
}

/**
 * The chapter with the headings of today's catalogue; entries of sentences that are gone are left out. What is said in
 * several places under the same title has one entry, where it is said first.
 */
export function withTodaysHeadings(chapter: string): string {
  const advice = adviceIn(chapter);
  const [beginning = ''] = chapter.split(/^(?=## )/m);
  const byHeading = Map.groupBy(
    TROUBLES.flatMap(({ sentences }) => Object.entries(sentences)),
    ([, sentence]) => titleOf(sentence),
  );
  const groups = TROUBLES.map(({ title, sentences }) => {
    const entries = [...byHeading].flatMap(([heading, said]) => {
      const key = said[0]?.[0] ?? '';
      if (!(key in sentences)) return [];
      const quotes = said.flatMap(([, sentence]) => advicesOf(sentence)).map((words) => `> ${words}`);
      return [`<!-- ${key} -->`, `### ${heading}`, ...new Set(quotes), advice.get(key) ?? ''];
    });
    return [`## ${title}`, ...entries];
  });
  return `${[beginning.trim(), ...groups.flat()].filter((part) => part !== '').join('\n\n')}\n`;
}

/** What is said below a title, in a browser and in the app. */
function advicesOf(sentence: Problem | string): string[] {
  if (typeof sentence === 'string') return [];
  const { advice, adviceInApp } = sentence;
  return [advice, ...(adviceInApp ? [`In the app: ${adviceInApp}`] : [])];
}

export function titleOf(sentence: Problem | string): string {
  return typeof sentence === 'string' ? sentence : sentence.title;
}
