import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPageFile, PAGE_HEADERS } from '../../../electron/services/pageFiles.ts';
import { tempFolder } from '../../support/tempFolder.ts';

function page(): string {
  const folder = join(tempFolder(), 'page');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<p>hello</p>');
  writeFileSync(join(folder, 'assets/app.js'), '1');
  writeFileSync(join(folder, '../secret.js'), 'secret');
  writeFileSync(join(folder, 'notes.txt'), 'no type of ours');
  // Windows lets only administrators make links; there the path is simply missing.
  if (process.platform !== 'win32') symlinkSync(join(folder, '../secret.js'), join(folder, 'assets/link.js'));
  return folder;
}

describe('files of the page', () => {
  test.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['/assets/app.js', 'assets/app.js', 'text/javascript; charset=utf-8'],
  ])('%s is %s', (path, file, contentType) => {
    const folder = page();
    expect(findPageFile(folder, path)).toEqual({ path: join(folder, file), contentType });
  });

  test.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/%252e%252e%252fsecret.js',
    '/..\\secret.js',
    '/assets/app.js%00.html',
    '//secret.js',
    '//server/share/secret.js',
    'secret.js',
    '/assets',
    '/missing.js',
    '/notes.txt',
    '/%',
    '/assets/link.js',
  ])('%s is nothing', (path) => {
    expect(findPageFile(page(), path)).toBeNull();
  });
});

test('the page may load only itself, and no foreign script at all', () => {
  const policy = PAGE_HEADERS['Content-Security-Policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
});
