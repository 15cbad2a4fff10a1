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

const SHIPPED = [
  'MIT',
  'Apache-2.0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'OFL-1.1',
  'MPL-2.0',
  'Unlicense',
];
const OF_TOOLS = [...SHIPPED, 'CC-BY-4.0', 'CC0-1.0', 'Python-2.0', 'WTFPL'];

/** Whether each part of an expression is on the list, or where there is a choice one of them. */
function isAllowed(license: string | undefined, list: readonly string[]): boolean {
  const choices = (license ?? 'none').replaceAll(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(/ and /i).every((part) => list.includes(part)));
}

/** The rows of the document's tables: package and second cell. */
const rows = [...document.matchAll(/^\| (\S+) \| ([^|]+) \|/gm)].map(
  ([, name = '', second = '']) => `${name}: ${second}`,
);

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
    for (const [name, runs] of Object.entries(manifest.allowScripts)) {
      expect(document, name).toContain(`| ${name} | ${runs ? 'yes, by `tools/setup.mjs`' : 'no'} |`);
    }
  });
});

describe('every package that we chose', () => {
  const chosen = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });

  test.each(chosen.map(([name]) => name))('%s stands in the document, with its licence', (name) => {
    expect(rows).toContain(`${name}: ${lock.packages[`node_modules/${name}`]?.license}`);
  });

  test('has an exact version', () => {
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
