import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** `npm run --silent notes -- v1.2.3` prints what CHANGELOG.md says of that release, if everything agrees about it. */
const ROOT = join(import.meta.dirname, '../..');

/**
 * A version's part of the change log, without its heading.
 *
 * @throws in one sentence, when the tag is of another version, or the change log has nothing of it, or no day
 */
export function releaseNotes(changelog: string, version: string, tag: string | undefined): string {
  if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, and package.json says ${version}.`);
  const part = changelog.split(/^## /m).find((each) => each.startsWith(`[${version}]`)) ?? '';
  const [heading = '', ...lines] = part.split('\n');
  const notes = lines.join('\n').trim();
  if (notes === '') throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  if (!/ - \d{4}-\d\d-\d\d$/.test(heading)) throw new Error(`CHANGELOG.md has no day for ${version}: “${heading}”.`);
  return notes;
}

if (import.meta.main) {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  try {
    console.log(releaseNotes(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'), version, process.argv[2]));
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
