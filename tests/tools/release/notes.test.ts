import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { releaseNotes } from '../../../tools/release/notes.ts';

const ROOT = join(import.meta.dirname, '../../..');

test('the notes of a release are its part of the change log', () => {
  const changelog =
    '# Changes\n\n## [Unreleased]\n\n- later\n\n## [1.10.0] - 2027-01-02\n\n### Added\n\n- this\n\n## [1.1.0] - 2026-12-01\n\n- that\n';
  expect(releaseNotes(changelog, '1.10.0')).toBe('### Added\n\n- this');
  expect(releaseNotes(changelog, '1.1.0')).toBe('- that');
  expect(releaseNotes(changelog, '1.1')).toBeNull();
});

test('the change log speaks of the version that package.json has', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(releaseNotes(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'), version)).toContain('### Added');
});
