import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lexer, type MarkedToken, type Token, walkTokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { MANUAL, placeOf, plainText } from '../../renderer/help/chapters.ts';
import { PICTURE_FILES, pictureOf } from '../../renderer/help/pictures.ts';
import { CHAPTERS } from '../../renderer/help/places.ts';
import { text } from '../../renderer/messages/en.ts';
import { CATALOGUE_IDS } from '../../shared/exercises/exerciseIds.ts';
import { stringsIn } from '../support/strings.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'docs/manual');

/** What `Passage` shows, and what it leaves out on purpose. */
const SHOWN = /^(paragraph|text|escape|strong|em|codespan|br|blockquote|link|image|list|list_item|table|space|html)$/;

function tokensOf(tokens: readonly Token[]): MarkedToken[] {
  const all: MarkedToken[] = [];
  walkTokens([...tokens], (token) => {
    all.push(token as MarkedToken);
  });
  return all;
}

describe('the manual', () => {
  test('shows every file of its folder, in the order of its list', () => {
    const index = lexer(readFileSync(join(FOLDER, 'README.md'), 'utf8'));
    const links = tokensOf(index).flatMap((token) => (token.type === 'link' ? [[token.href, token.text]] : []));
    expect(links).toEqual(MANUAL.map(({ id, title }) => [`${id}.md`, title]));
    expect(readdirSync(FOLDER).sort()).toEqual(['README.md', ...CHAPTERS.map((id) => `${id}.md`)].sort());
  });

  test('has each heading once, so that each can be led to', () => {
    const slugs = MANUAL.flatMap(({ sections }) => sections.map(({ slug }) => slug));
    expect(slugs.filter((slug, i) => slugs.indexOf(slug) !== i)).toEqual([]);
  });

  test('has nothing in its pictures’ list that it does not show, and less than 2 MB of them', () => {
    const shown = MANUAL.flatMap(({ sections }) => sections.flatMap(({ tokens }) => tokensOf(tokens)))
      .filter((token) => token.type === 'image')
      .map(({ href }) => href.replace('..', '../../docs'));
    const files = Object.keys(PICTURE_FILES);
    expect(files.filter((file) => file.endsWith('-light.jpg')).sort()).toEqual([...new Set(shown)].sort());
    const bytes = files.map((file) => statSync(join(ROOT, file.replace('../../', ''))).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
  });

  const labels = new Set([...stringsIn(text), ...CATALOGUE_IDS.map((id) => text.exercise(id).name)]);

  describe.each(MANUAL)('$title', ({ id, sections }) => {
    const tokens = sections.flatMap((section) => tokensOf(section.tokens));

    test('is written with what the app can show', () => {
      expect(tokens.filter(({ type }) => !SHOWN.test(type)).map(({ raw }) => raw)).toEqual([]);
      expect(sections.map(({ depth }) => depth)).toEqual(
        sections.map(({ depth }, i) => (i === 0 ? 1 : Math.min(depth, 3, (sections[i - 1]?.depth ?? 0) + 1))),
      );
    });

    test('leads only to what is there, and never out of the manual', () => {
      for (const link of tokens.filter((token) => token.type === 'link')) {
        const place = placeOf(link.href, id);
        const slugs = MANUAL.find(({ id: chapter }) => chapter === place?.chapter)?.sections.map(({ slug }) => slug);
        expect(slugs, link.raw).toContain(place?.heading ?? slugs?.[0]);
      }
      for (const picture of tokens.filter((token) => token.type === 'image')) {
        expect(pictureOf(picture.href), picture.raw).not.toBeNull();
        // Says what is to be seen: more than a title, and no sentence.
        expect(picture.text, picture.raw).toMatch(/^\p{Lu}.{40,130}[^.]$/u);
      }
    });

    test('calls what it shows in bold as the app does', () => {
      const bold = tokens.flatMap((token) => (token.type === 'strong' ? [plainText(token.tokens)] : []));
      expect(bold.filter((words) => !labels.has(words))).toEqual([]);
    });
  });
});
