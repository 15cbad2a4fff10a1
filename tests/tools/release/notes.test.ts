import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { releaseNotes } from '../../../tools/release/notes.ts';

const ROOT = join(import.meta.dirname, '../../..');
const CHANGELOG = `# Changes

## [1.11.0] - not yet released

- later

## [1.10.0] - 2027-01-02

### Added

- this

## [1.1.0] - 2026-12-01

- that

## [1.0.0] - 2026-11-01
`;

describe('the notes of a release', () => {
  test('are its part of the change log', () => {
    expect(releaseNotes(CHANGELOG, '1.10.0', 'v1.10.0')).toBe('### Added\n\n- this');
    expect(releaseNotes(CHANGELOG, '1.1.0', 'v1.1.0')).toBe('- that');
  });

  test.each([
    ['the tag is of another version', '1.1.0', 'v1.1', 'The tag is v1.1, and package.json says 1.1.0.'],
    ['there is no tag', '1.1.0', undefined, 'The tag is undefined, and package.json says 1.1.0.'],
    ['the version is not in it', '1.1', 'v1.1', 'CHANGELOG.md says nothing of 1.1.'],
    ['nothing stands under it', '1.0.0', 'v1.0.0', 'CHANGELOG.md says nothing of 1.0.0.'],
    ['it has no day', '1.11.0', 'v1.11.0', 'CHANGELOG.md has no day for 1.11.0: “[1.11.0] - not yet released”.'],
  ])('are refused where %s', (_, version, tag, problem) => {
    expect(() => releaseNotes(CHANGELOG, version, tag)).toThrow(problem);
  });
});

test('the change log has a part for the version that package.json has', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
  const dated = changelog.replace(`## [${version}] - not yet released`, `## [${version}] - 2026-12-01`);
  expect(releaseNotes(dated, version, `v${version}`)).toContain('### Added');
});
