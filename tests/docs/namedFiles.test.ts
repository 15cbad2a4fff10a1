import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lexer, type MarkedToken, walkTokens } from 'marked';
import { describe, expect, test } from 'vitest';

/** What the documents for developers name is there: files, folders, commands, links. */
const ROOT = join(import.meta.dirname, '../..');
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md'];
/** Made by a command, or by the app. */
const MADE = /^(out|dist|\.cache|node_modules)\b/;

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const files = globSync('**/*.*', { cwd: ROOT, exclude: (path) => MADE.test(path) }).map((path) =>
  path.replaceAll('\\', '/'),
);

/** A path from the root or the end of one, such as `setCues.ts`, `words/` or `tools/*.mjs`. */
function isThere(named: string): boolean {
  const end = new RegExp(`(^|/)${named.replace(/[.+]/g, '\\$&').replace('*', '[^/]+').replace(/\/$/, '/.*')}$`);
  return MADE.test(named) || files.some((file) => end.test(file) || file.startsWith(`${named}/`));
}

describe.each(DOCUMENTS)('%s', (document) => {
  const tokens: MarkedToken[] = [];
  walkTokens(lexer(readFileSync(join(ROOT, document), 'utf8')), (token) => {
    tokens.push(token as MarkedToken);
  });
  const codes = tokens.flatMap((token) => (token.type === 'codespan' || token.type === 'code' ? [token.text] : []));

  test('names only files and folders that are there', () => {
    const named = codes
      // What begins with ~ or % lies on the machines of those who use the app.
      .filter((code) => !/^[~%]/.test(code))
      .flatMap((code) => code.split(/\s+/))
      .filter((word) => /^[\w.*-]+(\/[\w.*-]*)+$|^[\w-]+\.(ts|tsx|mjs|cjs|md|json|html|svg|yml)$/.test(word));
    expect(named.filter((word) => !isThere(word))).toEqual([]);
  });

  test('names only commands that are there', () => {
    const named = codes.flatMap((code) =>
      [...code.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name),
    );
    expect(named.filter((name = '') => !(name in scripts))).toEqual([]);
  });

  test('leads only to what is there', () => {
    const hrefs = tokens.flatMap((token) => (token.type === 'link' || token.type === 'image' ? [token.href] : []));
    const own = hrefs.filter((href) => !href.startsWith('https://'));
    expect(own.filter((href) => !existsSync(join(ROOT, dirname(document), href.split('#')[0] ?? '')))).toEqual([]);
  });
});
