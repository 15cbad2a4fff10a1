import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** `npm run --silent notes -- v1.2.3` prints what CHANGELOG.md says of that release; the tag has to be the app's version. */
const ROOT = join(import.meta.dirname, '../..');

/** A version's part of the change log, without its heading; null where there is none. */
export function releaseNotes(changelog: string, version: string): string | null {
  const part = changelog.split(/^## /m).find((each) => each.startsWith(`[${version}]`));
  return part?.slice(part.indexOf('\n')).trim() || null;
}

if (import.meta.main) {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  const tag = process.argv[2];
  const notes = releaseNotes(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'), version);
  const problem =
    (tag !== `v${version}` && `The tag is ${tag}, and package.json says ${version}.`) ||
    (notes === null && `CHANGELOG.md says nothing of ${version}.`);
  if (problem) {
    console.error(problem);
    process.exit(1);
  }
  console.log(notes);
}
