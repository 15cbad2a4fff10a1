import { lexer, type MarkedToken, type Token } from 'marked';
import { CHAPTERS, type ChapterId, type ManualPlace, slugOf } from './places.ts';

/** The manual, read from the Markdown files in `docs/manual` that were built into the page. */
const SOURCES = import.meta.glob<string>('../../docs/manual/*.md', { eager: true, query: '?raw', import: 'default' });

/** A heading and what stands below it, up to the next one. */
export interface Section {
  readonly slug: string;
  readonly title: string;
  /** 1 for the chapter itself. */
  readonly depth: number;
  readonly tokens: readonly Token[];
}

export interface Chapter {
  readonly id: ChapterId;
  readonly title: string;
  /** The first one is the chapter's own beginning. */
  readonly sections: readonly Section[];
}

export const MANUAL: readonly Chapter[] = CHAPTERS.map((id) => {
  const sections = sectionsOf(SOURCES[`../../docs/manual/${id}.md`] ?? '');
  return { id, title: sections[0]?.title ?? id, sections };
});

function sectionsOf(markdown: string): Section[] {
  const sections: (Section & { tokens: Token[] })[] = [];
  for (const token of lexer(markdown)) {
    if (token.type === 'heading') {
      const title = plainText(token.tokens ?? []);
      sections.push({ slug: slugOf(title), title, depth: token['depth'], tokens: [] });
    } else {
      sections.at(-1)?.tokens.push(token);
    }
  }
  return sections;
}

/** The section of a place with those below it; the whole chapter where there is no such heading. */
export function sectionsAt({ chapter, heading }: ManualPlace): readonly Section[] {
  const { sections } = chapterOf(chapter);
  const from = sections.findIndex(({ slug }) => slug === heading);
  const [first] = sections.slice(from);
  if (from < 0 || !first) return sections;
  const next = sections.findIndex(({ depth }, i) => i > from && depth <= first.depth);
  return sections.slice(from, next < 0 ? undefined : next);
}

export function chapterOf(id: ChapterId): Chapter {
  return MANUAL.find((chapter) => chapter.id === id) ?? { id, title: id, sections: [] };
}

/** Where a link in a chapter leads: `camera.md`, `camera.md#light` or `#light`; null when not into the manual. */
export function placeOf(href: string, from: ChapterId): ManualPlace | null {
  const [file = '', heading] = href.split('#');
  const chapter = file === '' ? from : CHAPTERS.find((id) => file === `${id}.md`);
  return chapter ? { chapter, ...(heading && { heading }) } : null;
}

/** The words alone; paragraphs, list items and cells are set apart by a space. */
export function plainText(tokens: readonly Token[]): string {
  return tokens.map((token) => wordsOf(token as MarkedToken)).join('');
}

function wordsOf(token: MarkedToken): string {
  switch (token.type) {
    case 'list':
      return token.items.map((item) => `${plainText(item.tokens)} `).join('');
    case 'table':
      return [token.header, ...token.rows].flatMap((row) => row.map((cell) => `${plainText(cell.tokens)} `)).join('');
    case 'paragraph':
    case 'blockquote':
      return `${plainText(token.tokens)} `;
    case 'strong':
    case 'em':
    case 'link':
      return plainText(token.tokens);
    case 'text':
      return token.tokens ? plainText(token.tokens) : token.text;
    case 'codespan':
    case 'escape':
      return token.text;
    case 'br':
    case 'space':
      return ' ';
    default:
      return '';
  }
}
