import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const document = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8');

const nameOf = (path: string): string => path.split('node_modules/').at(-1) ?? path;
const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, locked]) => ({ name: nameOf(path), ...locked }));

/** The document's parts by their headings. */
const parts = new Map(
  document
    .split(/^## /m)
    .slice(1)
    .map((part) => [part.slice(0, part.indexOf('\n')), part] as const),
);
const partOf = (heading: string): string => parts.get(heading) ?? '';

/** The licences that the document names: for what is shipped, and besides for tools. */
const [ofShipped = '', ofTools = ''] = partOf('Licences').split('Tools may also be under');
const WITHOUT_NUMBER = ['MIT', 'ISC', 'Unlicense', 'WTFPL'];
const licencesIn = (text: string): string[] =>
  text.split(/[\s,()]+/).filter((word) => /\d/.test(word) || WITHOUT_NUMBER.includes(word));
const SHIPPED = licencesIn(ofShipped);
const OF_TOOLS = [...SHIPPED, ...licencesIn(ofTools)];

/** Whether each part of an expression is on the list, or where there is a choice one of them. */
function isAllowed(license: string | undefined, list: readonly string[]): boolean {
  const choices = (license ?? 'none').replaceAll(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(/ and /i).every((part) => list.includes(part)));
}

/** The rows of a part's table, cell by cell. */
function rowsOf(heading: string): string[][] {
  const lines = [...partOf(heading).matchAll(/^\| (.+) \|$/gm)].map(([, cells = '']) => cells.split(' | '));
  // The first names the columns.
  return lines.slice(1);
}

describe('every package', () => {
  test('that is shipped has a licence that allows it', () => {
    const shipped = packages.filter(({ dev }) => !dev);
    expect(shipped.length).toBeGreaterThan(10);
    expect(shipped.filter(({ license }) => !isAllowed(license, SHIPPED))).toEqual([]);
  });

  test('that is a tool has one too', () => {
    expect(packages.filter(({ license }) => !isAllowed(license, OF_TOOLS))).toEqual([]);
  });

  test('is locked to its contents', () => {
    expect(packages.filter(({ integrity, link }) => !integrity && !link)).toEqual([]);
  });

  test('with a script at install is known, and only Node’s runs', () => {
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
    const withScripts = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
    expect(withScripts.length).toBeGreaterThan(0);
    expect(withScripts.filter((name) => manifest.allowScripts[name] === undefined)).toEqual([]);
    expect(Object.keys(manifest.allowScripts).filter((name) => manifest.allowScripts[name])).toEqual(['node']);
    const scripts = Object.entries(manifest.allowScripts);
    expect(rowsOf('Scripts at install').map(([name, runs]) => [name, runs])).toEqual(
      scripts.map(([name, runs]) => [name, runs ? 'yes, by `tools/setup.mjs`' : 'no']),
    );
  });

  test('has a licence that another one has too, or the list names one in vain', () => {
    const used = packages.flatMap(({ license }) => (license ?? '').replaceAll(/[()]/g, '').split(/ (?:OR|and|AND) /));
    expect(OF_TOOLS.length).toBeGreaterThan(10);
    expect(OF_TOOLS.filter((license) => !used.includes(license))).toEqual([]);
    expect(new Set(OF_TOOLS).size).toBe(OF_TOOLS.length);
  });
});

describe('every package that we chose', () => {
  test.each([
    ['In the app', manifest.dependencies],
    ['Tools', manifest.devDependencies],
  ])('stands in the document under “%s”, with its licence and a reason, and no other does', (heading, chosen) => {
    const rows = rowsOf(heading);
    expect(rows.map(([name, license]) => [name, license])).toEqual(
      Object.keys(chosen).map((name) => [name, lock.packages[`node_modules/${name}`]?.license]),
    );
    for (const [name, , reason = ''] of rows) expect(reason.trim().length, name).toBeGreaterThan(3);
  });

  test('has an exact version', () => {
    const chosen = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(chosen.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

test.each([
  ['GPL-3.0', false],
  ['MIT AND GPL-3.0', false],
  ['(MIT OR GPL-3.0)', true],
  ['Apache-2.0 AND MIT', true],
  [undefined, false],
])('%s: %s', (license, allowed) => {
  expect(isAllowed(license, SHIPPED)).toBe(allowed);
});
